"""The meeting's clock in the window's head: notes begin and end, and shows the running time."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from db.changes import Change
from db.clock import RUNNING, MeetingClock, Reading, State, day_of, read_clock, time_of_day
from db.commands.clock import begin_meeting, clear_clock, end_meeting, resume_meeting
from db.queries.clock import meeting_clock
from desktop.parts import Parts
from resources.words import Words
from ui.common.chip import Kind
from ui.common.dates import format_date, format_time
from ui.common.menu import open_menu
from ui.dialogs.ask import confirm
from ui.frame.clock_pill import ClockFace, ClockPill

_KINDS: dict[State, Kind] = {"near": "warning", "past": "danger", "forgotten": "warning"}


class ClockController(QObject):
    """Shows the clock of the meeting in view; while it runs, on every other screen, too.

    The time is the workspace's. The begin and the end are steps of undo like any other.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window.shell)
        self._parts = parts
        self._words = parts.words
        self._store = parts.store
        self._clock: MeetingClock | None = None
        self.pill = ClockPill(parts.words("clock.name"))
        parts.window.shell.add_head_part(self.pill)
        self.pill.clicked.connect(self._press)
        self._timer = QTimer(self, interval=1000, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        parts.store.changed.connect(self._on_changed)
        parts.store.replaced.connect(self._read)
        parts.place.moved.connect(self._on_moved)
        self._read()

    def tick(self) -> None:
        """Show this moment."""
        if self._clock is None:
            return
        reading = read_clock(self._clock, self._now())
        running = reading.state in RUNNING
        self.pill.show_face(clock_face(self._words, self._clock, reading))
        final = self._clock.meeting.status == "final" and not self._clock.meeting.began
        self.pill.setVisible(running or (self._parts.place.screen == "meetings" and not final))
        if running != self._timer.isActive():
            self._timer.start() if running else self._timer.stop()

    def _now(self) -> Any:
        return self._store.workspace.now()

    def _read(self) -> None:
        meeting_id = self._parts.place.record("meetings")
        self._clock = self._store.read(meeting_clock, meeting_id) if meeting_id else None
        if self._clock is None:
            self._timer.stop()
            self.pill.hide()
        self.tick()

    def _on_changed(self, change: Change, origin: object) -> None:
        if "meetings" in change.kinds:
            self._read()

    def _on_moved(self, name: str) -> None:
        if name in ("meetings", "screen"):
            self._read()

    def _press(self) -> None:
        if self._clock is None:
            return
        state = read_clock(self._clock, self._now()).state
        if state in RUNNING:
            self._note(end_meeting, "ended")
        elif state != "before":
            self._choose(state)
        elif self._is_its_day() or self._is_meant():
            self._note(begin_meeting, "began")

    def _choose(self, state: State) -> None:
        note = {
            "resume": partial(self._note, resume_meeting, "resumed"),
            "end": partial(self._note, end_meeting, "ended"),
            "clear": partial(self._note, clear_clock, "cleared"),
        }
        if state == "forgotten":
            del note["resume"]
        choices = [(self._words(f"clock.choices.{key}"), run) for key, run in note.items()]
        open_menu(self.pill, choices)

    def _is_its_day(self) -> bool:
        assert self._clock is not None
        meeting = self._clock.meeting
        return meeting.date in ("", day_of(meeting, self._now()))

    def _is_meant(self) -> bool:
        """Ask whether a meeting of another day begins now: its date or the clock is wrong."""
        assert self._clock is not None
        meeting, words = self._clock.meeting, self._words
        text = words(
            "clock.other_day.text",
            date=format_date(words, meeting.date),
            today=format_date(words, day_of(meeting, self._now())),
            time=format_time(words, time_of_day(meeting, self._now())),
        )
        title, ok = words("clock.other_day.title"), words("clock.other_day.ok")
        return confirm(self._parts.window, words, title, text, ok)

    def _note(self, command: Any, told: str) -> None:
        assert self._clock is not None
        meeting = self._clock.meeting
        time = format_time(self._words, time_of_day(meeting, self._now()))
        if self._store.run(command, meeting.id) is not None:
            undo = (self._words("clock.undo"), self._store.undo)
            self._parts.tell(self._words(f"clock.told.{told}", time=time), "info", undo)


def clock_face(words: Words, clock: MeetingClock, reading: Reading) -> ClockFace:
    """Return what the clock shows of a reading."""
    state, n = reading.state, reading.minutes
    does = "running" if state in RUNNING else "before" if state == "before" else "ended"
    note, spoken = "", ""
    if state == "before":
        note = words("clock.before")
    elif state == "forgotten":
        note = words("clock.forgotten")
    elif state == "ended":
        note = words("clock.ended", time=format_time(words, clock.meeting.ended))
    elif state == "near":
        note, spoken = words("clock.near", n=n), words("clock.soon", n=n)
    elif state == "past":
        note = words("clock.past", n=n) if n else words("clock.past_now")
        spoken = words("clock.over")
    kind = _KINDS.get(state, "neutral")
    return ClockFace(_time(words, reading), note, kind, words(f"clock.does.{does}"), spoken)


def _time(words: Words, reading: Reading) -> str:
    if reading.state in ("before", "forgotten"):
        return ""
    minutes, seconds = divmod(reading.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = {"hours": f"{hours:02}", "minutes": f"{minutes:02}", "seconds": f"{seconds:02}"}
    return words("clock.time" if reading.state in RUNNING else "clock.hours", **parts)

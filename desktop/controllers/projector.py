"""What the room sees: the second display, or the room view in the same window."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from db.changes import Change
from desktop.displays import Displays
from desktop.parts import Parts
from desktop.pending import PendingEdit
from desktop.room_reading import RoomReading
from ui.canvas.canvas import Canvas
from ui.common.menu import open_menu
from ui.projector.content import SUBJECTS, build_page
from ui.projector.fitting import written_place
from ui.projector.panel import ProjectorPanel
from ui.projector.sections import milestone_place
from ui.projector.view import RoomView
from ui.projector.window import ProjectorWindow

# Soon enough for the room, late enough for the letter to be painted on the desk first.
SOON_MS = 30
MEETING_MS = 300
PICTURE_MS = 400
MINUTE_MS = 10_000
_COMMITMENT = {"plans", "commitments", "milestones", "drafts", "agreements"}
_MEETING = {"meetings", "attendances", "points", "follow_ups"}


class ProjectorController(QObject):
    """Shows the room what is written, while it is written.

    It never writes but for the room view, takes no focus on the second display, and leaves
    that display before anything of it can come to lie over the desk.
    """

    def __init__(self, parts: Parts, canvas: Canvas) -> None:
        shell = parts.window.shell
        super().__init__(shell)
        self._parts, self._words, self._store = parts, parts.words, parts.store
        self._canvas = canvas
        self._state = parts.window.room
        self._reading = RoomReading(parts, self._state)
        self._window: ProjectorWindow | None = None
        self._room: RoomView | None = None
        self.panel = ProjectorPanel(parts.words)
        shell.add_sidebar_part(self.panel)
        self._displays = Displays(self)
        self._soon = self._timer(SOON_MS, self.show_now)
        self._later = self._timer(MEETING_MS, self._read_meeting)
        self._pictured = self._timer(PICTURE_MS, self._show_picture)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._show_time)
        self._connect()
        if self._state.on:
            self._place_window()

    def toggle(self) -> None:
        """Open the projector; on a second display or, without one, in this window. Or close it."""
        if self._room is not None:
            self.close_room()
        elif self._state.on:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Show the room what is written."""
        self._state.since = self._state.since or self._store.workspace.instant()
        if self._displays.for_room(self._parts.window.screen()) is None:
            self.open_room()
            return
        self._state.on = True
        self._place_window()

    def stop(self) -> None:
        """Let the second display go."""
        self._state.on = False
        self._hide_window()
        self.panel.show_state(False)
        self._parts.window.shell.set_lasting_fact("")

    def open_room(self) -> None:
        """Show the room view in this window; Escape leads back to where one was."""
        if self._room is not None:
            return
        self._state.since = self._state.since or self._store.workspace.instant()
        self._store.flush()
        writable = not self._store.workspace.read_only
        self._room = room = RoomView(self._words, writable=writable)
        room.edited.connect(self._write)
        room.left.connect(partial(self._store.leave, "commitments"))
        room.step_requested.connect(self._step)
        room.closed.connect(self.close_room)
        self._parts.window.show_over(room)
        self.show_now()
        room.focus_start()

    def close_room(self) -> None:
        """Go back to the desk."""
        if self._room is not None:
            room, self._room = self._room, None
            self._parts.window.show_shell()
            room.deleteLater()

    def show_now(self) -> None:
        """Show this moment, wherever something is shown."""
        views = self._views()
        if not views:
            return
        matter = self._reading.now()
        page = build_page(
            self._words, self._state.subject, matter, self._state.section, self._state.caret
        )
        for view in views:
            view.show_page(page)
        self._show_time()
        if self._window is not None:
            self._pictured.start()
            self.panel.show_state(True, self._where(), page.name or page.title)
            self._parts.window.shell.set_lasting_fact(self._fact())

    def choose(self, subject: str) -> None:
        """Show another subject; the whole canvas is that of the commitment in view now."""
        self._state.subject = subject
        self._state.pinned = self._reading.in_view() if subject == "canvas" else ""
        self.show_now()

    def name_objectors(self, names: bool) -> None:
        """Name who objects, or no longer."""
        self._state.names = names
        self.show_now()

    def open_menu(self) -> None:
        """Offer what can be shown, and where."""
        words, state = self._words, self._state
        choices: list[Any] = [
            (_ticked(words(f"projector.subjects.{one}"), one == state.subject),
             partial(self.choose, one))
            for one in SUBJECTS
        ]  # fmt: skip
        names = _ticked(words("projector.names"), state.names)
        choices += [None, (names, partial(self.name_objectors, not state.names)), None]
        if state.on:
            choices.append((words("projector.stop"), self.stop))
        else:
            choices.append((words("projector.start"), self.start))
        choices.append((words("projector.in_window"), self.open_room))
        open_menu(self.panel.button, choices)

    def _connect(self) -> None:
        window, place = self._parts.window, self._parts.place
        window.projector_requested.connect(self.toggle)
        window.projector_menu_requested.connect(self.open_menu)
        window.desk_moved.connect(self._place_window)
        window.closed.connect(self._hide_window)
        self._store.not_saved.connect(self._on_not_saved)
        self._store.saved.connect(self._on_saved)
        self.panel.pressed.connect(self._press)
        self._displays.changed.connect(self._place_window)
        self._store.typed.connect(self._on_typed)
        self._store.changed.connect(self._on_changed)
        self._store.replaced.connect(self._on_replaced)
        self._canvas.section_changed.connect(self._on_section)
        place.moved.connect(self._on_moved)

    def _press(self) -> None:
        if self._state.on:
            self.open_menu()
        else:
            self.start()

    def _place_window(self) -> None:
        """Let the projector stand on the room's display, or nowhere."""
        if not self._state.on:
            return
        screen = self._displays.for_room(self._parts.window.screen())
        if screen is None:
            self._lose_display()
            return
        self.close_room()
        if self._window is None:
            self._window = ProjectorWindow(self._words, self._parts.window.shell)
            self._minute.start()
        if self._window.geometry() != screen.geometry() or not self._window.isVisible():
            desk = self._parts.window
            active = desk.isActiveWindow()
            self._window.fill(screen)
            if active:
                # Some systems give the keys to any window that opens.
                desk.activateWindow()
        self.show_now()

    def _lose_display(self) -> None:
        was_shown = self._window is not None
        self._hide_window()
        self.panel.show_state(True, self._words("projector.no_display"))
        self._parts.window.shell.set_lasting_fact(self._words("projector.fact.lost"))
        if was_shown:
            action = (self._words("projector.in_window"), self.open_room)
            self._parts.tell(self._words("projector.lost"), "info", action)

    def _hide_window(self) -> None:
        self._minute.stop()
        self._pictured.stop()
        if self._window is not None:
            window, self._window = self._window, None
            window.hide()
            window.deleteLater()

    def _views(self) -> list[RoomView]:
        found = [self._room] if self._room is not None else []
        return [*found, self._window.view] if self._window is not None else found

    def _where(self) -> str:
        """Say which display the room looks at, by the name that stands on it where it is known."""
        assert self._window is not None
        name = self._window.screen().model().strip()
        key = "projector.on_named_display" if name else "projector.on_display"
        return self._words(key, n=self._number(), name=name)

    def _fact(self) -> str:
        """Say in a few words where the projector is and what it does."""
        where = self._words("projector.fact.display", n=self._number())
        what = self._words(f"projector.fact.{self._state.subject}")
        return self._words("projector.fact.shown", where=where, what=what)

    def _number(self) -> int:
        assert self._window is not None
        return self._displays.number_of(self._window.screen(), self._parts.window.screen())

    def _on_typed(self, edit: PendingEdit) -> None:
        kind, record_id, field = edit.field
        if kind == "commitments":
            self._note_writing(record_id, field, edit.value)
        elif kind == "milestones" and self._views():
            shown = self._reading.now().commitment
            place = milestone_place(self._words, shown, record_id) if shown is not None else -1
            if place >= 0:
                self._state.section, self._state.caret = "milestones", place
        elif kind != "points":
            return
        if self._views():
            self._soon.start()

    def _note_writing(self, commitment_id: str, field: str, value: object) -> None:
        """Note where is written; the caret stands behind what is other than before."""
        caret = -1
        if isinstance(value, str) and self._views():
            before = self._shown_text(commitment_id, field)
            caret = written_place(before, value) if before is not None else len(value)
        self._state.follow(commitment_id, field, caret)

    def _shown_text(self, commitment_id: str, field: str) -> str | None:
        page = self._views()[0].page()
        if (page.record_id, page.field) == (commitment_id, field):
            return page.passages[0].text
        return None

    def _on_section(self) -> None:
        section, view = self._canvas.current(), self._canvas.view
        if section is None or view is None:
            return
        self._state.follow(view.dossier.commitment.id, section.field)
        if self._views():
            self._soon.start()

    def _on_moved(self, name: str) -> None:
        if name == "commitments" and self._parts.place.record("commitments"):
            self._state.enter(self._parts.place.record("commitments"))
        if name in ("commitments", "meetings") and self._views():
            self._soon.start()

    def _on_changed(self, change: Change, origin: object) -> None:
        if change.kinds & _COMMITMENT:
            self._reading.kept.forget_commitment()
            self._soon.start()
        if any((edit.kind, edit.field) == ("points", "visibility") for edit in change.edits):
            # What is closed now must not stay in view until a worker has time.
            self._reading.kept.forget_meeting()
            self.show_now()
        elif change.kinds & _MEETING:
            self._later.start()

    def _on_replaced(self) -> None:
        self._reading.kept.forget_meeting()
        self._soon.start()

    def _read_meeting(self) -> None:
        if self._views():
            self._reading.renew_meeting(self.show_now)
        else:
            self._reading.kept.forget_meeting()

    def _write(self, commitment_id: str, field: str, value: object) -> None:
        self._store.edit("commitments", commitment_id, field, value, origin=self)

    def _step(self, step: int) -> None:
        """Show the section before or behind in the room view."""
        fields = self._reading.fields()
        if not fields:
            return
        here = fields.index(self._state.section) if self._state.section in fields else 0
        self._state.subject = "follow"
        self._state.section = fields[max(0, min(here + step, len(fields) - 1))]
        self._state.caret = -1
        self.show_now()
        if self._room is not None:
            self._room.focus_start()

    def _show_time(self) -> None:
        if not self._views():
            return
        time = self._reading.time()
        for view in self._views():
            view.show_time(time)

    def _on_not_saved(self) -> None:
        """Say it in the room view, which covers the sign that says it elsewhere."""
        if self._room is not None:
            self._room.foot.show_problem(self._words("projector.not_saved"))

    def _on_saved(self) -> None:
        if self._room is not None:
            self._room.foot.show_problem("")

    def _show_picture(self) -> None:
        if self._window is not None:
            self.panel.show_picture(self._window.view.grab())

    def _timer(self, wait: int, run: Any) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(run)
        return timer


def _ticked(text: str, chosen: bool) -> str:
    return f"✓  {text}" if chosen else text

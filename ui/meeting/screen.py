"""The meetings screen: the list of meetings, or the desk of the one in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from db.counting import count_attendances, count_points
from resources.words import Words
from ui.common.chip import Kind
from ui.common.menu import open_menu
from ui.common.screen import Screen, ScreenAction
from ui.meeting.attendance_words import attendance_facts
from ui.meeting.desk import MeetingDesk
from ui.meeting.head_actions import HeadActions
from ui.meeting.list_page import MeetingListPage
from ui.meeting.wording import meeting_line, meeting_title, point_facts

if TYPE_CHECKING:
    from db.records import Attendance, Meeting, Plan
    from db.snapshot import MeetingSummary
    from ui.meeting.view import MeetingView


class MeetingsScreen(Screen):
    """Shows the plan's meetings, and one of them on the desk.

    Attributes:
        page: the list; desk: the meeting in view.

    Signals:
        meeting_requested(str): this meeting shall come into view; "" for the list.
        creation_requested(str): a meeting of this kind shall be made.
        removal_requested(str): this meeting shall be deleted.
        minutes_requested(str, bool): the minutes of the meeting in view are wanted as "pdf" or
            "docx", and whether in their public version.
        attendance_requested(): its attendance list is wanted, to be signed.
        documents_requested(): all that can be printed of it shall be offered.
        finalisation_requested(): its minutes shall become final.
        paper_requested(): the office's letterhead and signatures shall be changed.
        home_requested(): a plan has to be made first.
    """

    meeting_requested = Signal(str)
    creation_requested = Signal(str)
    removal_requested = Signal(str)
    minutes_requested = Signal(str, bool)
    attendance_requested = Signal()
    documents_requested = Signal()
    finalisation_requested = Signal()
    paper_requested = Signal()
    home_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._view: MeetingView | None = None
        self._sign: tuple[str, Kind] = ("", "neutral")
        self._meetings: Sequence[MeetingSummary] = ()
        self._plan: Plan | None = None
        self._actions = HeadActions(words, self)
        self.page = MeetingListPage(words)
        self.desk = MeetingDesk(words)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.desk)
        self.column.addWidget(self._pages)
        self._connect()

    def show_list(self, meetings: Sequence[MeetingSummary], plan: Plan | None) -> None:
        """Show the meetings of a plan; without a plan, what to do about that."""
        left = self._view.dossier.meeting.id if self._view else ""
        held = self._holds_focus()
        self._view, self._meetings, self._plan = None, meetings, plan
        self.page.show_meetings(meetings, plan is not None)
        if left:
            self.page.list.set_current(left)
        self._turn_to(0, held)

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting on the desk."""
        other = self._view is None or self._view.dossier.meeting.id != view.dossier.meeting.id
        held = self._holds_focus()
        self._view = view
        if other:
            # How its minutes stand is looked up behind the window.
            self._sign = ("", "neutral")
            self._actions.set_finalise("")
        self.desk.show_meeting(view)
        self._turn_to(1, held and other)

    def show_points(self, view: MeetingView) -> None:
        """Show other points of the meeting that is on the desk."""
        self._view = view
        self.desk.show_points(view)
        self.title_changed.emit()

    def show_values(self, point_id: str, values: Mapping[str, object]) -> None:
        """Show what was written into a point, without touching the rest."""
        if self._view is not None:
            self._view = self._view.with_values(point_id, values)
            self.desk.points.show_values(point_id, values)
            if "text" not in values:
                self.title_changed.emit()

    def show_attendance(self, line: Attendance) -> None:
        """Show one line of the attendance as it is now."""
        if self._view is not None:
            self._view = self._view.with_attendance(line)
            self.desk.show_attendance(line)

    def shown(self) -> MeetingView | None:
        """Return what the desk shows, None while the list is shown."""
        return self._view

    def show_head(self, meeting: Meeting) -> None:
        """Show a meeting's new name, day and place in the window's head."""
        if self._view is not None:
            dossier = replace(self._view.dossier, meeting=meeting)
            self._view = replace(self._view, dossier=dossier)
            self.title_changed.emit()

    def show_standing(self, text: str, kind: Kind, finalise: str) -> None:
        """Say how the minutes of the meeting in view stand; `finalise` words the button."""
        self._sign = (text, kind)
        self._actions.set_finalise(finalise)
        self.title_changed.emit()
        self.desk.side.details.show_standing(text, kind, finalise)
        self.desk.side.minutes.show_finalise(finalise)

    def writes(self, record_id: str) -> bool:
        """Tell whether this is the new point or attendance that is being written."""
        return record_id in (
            self.desk.points.composer.draft_id,
            self.desk.attendance.quick.draft_id,
        )

    def leave_meeting(self) -> None:
        """Store what is being written on the desk."""
        self.desk.leave()

    def title(self) -> str:
        if self._view is None:
            return self.words("shell.screens.meetings")
        return meeting_title(self.words, self._view.dossier.meeting)

    def subtitle(self) -> str:
        if self._view is not None:
            return meeting_line(self.words, self._view.dossier.meeting)
        if self._plan is None:
            return ""
        name = self._plan.short_title or self._plan.title
        if not name:
            return self.words("meetings.list.number", n=len(self._meetings))
        return self.words("meetings.list.subtitle", n=len(self._meetings), plan=name)

    def sign(self) -> tuple[str, Kind]:
        return self._sign if self._view is not None else ("", "neutral")

    def header_actions(self) -> list[ScreenAction]:
        if self._view is not None:
            return self._actions.for_desk()
        return self._actions.for_list() if self._plan is not None else []

    def facts(self) -> list[str]:
        if self._view is None:
            return []
        dossier = self._view.dossier
        return [
            point_facts(self.words, count_points(dossier.points)),
            attendance_facts(self.words, count_attendances(dossier.attendances)),
        ]

    def focus_start(self) -> None:
        if self._view is None:
            self.page.focus_start()
        else:
            self.desk.focus_start()

    def choose_kind(self) -> None:
        """Ask what kind of meeting begins, and make it."""
        open_menu(self.page.new_button, self._actions.kinds())

    def _connect(self) -> None:
        self.page.opened.connect(self.meeting_requested)
        self.page.new_requested.connect(self.choose_kind)
        self.page.removal_requested.connect(self.removal_requested)
        self.page.home_requested.connect(self.home_requested)
        self.desk.back_requested.connect(self._go_back)
        self.desk.side.details.removal_requested.connect(self._remove_shown)
        self.desk.side.details.finalisation_requested.connect(self.finalisation_requested)
        self.desk.side.minutes.finalisation_requested.connect(self.finalisation_requested)
        self.desk.minutes_shown.connect(lambda _: self.title_changed.emit())
        wishes = self._actions
        wishes.back_requested.connect(self._go_back)
        wishes.preview_requested.connect(self.desk.side.toggle_minutes)
        wishes.creation_requested.connect(self.creation_requested)
        wishes.minutes_requested.connect(self.minutes_requested)
        wishes.attendance_requested.connect(self.attendance_requested)
        wishes.documents_requested.connect(self.documents_requested)
        wishes.finalisation_requested.connect(self.finalisation_requested)
        wishes.paper_requested.connect(self.paper_requested)

    def _turn_to(self, place: int, take_focus: bool) -> None:
        turned = self._pages.currentIndex() != place
        self._pages.setCurrentIndex(place)
        if turned or take_focus:
            self.focus_start()
        self.title_changed.emit()

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _go_back(self) -> None:
        self.meeting_requested.emit("")

    def _remove_shown(self) -> None:
        if self._view is not None:
            self.removal_requested.emit(self._view.dossier.meeting.id)

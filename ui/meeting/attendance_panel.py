"""Who is here: the left column of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.meeting.attendance_editor import AttendanceEditor
from ui.meeting.attendance_list import AttendanceList

if TYPE_CHECKING:
    from db.records import Attendance
    from db.snapshot import KnownAttendance, MeetingDossier


class AttendancePanel(Card):
    """Shows and takes attendances. Alt+1 goes to the field for the next one.

    Attributes:
        people: all of them, with `quick`, the field for the next one, `same`, the question
            below that field, and `list`; editor: the details of one.

    Signals:
        draft_edited(id, fields), draft_left(id), draft_emptied(id): the next attendance.
        field_edited(id, field, value), field_left(id, field): details.
        move_requested(id, before id): a line shall stand before another one, None for last.
        removal_requested(id): a line shall be deleted.
        presence_requested(ids, presence): whether these are here is known now.
        paste_requested(str): this list of invitees shall be understood; "" asks for one.
    """

    draft_edited = Signal(str, object)
    draft_left = Signal(str)
    draft_emptied = Signal(str)
    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)
    move_requested = Signal(str, object)
    removal_requested = Signal(str)
    presence_requested = Signal(object, str)
    paste_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words("meetings.attendance.title"), keys="Alt+1", padded=False, parent=parent
        )
        self._words = words
        self._meeting_id = ""
        self.people = AttendanceList(words)
        self.quick, self.same, self.list = self.people.quick, self.people.same, self.people.list
        self.editor = AttendanceEditor(words)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.people)
        self._pages.addWidget(self.editor)
        self.body.addWidget(self._pages, 1)
        self._connect()

    def show_meeting(
        self,
        dossier: MeetingDossier,
        known: tuple[KnownAttendance, ...],
        unsaved: frozenset[str],
    ) -> None:
        """Show who attends; `unsaved` are the ids of what is not stored yet."""
        other = dossier.meeting.id != self._meeting_id
        self._meeting_id = dossier.meeting.id
        stored = {line.id for line in dossier.attendances}
        asked = self.same.asked()
        if asked and (other or asked not in stored):
            self.same.hide()
        draft = self.quick.draft_id
        if other:
            self.leave()
        elif draft and draft not in unsaved and draft not in stored:
            self.quick.forget()
        self.quick.set_known(known)
        names = dict.fromkeys(one.organisation for one in known if one.organisation)
        self.editor.suggest_organisations(list(names))
        self._show_lines(dossier.attendances)

    def show_line(self, line: Attendance) -> None:
        """Show one line's new values."""
        self._show_lines(tuple(line if one.id == line.id else one for one in self.lines()))

    def lines(self) -> tuple[Attendance, ...]:
        """Return what is shown, the one that is being written among it."""
        return self.people.lines()

    def leave(self) -> None:
        """Store what is being written and be ready for another meeting."""
        self.editor.end_visit()
        self._pages.setCurrentIndex(0)
        if self.quick.draft_id:
            self.quick.finish()

    def focus_first(self) -> None:
        """Go to the details that are shown, else to the field for the next attendance."""
        if self._shows_details():
            self.editor.focus_first()
        else:
            self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_line(self, attendance_id: str) -> None:
        """Show the details of a line."""
        place = self._place(attendance_id)
        if place >= 0:
            self._show_details(place)
            self._pages.setCurrentIndex(1)
            self.editor.focus_first()

    def show_current(self, attendance_id: str) -> None:
        """Bring a line into view in the list and mark it, without taking the focus."""
        self._pages.setCurrentIndex(0)
        self.list.set_current(attendance_id)

    def close_line(self) -> None:
        """Go back from the details to the list."""
        if self._shows_details():
            self.list.set_current(self.editor.attendance_id())
            self._pages.setCurrentIndex(0)
            self.list.setFocus()

    def _connect(self) -> None:
        people = self.people
        self.quick.draft_edited.connect(self.draft_edited)
        self.quick.draft_emptied.connect(self.draft_emptied)
        people.draft_left.connect(self.draft_left)
        people.paste_requested.connect(self.paste_requested)
        people.presence_requested.connect(self.presence_requested)
        people.opened.connect(self.open_line)
        people.removal_requested.connect(self.removal_requested)
        people.order.move_requested.connect(self.move_requested)
        self.editor.field_edited.connect(self.field_edited)
        self.editor.field_left.connect(self.field_left)
        self.editor.closed.connect(self.close_line)
        self.editor.step_requested.connect(self._step)
        self.editor.removal_requested.connect(self._remove_shown)

    def _show_lines(self, lines: tuple[Attendance, ...]) -> None:
        count = self.people.show_lines(lines)
        self.set_badge(self._words("meetings.attendance.badge", n=count.people))
        if not self._shows_details():
            return
        place = self._place(self.editor.attendance_id())
        if place >= 0:
            self._show_details(place)
        else:
            self._pages.setCurrentIndex(0)
            self.list.setFocus()

    def _shows_details(self) -> bool:
        return self._pages.currentIndex() == 1

    def _show_details(self, place: int) -> None:
        self.editor.show_attendance(self.lines()[place], place, len(self.lines()))

    def _place(self, attendance_id: str) -> int:
        return next((i for i, line in enumerate(self.lines()) if line.id == attendance_id), -1)

    def _step(self, step: int) -> None:
        place = self._place(self.editor.attendance_id()) + step
        if 0 <= place < len(self.lines()):
            self._show_details(place)

    def _remove_shown(self, attendance_id: str) -> None:
        self.close_line()
        self.removal_requested.emit(attendance_id)

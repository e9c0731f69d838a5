"""Who is here: the left column of the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.counting import count_attendances
from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.labels import Line, PlainLabel
from ui.common.look import announce
from ui.common.menu import open_menu
from ui.common.row_drag import RowDrag
from ui.common.row_list import RowList
from ui.meeting.attendance_editor import AttendanceEditor
from ui.meeting.attendance_rows import (
    attendance_row,
    invited_choices,
    next_presence,
    presence_choices,
)
from ui.meeting.quick_add import QuickAdd
from ui.meeting.same_hint import SameHint
from ui.meeting.wording import attendance_name, attendance_sum

if TYPE_CHECKING:
    from db.records import Attendance
    from db.snapshot import KnownAttendance, MeetingDossier


class AttendancePanel(Card):
    """Shows and takes attendances. Alt+1 goes to the field for the next one.

    Attributes:
        quick: the field for the next attendance; same: the question below it.
        list: those there are; editor: one's details.

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
        self._lines: tuple[Attendance, ...] = ()
        self.quick = QuickAdd(words)
        self.same = SameHint(words)
        self.list = RowList(words("meetings.attendance.list"), title_lines=3)
        self.list.setAccessibleDescription(words("meetings.attendance.hint"))
        self._empty = PlainLabel(words("meetings.attendance.empty"), "muted")
        self._sums = (PlainLabel("", "small"), PlainLabel("", "small"))
        self.editor = AttendanceEditor(words)
        self.more = IconButton(words("meetings.attendance.more"), "ellipsis")
        self.more.clicked.connect(lambda _=False: self._open_more())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._build_list())
        self._pages.addWidget(self.editor)
        self.body.addWidget(self._pages, 1)
        # Who has typed a name goes on to the list, not to a button beside the field.
        QWidget.setTabOrder(self.quick, self.same.yes)
        QWidget.setTabOrder(self.same.yes, self.list)
        QWidget.setTabOrder(self.list, self.more)
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
        draft = self.quick.draft_id
        asked = self.same.asked()
        if asked and (other or asked not in {a.id for a in dossier.attendances}):
            self.same.hide()
        if other:
            self.leave()
        elif draft and draft not in unsaved and draft not in {a.id for a in dossier.attendances}:
            self.quick.forget()
        self.quick.set_known(known)
        names = dict.fromkeys(one.organisation for one in known if one.organisation)
        self.editor.suggest_organisations(list(names))
        self._show_lines(dossier.attendances)

    def show_line(self, line: Attendance) -> None:
        """Show one line's new values."""
        self._show_lines(tuple(line if one.id == line.id else one for one in self._lines))

    def lines(self) -> tuple[Attendance, ...]:
        """Return what is shown, the one that is being written among it."""
        return self._lines

    def leave(self) -> None:
        """Store what is being written and be ready for another meeting."""
        self.editor.end_visit()
        self._pages.setCurrentIndex(0)
        if self.quick.draft_id:
            self.quick.finish()

    def focus_first(self) -> None:
        if self._pages.currentIndex() == 1:
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
        if self._pages.currentIndex() == 1:
            self.list.set_current(self.editor.attendance_id())
            self._pages.setCurrentIndex(0)
            self.list.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.list.current_key()
        if self._pages.currentIndex() == 1 or not current:
            return
        self._fill_menu(current).popup(event.globalPos())

    def _fill_menu(self, current: str) -> QMenu:
        words, line = self._words, self._lines[self._place(current)]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, presence in presence_choices(words):
            action = menu.addAction(label, partial(self._set_presence, current, presence))
            action.setCheckable(True)
            action.setChecked(presence == (line.presence or "present"))
        menu.addSeparator()
        menu.addAction(words("meetings.attendance.editor"), lambda: self.open_line(current))
        menu.addAction(words("meetings.points.up"), lambda: self._move(current, -1))
        menu.addAction(words("meetings.points.down"), lambda: self._move(current, 1))
        menu.addSeparator()
        menu.addAction(words("meetings.attendance.delete"), lambda: self._remove(current))
        return menu

    def _open_more(self) -> None:
        paste = (self._words("meetings.attendance.paste"), self._ask_for_list)
        choices = invited_choices(self._words, self._lines, self.presence_requested.emit)
        open_menu(self.more, [paste, None, *choices] if choices else [paste])

    def _ask_for_list(self) -> None:
        # Only when the menu has gone: a dialog over it would not get the keys.
        QTimer.singleShot(0, self, lambda: self.paste_requested.emit(""))

    def _cycle_presence(self, attendance_id: str) -> None:
        line = self._lines[self._place(attendance_id)]
        self._set_presence(attendance_id, next_presence(line.presence))

    def _set_presence(self, attendance_id: str, presence: str) -> None:
        line = self._lines[self._place(attendance_id)]
        self.presence_requested.emit([attendance_id], presence)
        name = attendance_name(self._words, line)
        state = self._words(f"meetings.presences.{presence}")
        announce(self, self._words("meetings.attendance.now", name=name, presence=state))

    def _build_list(self) -> QWidget:
        page = QWidget()
        top = QVBoxLayout()
        top.setContentsMargins(13, 10, 13, 10)
        top.setSpacing(10)
        field = QHBoxLayout()
        field.setSpacing(4)
        field.addWidget(self.quick, 1)
        field.addWidget(self.more)
        top.addLayout(field)
        top.addWidget(self.same)
        top.addWidget(self._empty)
        foot = QVBoxLayout()
        foot.setContentsMargins(13, 8, 13, 8)
        foot.setSpacing(2)
        for label in self._sums:
            foot.addWidget(label)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        return page

    def _connect(self) -> None:
        self.quick.draft_edited.connect(self.draft_edited)
        self.quick.draft_left.connect(self._tell_left)
        self.quick.draft_emptied.connect(self.draft_emptied)
        self.quick.list_pasted.connect(self.paste_requested)
        self.list.opened.connect(self.open_line)
        self.list.toggled.connect(self._cycle_presence)
        self.list.removal_requested.connect(self._remove)
        self.list.move_requested.connect(self._move)
        drag = RowDrag(self.list)
        drag.dropped.connect(self._drop)
        self.editor.field_edited.connect(self.field_edited)
        self.editor.field_left.connect(self.field_left)
        self.editor.closed.connect(self.close_line)
        self.editor.step_requested.connect(self._step)
        self.editor.removal_requested.connect(self._remove)

    def _show_lines(self, lines: tuple[Attendance, ...]) -> None:
        self._lines = lines
        shown = [line for line in lines if line.id != self.quick.draft_id]
        self.list.set_rows([attendance_row(self._words, line) for line in shown])
        self._empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        count = count_attendances(lines)
        for label, text in zip(self._sums, attendance_sum(self._words, count), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.set_badge(self._words("meetings.attendance.badge", n=count.people))
        if self._pages.currentIndex() == 1:
            place = self._place(self.editor.attendance_id())
            if place >= 0:
                self._show_details(place)
            else:
                self._pages.setCurrentIndex(0)
                self.list.setFocus()

    def _show_details(self, place: int) -> None:
        self.editor.show_attendance(self._lines[place], place, len(self._lines))

    def _place(self, attendance_id: str) -> int:
        return next((i for i, line in enumerate(self._lines) if line.id == attendance_id), -1)

    def _tell_left(self, attendance_id: str) -> None:
        self.same.hide()
        self.draft_left.emit(attendance_id)
        place = self._place(attendance_id)
        if place >= 0:
            self.list.set_current(attendance_id)
            name = attendance_name(self._words, self._lines[place])
            announce(self, self._words("meetings.attendance.added", name=name))

    def _step(self, step: int) -> None:
        place = self._place(self.editor.attendance_id()) + step
        if 0 <= place < len(self._lines):
            self._show_details(place)

    def _remove(self, attendance_id: str) -> None:
        if self._pages.currentIndex() == 1:
            self.close_line()
        self.removal_requested.emit(attendance_id)

    def _move(self, attendance_id: str, step: int) -> None:
        ids = [row.key for row in self.list.rows()]
        place = ids.index(attendance_id) + step
        if 0 <= place < len(ids):
            before = place if step < 0 else place + 1
            self.move_requested.emit(attendance_id, ids[before] if before < len(ids) else None)

    def _drop(self, moved: int, before: int) -> None:
        ids = [row.key for row in self.list.rows()]
        self.move_requested.emit(ids[moved], ids[before] if before < len(ids) else None)

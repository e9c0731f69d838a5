"""Who is here, one below the other, with the field for the next one and the sums."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from db.counting import AttendanceCount, count_attendances
from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.labels import Line, PlainLabel
from ui.common.look import announce
from ui.common.menu import open_menu
from ui.common.row_list import RowList
from ui.common.row_order import RowOrder
from ui.meeting.attendance_rows import (
    attendance_row,
    invited_choices,
    next_presence,
    presence_choices,
)
from ui.meeting.attendance_summary import AttendanceSummary
from ui.meeting.attendance_words import attendance_name, attendance_sum
from ui.meeting.quick_add import QuickAdd
from ui.meeting.same_hint import SameHint

if TYPE_CHECKING:
    from db.records import Attendance


class AttendanceList(QWidget):
    """Shows attendances and takes the next one.

    Attributes:
        quick: the field for the next attendance; same: the question below it.
        list: those there are; more: what can be done with all of them.
        order: tells where a line shall go.

    Signals:
        draft_left(id): the next attendance is done.
        opened(id): the details of a line are wanted.
        removal_requested(id), presence_requested(ids, presence), paste_requested(str): as those
            of AttendancePanel.
    """

    draft_left = Signal(str)
    opened = Signal(str)
    removal_requested = Signal(str)
    presence_requested = Signal(object, str)
    paste_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[Attendance, ...] = ()
        self.quick = QuickAdd(words)
        self.same = SameHint(words)
        self.list = RowList(words("meetings.attendance.list"), title_lines=3)
        self.list.setAccessibleDescription(words("meetings.attendance.hint"))
        self.order = RowOrder(self.list)
        self.more = IconButton(words("meetings.attendance.more"), "ellipsis")
        self._empty = PlainLabel(words("meetings.attendance.empty"), "muted")
        self._sums = (PlainLabel("", "small"), PlainLabel("", "small"))
        self.summary = IconButton(words("meetings.summary.title"), "table-2")
        self.summary.clicked.connect(lambda _=False: self._show_summary())
        self._arrange()
        self._connect()
        # Who has typed a name goes on to the list, not to a button beside the field.
        QWidget.setTabOrder(self.quick, self.same.yes)
        QWidget.setTabOrder(self.same.yes, self.list)
        QWidget.setTabOrder(self.list, self.more)

    def show_lines(self, lines: tuple[Attendance, ...]) -> AttendanceCount:
        """Show who attends, and return how many they are."""
        self._lines = lines
        shown = [line for line in lines if line.id != self.quick.draft_id]
        self.list.set_rows([attendance_row(self._words, line) for line in shown])
        self._empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        count = count_attendances(lines)
        for label, text in zip(self._sums, attendance_sum(self._words, count), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.summary.setVisible(bool(lines))
        return count

    def lines(self) -> tuple[Attendance, ...]:
        """Return what is shown, the one that is being written among it."""
        return self._lines

    def line(self, attendance_id: str) -> Attendance | None:
        """Return one of them."""
        return next((line for line in self._lines if line.id == attendance_id), None)

    def sums(self) -> tuple[str, ...]:
        """Return what the foot says."""
        return tuple(label.text() for label in self._sums)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self.line(self.list.current_key())
        if line is not None:
            self._build_menu(line).popup(event.globalPos())

    def _build_menu(self, line: Attendance) -> QMenu:
        words = self._words
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, presence in presence_choices(words):
            action = menu.addAction(label, partial(self._set_presence, line.id, presence))
            action.setCheckable(True)
            action.setChecked(presence == (line.presence or "present"))
        menu.addSeparator()
        menu.addAction(words("meetings.attendance.editor"), partial(self.opened.emit, line.id))
        menu.addAction(words("meetings.points.up"), partial(self.order.step, line.id, -1))
        menu.addAction(words("meetings.points.down"), partial(self.order.step, line.id, 1))
        menu.addSeparator()
        remove = partial(self.removal_requested.emit, line.id)
        menu.addAction(words("meetings.attendance.delete"), remove)
        return menu

    def _open_more(self) -> None:
        paste = (self._words("meetings.attendance.paste"), self._ask_for_list)
        choices = invited_choices(self._words, self._lines, self.presence_requested.emit)
        open_menu(self.more, [paste, None, *choices] if choices else [paste])

    def _ask_for_list(self) -> None:
        # Only when the menu has gone: a dialog over it would not get the keys.
        QTimer.singleShot(0, self, lambda: self.paste_requested.emit(""))

    def _cycle_presence(self, attendance_id: str) -> None:
        line = self.line(attendance_id)
        if line is not None:
            self._set_presence(attendance_id, next_presence(line.presence))

    def _set_presence(self, attendance_id: str, presence: str) -> None:
        self.presence_requested.emit([attendance_id], presence)
        state = self._words(f"meetings.presences.{presence}")
        self._say("meetings.attendance.now", attendance_id, presence=state)

    def _show_summary(self) -> None:
        AttendanceSummary(self._words, self._lines, self.window()).run()

    def _go_to_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_left(self, attendance_id: str) -> None:
        self.same.hide()
        self.draft_left.emit(attendance_id)
        if self.line(attendance_id) is not None:
            self.list.set_current(attendance_id)
            self._say("meetings.attendance.added", attendance_id)

    def _say(self, key: str, attendance_id: str, **values: str) -> None:
        line = self.line(attendance_id)
        if line is not None:
            announce(self, self._words(key, name=attendance_name(self._words, line), **values))

    def _arrange(self) -> None:
        field = QHBoxLayout()
        field.setSpacing(4)
        field.addWidget(self.quick, 1)
        field.addWidget(self.more)
        top = QVBoxLayout()
        top.setContentsMargins(13, 10, 13, 10)
        top.setSpacing(10)
        top.addLayout(field)
        top.addWidget(self.same)
        top.addWidget(self._empty)
        sums = QVBoxLayout()
        sums.setSpacing(2)
        for label in self._sums:
            sums.addWidget(label)
        foot = QHBoxLayout()
        foot.setContentsMargins(13, 8, 8, 8)
        foot.addLayout(sums, 1)
        foot.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.quick.draft_left.connect(self._tell_left)
        self.quick.list_pasted.connect(self.paste_requested)
        self.quick.list_wanted.connect(self._go_to_list)
        self.more.clicked.connect(lambda _=False: self._open_more())
        self.list.opened.connect(self.opened)
        self.list.toggled.connect(self._cycle_presence)
        self.list.removal_requested.connect(self.removal_requested)

"""What earlier meetings left open, for whoever sits in a meeting now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QWidget

from resources.words import Words
from ui.common.dates import format_short_date
from ui.common.labels import PlainLabel
from ui.common.views import prepare_list
from ui.followups import wording
from ui.followups.open_delegate import CARRY, DONE, TEXT, EarlierDelegate
from ui.lines.wording import meeting_words, one_line

if TYPE_CHECKING:
    from db.following import EarlierFollowUp, FollowUpLine

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OpenFollowUps(QWidget):
    """The follow-ups of earlier meetings that still wait, the earliest due first.

    Space or the mark closes one, Ctrl+Enter or the arrow carries it on in this meeting, Enter
    or a click leads to where it comes from, or to the point that carries it on already.

    Attributes:
        list: the view, for the focus.

    Signals:
        close_requested(str): this follow-up is done.
        carry_requested(str): this follow-up is carried on in the present meeting.
        origin_requested(str): the meeting with this id is wanted.
        point_requested(str): the point with this id is wanted.
    """

    close_requested = Signal(str)
    carry_requested = Signal(str)
    origin_requested = Signal(str)
    point_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EarlierList(words)
        self.list.used.connect(self._tell)
        nothing = PlainLabel(words("follow_ups.earlier.nothing"), "muted")
        nothing.setContentsMargins(13, 10, 13, 10)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.list)

    def show_follow_ups(self, items: Sequence[EarlierFollowUp], today: str) -> None:
        """Show what is open, as it stands on this ISO date."""
        had_focus = self.list.hasFocus()
        self.list.show_items(items, today)
        self._pages.setCurrentIndex(1 if items else 0)
        if had_focus and items:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> int:
        """Return how many there are."""
        return self.list.model().rowCount()

    def _tell(self, part: str, item: EarlierFollowUp) -> None:
        if part == DONE:
            self.close_requested.emit(item.line.id)
        elif part == CARRY and not item.carried_by:
            self.carry_requested.emit(item.line.id)
        elif item.carried_by:
            self.point_requested.emit(item.carried_by)
        else:
            self.origin_requested.emit(item.line.meeting_id)


class EarlierList(QListView):
    """The rows themselves.

    Attributes:
        today: the ISO date that overdue is measured against.
        pointed: the row and the part of it that the mouse points at.

    Signals:
        used(str, EarlierFollowUp): a part of a row was used: DONE, CARRY or TEXT.
    """

    used = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.today = ""
        self.pointed = (-1, "")
        prepare_list(self, words("follow_ups.earlier.name"))
        self._items = EarlierModel(self)
        self.setModel(self._items)
        self._delegate = EarlierDelegate(words, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_items(self, items: Sequence[EarlierFollowUp], today: str) -> None:
        """Show other rows; the current one stays current, or the one in its place becomes so."""
        row, scrolled = self.current_row(), self.verticalScrollBar().value()
        key = self.item(row).line.id if row >= 0 else ""
        self.today = today
        self._items.show(items)
        if key and items:
            found = self.row_of(key)
            place = min(row, len(items) - 1) if found < 0 else found
            self.setCurrentIndex(self._items.index(place))
            self.verticalScrollBar().setValue(scrolled)

    def item(self, row: int) -> EarlierFollowUp:
        """Return what a row shows."""
        return self._items.items[row]

    def row_of(self, follow_up_id: str) -> int:
        """Return where a follow-up stands, -1 when it is not shown."""
        rows = (row for row, one in enumerate(self._items.items) if one.line.id == follow_up_id)
        return next(rows, -1)

    def current_row(self) -> int:
        """Return the current row, -1 for none."""
        return self.currentIndex().row()

    def due_note(self, line: FollowUpLine) -> str:
        """Return until when, and who: terlambat 3 hari · Bappeda."""
        words, near = self._words, wording.due_note(self._words, line, self.today)
        date = format_short_date(words, line.due)
        if not line.due:
            due = words("follow_ups.due.none")
        elif line.is_overdue(self.today):
            due = near
        elif near:
            due = words("follow_ups.earlier.due_soon", date=date, when=near)
        else:
            due = words("follow_ups.earlier.due_on", date=date)
        return " · ".join(part for part in (due, line.owner) if part)

    def origin_note(self, line: FollowUpLine) -> str:
        """Return where it comes from, and how long ago: Kick Off 8 Agu 2018 · 17 hari yang lalu."""
        age = line.age(self.today)
        ago = self._words("follow_ups.earlier.age", n=age) if age and age > 0 else ""
        if age == 0:
            ago = self._words("follow_ups.earlier.today")
        meeting = meeting_words(self._words, line)
        return " · ".join(part for part in (meeting, ago) if part)

    def spoken(self, item: EarlierFollowUp) -> str:
        """Return a row for a screen reader, with what its keys do."""
        note = f"{self.due_note(item.line)}, {self.origin_note(item.line)}"
        text = one_line(item.line.text) or self._words("follow_ups.no_text")
        key = "spoken_carried" if item.carried_by else "spoken"
        return self._words(f"follow_ups.earlier.{key}", text=text, note=note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, modifiers = self.current_row(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self.used.emit(DONE, self.item(row))
        elif row >= 0 and event.key() in _ENTER:
            self.used.emit(CARRY if control else TEXT, self.item(row))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_row() < 0 and self._items.items:
            self.setCurrentIndex(self._items.index(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, part = self._part_at(event)
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.used.emit(part, self.item(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self._part_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point((-1, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _part_at(self, event: QMouseEvent) -> tuple[int, str]:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return (-1, "")
        rect = self.visualRect(index)
        return (index.row(), self._delegate.part_at(rect, at, self.item(index.row())))

    def _point(self, at: tuple[int, str]) -> None:
        if at != self.pointed:
            self.pointed = at
            hand = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(hand if at[0] >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()


class EarlierModel(QAbstractListModel):
    """The rows of an EarlierList."""

    def __init__(self, view: EarlierList) -> None:
        super().__init__(view)
        self._view = view
        self.items: tuple[EarlierFollowUp, ...] = ()

    def show(self, items: Sequence[EarlierFollowUp]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            return one_line(self.items[index.row()].line.text)
        if role == _SPOKEN:
            return self._view.spoken(self.items[index.row()])
        return None

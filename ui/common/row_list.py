"""A list of records: two lines each, with chips, a number before and a bar below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.common.row_delegate import RowDelegate
from ui.common.rows import Row, RowModel
from ui.common.views import prepare_list

__all__ = ["Row", "RowList"]


class RowList(QListView):
    """Rows to choose from, with keys for everything.

    Args:
        label: its name for the screen reader.
        chooses: True where the current row's record is shown beside the list and stays
            marked; False where a row leads away.
        title_lines: how many lines a title may take.
        compact: whether the rows stand closer together.

    Signals:
        opened(str): a row was clicked, or Enter pressed on it.
        current_changed(str): the person went to another row, by its key.
        removal_requested(str): Delete was pressed on a row.
        toggled(str): Space was pressed on a row.
        move_requested(str, int): Alt+Up (-1) or Alt+Down (1) was pressed on a row.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    removal_requested = Signal(str)
    toggled = Signal(str)
    move_requested = Signal(str, int)

    def __init__(
        self,
        label: str,
        chooses: bool = False,
        title_lines: int = 2,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chooses = chooses
        self._telling = True
        prepare_list(self, label)
        self._rows = RowModel(self)
        self.setModel(self._rows)
        self._delegate = self.make_delegate(title_lines, compact)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self._open(index))
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell_current(now))

    def make_delegate(self, title_lines: int, compact: bool) -> RowDelegate:
        """Return what draws its rows."""
        return RowDelegate(self, title_lines, compact)

    def rows(self) -> tuple[Row, ...]:
        """Return what it shows."""
        return self._rows.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current, or one near its place becomes so."""
        key, place = self.current_key(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._delegate.forget(clear=False)
        self._telling = False
        if self._rows.show(tuple(rows)):
            if key:
                self._set_current(key, place)
            self.verticalScrollBar().setValue(scrolled)
        else:
            self.scheduleDelayedItemsLayout()
        self._telling = True

    def current_key(self) -> str:
        """Return the current row's key, "" when there is none."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else ""

    def set_current(self, key: str) -> None:
        """Mark a row without telling; an unknown key marks none."""
        self._telling = False
        index = self._index_of(key)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()
        self._telling = True

    def first_key(self) -> str:
        """Return the key of the first row that can be chosen, "" when there is none."""
        return next((row.key for row in self._rows.rows if not row.heading), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        current = self.current_key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current:
            self.opened.emit(current)
        elif key == Qt.Key.Key_Home and self.first_key():
            # The first row may be a heading, where Qt would not go.
            self.setCurrentIndex(self._index_of(self.first_key()))
            self.scrollToTop()
        elif key == Qt.Key.Key_Space and current and not alt:
            self.toggled.emit(current)
        elif key == Qt.Key.Key_Delete and current:
            self.removal_requested.emit(current)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and current:
            self.move_requested.emit(current, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.first_key():
            self._telling = self.chooses
            self.setCurrentIndex(self._index_of(self.first_key()))
            self._telling = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint())
        hand = over.isValid() and not self._rows.rows[over.row()].heading
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._delegate.forget()
            # Rows wrap at another place now; by itself Qt looks at the height only.
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget()

    def _open(self, index: QModelIndex) -> None:
        if not self._rows.rows[index.row()].heading:
            self.opened.emit(self._rows.rows[index.row()].key)

    def _tell_current(self, index: QModelIndex) -> None:
        if self._telling and index.isValid():
            self.current_changed.emit(self._rows.rows[index.row()].key)

    def _index_of(self, key: str) -> QModelIndex:
        for place, row in enumerate(self._rows.rows):
            if row.key == key and not row.heading:
                return self._rows.index(place)
        return QModelIndex()

    def _set_current(self, key: str, place: int) -> None:
        index = self._index_of(key)
        if not index.isValid() and not self.chooses and self._rows.rows:
            near = self._rows.rows[min(place, len(self._rows.rows) - 1)].key
            index = self._index_of(near)
        self.setCurrentIndex(index)

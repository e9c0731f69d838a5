"""The two lists of choice: which kind of document, and what it is made of."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.common.labels import plain_tool_tip
from ui.common.letters import px
from ui.common.tipped import Index

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 31
_LEAST = 4
_AROUND_WORDS = 30


class KindList(QListWidget):
    """A short list of which one is always chosen.

    Signals:
        chosen(str): the key that is chosen now.
    """

    chosen = Signal(str)

    def __init__(
        self, label: str, kinds: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setProperty("quiet", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for key, words in kinds:
            item = QListWidgetItem(words)
            item.setData(_ID, key)
            self.addItem(item)
        self._fit()
        self.setCurrentRow(0)
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(item.data(_ID)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, px(_HEIGHT)))
        # With large letters in a low window they scroll.
        self.setMinimumHeight(self._height_of(_LEAST))
        self.setMaximumHeight(self._height_of(self.count()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(self.count()))

    def _height_of(self, rows: int) -> int:
        return px(_HEIGHT) * rows + 2 * self.frameWidth() + 4

    def current(self) -> str:
        """Return the chosen key."""
        return self.currentItem().data(_ID)

    def set_current(self, key: str) -> None:
        """Choose a key."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == key:
                self.setCurrentRow(row)


class _Wrapping(QStyledItemDelegate):
    """Measures rows for the width that their words have: Qt forgets what stands around them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(option.rect.width() - px(_AROUND_WORDS))
        return super().sizeHint(narrow, index)


class CheckedList(QListWidget):
    """Items with a box each; the current one is the one that is shown. Space checks it.

    Signals:
        shown(str): the id of the item that the person went to.
        checked_changed: other items are checked than before.
    """

    shown = Signal(str)
    checked_changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setProperty("quiet", True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Rows wrap anew in another width; else they keep their height and lose a line.
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Wrapping(self))
        self._filling = False
        self.currentItemChanged.connect(self._tell_shown)
        self.itemChanged.connect(self._tell_checked)

    def show_items(
        self, items: Sequence[tuple[str, str, str]], checked: Sequence[str], shown: str
    ) -> None:
        """Show (id, title, detail), with the boxes of `checked` ticked and `shown` current."""
        self._filling = True
        self.clear()
        for record_id, title, detail in items:
            item = QListWidgetItem(f"{title}\n{detail}" if detail else title)
            item.setData(_ID, record_id)
            item.setToolTip(plain_tool_tip(item.text()))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = record_id in checked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
            if record_id == shown:
                self.setCurrentItem(item)
        self._filling = False

    def checked(self) -> list[str]:
        """Return the ids whose boxes are ticked, in order."""
        rows = (self.item(row) for row in range(self.count()))
        return [row.data(_ID) for row in rows if row.checkState() == Qt.CheckState.Checked]

    def _tell_shown(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.shown.emit(item.data(_ID))

    def _tell_checked(self) -> None:
        if not self._filling:
            self.checked_changed.emit()

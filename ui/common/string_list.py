"""A field of several short texts in order, such as a plan's stages or an organisation's aliases."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.name_edit import NameEdit


class _Text(NameEdit):
    """A text of the list. Signals: entered() when Enter is pressed in it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Row(QWidget):
    """One text with its buttons; a long one wraps."""

    def __init__(self, words: Words, label: str, place: int, ordered: bool) -> None:
        super().__init__()
        self.line = _Text(words("common.list.item", label=label, n=place + 1))
        self.up = IconButton(words("common.list.up", n=place + 1), "arrow-up")
        self.down = IconButton(words("common.list.down", n=place + 1), "arrow-down")
        self.remove = IconButton(words("common.list.remove", n=place + 1), "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.up, self.down):
            button.setVisible(ordered)


class StringListEditor(QWidget):
    """Lines that can be added, ordered and removed. Fits ui.common.field.Field (tuple of str).

    Lines left empty are no part of the value. Enter in a line begins the next one.

    Args:
        ordered: whether the order means something and can be changed.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(
        self, words: Words, label: str, ordered: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._words = words
        self._label = label
        self._ordered = ordered
        self._value: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        column.addWidget(ground)
        self.add_button = LinkButton(words("common.list.add"), "plus")
        self.add_button.clicked.connect(lambda _=False: self._add())
        column.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter has done its work here; a dialog around must not take it for its own.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def value(self) -> tuple[str, ...]:
        return self._value

    def set_value(self, value: Sequence[str]) -> None:
        if tuple(value) != self._value:
            self._value = tuple(value)
            self._show(list(value))

    def reset(self, value: Sequence[str]) -> None:
        self._value = tuple(value)
        self._show(list(value))

    def end_visit(self) -> None:
        self.left.emit()

    def is_editing(self) -> bool:
        return any(row.line.is_editing() for row in self._rows)

    def texts(self) -> list[str]:
        """Return the lines as they stand, empty ones too."""
        return [row.line.value() for row in self._rows]

    def _show(self, texts: list[str]) -> None:
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for place, text in enumerate(texts):
            row = _Row(self._words, self._label, place, self._ordered)
            row.line.set_value(text)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(texts) - 1)
            self._connect(row, place)
            self._rows.append(row)
            self._column.addWidget(row)
            # A layout shows it only later, too late for the focus.
            row.show()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go through the lines before the button: it was there before they came."""
        before: QWidget = self._column.parentWidget()
        for row in self._rows:
            for stop in (row.line, row.up, row.down, row.remove):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _connect(self, row: _Row, place: int) -> None:
        row.line.edited.connect(self._tell)
        row.line.left.connect(self.left)
        row.line.entered.connect(lambda: self._add(place + 1))
        row.up.clicked.connect(lambda _=False: self._move(place, -1))
        row.down.clicked.connect(lambda _=False: self._move(place, 1))
        row.remove.clicked.connect(lambda _=False: self._remove(place))

    def _add(self, place: int | None = None) -> None:
        texts = self.texts()
        place = len(texts) if place is None else place
        texts.insert(place, "")
        self._show(texts)
        self._rows[place].line.setFocus()

    def _move(self, place: int, step: int) -> None:
        texts = self.texts()
        texts.insert(place + step, texts.pop(place))
        self._show(texts)
        self._rows[place + step].line.setFocus()
        self._tell()

    def _remove(self, place: int) -> None:
        texts = self.texts()
        del texts[place]
        self._show(texts)
        rows = self._rows
        (rows[min(place, len(rows) - 1)].line if rows else self.add_button).setFocus()
        self._tell()

    def _tell(self) -> None:
        value = tuple(text for text in self.texts() if text.strip())
        if value != self._value:
            self._value = value
            self.edited.emit(value)

"""A field of several values out of a few."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.common.flow_layout import FlowLayout


class CheckList(QWidget):
    """Check boxes side by side. Fits ui.common.field.Field (value: tuple, in the choices' order).

    Values that no choice has are kept at the end.

    Signals:
        entered(str): Enter was pressed on a value, which is chosen now.
    """

    edited = Signal(object)
    left = Signal()
    entered = Signal(str)

    def __init__(
        self, label: str, choices: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._unknown: tuple[str, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        flow = FlowLayout(self, 10)
        for value, words in choices:
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setAccessibleDescription(label)
            box.clicked.connect(self._tell)
            box.installEventFilter(self)
            self._boxes[value] = box
            flow.addWidget(box)

    def value(self) -> tuple[str, ...]:
        checked = (value for value, box in self._boxes.items() if box.isChecked())
        return (*checked, *self._unknown)

    def set_value(self, value: Iterable[str]) -> None:
        values = tuple(value)
        self._unknown = tuple(one for one in values if one not in self._boxes)
        for one, box in self._boxes.items():
            box.setChecked(one in values)

    def reset(self, value: Iterable[str]) -> None:
        self.set_value(value)

    def end_visit(self) -> None:
        self.left.emit()

    def is_editing(self) -> bool:
        return False

    def set_hint(self, text: str) -> None:
        """Say in the tool tip of each value what Enter does there."""
        for box in self._boxes.values():
            box.setToolTip(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            value = next((one for one, box in self._boxes.items() if box is watched), "")
            if value and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not self._boxes[value].isChecked():
                    self._boxes[value].click()
                self.entered.emit(value)
                return True
        return False

    def _tell(self) -> None:
        self.edited.emit(self.value())
        # A click is a whole visit.
        self.left.emit()

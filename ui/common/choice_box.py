"""A field of one value out of a few."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.common.labels import plain_tool_tip

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class ChoiceBox(QComboBox):
    """Values with their words. Fits the protocol of ui.common.field.Field.

    Args:
        label: its name for the screen reader.
        choices: (value, words) in order; the empty value is one of them where it is allowed.

    A value that no choice has is kept and shown as it stands.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(
        self, label: str, choices: Iterable[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        # The style's own pop-up ignores the style sheet's items.
        self.setView(QListView())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._values: list[object] = []
        self.set_choices(choices)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer other values, keeping the chosen one."""
        kept = self.value() if self._values else None
        self.clear()
        self._values = []
        for value, words in choices:
            self._values.append(value)
            self.addItem(words)
        if kept is not None:
            self.set_value(kept)

    def value(self) -> object:
        return self._values[self.currentIndex()] if self._values else ""

    def set_value(self, value: object) -> None:
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))

    def reset(self, value: object) -> None:
        self.set_value(value)

    def end_visit(self) -> None:
        self.left.emit()

    def is_editing(self) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt's own cuts what is too long in the middle of a letter.
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width()
        text = self.currentText()
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room - 2)
        option.currentText = shown
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self.setToolTip(plain_tool_tip(text) if shown != text else "")

    def showPopup(self) -> None:
        super().showPopup()
        # Qt forgets the list's own frame: the last line would be cut off by an arrow for
        # scrolling. The arrow takes room itself, and goes only where there is more than enough
        # for a moment.
        view = self.view()
        rows = min(self.count(), self.maxVisibleItems())
        height = sum(view.sizeHintForRow(row) for row in range(rows))
        frame = view.parentWidget()
        missing = height - view.viewport().height()
        if 0 < missing < view.sizeHintForRow(0):
            whole = frame.height() + missing
            for size in (2 * whole, whole):
                frame.resize(frame.width(), size)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what the pointer happens to pass.
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def _tell(self) -> None:
        self.edited.emit(self.value())

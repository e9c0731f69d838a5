"""Tab follows the eye, whatever the order in which widgets were made."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tests.ui.helpers import accessible_name, focused
from ui.common.buttons import IconButton
from ui.common.tab_order import order_tabs


class _Compound(QWidget):
    """A field that is made of several widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(accessibleName="second")
        QHBoxLayout(self).addWidget(self.line)
        self.setFocusProxy(self.line)


def test_tab_does_not_come_back_to_a_field_of_several_widgets(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, third = QLineEdit(accessibleName="first"), IconButton("third", "eye")
    second, fourth = _Compound(), QLineEdit(accessibleName="fourth")
    for widget in (first, third, second, fourth):
        widget.setParent(window)
    for widget in (first, second, third, fourth):
        column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    order_tabs(window)
    first.setFocus()
    visited = []
    for _ in range(5):
        visited.append(accessible_name(focused()))
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert visited == ["first", "second", "third", "fourth", "first"]
    QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert accessible_name(focused()) == "first"

"""A name from the list below a line is told like one that was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.helpers import focused
from ui.common.line_edit import LineEdit
from ui.common.suggestions import suggest

NAMES = ("Forum Warga Desa", "Forum Warga Kota")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_name_that_is_chosen_is_told(show, qtbot, key):
    line = show(LineEdit("Pihak"))
    told: list[object] = []
    line.edited.connect(told.append)
    popup = suggest(line, NAMES).popup()
    line.setFocus()
    QTest.keyClicks(focused(), "kota")
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, key)
    qtbot.waitUntil(lambda: told[-1] == NAMES[1])
    assert line.value() == NAMES[1]


def test_leaving_tells_nothing_that_was_told_before(show):
    line = show(LineEdit("Pihak"))
    told: list[object] = []
    line.edited.connect(told.append)
    suggest(line, NAMES)
    line.set_value("Dinas")
    line.setFocus()
    line.end_visit()
    assert told == []

"""The find bar by keys: it asks, its owner answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.helpers import assert_all_named, focused, named
from ui.common.buttons import Button
from ui.common.find_bar import FindBar
from ui.common.labels import PlainLabel

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(show, words) -> FindBar:
    window = QWidget()
    made = FindBar(words)
    QVBoxLayout(window).addWidget(made)
    show(window)
    made.asked, made.steps = [], []
    made.text_changed.connect(made.asked.append)
    made.step_requested.connect(made.steps.append)
    return made


def said(bar: FindBar) -> str:
    return bar.findChild(PlainLabel).text()


def test_it_is_not_there_until_it_is_opened(bar: FindBar):
    assert not bar.isVisible()
    bar.open_bar()
    assert bar.isVisible()
    assert focused() is bar.field
    assert_all_named(bar.window())


def test_every_letter_is_told_and_the_count_is_shown(bar: FindBar, words):
    bar.open_bar()
    QTest.keyClicks(bar.field, "ban ")
    assert bar.asked == ["", "b", "ba", "ban", "ban"]
    bar.show_found(3, 17)
    assert said(bar) == words("search.bar.count", n=3, total=17)


def test_enter_and_f3_go_on_and_with_shift_back(bar: FindBar):
    bar.open_bar("banjir")
    bar.show_found(1, 2)
    for key, modifier in ((KEY.Key_Return, None), (KEY.Key_F3, None), (KEY.Key_Enter, SHIFT)):
        QTest.keyClick(bar.field, key, modifier or Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(bar.field, KEY.Key_F3, SHIFT)
    assert bar.steps == [1, 1, -1, -1]


def test_the_buttons_do_the_same(bar: FindBar, words):
    bar.open_bar("banjir")
    bar.show_found(1, 2)
    named(bar, words("search.bar.next"), Button).click()
    named(bar, words("search.bar.previous"), Button).click()
    assert bar.steps == [1, -1]


def test_where_nothing_is_found_there_is_nowhere_to_go(bar: FindBar, words):
    bar.open_bar("banjir")
    bar.show_found(0, 0)
    assert said(bar) == words("search.bar.none")
    QTest.keyClick(bar.field, KEY.Key_Return)
    assert bar.steps == []
    assert not named(bar, words("search.bar.next"), Button).isEnabled()


def test_nothing_looked_for_is_not_a_miss(bar: FindBar):
    bar.open_bar()
    bar.show_found(0, 0)
    assert said(bar) == ""


@pytest.mark.parametrize("way", ["escape", "button"])
def test_closing_tells_it_once(bar: FindBar, words, way: str):
    closed = []
    bar.closed.connect(lambda: closed.append(1))
    bar.open_bar("banjir")
    if way == "escape":
        QTest.keyClick(bar.field, KEY.Key_Escape)
    else:
        named(bar, words("search.bar.close"), Button).click()
    bar.close_bar()
    assert closed == [1]
    assert not bar.isVisible()


def test_opened_again_it_looks_for_the_last_text_and_offers_to_replace_it(bar: FindBar):
    bar.open_bar("banjir")
    bar.close_bar()
    bar.asked.clear()
    bar.open_bar()
    assert bar.asked == ["banjir"]
    QTest.keyClicks(bar.field, "peta")
    assert bar.text() == "peta"


def test_f3_is_no_key_of_the_window_meanwhile(bar: FindBar):
    pressed = []
    QShortcut(QKeySequence("F3"), bar.window()).activated.connect(lambda: pressed.append(1))
    bar.open_bar("banjir")
    bar.show_found(1, 2)
    QTest.keyClick(bar.field, KEY.Key_F3)
    assert (pressed, bar.steps) == ([], [1])

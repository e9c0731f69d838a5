"""Choosing by typing: the list narrows, Enter takes, what is in no list may be written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.common.picker import Pick, PickButton, PickPopup

PICKS = [
    Pick("note", "catatan"),
    Pick("input", "masukan", "perlu dijawab"),
    Pick("decision", "keputusan"),
]


@pytest.fixture
def page(show, indonesian):
    def build(**values):
        ground = QWidget()
        line = QLineEdit()
        line.setAccessibleName("teks")
        button = PickButton(indonesian, "Jenis", "Alt+J", scope=ground, **values)
        button.set_picks(PICKS)
        column = QVBoxLayout(ground)
        column.addWidget(line)
        column.addWidget(button)
        show(ground)
        line.setFocus()
        ground.button, ground.line = button, line
        ground.told = []
        button.picked.connect(ground.told.append)
        return ground

    return build


def open_it() -> PickPopup:
    QTest.keyClick(focused(), Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PickPopup)
    assert_all_named(popup)
    return popup


def test_typing_a_part_and_enter_chooses_and_gives_the_focus_back(page):
    ground = page()
    popup = open_it()
    QTest.keyClicks(popup.line, "putus")
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert [pick.value for pick in ground.told] == ["decision"]
    assert ground.line.hasFocus()


def test_notes_are_searched_too_and_arrows_choose(page):
    ground = page()
    popup = open_it()
    QTest.keyClick(popup.line, Qt.Key.Key_Down)
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    popup = open_it()
    QTest.keyClicks(popup.line, "jawab")
    QTest.keyClick(popup.line, Qt.Key.Key_Tab)
    assert [pick.value for pick in ground.told] == ["input", "input"]


def test_escape_chooses_nothing(page):
    ground = page()
    popup = open_it()
    QTest.keyClick(popup.line, Qt.Key.Key_Escape)
    assert (ground.told, QApplication.activePopupWidget()) == ([], None)


def test_what_no_list_has_is_taken_only_where_that_is_free(page):
    ground = page()
    popup = open_it()
    QTest.keyClicks(popup.line, "usul")
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert ground.told == []
    popup.close()
    ground = page(free=True)
    popup = open_it()
    QTest.keyClicks(popup.line, "Pak <b>Lurah</b>")
    assert popup.list.rows()[0].title == "Pakai “Pak <b>Lurah</b>”"
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert [pick.value for pick in ground.told] == ["Pak <b>Lurah</b>"]


def test_the_button_says_what_it_is_and_what_is_chosen(page):
    button = page().button
    button.set_value("input")
    assert (button.text(), accessible_name(button)) == ("masukan", "Jenis: masukan")
    button.set_value(None)
    assert (button.text(), accessible_name(button)) == ("Jenis", "Jenis: –")
    button.set_value("x", "sebuah nama yang panjang sekali sehingga tidak muat di mana pun juga")
    assert button.sizeHint().width() <= 240


def test_the_list_is_as_high_as_what_was_found(page):
    page()
    popup = open_it()
    whole = popup.height()
    QTest.keyClicks(popup.line, "putus")
    shown = popup.list.viewport().height()
    assert shown >= popup.list.sizeHintForRow(0)
    assert popup.height() <= whole - popup.list.sizeHintForRow(0)


def test_what_finds_nothing_says_so_and_the_line_stays_whole(page):
    page()
    popup = open_it()
    high = popup.line.height()
    QTest.keyClicks(popup.line, "xyz")
    QApplication.sendPostedEvents()
    assert (popup.nothing.isVisible(), popup.list.isVisible()) == (True, False)
    assert (popup.nothing.text(), popup.line.height()) == ("Tidak ada yang cocok.", high)
    for _ in range(3):
        QTest.keyClick(popup.line, Qt.Key.Key_Backspace)
    assert (popup.nothing.isVisible(), len(popup.list.rows())) == (False, 3)


def test_the_list_stands_whole_on_the_screen_though_there_is_room_nowhere(page, indonesian):
    ground = page()
    room = ground.screen().availableGeometry()
    ground.setGeometry(room)
    popup = PickPopup(indonesian, "Jenis", PICKS, False, ground)
    popup.show_below(ground)
    # Qt's offscreen platform gives even a popup a frame of two pixels.
    assert room.adjusted(0, 0, 2, 2).contains(popup.geometry())
    popup.close()

"""Parties are added, changed, ordered and removed with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.records import Party
from tests.ui.helpers import assert_all_named, focused
from ui.common.party_chip import PartyChip, PartyDialog
from ui.common.party_editor import PartyEditor

ORGANISATION = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def editor(show, words) -> PartyEditor:
    shown = show(PartyEditor(words, "Penanggung jawab"))
    shown.told = []
    shown.edited.connect(shown.told.append)
    shown.set_value((Party(name="Bappeda", unit="Bidang I"), Party(name="Dinas Kominfo")))
    shown.line.setFocus()
    return shown


def chip(editor: PartyEditor, place: int) -> PartyChip:
    return editor._chips[place]


def names(editor: PartyEditor) -> list[str]:
    return [party.name for party in editor.value()]


def test_a_name_and_enter_adds(editor):
    QTest.keyClicks(focused(), "Forum Warga")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert editor.told[-1] == editor.value()
    assert names(editor) == ["Bappeda", "Dinas Kominfo", "Forum Warga"]
    assert editor.line.text() == ""


def test_semicolons_part_several_names(editor):
    QTest.keyClicks(focused(), "Forum Warga; JKS ;")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert names(editor)[2:] == ["Forum Warga", "JKS"]


def test_half_a_name_is_told_as_well(editor):
    QTest.keyClicks(focused(), "For")
    assert [party.name for party in editor.told[-1]] == ["Bappeda", "Dinas Kominfo", "For"]
    for _ in "For":
        QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert [party.name for party in editor.told[-1]] == ["Bappeda", "Dinas Kominfo"]
    assert names(editor) == ["Bappeda", "Dinas Kominfo"]


def test_a_name_left_behind_is_meant_too(editor, show):
    left = []
    editor.left.connect(lambda: left.append(names(editor)))
    QTest.keyClicks(focused(), "Forum Warga")
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert names(editor)[-1] == "Forum Warga"
    assert left == [names(editor)]


def test_a_suggested_name_brings_its_organisation(editor):
    editor.set_suggestions([("Forum Warga Kota", ORGANISATION)])
    QTest.keyClicks(focused(), "forum warga kota")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert editor.value()[-1] == Party(name="forum warga kota", organisation_id=ORGANISATION)
    assert editor.told[-1] == editor.value()


def test_a_name_of_the_list_is_taken_once(editor, qtbot):
    editor.set_suggestions([("Forum Warga Kota", ORGANISATION), ("Forum Warga Desa", None)])
    QTest.keyClicks(focused(), "forum")
    popup = editor.line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(names(editor)) == 3)
    # The list tells of it once more, after the key.
    QApplication.processEvents()
    assert editor.value()[2:] == (Party(name="Forum Warga Kota", organisation_id=ORGANISATION),)
    assert (editor.line.text(), focused()) == ("", editor.line)
    # Enter takes what was typed where nothing in the list is marked.
    QTest.keyClicks(focused(), "for")
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert names(editor)[3:] == ["for"]


def test_the_keys_of_a_chip_move_and_remove_it(editor):
    chip(editor, 0).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert names(editor) == ["Dinas Kominfo", "Bappeda"]
    assert focused() is chip(editor, 1)
    QTest.keyClick(focused(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert names(editor) == ["Dinas Kominfo", "Bappeda"]
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert names(editor) == []
    assert focused() is editor.line


def test_name_and_unit_are_changed_in_a_dialog(editor, qtbot):
    chip(editor, 1).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    dialog = editor.findChild(PartyDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert_all_named(dialog)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "Bidang E-Gov")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert editor.value()[1] == Party(name="Dinas Kominfo", unit="Bidang E-Gov")


def test_an_equal_value_keeps_the_chips(editor):
    before = chip(editor, 0)
    editor.set_value(editor.value())
    assert chip(editor, 0) is before
    assert editor.told == []


def test_markup_in_a_name_is_text(editor):
    editor.set_value((Party(name="R&D <b>tebal</b>"),))
    assert chip(editor, 0).text() == "R&D <b>tebal</b>"
    assert chip(editor, 0).shortcut().isEmpty()


def test_everything_has_a_name(editor):
    assert_all_named(editor)


def test_the_menu_of_a_chip_speaks_the_language(editor, words):
    chip(editor, 0).click()
    menus = [one for one in chip(editor, 0).children() if one.inherits("QMenu")]
    texts = [action.text() for action in menus[0].actions() if action.text()]
    assert texts[0] == words("common.party.edit")
    assert not menus[0].actions()[1].isEnabled()
    menus[0].close()

"""Our dialogs, with keys."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.helpers import accessible_name, assert_all_named, focused, named
from ui.common.buttons import DangerButton
from ui.common.party_editor import PartyEditor
from ui.common.string_list import StringListEditor
from ui.dialogs.ask import confirm
from ui.dialogs.base import Dialog
from ui.dialogs.who import WhoDialog


@pytest.fixture
def parent(show) -> QWidget:
    return show(QWidget())


def when_open(act) -> None:
    """Do something in the dialog that is about to block."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        act(dialog)

    QTimer.singleShot(0, run)


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_question_is_answered_by_a_key(parent, words, key: Qt.Key, answer: bool):
    def press(dialog: Dialog) -> None:
        assert_all_named(dialog)
        QTest.keyClick(dialog, key)

    when_open(press)
    title, text = "Terapkan <b>ini</b>?", "Cadangan dibuat lebih dahulu."
    assert confirm(parent, words, title, text, "Terapkan") is answer


def test_a_danger_is_not_one_careless_key_away(parent, words):
    def press(dialog: Dialog) -> None:
        assert isinstance(dialog.ok, DangerButton)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_open(press)
    assert not confirm(parent, words, "Hapus butir?", "Riwayatnya tetap ada.", "Hapus", True)


def test_a_danger_is_two_deliberate_keys_away(parent, words):
    def press(dialog: Dialog) -> None:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_open(press)
    assert confirm(parent, words, "Hapus butir?", "Riwayatnya tetap ada.", "Hapus", True)


def test_who_works_here_is_asked_at_first_and_cannot_be_empty(show, words):
    dialog = show(WhoDialog(words))
    assert_all_named(dialog)
    assert not dialog.ok.isEnabled()
    assert focused() is dialog.field
    QTest.keyClicks(dialog.field, "  Made Artha")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert (dialog.name(), dialog.result()) == ("Made Artha", Dialog.DialogCode.Accepted)


def test_who_worked_here_before_is_one_press_away(show, words):
    dialog = show(WhoDialog(words, "Sri Wahyuni", ["Sri Wahyuni", "Made Artha"]))
    named(dialog, "Made Artha").click()
    assert (dialog.name(), dialog.result()) == ("Made Artha", Dialog.DialogCode.Accepted)


def test_a_dialog_is_called_by_its_heading(show, words):
    assert accessible_name(show(Dialog(words, "Terapkan?", "Isi"))) == "Terapkan?"


def test_enter_in_a_list_of_a_dialog_is_the_lists(show, words):
    dialog = Dialog(words, "Rencana", ok="Simpan")
    parties, stages = PartyEditor(words, "Pihak"), StringListEditor(words, "Tahap")
    dialog.body.addWidget(parties)
    dialog.body.addWidget(stages)
    show(dialog)
    QTest.keyClicks(parties.line, "Bappeda")
    QTest.keyClick(parties.line, Qt.Key.Key_Return)
    stages.add_button.click()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert [party.name for party in parties.value()] == ["Bappeda"]
    assert len(stages.texts()) == 2
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == Dialog.DialogCode.Accepted

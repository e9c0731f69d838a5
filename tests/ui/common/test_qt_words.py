"""Qt's own words in the person's language."""

import tomllib

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from resources import FOLDER
from resources.words import LANGUAGES, Words
from ui.common.qt_words import QtWords, install_qt_words


@pytest.fixture
def speak(qapp: QApplication):
    yield lambda language: install_qt_words(qapp, Words(language))
    for translator in qapp.findChildren(QtWords):
        qapp.removeTranslator(translator)
        translator.setParent(None)


def menu_words(line: QLineEdit) -> list[str]:
    menu = line.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    return texts


def test_the_menu_of_a_field_is_indonesian(show, speak):
    speak("id")
    assert menu_words(show(QLineEdit())) == [
        "&Urungkan",
        "&Ulangi",
        "&Potong",
        "&Salin",
        "&Tempel",
        "Hapus",
        "Pilih semua",
    ]


def test_switching_back_to_english_leaves_no_indonesian(show, speak):
    speak("id")
    speak("en")
    assert "&Undo" in menu_words(show(QLineEdit()))


def test_the_buttons_of_qts_dialogs_are_indonesian(show, speak):
    speak("id")
    both = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Judul", "Isi", both)
    assert {button.text() for button in box.buttons()} == {"&Ya", "Batal"}


def test_both_languages_have_the_same_words():
    keys = [
        list(tomllib.loads((FOLDER / "i18n" / lang / "qt.toml").read_text("utf-8"))["words"])
        for lang in LANGUAGES
    ]
    assert keys[0] == keys[1]

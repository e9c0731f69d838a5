"""What is typed reaches the record it was typed for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Party
from resources.words import Words
from tests.ui.helpers import focused
from ui.common.date_field import DateField
from ui.common.form import Form
from ui.common.line_edit import LineEdit
from ui.common.party_editor import PartyEditor
from ui.common.text_edit import GrowingTextEdit


class Page(QWidget):
    """Two fields bound to one record."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self.title = LineEdit("Judul")
        self.text = GrowingTextEdit("Isi")
        column = QVBoxLayout(self)
        for name, field in (("title", self.title), ("text", self.text)):
            self.form.add(name, field)
            column.addWidget(field)
        self.said: list[tuple[str, ...]] = []
        self.form.edited.connect(lambda *what: self.said.append(what))
        self.form.left.connect(lambda *what: self.said.append(what))


@pytest.fixture
def page(show) -> Page:
    shown = show(Page())
    shown.form.show_record("a", {"title": "Satu", "text": "isi", "other": 1})
    shown.text.setFocus()
    shown.said.clear()
    return shown


def test_edits_name_record_and_field(page):
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClicks(focused(), "!")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert page.said == [("a", "text", "isi!"), ("a", "text")]


def test_the_echo_of_an_earlier_save_does_not_overwrite_later_letters(page):
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClicks(focused(), "12")
    page.form.show_record("a", {"title": "Satu", "text": "isi1"})
    assert page.text.value() == "isi12"


def test_news_of_another_field_is_shown(page):
    QTest.keyClicks(focused(), "x")
    page.form.show_record("a", {"title": "Dua", "text": "isi"})
    assert page.title.value() == "Dua"


def test_another_record_ends_the_visit_and_takes_the_fields(page):
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClicks(focused(), "!")
    page.form.show_record("b", {"title": "", "text": "lain"})
    assert page.text.value() == "lain"
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClicks(focused(), "?")
    assert page.said == [("a", "text", "isi!"), ("a", "text"), ("b", "text", "lain?")]


def test_an_undo_from_outside_shows_while_the_focus_stays(page):
    page.form.show_record("a", {"title": "Satu", "text": "lebih lama"})
    assert page.text.value() == "lebih lama"


def test_another_record_with_an_equal_text_does_not_take_over_the_undo(page):
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClicks(focused(), "!")
    page.form.show_record("b", {"text": "isi!"})
    page.said.clear()
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.text.value(), page.said) == ("isi!", [])


class FactsPage(QWidget):
    """A date and parties bound to one record."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.form = Form(self)
        self.date, self.parties = DateField(words, "Tanggal"), PartyEditor(words, "Pihak")
        column = QVBoxLayout(self)
        for name, field in (("date", self.date), ("leads", self.parties)):
            self.form.add(name, field)
            column.addWidget(field)
        self.said: list[tuple[object, ...]] = []
        self.form.edited.connect(lambda *what: self.said.append(what))


def test_what_was_not_understood_does_not_move_to_another_record(show, words):
    page = show(FactsPage(words))
    page.form.show_record("a", {"date": "", "leads": ()})
    page.date.setFocus()
    QTest.keyClicks(focused(), "besok")
    page.form.show_record("b", {"date": "", "leads": ()})
    assert page.date.line.text() == ""
    assert not page.date.has_problem()


def test_a_name_that_waits_goes_to_the_record_it_was_typed_for(show, words):
    page = show(FactsPage(words))
    page.form.show_record("a", {"date": "", "leads": ()})
    page.parties.setFocus()
    QTest.keyClicks(focused(), "Bappeda")
    page.form.show_record("b", {"date": "", "leads": ()})
    assert {record for record, _, _ in page.said} == {"a"}
    assert page.said[-1] == ("a", "leads", (Party(name="Bappeda"),))
    assert page.parties.value() == ()

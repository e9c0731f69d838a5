"""The four questions: words first, with yes and no at hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.helpers import assert_all_named, focused
from ui.organisations.considerations import ConsiderationField


@pytest.fixture
def field(show, words) -> ConsiderationField:
    made = ConsiderationField(words, "focus")
    made.resize(400, 100)
    return show(made)


def press(field, answer) -> list:
    said: list = []
    field.edited.connect(said.append)
    field.left.connect(lambda: said.append("left"))
    QTest.keyClick(field.buttons[answer], Qt.Key.Key_Return)
    return said


def marks(field) -> tuple[bool, bool]:
    return (field.buttons["yes"].isChecked(), field.buttons["no"].isChecked())


def test_an_answer_is_one_press_and_a_visit_of_its_own(field, words):
    yes = words("organisations.questions.yes")
    assert_all_named(field)
    assert press(field, "yes") == ["left", yes, "left"]
    assert (field.value(), marks(field)) == (yes, (True, False))


def test_an_answer_goes_before_what_was_written(field, words):
    field.set_value("pakar data")
    press(field, "no")
    assert field.value() == f"{words('organisations.questions.no')}. pakar data"
    press(field, "yes")
    assert field.value() == f"{words('organisations.questions.yes')}. pakar data"


def test_a_second_press_takes_the_answer_back(field):
    field.set_value("Ya. pakar data")
    press(field, "yes")
    assert (field.value(), marks(field)) == ("pakar data", (False, False))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ya", (True, False)),
        ("yes, since 2019", (True, False)),
        ("TIDAK", (False, True)),
        ("No.", (False, True)),
        ("Yayasan", (False, False)),
        ("", (False, False)),
    ],
)
def test_an_answer_in_any_language_is_seen_in_the_text(field, text, marked):
    field.reset(text)
    assert marks(field) == marked
    assert field.value() == text


def test_the_marks_follow_what_is_typed(field, words):
    field.setFocus()
    QTest.keyClicks(focused(), words("organisations.questions.no"))
    assert marks(field) == (False, True)
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert marks(field) == (False, False)

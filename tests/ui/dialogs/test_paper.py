"""The dialog of an office's letterhead and signatures, by keyboard and in both languages."""

import base64

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from db.records import Paper, Signature
from resources.words import Words
from tests.ui.helpers import assert_all_named, named
from ui.common.row_list import RowList
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.paper import PaperDialog

SECTIONS = ("held", "chair", "attendance", "discussion", "confirmations", "follow_ups")
PAPER = Paper(
    note_taker=Signature(name="Sekar", title="Analis", rank="III/a", nip="19"),
    chair=Signature(name="Bagas"),
    chair_signs="yes",
)


def a_png() -> bytes:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


LOGO = base64.b64encode(a_png()).decode()


@pytest.fixture
def dialog(show, words: Words) -> PaperDialog:
    labels = words.table("paper.section_names")
    made = PaperDialog(words, "RAK <b>2025</b>", list(labels.items()))
    made.show_paper("Pemerintah Kota", PAPER, b"")
    return show(made)


def edits(dialog: PaperDialog) -> list[tuple[str, object]]:
    """Everything that the dialog says from now on: what is edited, and that a field was left."""
    said: list[tuple[str, object]] = []
    dialog.field_edited.connect(lambda field, value: said.append((field, value)))
    dialog.field_left.connect(lambda field: said.append((field, "left")))
    return said


def papers(said: list[tuple[str, object]]) -> list[Paper]:
    return [value for field, value in said if field == "paper" and isinstance(value, Paper)]


def test_everything_has_a_name_and_it_shows_what_is_kept(dialog: PaperDialog):
    assert_all_named(dialog)
    assert dialog.value() == PAPER
    assert tuple(dialog.words.table("paper.section_names")) == SECTIONS


def test_it_fits_a_small_screen(dialog: PaperDialog):
    assert dialog.width() <= 1000
    assert dialog.height() <= 620
    for part in ("name", "title", "rank", "nip"):
        line = dialog._chair._lines[part]
        assert line.height() >= line.sizeHint().height()


def test_each_letter_of_the_letterhead_is_told(dialog: PaperDialog):
    said = edits(dialog)
    field = named(dialog, dialog.words("paper.organiser"), GrowingTextEdit)
    QTest.keyClicks(field, "AB")
    assert [field for field, _ in said] == ["organiser", "organiser"]
    assert str(said[-1][1]).startswith("AB")


def test_a_signature_that_is_typed_is_told_with_the_rest_of_the_paper(dialog: PaperDialog):
    said = edits(dialog)
    line = dialog._note_taker._lines["name"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Laras")
    field, paper = said[-1]
    assert field == "paper"
    assert paper == PAPER.model_copy(
        update={"note_taker": PAPER.note_taker.model_copy(update={"name": "Laras"})}
    )


def test_closing_ends_the_visit_of_the_field_that_was_typed_in(dialog: PaperDialog):
    said = edits(dialog)
    line = dialog._chair._lines["title"]
    line.setFocus()
    QTest.keyClicks(line, "Ketua")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert said[-1] == ("paper", "left")


def test_the_chair_s_lines_can_be_used_only_while_the_chair_signs(dialog: PaperDialog):
    said = edits(dialog)
    QTest.keyClick(dialog._chair_signs, Qt.Key.Key_Space)
    assert said == [("paper", PAPER.model_copy(update={"chair_signs": ""})), ("paper", "left")]
    assert not dialog._chair.isEnabled()
    QTest.keyClick(dialog._chair_signs, Qt.Key.Key_Space)
    assert dialog._chair.isEnabled()


def test_sections_are_moved_by_keys_and_by_buttons(dialog: PaperDialog):
    said = edits(dialog)
    sections = named(dialog, dialog.words("paper.sections"), RowList)
    sections.setFocus()
    sections.set_current("discussion")
    QTest.keyClick(sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    order = ("held", "chair", "discussion", "attendance", "confirmations", "follow_ups")
    assert papers(said)[0].sections == order
    assert sections.current_key() == "discussion"
    down = named(dialog, dialog.words("paper.down"))
    QTest.mouseClick(down, Qt.MouseButton.LeftButton)
    # As on the form again, which needs no order of its own.
    assert papers(said)[-1].sections == ()
    assert said[-1] == ("paper", "left")


def test_the_first_section_goes_no_further_up(dialog: PaperDialog):
    said = edits(dialog)
    sections = named(dialog, dialog.words("paper.sections"), RowList)
    sections.set_current("held")
    QTest.keyClick(sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert said == []


def test_an_order_of_the_office_is_shown_with_what_it_leaves_out_behind(dialog: PaperDialog):
    dialog.show_paper("", PAPER.model_copy(update={"sections": ("follow_ups", "x", "held")}), b"")
    left_out = ("chair", "attendance", "discussion", "confirmations")
    assert dialog.value().sections == ("follow_ups", "held", *left_out)


def test_a_logo_is_asked_for_shown_and_removed(dialog: PaperDialog):
    said = edits(dialog)
    asked: list[bool] = []
    dialog.logo_requested.connect(lambda: asked.append(True))
    choose = named(dialog, dialog.words("paper.choose_logo"))
    QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
    assert asked == [True]
    dialog.take_logo(LOGO, a_png())
    assert papers(said)[-1].logo == LOGO
    assert not dialog._picture.pixmap().isNull()
    remove = named(dialog, dialog.words("paper.remove_logo"))
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert papers(said)[-1].logo == ""
    assert dialog._picture.text() == dialog.words("paper.no_logo")
    assert not remove.isVisible()


def test_a_problem_with_a_picture_is_said_until_another_one_is_shown(dialog: PaperDialog):
    dialog.show_problem("Rusak")
    assert dialog._problem.isVisible()
    dialog.show_logo(LOGO, a_png())
    assert not dialog._problem.isVisible()

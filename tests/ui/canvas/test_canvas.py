"""The canvas in a window, with snapshots and real keys."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from db.drafting import Drafting
from db.following import InputLine
from db.records import Contact, Draft, Party
from resources.forms import form_names
from tests.db.following import new_id
from tests.ui.canvas.views import (
    ALT,
    CONTROL,
    KEY,
    LONG,
    choice,
    commitment,
    go,
    key_of,
    marks,
    milestones,
    press,
    show_view,
    texts,
    told,
    view,
)
from tests.ui.helpers import accessible_name, assert_all_named, focused, named
from ui.canvas.canvas import Canvas


@pytest.mark.parametrize("form", form_names())
def test_every_form_is_shown_with_names_for_everything(canvas, form):
    one = commitment(form=form)
    contact = Contact(id=str(uuid4()), commitment_id=one.id, name="Ratri", side="implementer")
    show_view(canvas, view(one, milestones=milestones(one, 2), contacts=(contact,)))
    QApplication.processEvents()
    assert [card.section.key for card in canvas.cards.cards.values()] == [
        section.key for section in canvas._sections
    ]
    for section in canvas._sections:
        canvas.go_to(section.key)
        assert canvas.current() == section
        assert canvas.cards.cards[section.key].isAncestorOf(focused())
    assert_all_named(canvas)


def test_what_is_typed_is_told_and_marked_at_once(canvas, words):
    one = commitment()
    show_view(canvas, view(one))
    assert marks(canvas)["problem"] == "!"
    assert marks(canvas)["additional"] == "–"
    go(canvas, "problem")
    QTest.keyClicks(focused(), "Dari 46 posyandu")
    assert told(canvas, "field_edited")[-1] == (
        "commitments", one.id, "problem", "Dari 46 posyandu"
    )  # fmt: skip
    assert marks(canvas)["problem"] == "✓"
    assert words("canvas.words", n=3) in texts(canvas.cards.cards[key_of(canvas, "problem")])
    assert words("canvas.guide.length", n=3, letters=16) in texts(canvas.guide)
    press(KEY.Key_Tab)
    assert told(canvas, "field_left")[-1] == ("commitments", one.id, "problem")


def test_the_rail_says_how_far_the_next_draft_is_and_marks_what_it_lacks(canvas, words):
    one = commitment(problem="Ada", start="2021-01")
    show_view(canvas, view(one))
    foot = canvas.rail.foot
    # Title, problem, description and contribution make the first draft.
    assert foot.bar.value() == 50
    assert words("canvas.rail.missing", n=2) in foot.accessibleName()
    assert [marks(canvas)[name] for name in ("problem", "description", "alignment")] == [
        "✓", "!", "–",
    ]  # fmt: skip
    go(canvas, "description")
    QTest.keyClicks(focused(), "Isi")
    assert (foot.bar.value(), marks(canvas)["description"]) == (75, "✓")
    asked = InputLine(new_id(), "Tambah", "", canvas_field="problem", point_number="3")
    dossier = canvas.view.dossier
    drafts = (Draft(id=new_id(), commitment_id=one.id, level="final"),)
    canvas.telling.show_standing(Drafting(dossier, drafts, (asked,)))
    row = next(r for r in canvas.rail.list.rows() if r.key == key_of(canvas, "problem"))
    assert [text for text, _ in row.chips] == ["!"]
    assert words("drafts.findings.unanswered", number="3", text="Tambah") in row.tip
    assert foot.accessibleName().startswith(words("canvas.rail.final"))
    told = []
    canvas.rail.findings_requested.connect(lambda: told.append(True))
    foot.setFocus()
    press(KEY.Key_Return)
    assert told == [True]


def test_enter_on_a_section_begins_to_write_there_and_its_guidance_shows(canvas):
    show_view(canvas, view(commitment()))
    canvas.focus_start()
    assert focused() is canvas.rail.list
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    lead = canvas._sections[2]
    assert lead.guidance in texts(canvas.guide)
    assert canvas.current() is None
    press(KEY.Key_Return)
    assert canvas.current() == lead
    assert lead.example in texts(canvas.guide)


def test_control_and_arrows_go_from_section_to_section(canvas):
    show_view(canvas, view(commitment()))
    go(canvas, "problem")
    press(KEY.Key_Down, CONTROL)
    assert canvas.current().field == "description"
    press(KEY.Key_Up, CONTROL)
    press(KEY.Key_Up, CONTROL)
    assert canvas.current().field == "leads"
    press(KEY.Key_PageDown, CONTROL)
    press(KEY.Key_PageUp, CONTROL)
    assert told(canvas, "step_requested") == [(1,), (-1,)]


def test_the_section_that_is_written_in_is_in_view(canvas):
    show_view(canvas, view(commitment(problem="Masalah. " * 400, contribution="Cara. " * 300)))
    for section in canvas._sections:
        canvas.go_to(section.key)
        QApplication.processEvents()
        top = focused().mapTo(canvas.cards.viewport(), focused().rect().topLeft()).y()
        assert -12 <= top < canvas.cards.viewport().height()


def test_the_caret_stays_in_view_while_a_text_grows(canvas, qtbot):
    show_view(canvas, view(commitment(problem="Masalah.\n" * 40)))
    go(canvas, "problem")
    press(KEY.Key_End, CONTROL)
    for _ in range(5):
        press(KEY.Key_Return)
        QTest.keyClicks(focused(), "baris")

    def caret() -> int:
        editor = focused()
        place = editor.viewport().mapTo(canvas.cards.viewport(), editor.cursorRect().center())
        return place.y()

    qtbot.waitUntil(lambda: 0 <= caret() < canvas.cards.viewport().height())


def test_the_same_commitment_again_leaves_the_field_alone(canvas):
    one = commitment(problem="Ada")
    show_view(canvas, view(one))
    go(canvas, "problem")
    editor = focused()
    QTest.keyClicks(editor, "Baru ")
    news = one.model_copy(update={"description": "Isi", "problem": "Ada"})
    show_view(canvas, view(news))
    assert focused() is editor
    assert editor.value() == "Baru Ada"
    assert marks(canvas)["description"] == "✓"


def test_another_commitment_of_the_same_form_keeps_the_cards_and_forgets_undo(canvas):
    show_view(canvas, view(commitment(problem="Ada")))
    go(canvas, "problem")
    editor = focused()
    QTest.keyClicks(editor, "x")
    show_view(canvas, view(commitment(problem="Lain")))
    assert editor.value() == "Lain"
    assert not editor.document().isUndoAvailable()


def test_a_field_without_place_in_the_form_is_shown_and_stays_when_emptied(canvas, words):
    one = commitment(done_so_far="Portal", transparency="Ya")
    show_view(canvas, view(one))
    assert [s.field for s in canvas._sections[-2:]] == ["done_so_far", "transparency"]
    assert words("canvas.other_fields") in texts(canvas.cards)
    go(canvas, "done_so_far")
    press(KEY.Key_A, CONTROL)
    press(KEY.Key_Delete)
    show_view(canvas, view(one.model_copy(update={"done_so_far": ""})))
    assert accessible_name(focused()) == words("canvas.fields.done_so_far")
    show_view(canvas, view(commitment()))
    assert "done_so_far" not in [s.field for s in canvas._sections]
    # It comes back where an undo brings its text back.
    other = commitment()
    show_view(canvas, view(other))
    show_view(canvas, view(other.model_copy(update={"accountability": "Ya"})))
    assert canvas._sections[-1].field == "accountability"


def test_a_form_is_chosen_not_typed(canvas):
    one = commitment()
    show_view(canvas, view(one))
    box = choice(canvas, canvas.words("canvas.fields.form"))
    box.setFocus()
    press(KEY.Key_End)
    assert told(canvas, "choice_made") == [("commitments", one.id, "form", "opi-2020")]
    assert told(canvas, "field_edited") == []


def test_where_there_is_no_room_the_guidance_is_in_the_card(canvas):
    show_view(canvas, view(commitment()))
    canvas.resize(800, 500)
    QApplication.processEvents()
    go(canvas, "problem")
    assert not canvas.guide.isVisible()
    assert canvas.current().guidance in texts(canvas.cards)
    # The panel is one key away, in the place of the sections.
    press(KEY.Key_3, ALT)
    assert canvas.guide.isAncestorOf(focused())
    assert not canvas.rail.isVisible()
    assert canvas.current().guidance not in texts(canvas.cards)
    press(KEY.Key_1, ALT)
    assert focused() is canvas.rail.list
    assert not canvas.guide.isVisible()
    go(canvas, "problem")
    canvas.resize(1130, 580)
    assert canvas.guide.isVisible()
    assert canvas.current().guidance not in texts(canvas.cards)


def test_values_are_chosen_and_given_a_reason(canvas, words):
    one = commitment(values=("partisipasi",))
    show_view(canvas, view(one))
    go(canvas, "values_text")
    QTest.keyClicks(focused(), "Sebab")
    box = named(canvas, words("canvas.values.transparansi"))
    box.setFocus()
    press(KEY.Key_Space)
    assert told(canvas, "field_edited")[-1][2:] == ("values", ("transparansi", "partisipasi"))
    assert marks(canvas)["values_text"] == "✓"


def test_what_people_typed_is_text_whatever_it_looks_like(canvas):
    hostile = '<img src="x"> & <b>tebal</b> =SUM(A1)'
    one = commitment(title=hostile, problem=hostile, leads=(Party(name=hostile, unit="<i>"),))
    show_view(canvas, view(one))
    QApplication.processEvents()
    go(canvas, "problem")
    assert focused().value() == hostile
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in _labels(canvas))


def _labels(canvas: Canvas) -> list[QLabel]:
    return [label for label in canvas.findChildren(QLabel) if label.text()]


def test_the_longest_texts_open_and_take_letters(canvas):
    one = commitment(problem=LONG, description=LONG)
    canvas.show_view(view(one))
    go(canvas, "problem")
    editor = focused()
    QTest.keyClicks(editor, "x" * 10)
    assert editor.value() == "x" * 10 + LONG

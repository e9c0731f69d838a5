"""The panel beside the canvas: the inputs of the section in view, answered by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.drafting import Drafting
from db.following import InputLine
from tests.db.following import new_id
from tests.ui.canvas.views import commitment, view
from tests.ui.helpers import assert_all_named, focused
from ui.canvas.canvas import Canvas
from ui.common.row_list import Row

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LONG = "Utamakan pelayanan dasar bagi kelurahan yang belum terlayani sama sekali. " * 9


def line(text: str, field: str, **more) -> InputLine:
    told = {"meeting_kind": "bilateral", "meeting_date": "2018-08-24", "raised_by": "Forum"}
    return InputLine(new_id(), text, new_id(), canvas_field=field, **told, **more)


ANSWERED = line("Sudah", "problem", point_number="14", response="accepted", reason="Tepat")
OPEN = line(LONG, "problem", point_number="9")
UNREASONED = line("Belum", "problem", point_number="10", response="declined")
PERIOD = line("Lebih awal", "period", point_number="11")
HOMELESS = line("Umum", "", point_number="12")
MATRIX = line("Target", "targets", point_number="13")


@pytest.fixture
def canvas(show, words) -> Canvas:
    canvas = Canvas(words)
    canvas.resize(1130, 580)
    show(canvas)
    canvas.show_view(view(commitment(problem="Ada")))
    lines = (ANSWERED, OPEN, UNREASONED, PERIOD, HOMELESS, MATRIX)
    canvas.telling.show_standing(Drafting(canvas.view.dossier, inputs=lines))
    canvas.told = []
    for name in ("point_requested", "answer_requested", "past_opened", "history_requested"):
        wish = getattr(canvas.guide, name)
        wish.connect(lambda *told, n=name: canvas.told.append((n, *told)))
    return canvas


def ids(rows: list[Row]) -> list[str]:
    return [row.key for row in rows]


def test_the_inputs_of_the_section_in_view_are_listed_what_waits_first(canvas, words):
    canvas.go_to_field("problem")
    inputs = canvas.guide.inputs
    assert ids(inputs.list.rows()) == [OPEN.id, UNREASONED.id, ANSWERED.id]
    assert ids(inputs.rest.rows()) == [HOMELESS.id, MATRIX.id]
    waiting, unreasoned, answered = inputs.list.rows()
    assert waiting.note == "Forum\n" + " · ".join(
        (words("follow_ups.origin.point", number="9"), "Bilateral 24 " + waiting.note[-8:])
    )
    assert (waiting.chips, unreasoned.chips) == ((), ())
    assert unreasoned.note.startswith(words("responses_screen.no_reason"))
    assert answered.chips == ((words("responses_screen.states.accepted"), "success"),)
    assert words("canvas.inputs.reason", reason="Tepat") in answered.tip
    assert_all_named(canvas)
    canvas.go_to_field("period")
    assert ids(inputs.list.rows()) == [PERIOD.id]
    canvas.go_to_field("additional")
    assert not inputs.list.isVisible()
    # A section that is only looked at is helped with as well.
    canvas.focus_start()
    canvas.rail.list.set_current("")
    QTest.keyClick(canvas.rail.list, KEY.Key_Home)
    assert canvas.looked_at().kind == "title"


def test_an_input_is_answered_and_found_by_keys_and_by_mouse(canvas):
    canvas.go_to_field("problem")
    rows = canvas.guide.inputs.list
    rows.setFocus()
    QTest.keyClick(rows, KEY.Key_Space)
    QTest.keyClick(rows, KEY.Key_Down)
    QTest.keyClick(rows, KEY.Key_T, ALT)
    QTest.keyClick(rows, KEY.Key_Return)
    assert canvas.told == [
        ("answer_requested", OPEN.id), ("answer_requested", UNREASONED.id),
        ("point_requested", UNREASONED.id),
    ]  # fmt: skip
    canvas.told.clear()
    QApplication.processEvents()
    row = rows.visualRect(rows.model().index(0))
    button = rows._delegate.button_room(row, rows.rows()[0])
    assert row.contains(button)
    for place in (button.center(), row.topLeft() + QPoint(20, 20)):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert canvas.told == [("answer_requested", OPEN.id), ("point_requested", OPEN.id)]
    # As high as its rows: what is around it scrolls.
    assert rows.height() == sum(rows.sizeHintForRow(place) for place in range(3))
    QTest.keyClick(rows, KEY.Key_Tab)
    assert focused() is canvas.guide.inputs.rest


def test_the_past_of_a_section_leads_to_all_of_it(canvas, words):
    canvas.go_to_field("problem")
    past = canvas.guide.past
    assert not past.list.isVisible()
    canvas.guide.show_past([Row("r", "14.21 · +24 kata", "Sekar"), Row("d", "Draf 1 ditetapkan")])
    past.list.setFocus()
    QTest.keyClick(past.list, KEY.Key_Down)
    QTest.keyClick(past.list, KEY.Key_Return)
    past.history.click()
    assert canvas.told == [("past_opened", "d"), ("history_requested",)]
    # Another section's past is not told until it is read.
    canvas.go_to_field("description")
    assert not past.list.isVisible()

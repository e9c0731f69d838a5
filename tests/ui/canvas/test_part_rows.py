"""Milestones and contacts on the canvas: rows that are written, ordered and removed in place."""

from uuid import uuid4

from PySide6.QtTest import QTest

from db.records import Contact
from tests.ui.canvas.views import (
    ALT,
    CONTROL,
    KEY,
    SHIFT,
    choice,
    commitment,
    go,
    marks,
    milestones,
    press,
    show_view,
    texts,
    told,
    view,
)
from tests.ui.helpers import focused
from ui.common.buttons import IconButton


def test_the_sixth_milestone_is_flagged_and_counted(canvas, words):
    one = commitment()
    show_view(canvas, view(one, milestones=milestones(one, 6)))
    assert marks(canvas)["milestones"] == "6/5"
    rows = canvas.cards.rows("milestones")[0].rows()
    flags = [words("canvas.milestones.beyond", n=5) in texts(row) for row in rows]
    assert flags == [False] * 5 + [True]


def test_a_milestone_unfolds_where_somebody_comes_and_folds_its_facts_away(canvas, words):
    one = commitment()
    show_view(canvas, view(one, milestones=milestones(one, 2)))
    rows = canvas.cards.rows("milestones")[0].rows()
    assert any("Dinas Kesehatan" in text for text in texts(rows[0]))
    go(canvas, "milestones")
    assert focused() is rows[0].start
    press(KEY.Key_Tab)
    QTest.keyClicks(focused(), "Laporan")
    assert told(canvas, "field_edited")[-1] == (
        "milestones", rows[0].record.id, "output", "Laporan"
    )  # fmt: skip
    for _ in range(2):
        press(KEY.Key_Tab)
    QTest.keyClicks(focused(), "6/2022")
    assert told(canvas, "field_edited")[-1][2:] == ("end", "2022-06")


def test_milestones_are_ordered_added_and_removed_by_keys(canvas):
    one = commitment()
    found = milestones(one, 3)
    show_view(canvas, view(one, milestones=found))
    go(canvas, "milestones")
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Delete, CONTROL | SHIFT)
    ids = [milestone.id for milestone in found]
    assert told(canvas, "part_move_requested") == [("milestones", ids[0], ids[2])]
    assert told(canvas, "part_removal_requested") == [("milestones", ids[0])]
    press(KEY.Key_Return, CONTROL)
    canvas.cards.rows("milestones")[0].add_button.setFocus()
    press(KEY.Key_Return)
    assert told(canvas, "part_wanted") == [("milestones", "")] * 2


def test_rows_keep_their_fields_when_they_change_places(canvas):
    one = commitment()
    found = milestones(one, 3)
    show_view(canvas, view(one, milestones=found))
    go(canvas, "milestones")
    editor = focused()
    show_view(canvas, view(one, milestones=(found[1], found[0], found[2])))
    assert focused() is editor
    assert [row.record.id for row in canvas.cards.rows("milestones")[0].rows()] == [
        found[1].id, found[0].id, found[2].id
    ]  # fmt: skip
    show_view(canvas, view(one, milestones=(found[1], found[2])))
    # The focus goes to the neighbour, not out of the window.
    assert canvas.current().field == "milestones"


def test_the_buttons_of_a_row_are_there_where_the_focus_is(canvas):
    one = commitment()
    show_view(canvas, view(one, milestones=milestones(one, 2)))
    go(canvas, "milestones")
    rows = canvas.cards.rows("milestones")[0].rows()
    shown = [[b for b in row.findChildren(IconButton) if b.isVisible()] for row in rows]
    assert [len(buttons) for buttons in shown] == [3, 0]


def test_contacts_stand_in_the_section_of_their_side(canvas, words):
    one = commitment(form="ogi-2020")
    contacts = tuple(
        Contact(id=str(uuid4()), commitment_id=one.id, side=side, name=f"Nama {side}")
        for side in ("implementer", "cso", "")
    )
    show_view(canvas, view(one, contacts=contacts))
    names = [[row.start.value() for row in rows.rows()] for rows in canvas.cards.rows("contacts")]
    assert names == [["Nama implementer", "Nama "], ["Nama cso"]]
    first = canvas.cards.rows("contacts")[1]
    first.add_button.setFocus()
    press(KEY.Key_Return)
    assert told(canvas, "part_wanted") == [("contacts", "cso")]
    first.rows()[0].start.setFocus()
    side = choice(canvas, words("canvas.contacts.side"))
    side.setFocus()
    press(KEY.Key_Home)
    assert told(canvas, "choice_made") == [("contacts", contacts[1].id, "side", "implementer")]

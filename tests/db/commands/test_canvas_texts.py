"""A point's text becomes canvas text, and each knows the other."""

import pytest

from db.commands.canvas_texts import put_into_canvas
from db.commands.records import edit_field
from db.errors import CommandError
from db.queries.canvas_changes import proposed_changes
from db.queries.records import get_record
from db.records import Commitment, Point
from db.revisions import of_field
from tests.db.following import Following


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def problem(desk: Following) -> str:
    return desk.read(get_record, Commitment, desk.floods.id).problem


def test_a_point_is_added_to_a_field_or_takes_its_place_and_both_are_linked(desk):
    meeting = desk.meeting("2025-01-10")
    point = desk.point(meeting, " Tujuh desa. ")
    edit_field(desk.workspace, desk.author, "commitments", desk.floods.id, "problem", "Meluap.\n")
    put_into_canvas(desk.workspace, desk.author, point.id, desk.floods.id, "problem")
    assert problem(desk) == "Meluap.\nTujuh desa."
    with desk.workspace.read() as session:
        revision = max(of_field(session, desk.floods.id, "problem"), key=lambda r: r.at)
    assert (revision.meeting_id, revision.point_id) == (meeting.id, point.id)
    stored = desk.read(get_record, Point, point.id)
    assert stored.changes[-1] == revision.id
    assert (stored.commitment_id, stored.canvas_field) == (desk.floods.id, "problem")
    # It is told by its own point; another one would say it twice.
    assert desk.read(proposed_changes, meeting.id) == ()
    desk.run(put_into_canvas, point.id, desk.floods.id, "problem", replaces=True)
    assert problem(desk) == "Tujuh desa."
    assert desk.read(proposed_changes, meeting.id) == ()


def test_what_it_was_about_stays_and_an_equal_text_changes_nothing(desk):
    point = desk.point(desk.meeting(), "Jalan", commitment_id=desk.roads.id, canvas_field="title")
    desk.run(put_into_canvas, point.id, desk.floods.id, "problem", replaces=True)
    change = desk.run(put_into_canvas, point.id, desk.floods.id, "problem", replaces=True)
    assert change.edits == ()
    stored = desk.read(get_record, Point, point.id)
    assert (stored.commitment_id, stored.canvas_field) == (desk.roads.id, "title")


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [("leads", "x", "field_unknown"), ("nothing", "x", "field_unknown"),
     ("problem", " ", "point_empty")],
)  # fmt: skip
def test_what_cannot_be_canvas_text_is_refused(desk, field, text, key):
    point = desk.point(desk.meeting(), text)
    with pytest.raises(CommandError) as refused:
        put_into_canvas(desk.workspace, desk.author, point.id, desk.floods.id, field)
    assert refused.value.key == key
    assert problem(desk) == ""

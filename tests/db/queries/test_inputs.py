"""Inputs across meetings, and which of them still lack their answer."""

import pytest

from db.commands.records import edit_field
from db.queries.inputs import list_inputs, unanswered_inputs
from db.records import Plan
from tests.db.following import Following, new_id


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def add_inputs(desk: Following) -> None:
    later = desk.meeting("2025-02-10", desk.floods, topic="Banjir")
    earlier = desk.meeting("2025-01-10", desk.roads, desk.floods)
    desk.point(later, "terjawab", kind="input", response="accepted", reason="Sesuai")
    desk.point(later, "tanpa alasan", kind="input", response="declined", reason=" \n\u00a0")
    desk.point(earlier, "catatan")
    desk.point(earlier, "tanpa tanggapan", kind="input", commitment_id=desk.roads.id)
    desk.point(earlier, "umum", kind="input", raised_by="Forum Warga")


def test_every_input_comes_as_it_was_said_with_its_answer(desk):
    add_inputs(desk)
    lines = desk.read(list_inputs, desk.plan.id)
    assert [line.text for line in lines] == [
        "tanpa tanggapan", "umum", "terjawab", "tanpa alasan",
    ]  # fmt: skip
    assert [line.point_number for line in lines] == ["2", "3", "1", "2"]
    assert [line.is_answered for line in lines] == [False, False, True, False]
    assert (lines[1].raised_by, lines[1].commitment_id) == ("Forum Warga", None)
    assert (lines[2].commitment_number, lines[2].meeting_topic) == (4, "Banjir")


def test_a_response_without_its_reason_is_no_answer(desk):
    add_inputs(desk)
    unanswered = desk.read(unanswered_inputs, desk.plan.id)
    assert [line.text for line in unanswered] == ["tanpa tanggapan", "umum", "tanpa alasan"]
    edit_field(desk.workspace, desk.author, "points", unanswered[2].id, "reason", "Di luar rencana")
    assert len(desk.read(unanswered_inputs, desk.plan.id)) == 2


def test_an_input_that_names_no_commitment_concerns_all_that_its_meeting_discussed(desk):
    add_inputs(desk)
    about_roads = desk.read(unanswered_inputs, commitment_id=desk.roads.id)
    about_floods = desk.read(unanswered_inputs, desk.plan.id, desk.floods.id)
    assert [line.text for line in about_roads] == ["tanpa tanggapan", "umum"]
    assert [line.text for line in about_floods] == ["umum", "tanpa alasan"]


def test_it_says_on_which_form_its_commitments_are_written_unless_they_differ(desk):
    add_inputs(desk)
    edit_field(desk.workspace, desk.author, "plans", desk.plan.id, "form", "ogi-2018")
    lines = desk.read(list_inputs, desk.plan.id)
    assert [line.form for line in lines] == ["ogi-2018"] * 4
    edit_field(desk.workspace, desk.author, "commitments", desk.roads.id, "form", "ogp-2022")
    lines = desk.read(list_inputs, desk.plan.id)
    assert [line.form for line in lines] == ["ogp-2022", None, "ogi-2018", "ogi-2018"]


def test_another_plans_inputs_are_left_out(desk):
    other = desk.add(Plan(id=new_id()))
    desk.point(desk.meeting(plan_id=other.id), "lain", kind="input")
    assert desk.read(list_inputs, desk.plan.id) == ()
    assert [line.text for line in desk.read(list_inputs)] == ["lain"]

"""Follow-ups across meetings: where they began, how they stand, and what a meeting inherits."""

import pytest

from db.commands.follow_ups import carry_follow_up, close_follow_ups
from db.commands.points import delete_points
from db.commands.records import delete_records, edit_field
from db.errors import CommandError
from db.following import FollowUpCount
from db.queries.follow_ups import (
    carried_into,
    count_follow_ups,
    list_carried,
    list_follow_ups,
)
from db.records import Organisation, Plan
from tests.db.following import Following, new_id

TODAY = "2025-03-01"


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def test_a_line_says_where_it_began(desk):
    meeting = desk.meeting("2025-01-10", desk.floods, topic="Data banjir", start_time="09:00")
    desk.point(meeting, "Pembukaan")
    parent = desk.point(meeting, "Data")
    desk.asked(meeting, "Kirim data", parent_id=parent.id)
    (line,) = desk.read(list_follow_ups, desk.plan.id)
    assert (line.text, line.point_number, line.owned) == ("Kirim data", "2a", True)
    assert (line.meeting_kind, line.meeting_topic) == ("bilateral", "Data banjir")
    assert (line.meeting_date, line.meeting_time) == ("2025-01-10", "09:00")
    assert (line.plan_name, line.commitment_number) == ("RAK 2025", 4)
    assert line.commitment_title == "Banjir"


def test_the_commitment_is_its_own_then_its_points_then_the_only_one_of_its_meeting(desk):
    meeting = desk.meeting("2025-01-10", desk.roads, desk.floods)
    desk.follow_up(meeting, "sendiri", commitment_id=desk.roads.id)
    asked = desk.asked(meeting, "butir", commitment_id=desk.roads.id)
    edit_field(desk.workspace, desk.author, "follow_ups", asked.id, "commitment_id", None)
    desk.follow_up(meeting, "keduanya")
    desk.follow_up(desk.meeting("2025-01-11", desk.floods), "rapat")
    lines = {line.text: line for line in desk.read(list_follow_ups, desk.plan.id)}
    assert lines["sendiri"].commitment_number == lines["butir"].commitment_number == 1
    assert lines["keduanya"].commitment_id is None
    assert lines["keduanya"].about == (desk.roads.id, desk.floods.id)
    assert lines["rapat"].about == (desk.floods.id,)


def test_an_owner_that_only_the_directory_knows_has_its_name(desk):
    office = desk.add(Organisation(id=new_id(), name="Badan Perencanaan", short_name="Bappeda"))
    meeting = desk.meeting()
    desk.follow_up(meeting, "Satu", owner_id=office.id)
    desk.follow_up(meeting, "Dua", owner="Sekretariat", owner_id=office.id)
    owners = {line.text: line.owner for line in desk.read(list_follow_ups)}
    assert owners == {"Satu": "Bappeda", "Dua": "Sekretariat"}


def test_a_point_that_is_gone_gives_no_number_and_what_is_deleted_is_not_listed(desk):
    meeting, gone = desk.meeting("2025-01-10"), desk.meeting("2025-01-11")
    asked = desk.asked(meeting, "Kirim data")
    desk.asked(meeting, "Dihapus")
    desk.follow_up(gone, "Dengan rapatnya")
    delete_records(desk.workspace, desk.author, "points", [asked.point_id])
    point_id = next(f.point_id for f in desk.read(list_follow_ups) if f.text == "Dihapus")
    delete_points(desk.workspace, desk.author, [point_id])
    delete_records(desk.workspace, desk.author, "meetings", [gone.id])
    (line,) = desk.read(list_follow_ups)
    assert (line.text, line.point_id, line.point_number, line.owned) == (
        "Kirim data", None, "", False,
    )  # fmt: skip


def test_lines_come_as_their_meetings_and_points(desk):
    second, first = desk.meeting("2025-01-11"), desk.meeting("2025-01-10")
    desk.asked(second, "c")
    desk.follow_up(first, "b")
    late = desk.asked(first, "a2")
    desk.point(first, "a1", kind="follow_up", position=0.5)
    assert late.text == "a2"
    texts = [line.text for line in desk.read(list_follow_ups, desk.plan.id)]
    assert texts == ["a1", "a2", "b", "c"]


def test_a_few_lines_can_be_read_alone(desk):
    meeting = desk.meeting("2025-01-10")
    first, second = desk.asked(meeting, "Satu"), desk.asked(meeting, "Dua")
    every = desk.read(list_follow_ups, desk.plan.id)
    assert desk.read(list_follow_ups, desk.plan.id, [second.id]) == every[1:]
    assert desk.read(list_follow_ups, None, [new_id(), first.id]) == every[:1]
    assert desk.read(list_follow_ups, new_id(), [first.id]) == ()
    assert desk.read(list_follow_ups, ids=[]) == ()


def test_how_it_stands_follows_from_the_day_that_is_given(desk):
    meeting = desk.meeting("2025-02-01")
    for text, fields in (
        ("lewat", {"due": "2025-02-28"}),
        ("hari ini", {"due": TODAY}),
        ("tanpa", {"status": ""}),
        ("selesai", {"due": "2025-02-01", "status": "done"}),
        ("batal", {"status": "dropped"}),
    ):
        desk.follow_up(meeting, text, **fields)
    lines = {line.text: line for line in desk.read(list_follow_ups)}
    states = {text: line.state(TODAY) for text, line in lines.items()}
    assert states == {
        "lewat": "overdue", "hari ini": "open", "tanpa": "open",
        "selesai": "done", "batal": "dropped",
    }  # fmt: skip
    assert [lines[text].days_left(TODAY) for text in ("lewat", "hari ini", "tanpa")] == [
        -1,
        0,
        None,
    ]
    assert lines["tanpa"].age(TODAY) == 28
    assert desk.read(count_follow_ups, desk.plan.id, TODAY) == FollowUpCount(3, 1, 1, 1)
    assert desk.read(count_follow_ups, None, "2025-03-02").overdue == 2


def test_counts_are_those_of_the_plan_in_view(desk):
    other = desk.add(Plan(id=new_id()))
    desk.follow_up(desk.meeting(plan_id=other.id), "Satu")
    assert desk.read(count_follow_ups, desk.plan.id, TODAY) == FollowUpCount()
    assert desk.read(count_follow_ups, None, TODAY).all == 1
    assert desk.read(list_follow_ups, desk.plan.id) == ()


def test_a_meeting_sees_what_earlier_ones_left_open_on_its_commitments(desk):
    now = desk.meeting("2025-02-10", desk.floods, start_time="09:00")
    before = desk.meeting("2025-01-10", desk.floods)
    same_day = desk.meeting("2025-02-10", desk.roads, desk.floods, start_time="08:00")
    undated = desk.meeting("", desk.floods)
    desk.follow_up(before, "bertenggat", due="2025-01-20")
    desk.follow_up(before, "tanpa tenggat")
    desk.follow_up(before, "selesai", status="done")
    desk.follow_up(before, "komitmen lain", commitment_id=desk.roads.id)
    desk.follow_up(same_day, "pagi harinya", due="2025-01-15")
    desk.follow_up(undated, "tak bertanggal", due="2025-01-18", status="")
    desk.follow_up(desk.meeting("2025-02-11", desk.floods), "sesudahnya")
    desk.follow_up(desk.meeting("2025-01-01", desk.roads), "bukan komitmennya")
    desk.follow_up(now, "rapat ini")
    texts = [earlier.line.text for earlier in desk.read(carried_into, now.id)]
    assert texts == ["pagi harinya", "tak bertanggal", "bertenggat", "tanpa tenggat"]


def test_what_is_carried_on_is_told_with_the_point_that_does(desk):
    now, before = desk.meeting("2025-02-10", desk.floods), desk.meeting("2025-01-10", desk.floods)
    first, second = desk.asked(before, "Satu"), desk.asked(before, "Dua")
    points = [
        carry_follow_up(desk.workspace, desk.author, one.id, now.id).record_id
        for one in (second, first)
    ]
    seen = {e.line.text: e.carried_by for e in desk.read(carried_into, now.id)}
    assert seen == {"Satu": points[1], "Dua": points[0]}
    close_follow_ups(desk.workspace, desk.author, [first.id])
    assert [e.line.text for e in desk.read(carried_into, now.id)] == ["Dua"]
    carried = desk.read(list_carried, now.id)
    assert [(c.point_id, c.line.text) for c in carried] == [(points[0], "Dua"), (points[1], "Satu")]
    assert carried[1].line.meeting_date == "2025-01-10"
    assert desk.read(list_carried, before.id) == ()


def test_an_unknown_meeting_is_refused(desk):
    with pytest.raises(CommandError):
        desk.read(carried_into, new_id())

"""Minutes become final as versions that nothing changes any more."""

import pytest

from db.commands.minutes import finalise_minutes
from db.commands.records import delete_records, edit_field, edit_fields, reverse
from db.errors import CommandError
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.frozen import checksum
from db.queries.minutes import minutes_state
from db.records import Attendance, FollowUp, Meeting, Milestone, Minutes
from tests.db.following import Following, new_id
from tests.db.registers import dump

CONTENT = {"format": "rembuk-minutes", "papers": {"id": {"points": ["a"]}}}
OTHER = {"format": "rembuk-minutes", "papers": {"id": {"points": ["b"]}}}


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


@pytest.fixture
def meeting(desk: Following) -> Meeting:
    return desk.meeting("2025-02-01", desk.roads, topic="Jalan", status="draft")


def freeze(desk: Following, meeting: Meeting, content=CONTENT, reason: str = ""):
    return finalise_minutes(desk.workspace, desk.author, meeting.id, content, reason)


def versions(desk: Following, meeting: Meeting) -> tuple[Minutes, ...]:
    return desk.read(minutes_state, meeting.id).versions


def test_the_first_version_is_one_and_the_meeting_is_final_in_one_step(desk, meeting, clock):
    change = freeze(desk, meeting)
    (made,) = versions(desk, meeting)
    assert (made.version, made.corrects) == (1, None)
    assert made.made_on == clock.time.astimezone().date().isoformat()
    assert made.content["papers"] == CONTENT["papers"]
    assert made.sha256 == checksum(made.content)
    assert desk.all(Meeting)[0].status == "final"
    assert (change.name, change.record_id) == ("finalise_minutes", meeting.id)
    assert change.kinds == {"minutes", "meetings"}


def test_a_correction_names_what_it_corrects_and_why(desk, meeting):
    freeze(desk, meeting)
    freeze(desk, meeting, OTHER, "  Nama dinas keliru. ")
    first, second = versions(desk, meeting)
    assert (second.version, second.corrects) == (2, 1)
    assert second.content["reason"] == "Nama dinas keliru."
    assert second.content["corrected_on"] == first.made_on
    assert first.content["papers"] == CONTENT["papers"]


def test_a_correction_needs_a_reason_and_something_to_correct(desk, meeting):
    freeze(desk, meeting)
    before = dump(desk.workspace)
    with pytest.raises(CommandError) as refused:
        freeze(desk, meeting, OTHER, " ")
    assert refused.value.key == "correction_reason_missing"
    with pytest.raises(CommandError) as refused:
        freeze(desk, meeting, CONTENT, "Sama saja")
    assert (refused.value.key, refused.value.values) == ("minutes_unchanged", {"version": 1})
    assert dump(desk.workspace) == before


def test_a_freeze_is_never_undone(desk, meeting):
    change = freeze(desk, meeting)
    before = dump(desk.workspace)
    with pytest.raises(CommandError) as refused:
        reverse(desk.workspace, desk.author, change)
    assert refused.value.key == "undo_frozen"
    assert dump(desk.workspace) == before


def test_a_meeting_with_final_minutes_is_not_deleted(desk, meeting):
    freeze(desk, meeting)
    with pytest.raises(CommandError) as refused:
        delete_records(desk.workspace, desk.author, "meetings", [meeting.id])
    assert refused.value.key == "record_has_frozen"


def test_an_unknown_meeting_is_refused(desk):
    with pytest.raises(CommandError) as refused:
        finalise_minutes(desk.workspace, desk.author, new_id(), CONTENT)
    assert refused.value.key == "record_unknown"


def test_versions_travel_whole_and_are_the_same_where_they_arrive(
    desk, meeting, open_workspace, author, tmp_path
):
    freeze(desk, meeting)
    freeze(desk, meeting, OTHER, "Koreksi")
    file = tmp_path / "plan.rembuk"
    file.write_bytes(write_session(desk.workspace, author, "test", desk.plan.id))
    other = open_workspace("other.db")
    (receipt,) = receive(other, author, [file])
    assert receipt.error is None
    with other.read() as session:
        assert minutes_state(session, meeting.id) == desk.read(minutes_state, meeting.id)


# -- changed since final ---------------------------------------------------------------------


def changed(desk: Following, meeting: Meeting) -> bool:
    return desk.read(minutes_state, meeting.id).changed


def test_nothing_is_changed_before_and_right_after(desk, meeting):
    assert not changed(desk, meeting)
    freeze(desk, meeting)
    assert not changed(desk, meeting)


@pytest.mark.parametrize(
    ("field", "value"),
    [("topic", "Lain"), ("began", "09:10"), ("chair", "Ketua"), ("place", "Aula")],
)
def test_an_edited_meeting_is_changed_until_it_is_as_it_was(desk, meeting, field, value):
    freeze(desk, meeting)
    edit_field(desk.workspace, desk.author, "meetings", meeting.id, field, value)
    assert changed(desk, meeting)
    before = getattr(meeting, field)
    edit_field(desk.workspace, desk.author, "meetings", meeting.id, field, before)
    assert not changed(desk, meeting)


def test_an_edited_or_added_or_deleted_point_is_a_change(desk, meeting):
    point = desk.point(meeting, "Satu")
    freeze(desk, meeting)
    desk.point(meeting, "  ")
    assert not changed(desk, meeting)
    added = desk.point(meeting, "Dua")
    assert changed(desk, meeting)
    delete_records(desk.workspace, desk.author, "points", [added.id])
    assert not changed(desk, meeting)
    edit_fields(desk.workspace, desk.author, "points", point.id, {"visibility": "private"})
    assert changed(desk, meeting)


def test_somebody_more_in_the_list_is_a_change_but_not_their_sector(desk, meeting):
    line = desk.add(Attendance(id=new_id(), meeting_id=meeting.id, organisation="Dinas Jalan"))
    freeze(desk, meeting)
    edit_field(desk.workspace, desk.author, "attendances", line.id, "sector", "ministry")
    assert not changed(desk, meeting)
    edit_field(desk.workspace, desk.author, "attendances", line.id, "named", "yes")
    assert changed(desk, meeting)


def test_a_follow_up_that_gets_done_is_no_change_but_one_that_is_reworded(desk, meeting):
    task = desk.add(FollowUp(id=new_id(), meeting_id=meeting.id, text="Surat", status="open"))
    freeze(desk, meeting)
    values = {"status": "done", "closed_on": "2025-03-01"}
    edit_fields(desk.workspace, desk.author, "follow_ups", task.id, values)
    assert not changed(desk, meeting)
    edit_field(desk.workspace, desk.author, "follow_ups", task.id, "owner", "Dinas")
    assert changed(desk, meeting)


def test_what_later_meetings_make_of_a_commitment_is_no_change_of_these_minutes(desk, meeting):
    freeze(desk, meeting)
    edit_field(desk.workspace, desk.author, "commitments", desk.roads.id, "problem", "Lubang")
    desk.add(Milestone(id=new_id(), commitment_id=desk.roads.id, text="Peta jalan"))
    assert not changed(desk, meeting)
    ids = [desk.roads.id, desk.floods.id]
    edit_field(desk.workspace, desk.author, "meetings", meeting.id, "commitment_ids", ids)
    assert changed(desk, meeting)


def test_moved_points_count_only_when_their_order_is_another(desk, meeting):
    first = desk.point(meeting, "Satu")
    desk.point(meeting, "Dua")
    freeze(desk, meeting)
    edit_field(desk.workspace, desk.author, "points", first.id, "position", 0.5)
    assert not changed(desk, meeting)
    edit_field(desk.workspace, desk.author, "points", first.id, "position", 9)
    assert changed(desk, meeting)


def test_what_another_program_froze_is_never_called_changed(desk, meeting):
    desk.add(
        Minutes(id=new_id(), meeting_id=meeting.id, version=4, content={"title": "x"}, sha256="")
    )
    state = desk.read(minutes_state, meeting.id)
    assert (state.latest.version, state.changed, state.parted) == (4, False, False)


def test_two_versions_of_one_number_are_told_and_the_next_one_counts_on(desk, meeting):
    for day in ("2025-03-01", "2025-03-02"):
        desk.add(Minutes(id=new_id(), meeting_id=meeting.id, version=1, made_on=day))
    state = desk.read(minutes_state, meeting.id)
    assert state.parted
    assert state.latest.made_on == "2025-03-02"
    freeze(desk, meeting, CONTENT, "Menggabungkan dua versi")
    assert [made.version for made in versions(desk, meeting)] == [1, 1, 2]

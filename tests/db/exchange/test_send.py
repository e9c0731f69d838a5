"""What leaves can be read alone, and is known where it came from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.commands.records import add_record, delete_records, edit_field
from db.errors import CommandError, SessionFileError
from db.exchange.check import read_session_file
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.records import (
    Commitment,
    Draft,
    FollowUp,
    Meeting,
    Milestone,
    Minutes,
    Organisation,
    Party,
    Plan,
    Point,
    Record,
    WorkingGroup,
)
from db.workspace import Author, Workspace
from tests.db.registers import SEKAR, conflicts_of, dump, take
from tests.db.session_files import (
    Lists,
    build_session_file,
    new_id,
    one_of_each,
    read_lists,
    read_manifest,
)

Send = Callable[..., Path]


@pytest.fixture
def send(workspace: Workspace, author: Author, tmp_path: Path) -> Send:
    def write(plan_id: str, meeting_ids: list[str] | None = None) -> Path:
        path = tmp_path / f"{new_id()}.rembuk"
        path.write_bytes(write_session(workspace, author, "rembuk 0.1", plan_id, meeting_ids))
        return path

    return write


@pytest.fixture
def add(workspace: Workspace, author: Author) -> Callable[[Record], str]:
    return lambda record: add_record(workspace, author, record).record_id


def ids(lists: Lists, kind: str) -> set[str]:
    return {row["id"] for row in lists.get(kind, [])}


def test_the_manifest_says_what_it_is(workspace: Workspace, send: Send, tmp_path: Path) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "in.rembuk", lists))
    plan_id = lists["plans"][0]["id"]
    manifest = read_manifest(send(plan_id))
    assert (manifest["format"], manifest["version"], manifest["plan_id"]) == (
        "rembuk-session", 1, plan_id,
    )  # fmt: skip
    assert (manifest["author"], manifest["device"]) == ("Ratri", "laptop-1")
    assert manifest["app"] == "rembuk 0.1"
    assert manifest["created"].startswith("2025-03-01T02:00:00.")
    assert manifest["id"] != read_manifest(send(plan_id))["id"]


def test_a_whole_plan_arrives_whole(
    workspace: Workspace, send: Send, open_workspace: Callable[[str], Workspace], tmp_path: Path
) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "in.rembuk", lists))
    other = open_workspace("other.db")
    take(other, send(lists["plans"][0]["id"]))
    assert dump(other) == dump(workspace)


def test_ones_own_file_is_all_the_same(workspace: Workspace, send: Send, tmp_path: Path) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "in.rembuk", lists))
    receipt = take(workspace, send(lists["plans"][0]["id"]))
    records = sum(len(rows) for kind, rows in lists.items() if kind != "revisions")
    assert (receipt.receipt_id, receipt.same, receipt.new) == ("", records, {})


def test_what_was_received_goes_out_as_it_came(
    workspace: Workspace, send: Send, tmp_path: Path
) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "in.rembuk", lists))
    out = read_lists(send(lists["plans"][0]["id"]))
    for kind, rows in lists.items():
        found = {row["id"]: row for row in out[kind]}
        for row in rows:
            assert {name: found[row["id"]][name] for name in row} == row, kind


def test_the_real_plans_go_round(
    open_workspace: Callable[[str], Workspace], author: Author, reference_data: Path,
    tmp_path: Path,
) -> None:  # fmt: skip
    one, other = open_workspace("one.db"), open_workspace("other.db")
    for file in sorted(reference_data.glob("*.rembuk")):
        take(one, file)
        path = tmp_path / file.name
        path.write_bytes(write_session(one, author, "test", read_manifest(file)["plan_id"]))
        take(other, path)
        theirs, ours = read_lists(file), read_lists(path)
        for kind, rows in theirs.items():
            assert ids(ours, kind) == {row["id"] for row in rows}, kind
    assert dump(one) == dump(other)


def test_a_deleted_record_stays_in_its_list(
    workspace: Workspace, author: Author, send: Send, open_workspace: Callable[[str], Workspace],
    tmp_path: Path,
) -> None:  # fmt: skip
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "in.rembuk", lists))
    point = lists["points"][1]["id"]
    delete_records(workspace, author, "points", [point])
    out = send(lists["plans"][0]["id"])
    deleted = {row["id"]: row.get("deleted") for row in read_lists(out)["points"]}
    assert deleted == {lists["points"][0]["id"]: None, point: True}
    other = open_workspace("other.db")
    take(other, out)
    assert dump(other) == dump(workspace)


def test_conflicts_travel(
    workspace: Workspace, author: Author, send: Send, open_workspace: Callable[[str], Workspace],
    tmp_path: Path,
) -> None:  # fmt: skip
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "in.rembuk", lists))
    edit_field(workspace, author, "commitments", lists["commitments"][0]["id"], "title", "Kami")
    lists["commitments"][0]["title"] = "Mereka"
    lists["revisions"] = []
    take(workspace, build_session_file(tmp_path / "again.rembuk", lists))
    assert len(conflicts_of(workspace)) == 1
    other = open_workspace("other.db")
    receipt = take(other, send(lists["plans"][0]["id"]))
    assert receipt.waiting == 1
    assert conflicts_of(other) == conflicts_of(workspace)


# -- chosen meetings -------------------------------------------------------------------------


def test_chosen_meetings_bring_what_they_name_and_no_more(
    add: Callable[[Record], str], send: Send, open_workspace: Callable[[str], Workspace]
) -> None:
    plan = add(Plan(id=new_id()))
    member, speaker, lead, stranger = (add(Organisation(id=new_id(), name=n)) for n in "mslx")
    group = add(WorkingGroup(id=new_id(), plan_id=plan, members=({"organisation_id": member},)))  # pyright: ignore
    add(WorkingGroup(id=new_id(), plan_id=plan))
    party = Party(name="L", organisation_id=lead)
    named, pointed, followed, left = (
        add(Commitment(id=new_id(), plan_id=plan, number=n, leads=(party,) if n == 1 else (),
                       working_group_id=group if n == 1 else None))
        for n in range(1, 5)
    )  # fmt: skip
    children = {c: add(Milestone(id=new_id(), commitment_id=c)) for c in (named, pointed, left)}
    draft = add(Draft(id=new_id(), commitment_id=named, level="1"))
    meeting = add(Meeting(id=new_id(), plan_id=plan, commitment_ids=(named,)))
    other = add(Meeting(id=new_id(), plan_id=plan, commitment_ids=(left,)))
    point = add(Point(id=new_id(), meeting_id=meeting, commitment_id=pointed, raised_by_id=speaker))
    add(Point(id=new_id(), meeting_id=other, raised_by_id=stranger))
    follow_up = add(FollowUp(id=new_id(), meeting_id=meeting, commitment_id=followed))
    minutes = add(Minutes(id=new_id(), meeting_id=meeting, version=1))

    path = send(plan, [meeting])
    lists = read_lists(path)
    expected = {
        "plans": {plan}, "meetings": {meeting}, "points": {point}, "follow_ups": {follow_up},
        "minutes": {minutes}, "commitments": {named, pointed, followed},
        "milestones": {children[named], children[pointed]}, "drafts": {draft},
        "working_groups": {group}, "organisations": {member, speaker, lead},
    }  # fmt: skip
    assert {kind: ids(lists, kind) for kind in expected} == expected
    records = {row["id"] for kind, rows in lists.items() if kind != "revisions" for row in rows}
    assert {revision["record_id"] for revision in lists["revisions"]} <= records
    alone = open_workspace("alone.db")
    assert take(alone, path).error is None
    assert read_session_file(path)


def test_what_an_earlier_value_named_comes_along(
    workspace: Workspace, author: Author, add: Callable[[Record], str], send: Send
) -> None:
    plan = add(Plan(id=new_id()))
    before, now = add(Organisation(id=new_id())), add(Organisation(id=new_id()))
    meeting = add(Meeting(id=new_id(), plan_id=plan))
    earlier = add(Commitment(id=new_id(), plan_id=plan))
    milestone = add(Milestone(id=new_id(), commitment_id=earlier))
    point = add(Point(id=new_id(), meeting_id=meeting, raised_by_id=before, commitment_id=earlier))
    edit_field(workspace, author, "points", point, "raised_by_id", now)
    edit_field(workspace, author, "points", point, "commitment_id", None)
    lists = read_lists(path := send(plan, [meeting]))
    assert ids(lists, "organisations") == {before, now}
    assert ids(lists, "commitments") == {earlier}
    assert milestone not in ids(lists, "milestones")
    assert read_session_file(path)


def test_a_meeting_that_only_a_draft_names_comes_alone(
    add: Callable[[Record], str], send: Send
) -> None:
    plan = add(Plan(id=new_id()))
    commitment = add(Commitment(id=new_id(), plan_id=plan))
    meeting = add(Meeting(id=new_id(), plan_id=plan, commitment_ids=(commitment,)))
    earlier = add(Meeting(id=new_id(), plan_id=plan))
    point = add(Point(id=new_id(), meeting_id=earlier))
    add(Draft(id=new_id(), commitment_id=commitment, level="1", meeting_id=earlier))
    lists = read_lists(path := send(plan, [meeting]))
    assert ids(lists, "meetings") == {meeting, earlier}
    assert point not in ids(lists, "points")
    assert read_session_file(path)


def test_an_organisation_brings_the_one_it_was_joined_into(
    add: Callable[[Record], str], send: Send
) -> None:
    plan = add(Plan(id=new_id()))
    first = add(Organisation(id=new_id(), name="A"))
    second = add(Organisation(id=new_id(), name="B", same_as=first))
    third = add(Organisation(id=new_id(), name="C", same_as=second))
    meeting = add(Meeting(id=new_id(), plan_id=plan))
    add(Point(id=new_id(), meeting_id=meeting, raised_by_id=third))
    assert ids(read_lists(send(plan, [meeting])), "organisations") == {first, second, third}


def test_meetings_of_the_plan_only(add: Callable[[Record], str], send: Send) -> None:
    plan, other = add(Plan(id=new_id())), add(Plan(id=new_id()))
    theirs = add(Meeting(id=new_id(), plan_id=other))
    for meeting in (theirs, new_id()):
        with pytest.raises(CommandError) as refused:
            send(plan, [meeting])
        assert refused.value.key == "meeting_of_other_plan"
    with pytest.raises(CommandError) as refused:
        send(new_id())
    assert refused.value.key == "record_unknown"


def test_no_meeting_is_the_plan_alone(add: Callable[[Record], str], send: Send) -> None:
    plan = add(Plan(id=new_id()))
    add(Meeting(id=new_id(), plan_id=plan))
    lists = read_lists(send(plan, []))
    assert {kind for kind, rows in lists.items() if rows} <= {"plans", "revisions"}


# -- limits ----------------------------------------------------------------------------------


def test_what_nobody_could_receive_is_not_written(
    workspace: Workspace, author: Author, add: Callable[[Record], str], send: Send
) -> None:
    plan = add(Plan(id=new_id(), title="Rencana"))
    for index in range(9):
        text = chr(97 + index) * 3_000_000
        add(Commitment(id=new_id(), plan_id=plan, problem=text))
    before = dump(workspace)
    with pytest.raises(SessionFileError) as refused:
        send(plan)
    assert (refused.value.key, refused.value.values) == ("session_too_large", {"megabytes": 50})
    visit = edit_field(workspace, author, "plans", plan, "title", "R").edits[0].revision_id
    assert dump(workspace).keys() == before.keys()
    with pytest.raises(SessionFileError):
        send(plan)
    again = edit_field(workspace, author, "plans", plan, "title", "Re", visit)
    assert again.edits[0].revision_id == visit


def test_receiving_ones_own_file_leaves_visits_closed(
    workspace: Workspace, author: Author, add: Callable[[Record], str], send: Send
) -> None:
    plan = add(Plan(id=new_id(), title="Rencana"))
    visit = edit_field(workspace, author, "plans", plan, "title", "R").edits[0].revision_id
    assert receive(workspace, SEKAR, [send(plan)])[0].error is None
    later = edit_field(workspace, author, "plans", plan, "title", "Re", visit)
    assert later.edits[0].revision_id != visit

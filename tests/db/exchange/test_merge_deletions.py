"""Deletions that meet what they did not see: records stay, with a question."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.history import first_value
from db.workspace import Workspace
from tests.db.exchange.merging import HERE, PLAN
from tests.db.registers import conflicts_of, dump, take
from tests.db.session_files import (
    Lists,
    Row,
    a_revision,
    build_session_file,
    new_id,
)


def with_milestone(milestone: Row, *revisions: Row, **commitment: Any) -> Lists:
    return {
        "plans": [PLAN],
        "commitments": [HERE | commitment],
        "milestones": [milestone],
        "revisions": list(revisions),
    }


@pytest.fixture
def milestone() -> Row:
    return {"id": new_id(), "commitment_id": HERE["id"], "text": "Peta"}


def deletion_of(kind: str, record: Row, *seen: str) -> Row:
    return a_revision(kind, record, "deleted", True, parents=list(seen))


@pytest.mark.parametrize("late", [False, True])
def test_a_child_that_a_deletion_did_not_see_keeps_its_owner(
    workspace: Workspace, tmp_path: Path, milestone: Row, late: bool
) -> None:
    title = a_revision("commitments", HERE, "title", HERE["title"])
    gone: Lists = {
        "plans": [PLAN], "commitments": [HERE | {"deleted": True}],
        "revisions": [title, deletion_of("commitments", HERE, title["id"], number_of(HERE))],
    }  # fmt: skip
    deleted = build_session_file(tmp_path / "deleted.rembuk", gone)
    child = build_session_file(tmp_path / "child.rembuk", with_milestone(milestone, title))
    first, second = (deleted, child) if late else (child, deleted)
    take(workspace, first)
    assert dump(workspace)["commitments"][HERE["id"]]["deleted"] is late
    receipt = take(workspace, second)
    assert not dump(workspace)["commitments"][HERE["id"]]["deleted"]
    assert {c[:3] for c in conflicts_of(workspace)} == {("commitments", HERE["id"], "deleted")}
    assert (receipt.conflicts, receipt.waiting) == (1, 1)


def test_what_was_deleted_where_it_comes_from_is_not_told_as_new(
    workspace: Workspace, tmp_path: Path, milestone: Row
) -> None:
    text = a_revision("milestones", milestone, "text", "Peta")
    lists = with_milestone(
        milestone | {"deleted": True}, text, deletion_of("milestones", milestone, text["id"])
    )
    lists["milestones"].append({"id": new_id(), "commitment_id": HERE["id"], "text": "Rute"})
    receipt = take(workspace, build_session_file(tmp_path / "deleted.rembuk", lists))
    assert dump(workspace)["milestones"][milestone["id"]]["deleted"]
    assert (receipt.new["milestones"], receipt.lists["milestones"]["new"]) == (1, 1)


def number_of(commitment: Row) -> str:
    """Return the id of the first revision that the number has, which came without history."""
    return first_value("commitments", commitment["id"], "number", commitment["number"]).id


def test_a_second_child_opens_no_second_question(
    workspace: Workspace, tmp_path: Path, milestone: Row
) -> None:
    gone: Lists = {
        "plans": [PLAN], "commitments": [HERE | {"deleted": True}],
        "revisions": [deletion_of("commitments", HERE)],
    }  # fmt: skip
    take(workspace, build_session_file(tmp_path / "1.rembuk", gone))
    take(workspace, build_session_file(tmp_path / "2.rembuk", with_milestone(milestone)))
    another = milestone | {"id": new_id()}
    receipt = take(workspace, build_session_file(tmp_path / "3.rembuk", with_milestone(another)))
    assert (receipt.conflicts, receipt.waiting) == (0, 1)


def test_a_deletion_with_all_its_children_holds_in_any_order(
    workspace: Workspace, open_workspace: Callable[[str], Workspace], tmp_path: Path, milestone: Row
) -> None:
    text = a_revision("milestones", milestone, "text", "Peta")
    plain = build_session_file(tmp_path / "1.rembuk", with_milestone(milestone, text))
    gone = build_session_file(
        tmp_path / "2.rembuk",
        with_milestone(
            milestone | {"deleted": True}, text, deletion_of("milestones", milestone, text["id"])
        ),
    )
    only_owner: Lists = {
        "plans": [PLAN], "commitments": [HERE],
        "revisions": [
            deletion_of("commitments", HERE, number_of(HERE), title_of(HERE)),
        ],
    }  # fmt: skip
    owner = build_session_file(tmp_path / "3.rembuk", only_owner)
    other = open_workspace("other.db")
    take(workspace, plain, gone, owner)
    take(other, owner, plain, gone)
    assert dump(workspace) == dump(other)
    assert dump(workspace)["commitments"][HERE["id"]]["deleted"]
    assert conflicts_of(workspace) == conflicts_of(other) == set()


def title_of(commitment: Row) -> str:
    return first_value("commitments", commitment["id"], "title", commitment["title"]).id


def test_minutes_that_a_deletion_did_not_see_keep_their_meeting(
    workspace: Workspace, tmp_path: Path
) -> None:
    meeting = {"id": new_id(), "plan_id": PLAN["id"]}
    gone: Lists = {
        "plans": [PLAN], "meetings": [meeting | {"deleted": True}],
        "revisions": [deletion_of("meetings", meeting)],
    }  # fmt: skip
    frozen: Lists = {
        "plans": [PLAN], "meetings": [meeting],
        "minutes": [{"id": new_id(), "meeting_id": meeting["id"], "version": 1}],
    }  # fmt: skip
    take(workspace, build_session_file(tmp_path / "1.rembuk", gone))
    assert dump(workspace)["meetings"][meeting["id"]]["deleted"]
    take(workspace, build_session_file(tmp_path / "2.rembuk", frozen))
    assert not dump(workspace)["meetings"][meeting["id"]]["deleted"]
    assert {c[:3] for c in conflicts_of(workspace)} == {("meetings", meeting["id"], "deleted")}

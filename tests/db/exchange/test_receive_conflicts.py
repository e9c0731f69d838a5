"""Conflicts that come with a file: counted when it opens them, and while they wait."""

from pathlib import Path

from db.exchange.receive import Receipt
from db.workspace import Workspace
from tests.db.registers import dump, take
from tests.db.session_files import (
    Lists,
    a_commitment,
    a_plan,
    a_revision,
    build_session_file,
    new_id,
)


def test_conflicts_that_a_file_opens_and_those_that_wait_are_told_apart(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = a_plan()
    commitment = a_commitment(plan)
    receipts: list[Receipt] = []
    for name, fields in (
        ("1", {"title": "a", "problem": "a"}),
        ("2", {"title": "b"}),
        ("3", {"problem": "c"}),
        ("4", {"title": "d"}),
    ):
        row = {"id": commitment["id"], "plan_id": plan["id"]} | fields
        file = build_session_file(
            tmp_path / f"{name}.rembuk", {"plans": [plan], "commitments": [row]}
        )
        receipts.append(take(workspace, file))
    assert [(r.conflicts, r.waiting) for r in receipts] == [(0, 0), (1, 1), (1, 2), (0, 2)]
    kept = dump(workspace)["commitments"][commitment["id"]]
    assert (kept["title"], kept["problem"]) == ("a", "a")


def test_a_conflict_that_a_file_brings_with_it_is_counted(workspace: Workspace, path: Path) -> None:
    plan = a_plan(title="b")
    lists: Lists = {
        "plans": [plan],
        "revisions": [a_revision("plans", plan, "title", value) for value in ("a", "b")],
    }
    receipt = take(workspace, build_session_file(path, lists))
    assert (receipt.conflicts, receipt.waiting) == (1, 1)
    assert dump(workspace)["plans"][plan["id"]]["title"] == "b"


def test_a_conflict_that_a_file_answers_waits_no_longer(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = a_plan(title="b")
    heads = [a_revision("plans", plan, "title", value) for value in ("a", "b")]
    take(workspace, build_session_file(
        tmp_path / "1.rembuk", {"plans": [plan], "revisions": heads}
    ))  # fmt: skip
    answer = a_revision("plans", plan, "title", "c", parents=[head["id"] for head in heads])
    lists: Lists = {"plans": [plan | {"title": "c"}], "revisions": [answer]}
    receipt = take(workspace, build_session_file(tmp_path / "2.rembuk", lists))
    assert (receipt.conflicts, receipt.waiting, receipt.forward) == (0, 0, 1)


def test_a_deleted_record_has_no_conflicts(workspace: Workspace, path: Path) -> None:
    plan = a_plan(title="b")
    meeting = {"id": new_id(), "plan_id": plan["id"], "topic": "b", "deleted": True}
    heads = [a_revision("meetings", meeting, "topic", value) for value in ("a", "b")]
    deletion = a_revision("meetings", meeting, "deleted", True, parents=[h["id"] for h in heads])
    lists: Lists = {"plans": [plan], "meetings": [meeting], "revisions": [*heads, deletion]}
    receipt = take(workspace, build_session_file(path, lists))
    assert (receipt.conflicts, receipt.waiting) == (0, 0)

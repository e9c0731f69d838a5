"""What two files can't both be right about is refused, and nothing of it is taken."""

from pathlib import Path

import pytest

from db.exchange.receive import receive
from db.workspace import Workspace
from tests.db.exchange.merging import HERE, PLAN, lists_of
from tests.db.registers import SEKAR, dump, take
from tests.db.session_files import (
    Lists,
    Row,
    a_commitment,
    a_plan,
    an_organisation,
    build_session_file,
    new_id,
)


def refusal(workspace: Workspace, path: Path) -> tuple[str, str]:
    before = dump(workspace)
    [receipt] = receive(workspace, SEKAR, [path])
    assert receipt.error is not None
    assert dump(workspace) == before
    return receipt.error.key, str(receipt.error.values.get("where", ""))


def test_a_record_never_moves_to_another_owner(workspace: Workspace, tmp_path: Path) -> None:
    point = {"id": new_id(), "text": "x"}
    here, there = ({"id": new_id(), "plan_id": PLAN["id"]} for _ in range(2))
    for number, meeting in enumerate((here, there)):
        lists: Lists = {
            "plans": [PLAN], "meetings": [meeting],
            "points": [point | {"meeting_id": meeting["id"]}],
        }  # fmt: skip
        build_session_file(tmp_path / f"{number}.rembuk", lists)
    take(workspace, tmp_path / "0.rembuk")
    assert refusal(workspace, tmp_path / "1.rembuk") == (
        "file_owner_changed", "session.json: points[1]",
    )  # fmt: skip


def test_a_commitment_never_moves_to_another_plan(workspace: Workspace, tmp_path: Path) -> None:
    other = a_plan()
    take(workspace, build_session_file(
        tmp_path / "1.rembuk", {"plans": [PLAN], "commitments": [HERE]}
    ))  # fmt: skip
    moved = build_session_file(
        tmp_path / "2.rembuk",
        {"plans": [other], "commitments": [HERE | {"plan_id": other["id"]}]},
    )
    assert refusal(workspace, moved)[0] == "file_owner_changed"


@pytest.mark.parametrize(
    "change",
    [{"value": "z"}, {"author": "Lain"}, {"at": "2025-02-28T03:00:01Z"}, {"parents": [new_id()]},
     {"device": "x"}, {"meeting_id": new_id()}, {"point_id": new_id()}],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_a_revision_never_changes(workspace: Workspace, tmp_path: Path, change: Row) -> None:
    lists = lists_of((("a", "x", ()),), {})
    take(workspace, build_session_file(tmp_path / "1.rembuk", lists))
    lists["revisions"][0] |= change
    lists["commitments"][0]["title"] = lists["revisions"][0]["value"]
    changed = build_session_file(tmp_path / "2.rembuk", lists)
    assert refusal(workspace, changed)[0] == "file_revision_changed"


def test_a_revision_never_goes_to_another_record(workspace: Workspace, tmp_path: Path) -> None:
    lists = lists_of((("a", "x", ()),), {})
    take(workspace, build_session_file(tmp_path / "1.rembuk", lists))
    other = a_commitment(PLAN, title="x")
    lists["commitments"] = [other]
    lists["revisions"][0]["record_id"] = other["id"]
    assert refusal(workspace, build_session_file(tmp_path / "2.rembuk", lists))[0] == (
        "file_revision_changed"
    )


@pytest.mark.parametrize("change", [{"version": 2}, {"content": {"a": 2}}, {"sha256": "x"}])
def test_a_frozen_copy_never_changes(workspace: Workspace, tmp_path: Path, change: Row) -> None:
    meeting = {"id": new_id(), "plan_id": PLAN["id"]}
    minutes = {"id": new_id(), "meeting_id": meeting["id"], "version": 1, "content": {"a": 1}}
    lists: Lists = {"plans": [PLAN], "meetings": [meeting], "minutes": [minutes]}
    take(workspace, build_session_file(tmp_path / "1.rembuk", lists))
    lists["minutes"] = [minutes | change]
    assert refusal(workspace, build_session_file(tmp_path / "2.rembuk", lists)) == (
        "file_frozen_changed", "session.json: minutes[1]",
    )  # fmt: skip


def test_equal_levels_made_apart_are_both_kept(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(2):
        draft = {"id": new_id(), "commitment_id": HERE["id"], "level": "final",
                 "content": {"n": number}}  # fmt: skip
        lists: Lists = {"plans": [PLAN], "commitments": [HERE], "drafts": [draft]}
        take(workspace, build_session_file(tmp_path / f"{number}.rembuk", lists))
    assert [d["content"] for d in dump(workspace)["drafts"].values()] in (
        [{"n": 0}, {"n": 1}], [{"n": 1}, {"n": 0}],
    )  # fmt: skip


def test_an_id_of_another_list_here_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    organisation = an_organisation()
    take(workspace, build_session_file(
        tmp_path / "1.rembuk", {"plans": [PLAN], "organisations": [organisation]}
    ))  # fmt: skip
    lists: Lists = {"plans": [PLAN], "commitments": [HERE | {"id": organisation["id"]}]}
    assert refusal(workspace, build_session_file(tmp_path / "2.rembuk", lists)) == (
        "file_id_twice", "session.json: commitments[1]",
    )  # fmt: skip


def test_a_circle_over_two_files_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    first = lists_of((("a", "x", ("b",)),), {})
    second = lists_of((("b", "y", ("a",)),), {})
    take(workspace, build_session_file(tmp_path / "1.rembuk", first))
    assert refusal(workspace, build_session_file(tmp_path / "2.rembuk", second))[0] == (
        "file_revision_circle"
    )


def test_a_circle_beside_a_head_is_refused_too(workspace: Workspace, tmp_path: Path) -> None:
    first = lists_of((("a", "x", ("b",)), ("c", "z", ())), {})
    second = lists_of((("b", "y", ("a",)), ("c", "z", ())), {})
    take(workspace, build_session_file(tmp_path / "1.rembuk", first))
    assert refusal(workspace, build_session_file(tmp_path / "2.rembuk", second))[0] == (
        "file_revision_circle"
    )

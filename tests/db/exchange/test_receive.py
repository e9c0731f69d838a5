"""Receiving is preview, backup, one transaction, check and receipt – and all of it or nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.commands.records import edit_field
from db.exchange.receipts import list_receipts
from db.exchange.receive import Receipt, receive
from db.workspace import Author, Workspace
from tests.db.exchange.taken import backups, kept_receipts
from tests.db.registers import SEKAR, conflicts_of, dump, take
from tests.db.session_files import (
    Lists,
    Row,
    a_commitment,
    a_meeting,
    a_plan,
    a_point,
    a_revision,
    build_session_file,
    one_of_each,
    read_manifest,
)


def test_a_receipt_tells_what_was_new(workspace: Workspace, path: Path) -> None:
    lists = one_of_each()
    build_session_file(path, lists)
    [receipt] = receive(workspace, SEKAR, [path])
    assert receipt.new == {kind: len(rows) for kind, rows in lists.items()}
    assert (receipt.forward, receipt.same, receipt.conflicts, receipt.waiting) == (0, 0, 0, 0)
    assert (receipt.file, receipt.id) == (str(path), read_manifest(path)["id"])
    assert receipt.applied
    assert receipt.error is None


def test_a_receipt_is_kept_with_the_files_id_and_checksum(workspace: Workspace, path: Path) -> None:
    build_session_file(path, one_of_each())
    receipt = take(workspace, path)
    with workspace.read() as session:
        [kept] = list_receipts(session)
    manifest = read_manifest(path)
    assert (kept.id, kept.file_id) == (receipt.receipt_id, manifest["id"])
    assert kept.sha256 == manifest["sha256"]["session.json"]
    assert (kept.file_name, kept.author, kept.device) == ("s.rembuk", "Sekar", "laptop-2")
    assert kept.counts["new"] == receipt.new
    assert kept.counts["lists"]["points"] == {"new": 2, "forward": 0, "same": 0, "conflicts": 0}


def test_the_same_file_twice_changes_nothing_not_even_a_receipt(
    workspace: Workspace, path: Path
) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(path, lists))
    assert workspace.path is not None
    before = workspace.path.read_bytes()
    again = take(workspace, path)
    assert workspace.path.read_bytes() == before
    records = sum(len(rows) for kind, rows in lists.items() if kind != "revisions")
    assert (again.new, again.forward, again.same, again.conflicts) == ({}, 0, records, 0)
    assert (again.applied, again.receipt_id) == (True, "")
    assert len(backups(workspace)) == 1
    assert len(kept_receipts(workspace)) == 1


def test_what_was_edited_since_is_left_alone_by_the_old_file(
    workspace: Workspace, author: Author, path: Path
) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(path, lists))
    commitment = lists["commitments"][0]["id"]
    edit_field(workspace, author, "commitments", commitment, "title", "Judul baru")
    before = dump(workspace)
    assert take(workspace, path).receipt_id == ""
    assert dump(workspace) == before
    assert conflicts_of(workspace) == set()


@pytest.mark.parametrize("history", [True, False], ids=["a revision", "a first value"])
def test_what_was_received_is_never_written_again(
    workspace: Workspace, author: Author, path: Path, history: bool
) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(path, lists))
    commitment = lists["commitments"][0]["id"]
    field = "title" if history else "problem"
    before = dump(workspace)["revisions"]
    [head] = [
        r for r in before.values()
        if (r["record_id"], r["field"]) == (commitment, field) and r["value"] != "Data"
    ]  # fmt: skip
    change = edit_field(workspace, author, "commitments", commitment, field, "Lain", head["id"])
    assert change.edits[0].revision_id != head["id"]
    assert {key: dump(workspace)["revisions"][key] for key in before} == before


def test_fields_that_move_on_are_counted(workspace: Workspace, tmp_path: Path) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "1.rembuk", lists))
    commitment, point = lists["commitments"][0], lists["points"][0]
    title = a_revision(
        "commitments", commitment, "title", "Judul baru", parents=[lists["revisions"][1]["id"]]
    )
    commitment["title"] = "Judul baru"
    del point["text"]
    lists["revisions"].append(title)
    lists["points"].append(a_point(lists["meetings"][0]))
    receipt = take(workspace, build_session_file(tmp_path / "2.rembuk", lists))
    assert receipt.new == {"points": 1, "revisions": 1}
    assert (receipt.forward, receipt.conflicts) == (1, 0)
    assert receipt.lists["commitments"] == {"new": 0, "forward": 1, "same": 0, "conflicts": 0}
    assert receipt.lists["points"] == {"new": 1, "forward": 0, "same": 2, "conflicts": 0}
    assert dump(workspace)["points"][point["id"]]["text"] == "Peta risiko dibuka"


def test_a_missing_field_is_empty_in_a_new_record_and_silent_in_a_known_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = a_plan(organiser="KOTA")
    take(workspace, build_session_file(tmp_path / "1.rembuk", {"plans": [plan]}))
    bare: Lists = {"plans": [{"id": plan["id"]}]}
    assert take(workspace, build_session_file(tmp_path / "2.rembuk", bare)).receipt_id == ""
    kept = dump(workspace)["plans"][plan["id"]]
    assert (kept["organiser"], kept["start"], kept["stages"]) == ("KOTA", "", [])


def test_an_empty_value_without_history_says_nothing_either(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = a_plan(organiser="KOTA", stages=["Satu"])
    take(workspace, build_session_file(tmp_path / "1.rembuk", {"plans": [plan]}))
    emptied = plan | {"organiser": "", "stages": [], "chapters": []}
    receipt = take(workspace, build_session_file(tmp_path / "2.rembuk", {"plans": [emptied]}))
    assert receipt.receipt_id == ""
    assert dump(workspace)["plans"][plan["id"]]["organiser"] == "KOTA"


def meeting_file(path: Path, plan: Row, text: str) -> Path:
    meeting = a_meeting(plan)
    lists: Lists = {
        "plans": [plan], "meetings": [meeting], "points": [a_point(meeting, text=text)]
    }  # fmt: skip
    return build_session_file(path, lists)


def test_several_files_are_one_run(workspace: Workspace, tmp_path: Path) -> None:
    plan = a_plan()
    files = [meeting_file(tmp_path / f"{name}.rembuk", plan, name) for name in ("a", "b", "c")]
    receipts = receive(workspace, SEKAR, files)
    assert [receipt.new for receipt in receipts] == [
        {"plans": 1, "meetings": 1, "points": 1},
        {"meetings": 1, "points": 1},
        {"meetings": 1, "points": 1},
    ]
    assert len(kept_receipts(workspace)) == 3
    [copy] = backups(workspace)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM plans").fetchone() == (0,)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_refused_file_is_left_out_and_the_others_apply(
    workspace: Workspace, tmp_path: Path, place: int
) -> None:
    plan = a_plan()
    files = [meeting_file(tmp_path / f"{name}.rembuk", plan, name) for name in ("a", "b")]
    bad = tmp_path / "bad.rembuk"
    bad.write_bytes(b"bukan zip")
    files.insert(place, bad)
    receipts = receive(workspace, SEKAR, files)
    assert [receipt.applied for receipt in receipts] == [path != bad for path in files]
    error = receipts[place].error
    assert error is not None
    assert (error.key, receipts[place].file) == ("file_not_zip", str(bad))
    assert {p["text"] for p in dump(workspace)["points"].values()} == {"a", "b"}
    assert len(backups(workspace)) == 1
    assert len(kept_receipts(workspace)) == 2


def test_a_file_that_contradicts_what_is_here_leaves_no_half_of_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan, other = a_plan(), a_plan()
    commitment = a_commitment(plan)
    first = build_session_file(
        tmp_path / "1.rembuk", {"plans": [plan], "commitments": [commitment]}
    )
    moved: Lists = {
        "plans": [other],
        "commitments": [a_commitment(other), commitment | {"plan_id": other["id"]}],
    }
    second = build_session_file(tmp_path / "2.rembuk", moved)
    third = meeting_file(tmp_path / "3.rembuk", plan, "c")
    receipts = receive(workspace, SEKAR, [first, second, third])
    assert [receipt.applied for receipt in receipts] == [True, False, True]
    assert receipts[1].id == read_manifest(second)["id"]
    kept = dump(workspace)
    assert (list(kept["plans"]), list(kept["commitments"])) == ([plan["id"]], [commitment["id"]])


def test_the_same_file_given_twice_is_taken_once(workspace: Workspace, path: Path) -> None:
    build_session_file(path, one_of_each())
    first, second = receive(workspace, SEKAR, [path, path])
    assert first.receipt_id
    assert (second.receipt_id, second.new, second.applied) == ("", {}, True)


def test_no_file_is_no_change(workspace: Workspace) -> None:
    assert receive(workspace, SEKAR, []) == ()
    assert backups(workspace) == []


def test_a_preview_says_the_same_and_changes_no_byte(
    workspace: Workspace, author: Author, tmp_path: Path
) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "1.rembuk", lists))
    commitment = lists["commitments"][0]
    edit_field(workspace, author, "commitments", commitment["id"], "title", "Punya kami")
    other = a_revision(
        "commitments", commitment, "title", "Punya mereka", parents=[lists["revisions"][1]["id"]]
    )
    commitment["title"] = "Punya mereka"
    lists["revisions"].append(other)
    second = build_session_file(tmp_path / "2.rembuk", lists)
    third = meeting_file(tmp_path / "3.rembuk", lists["plans"][0], "x")
    bad = tmp_path / "bad.rembuk"
    bad.write_bytes(b"")
    folder = sorted(tmp_path.rglob("*"))
    assert workspace.path is not None
    before = workspace.path.read_bytes()
    preview = receive(workspace, SEKAR, [second, third, bad], dry_run=True)
    assert workspace.path.read_bytes() == before
    assert sorted(tmp_path.rglob("*")) == folder
    assert not any(receipt.applied or receipt.receipt_id for receipt in preview)
    real = receive(workspace, SEKAR, [second, third, bad])
    assert [told(receipt) for receipt in preview] == [told(receipt) for receipt in real]
    assert real[0].conflicts == real[1].waiting == 1


def told(receipt: Receipt) -> tuple[object, ...]:
    key = receipt.error.key if receipt.error else ""
    return (receipt.file, receipt.id, receipt.new, receipt.forward, receipt.same,
            receipt.conflicts, receipt.waiting, receipt.lists, key)  # fmt: skip


def test_the_real_files_are_received_whole(
    open_workspace: Callable[[str], Workspace], reference_data: Path
) -> None:
    files = sorted(reference_data.glob("*.rembuk"))
    one, other = open_workspace("one.db"), open_workspace("other.db")
    take(one, *files)
    take(other, *reversed(files))
    assert dump(one) == dump(other)
    assert [receipt.receipt_id for receipt in receive(one, SEKAR, files)] == [""] * len(files)

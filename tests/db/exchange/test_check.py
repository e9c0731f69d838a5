"""A session file is right as a whole, or it is refused with what and where."""

import json
from pathlib import Path

import pytest

from db.errors import SessionFileError
from db.exchange.check import read_session_file
from tests.db.exchange.refusals import EVERY, Bad
from tests.db.session_files import (
    Lists,
    a_commitment,
    a_plan,
    a_revision,
    build_from_bytes,
    build_session_file,
    encode,
    manifest_of,
    new_id,
    one_of_each,
)


@pytest.mark.parametrize("bad", EVERY, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_with_what_and_where(path: Path, bad: Bad) -> None:
    bad.build(path)
    with pytest.raises(SessionFileError) as refused:
        read_session_file(path)
    assert refused.value.key == bad.key, refused.value.values
    assert bad.where in str(refused.value.values.get("where", "")), refused.value.values


def test_a_good_file_is_taken(path: Path) -> None:
    lists = one_of_each()
    file = read_session_file(build_session_file(path, lists))
    assert {kind: list(rows) for kind, rows in file.records.items()} == {
        kind: [row["id"] for row in rows] for kind, rows in lists.items() if kind != "revisions"
    }
    assert file.name == "s.rembuk"


def test_the_real_files_are_taken(reference_data: Path) -> None:
    for file in reference_data.glob("*.rembuk"):
        assert read_session_file(file).records["plans"]


def test_a_byte_order_mark_is_tolerated(path: Path) -> None:
    lists: Lists = {"plans": [a_plan()]}
    session = b"\xef\xbb\xbf" + encode(lists)
    manifest = manifest_of(session, lists)
    build_from_bytes(path, session, manifest)
    assert list(read_session_file(path).records["plans"]) == [manifest["plan_id"]]


def test_a_plan_alone_is_a_file(path: Path) -> None:
    lists: Lists = {"plans": [{"id": new_id()}]}
    file = read_session_file(build_session_file(path, lists, counts={}))
    assert not any(file.records[kind] for kind in file.records if kind != "plans")


def test_all_that_is_not_forbidden_is_kept_code_point_for_code_point(path: Path) -> None:
    kept = "é e\u0301 \t\n\u00ad\u200b\u2028\u2029\u202e\ufeff\ufdd0 \U0001f33e <b>&amp;"
    lists: Lists = {"plans": [a_plan(title=kept)]}
    file = read_session_file(build_session_file(path, lists))
    assert next(iter(file.records["plans"].values())).model_dump()["title"] == kept


def test_parents_meetings_and_points_of_a_revision_may_be_unknown(path: Path) -> None:
    plan = a_plan()
    revision = a_revision(
        "plans", plan, "title", plan["title"],
        parents=[new_id(), new_id()], meeting_id=new_id(), point_id=new_id(),
    )  # fmt: skip
    file = read_session_file(build_session_file(path, {"plans": [plan], "revisions": [revision]}))
    assert file.revisions[revision["id"]].parents == tuple(revision["parents"])


@pytest.mark.parametrize("at", ["2025-01-01T00:00:00Z", "2025-01-01T00:00:00.123456+00:00"])
def test_instants_are_utc_in_either_spelling(path: Path, at: str) -> None:
    plan = a_plan()
    revision = a_revision("plans", plan, "title", plan["title"], at=at)
    read_session_file(build_session_file(path, {"plans": [plan], "revisions": [revision]}))


@pytest.mark.parametrize(
    ("field", "value"),
    [("number", None), ("working_group_id", None), ("title", ""), ("leads", []),
     ("matrix_head", {}), ("values", []), ("start", "")],
)  # fmt: skip
def test_every_empty_value_is_taken(path: Path, field: str, value: object) -> None:
    plan = a_plan()
    commitment = a_commitment(plan) | {field: value}
    read_session_file(build_session_file(path, {"plans": [plan], "commitments": [commitment]}))


@pytest.mark.parametrize("field", ["number", "title", "leads", "matrix_head", "start"])
def test_a_field_that_is_left_out_says_nothing_whatever_its_history(path: Path, field: str) -> None:
    lists = one_of_each()
    lists["revisions"] = [
        a_revision("commitments", lists["commitments"][0], field, lists["commitments"][0][field])
    ]
    del lists["commitments"][0][field]
    read_session_file(build_session_file(path, lists))


def test_a_checkpoint_that_is_left_out_says_nothing_either(path: Path) -> None:
    lists = one_of_each()
    target = lists["targets"][0]
    lists["revisions"] = [a_revision("targets", target, "targets.B24", "habis")]
    read_session_file(build_session_file(path, lists))


def test_a_name_out_of_a_file_cannot_act_on_a_terminal(path: Path) -> None:
    lists = one_of_each()
    lists["points"][0]["\x1b[2J\u202e\n" + "x" * 500] = 1
    build_session_file(path, lists)
    with pytest.raises(SessionFileError) as refused:
        read_session_file(path)
    where = refused.value.values["where"]
    assert where.isprintable()
    assert len(where) < 200


@pytest.mark.parametrize("version", ["\x1b[2J", 10**400, {"a": "\n"}, None])
def test_a_version_out_of_a_file_cannot_either(path: Path, version: object) -> None:
    build_session_file(path, one_of_each(), version=version)
    with pytest.raises(SessionFileError) as refused:
        read_session_file(path)
    assert refused.value.key == "file_version"
    assert refused.value.values["version"].isprintable()
    assert len(refused.value.values["version"]) <= 20


def test_what_a_refusal_names_can_be_shown(path: Path) -> None:
    for bad in EVERY:
        bad.build(path)
        with pytest.raises(SessionFileError) as refused:
            read_session_file(path)
        assert all(isinstance(value, str | int) for value in refused.value.values.values())
        assert json.dumps(refused.value.values)

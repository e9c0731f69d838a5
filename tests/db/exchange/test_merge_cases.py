"""What two people's files end in, case by case, whichever comes first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from db.exchange.receive import receive
from db.history import first_value
from db.workspace import Workspace
from tests.db.registers import SEKAR, conflicts_of, dump, take
from tests.db.session_files import (
    Lists,
    Row,
    a_commitment,
    a_plan,
    a_revision,
    an_organisation,
    build_session_file,
    new_id,
)

PLAN = a_plan()
HERE = a_commitment(PLAN)
Steps = tuple[tuple[str, Any, tuple[str, ...]], ...]

# Ids by short names, so that cases read; the names' order is the ids' order.
NAMES = {name: f"{index:08x}-1111-4111-8111-111111111111" for index, name in enumerate("abcdefgh?")}


@dataclass(frozen=True)
class Case:
    """Two files about one commitment, and what a register ends in that has received both.

    Attributes:
        ours, theirs: revisions as (name, value, parents); a name of "problem.a" is of another
            field, of "deleted.a" a deletion; what a file shows is what its last line says.
        plain_ours, plain_theirs: fields that a file shows without any history.
        values: what the title is, or either of them where they differ.
        waiting: the fields that wait for a decision.
        deleted: whether the commitment is gone.
    """

    name: str
    ours: Steps = ()
    theirs: Steps = ()
    plain_ours: Row = field(default_factory=dict)
    plain_theirs: Row = field(default_factory=dict)
    values: tuple[Any, ...] = ("x",)
    waiting: tuple[str, ...] = ()
    deleted: bool = False


A: Any = ("a", "x", ())

CASES = [
    Case("the same on both sides", (A,), (A,)),
    Case("they went on", (A,), (A, ("b", "y", ("a",))), values=("y",)),
    Case("we went on", (A, ("b", "y", ("a",))), (A,), values=("y",)),
    Case("they went on twice", (A,), (A, ("b", "y", ("a",)), ("c", "z", ("b",))), values=("z",)),
    Case("both went on", (A, ("b", "y", ("a",))), (A, ("c", "z", ("a",))),
         values=("y", "z"), waiting=("title",)),
    Case("both went on to the same", (A, ("b", "y", ("a",))), (A, ("c", "y", ("a",))),
         values=("y",)),
    Case("they answered what we both wrote", (A, ("b", "y", ("a",)), ("c", "z", ("a",))),
         (A, ("b", "y", ("a",)), ("c", "z", ("a",)), ("d", "w", ("b", "c"))), values=("w",)),
    Case("two answers", (("a", "x", ()), ("b", "y", ()), ("c", "p", ("a", "b"))),
         (("a", "x", ()), ("b", "y", ()), ("d", "q", ("a", "b"))),
         values=("p", "q"), waiting=("title",)),
    Case("two equal answers", (("a", "x", ()), ("b", "y", ()), ("c", "p", ("a", "b"))),
         (("a", "x", ()), ("b", "y", ()), ("d", "p", ("a", "b"))), values=("p",)),
    Case("they replaced one side only", (A, ("b", "y", ("a",))),
         (A, ("c", "z", ("a",)), ("d", "w", ("c",))), values=("y", "w"), waiting=("title",)),
    Case("made apart", (("a", "x", ()),), (("b", "y", ()),), values=("x", "y"),
         waiting=("title",)),
    Case("made apart and equal", (("a", "x", ()),), (("b", "x", ()),)),
    Case("a past that nobody knows", (A,), (("c", "z", ("?",)),), values=("x", "z"),
         waiting=("title",)),
    Case("a past that arrives later", (("b", "y", ("a",)),), (A,), values=("y",)),
    Case("emptied by them", (A,), (A, ("b", "", ("a",))), values=("",)),
    Case("emptied by one, written by the other", (A, ("b", "", ("a",))), (A, ("c", "z", ("a",))),
         values=("", "z"), waiting=("title",)),
    Case("another field", (A, ("problem.c", "p", ())), (A, ("b", "y", ("a",))), values=("y",)),
    Case("two fields at once", (A, ("b", "y", ("a",)), ("problem.c", "p", ())),
         (A, ("d", "z", ("a",)), ("problem.e", "q", ())), values=("y", "z"),
         waiting=("problem", "title")),
    Case("back and forth", (A, ("b", "y", ("a",)), ("c", "x", ("b",))), (A, ("b", "y", ("a",)))),
    Case("no history on either side", plain_ours={"title": "x"}, plain_theirs={"title": "x"}),
    Case("no history and different", plain_ours={"title": "x"}, plain_theirs={"title": "y"},
         values=("x", "y"), waiting=("title",)),
    Case("no history there, the same here", (A,), plain_theirs={"title": "x"}),
    Case("no history there, an earlier text of ours", (A, ("b", "y", ("a",))),
         plain_theirs={"title": "x"}, values=("y",)),
    Case("no history there, a text we never had", (A, ("b", "y", ("a",))),
         plain_theirs={"title": "z"}, values=("y", "z"), waiting=("title",)),
    Case("empty there without history", (A,), plain_theirs={"title": ""}),
    Case("left out there", (A,), plain_theirs={}),
    Case("deleted by them", (A,), (A, ("deleted.d", True, ("a",))), deleted=True),
    Case("deleted by both", (A, ("deleted.d", True, ("a",))), (A, ("deleted.e", True, ("a",))),
         deleted=True),
    Case("deleted by them, edited by us", (A, ("b", "y", ("a",))),
         (A, ("deleted.d", True, ("a",))), values=("y",), waiting=("deleted",)),
    Case("deleted by them, another field edited by us", (A, ("problem.b", "p", ())),
         (A, ("deleted.d", True, ("a",))), waiting=("deleted",)),
    Case("deleted and taken back by them", (A,),
         (A, ("deleted.d", True, ("a",)), ("deleted.e", False, ("d",)))),
    Case("deleted by us, taken back by them, deleted again by them",
         (A, ("deleted.d", True, ("a",))),
         (A, ("deleted.d", True, ("a",)), ("deleted.e", False, ("d",)),
          ("deleted.f", True, ("a", "e"))), deleted=True),
    Case("deleted by us, taken back by them", (A, ("deleted.d", True, ("a",))),
         (A, ("deleted.d", True, ("a",)), ("deleted.e", False, ("d",)))),
    Case("deleted by us anew while they took it back", (A, ("deleted.d", True, ("a",))),
         (A, ("deleted.e", True, ("a",)), ("deleted.f", False, ("e",))), waiting=("deleted",)),
    Case("edited by both, deleted by one who saw one side", (A, ("b", "y", ("a",))),
         (A, ("c", "z", ("a",)), ("deleted.d", True, ("c",))),
         values=("y", "z"), waiting=("deleted", "title")),
    Case("deleted there without a word of who", (A,), plain_theirs={"deleted": True},
         waiting=("deleted",)),
    Case("an object without order", plain_ours={"title": "x", "matrix_head": {"a": "1", "b": "2"}},
         plain_theirs={"title": "x", "matrix_head": {"b": "2", "a": "1"}}),
    Case("a party with and without its empty keys",
         plain_ours={"title": "x", "leads": [{"name": "D"}]},
         plain_theirs={"title": "x",
                       "leads": [{"organisation_id": None, "unit": "", "name": "D"}]}),
]  # fmt: skip


def rid(name: str) -> str:
    return NAMES[name]


def lists_of(steps: Steps, plain: Row) -> Lists:
    """Return a file's lists: the commitment as the last steps leave it, and its revisions."""
    commitment: Row = {"id": HERE["id"], "plan_id": PLAN["id"]} | plain
    revisions: list[Row] = []
    for label, value, parents in steps:
        name, _, letter = label.rpartition(".")
        name = name or "title"
        commitment[name] = value
        revisions.append(
            a_revision(
                "commitments", HERE, name, value, id=rid(letter), parents=[rid(p) for p in parents]
            )
        )  # fmt: skip
    return {"plans": [PLAN], "commitments": [commitment], "revisions": revisions}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("order", ["ours first", "theirs first"])
def test_two_files(workspace: Workspace, tmp_path: Path, case: Case, order: str) -> None:
    ours = build_session_file(tmp_path / "ours.rembuk", lists_of(case.ours, case.plain_ours))
    theirs = build_session_file(
        tmp_path / "theirs.rembuk", lists_of(case.theirs, case.plain_theirs)
    )
    for path in (ours, theirs) if order == "ours first" else (theirs, ours):
        take(workspace, path)
    kept = dump(workspace)["commitments"][HERE["id"]]
    assert kept["title"] in case.values
    assert sorted(c[2] for c in conflicts_of(workspace)) == sorted(case.waiting)
    assert kept["deleted"] is case.deleted
    before = dump(workspace)
    assert [receipt.receipt_id for receipt in receive(workspace, SEKAR, [theirs, ours])] == ["", ""]
    assert dump(workspace) == before


def test_the_shown_side_is_ones_own(workspace: Workspace, tmp_path: Path) -> None:
    first = build_session_file(tmp_path / "1.rembuk", lists_of((("b", "y", ()),), {}))
    second = build_session_file(tmp_path / "2.rembuk", lists_of((("a", "x", ()),), {}))
    take(workspace, first, second)
    assert dump(workspace)["commitments"][HERE["id"]]["title"] == "y"


# -- positions -------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_positions_written_apart_follow_the_smallest_id(
    workspace: Workspace, tmp_path: Path, order: tuple[str, str]
) -> None:
    milestone = {"id": new_id(), "commitment_id": HERE["id"]}
    for name in order:
        position = {"a": 9, "b": 1.5}[name]
        lists: Lists = {
            "plans": [PLAN],
            "commitments": [HERE],
            "milestones": [milestone | {"position": position}],
            "revisions": [a_revision("milestones", milestone, "position", position, id=rid(name))],
        }
        take(workspace, build_session_file(tmp_path / f"{name}.rembuk", lists))
    assert dump(workspace)["milestones"][milestone["id"]]["position"] == 9
    assert conflicts_of(workspace) == set()


def test_a_whole_number_is_the_same_with_and_without_its_point(
    workspace: Workspace, tmp_path: Path
) -> None:
    milestone = {"id": new_id(), "commitment_id": HERE["id"]}
    for number, position in enumerate((2, 2.0)):
        lists: Lists = {
            "plans": [PLAN], "commitments": [HERE],
            "milestones": [milestone | {"position": position}],
        }  # fmt: skip
        receipt = take(workspace, build_session_file(tmp_path / f"{number}.rembuk", lists))
    assert receipt.receipt_id == ""


# -- owners and children ---------------------------------------------------------------------


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


# -- what may never change -------------------------------------------------------------------


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

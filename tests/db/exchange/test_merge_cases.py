"""What two people's files end in, case by case, whichever comes first."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from db.exchange.receive import receive
from db.workspace import Workspace
from tests.db.exchange.merging import HERE, PLAN, Steps, lists_of, rid
from tests.db.registers import SEKAR, conflicts_of, dump, take
from tests.db.session_files import (
    Lists,
    Row,
    a_revision,
    build_session_file,
    new_id,
)


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

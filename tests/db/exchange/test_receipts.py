"""An import can be taken back as a whole while nobody has built on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.backup import backup_folder
from db.commands.records import add_record, delete_records, edit_field, reverse
from db.errors import CommandError
from db.exchange.receipts import list_receipts, undo_import
from db.exchange.send import write_session
from db.records import Commitment, Milestone, Organisation, Plan, Point
from db.workspace import Author, Workspace
from tests.db.registers import SEKAR, conflicts_of, dump, take
from tests.db.session_files import (
    Lists,
    Row,
    a_commitment,
    a_meeting,
    a_plan,
    a_point,
    a_revision,
    an_organisation,
    build_session_file,
    new_id,
    one_of_each,
)

Take = Callable[..., str]


@pytest.fixture
def bring(workspace: Workspace, tmp_path: Path) -> Take:
    """Receive lists as a file and return the receipt's id."""

    def receive(lists: Lists) -> str:
        return take(
            workspace, build_session_file(tmp_path / f"{new_id()}.rembuk", lists)
        ).receipt_id

    return receive


def refusal(workspace: Workspace, receipt_id: str) -> CommandError:
    before = dump(workspace)
    with pytest.raises(CommandError) as refused:
        undo_import(workspace, receipt_id)
    assert dump(workspace) == before
    return refused.value


def test_undoing_the_only_import_leaves_nothing(workspace: Workspace, bring: Take) -> None:
    empty = dump(workspace)
    undo_import(workspace, bring(one_of_each()))
    assert dump(workspace) == empty
    with workspace.read() as session:
        assert list_receipts(session) == ()


def test_what_was_here_before_is_exactly_as_before(
    workspace: Workspace, bring: Take, author: Author
) -> None:
    lists = one_of_each()
    bring(lists)
    commitment, point = lists["commitments"][0], lists["points"][0]
    edit_field(workspace, author, "commitments", commitment["id"], "problem", "Punya kami")
    edit_field(workspace, author, "points", point["id"], "text", "Punya kami")
    before, waiting = dump(workspace), conflicts_of(workspace)
    head = lists["revisions"][1]["id"]
    commitment["title"] = "Maju"
    point["text"] = "Punya mereka"
    lists["targets"][0]["targets"]["B18"] = "baru"
    lists["revisions"].append(
        a_revision("commitments", commitment, "title", "Maju", parents=[head])
    )
    lists["points"].append(a_point(lists["meetings"][0]))
    receipt = bring(lists)
    assert len(conflicts_of(workspace)) == 1
    assert dump(workspace)["commitments"][commitment["id"]]["title"] == "Maju"
    undo_import(workspace, receipt)
    assert dump(workspace) == before
    assert conflicts_of(workspace) == waiting


def test_received_again_the_file_applies_anew(workspace: Workspace, tmp_path: Path) -> None:
    path = build_session_file(tmp_path / "s.rembuk", one_of_each())
    first = take(workspace, path)
    after = dump(workspace)
    undo_import(workspace, first.receipt_id)
    again = take(workspace, path)
    assert again.new == first.new
    assert again.receipt_id != first.receipt_id
    assert dump(workspace) == after


def test_a_copy_is_made_before(workspace: Workspace, bring: Take) -> None:
    undo_import(workspace, bring(one_of_each()))
    assert workspace.path is not None
    names = [path.name.split("-", 2)[2] for path in backup_folder(workspace.path).iterdir()]
    assert sorted(names) == ["import.db", "undo-import.db"]


def test_an_import_is_undone_once(workspace: Workspace, bring: Take) -> None:
    receipt = bring(one_of_each())
    undo_import(workspace, receipt)
    assert refusal(workspace, receipt).key == "import_unknown"
    assert refusal(workspace, new_id()).key == "import_unknown"


# -- deletions -------------------------------------------------------------------------------


def test_a_deletion_that_came_is_taken_back(workspace: Workspace, bring: Take) -> None:
    plan = a_plan()
    meeting = {"id": new_id(), "plan_id": plan["id"]}
    bring({"plans": [plan], "meetings": [meeting]})
    before = dump(workspace)
    receipt = bring({
        "plans": [plan], "meetings": [meeting | {"deleted": True}],
        "revisions": [a_revision("meetings", meeting, "deleted", True)],
    })  # fmt: skip
    assert dump(workspace)["meetings"][meeting["id"]]["deleted"]
    undo_import(workspace, receipt)
    assert dump(workspace) == before


def test_a_child_that_brought_its_owner_back_goes_again(workspace: Workspace, bring: Take) -> None:
    plan = a_plan()
    meeting = {"id": new_id(), "plan_id": plan["id"]}
    bring({
        "plans": [plan], "meetings": [meeting | {"deleted": True}],
        "revisions": [a_revision("meetings", meeting, "deleted", True)],
    })  # fmt: skip
    before = dump(workspace)
    receipt = bring({"plans": [plan], "meetings": [meeting], "points": [a_point(meeting)]})
    assert not dump(workspace)["meetings"][meeting["id"]]["deleted"]
    undo_import(workspace, receipt)
    assert dump(workspace) == before


# -- imports over each other -----------------------------------------------------------------


def versions(plan: Row, *steps: tuple[str, str, tuple[str, ...]]) -> Lists:
    made = [a_revision("plans", plan, "title", value, id=rid, parents=list(parents))
            for rid, value, parents in steps]  # fmt: skip
    return {"plans": [plan | {"title": steps[-1][1]}], "revisions": made}


A, B, C = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abc")


def test_an_earlier_import_goes_from_under_a_later_one(workspace: Workspace, bring: Take) -> None:
    plan = a_plan()
    bring(versions(plan, (A, "a", ())))
    second = bring(versions(plan, (A, "a", ()), (B, "b", (A,))))
    bring(versions(plan, (A, "a", ()), (C, "c", (A,))))
    assert len(conflicts_of(workspace)) == 1
    undo_import(workspace, second)
    assert dump(workspace)["plans"][plan["id"]]["title"] == "c"
    assert conflicts_of(workspace) == set()


def test_a_past_that_arrived_late_can_go_again(workspace: Workspace, bring: Take) -> None:
    plan = a_plan()
    bring(versions(plan, (B, "b", (A,))))
    before = dump(workspace)
    late = bring(versions(plan, (A, "a", ())))
    assert dump(workspace)["plans"][plan["id"]]["title"] == "b"
    undo_import(workspace, late)
    assert dump(workspace) == before


def test_a_first_value_that_its_history_overtook_stays_away(
    workspace: Workspace, bring: Take
) -> None:
    plan = a_plan(title="x")
    bring({"plans": [plan]})
    before = dump(workspace)
    receipt = bring(versions(plan, (A, "x", ()), (B, "y", (A,))))
    assert dump(workspace)["plans"][plan["id"]]["title"] == "y"
    undo_import(workspace, receipt)
    assert dump(workspace) == before


# -- refusals --------------------------------------------------------------------------------


@pytest.fixture
def received(workspace: Workspace, bring: Take) -> tuple[str, Lists]:
    lists = one_of_each()
    return bring(lists), lists


def test_refused_when_a_text_of_it_was_edited(
    workspace: Workspace, author: Author, received: tuple[str, Lists]
) -> None:
    receipt, lists = received
    commitment = lists["commitments"][0]["id"]
    change = edit_field(workspace, author, "commitments", commitment, "title", "Lain")
    error = refusal(workspace, receipt)
    assert (error.key, error.values) == (
        "import_built_on", {"kind": "commitments", "id": commitment, "field": "title"}
    )  # fmt: skip
    reverse(workspace, author, change)
    assert refusal(workspace, receipt).key == "import_built_on"


def test_refused_when_an_empty_field_of_it_was_filled_in(
    workspace: Workspace, author: Author, bring: Take
) -> None:
    plan = a_plan()
    receipt = bring({"plans": [plan]})
    edit_field(workspace, author, "plans", plan["id"], "organiser", "KOTA")
    assert refusal(workspace, receipt).values == {
        "kind": "plans", "id": plan["id"], "field": "organiser"
    }  # fmt: skip


def test_refused_when_something_was_put_below_it(
    workspace: Workspace, author: Author, received: tuple[str, Lists]
) -> None:
    receipt, lists = received
    point = Point(id=new_id(), meeting_id=lists["meetings"][0]["id"])
    add_record(workspace, author, point)
    error = refusal(workspace, receipt)
    assert (error.key, error.values["kind"], error.values["id"]) == (
        "import_built_on", "points", point.id,
    )  # fmt: skip


def test_refused_when_it_was_deleted_since(
    workspace: Workspace, author: Author, received: tuple[str, Lists]
) -> None:
    receipt, lists = received
    delete_records(workspace, author, "milestones", [lists["milestones"][0]["id"]])
    assert refusal(workspace, receipt).values["field"] == "deleted"


@pytest.mark.parametrize("still", [True, False], ids=["still named", "named once"])
def test_refused_when_a_value_names_what_it_brought(
    workspace: Workspace, author: Author, bring: Take, still: bool
) -> None:
    plan, organisation = a_plan(), an_organisation()
    bring({"plans": [plan]})
    commitment = add_record(
        workspace, author, Commitment(id=new_id(), plan_id=plan["id"])
    ).record_id
    receipt = bring({"plans": [plan], "organisations": [organisation]})
    party = {"name": "", "unit": "", "organisation_id": organisation["id"]}
    edit_field(workspace, author, "commitments", commitment, "leads", [party])
    if not still:
        edit_field(workspace, author, "commitments", commitment, "leads", [])
    error = refusal(workspace, receipt)
    assert (error.key, error.values) == (
        "import_built_on", {"kind": "commitments", "id": commitment, "field": "leads"}
    )  # fmt: skip


def test_refused_when_a_later_import_builds_on_it(workspace: Workspace, bring: Take) -> None:
    plan = a_plan()
    first = bring(versions(plan, (A, "a", ())))
    second = bring(versions(plan, (A, "a", ()), (B, "b", (A,))))
    assert refusal(workspace, first).key == "import_built_on"
    undo_import(workspace, second)
    undo_import(workspace, first)
    assert dump(workspace)["plans"] == {}


def test_refused_once_it_left_in_a_session_file(
    workspace: Workspace, author: Author, received: tuple[str, Lists]
) -> None:
    receipt, lists = received
    write_session(workspace, author, "test", lists["plans"][0]["id"])
    assert refusal(workspace, receipt).key == "import_exported"


def test_refused_once_a_frozen_copy_of_it_left(
    workspace: Workspace, author: Author, bring: Take
) -> None:
    plan = a_plan()
    meeting = a_meeting(plan)
    bring({"plans": [plan], "meetings": [meeting]})
    minutes = {"id": new_id(), "meeting_id": meeting["id"], "version": 1}
    receipt = bring({"plans": [plan], "meetings": [meeting], "minutes": [minutes]})
    write_session(workspace, author, "test", plan["id"], [meeting["id"]])
    error = refusal(workspace, receipt)
    assert (error.key, error.values) == (
        "import_exported", {"kind": "minutes", "id": minutes["id"], "field": "content"}
    )  # fmt: skip


def test_not_refused_because_something_else_left(
    workspace: Workspace, author: Author, bring: Take
) -> None:
    plan, other = a_plan(), a_plan()
    bring({"plans": [plan]})
    receipt = bring({"plans": [other], "commitments": [a_commitment(other)]})
    write_session(workspace, author, "test", plan["id"])
    undo_import(workspace, receipt)
    assert list(dump(workspace)["plans"]) == [plan["id"]]


def test_work_beside_it_does_not_matter(workspace: Workspace, author: Author, bring: Take) -> None:
    own = add_record(workspace, author, Plan(id=new_id(), title="Sendiri")).record_id
    receipt = bring(one_of_each())
    commitment = add_record(workspace, author, Commitment(id=new_id(), plan_id=own)).record_id
    add_record(workspace, author, Milestone(id=new_id(), commitment_id=commitment))
    add_record(workspace, author, Organisation(id=new_id(), name="x"))
    before = dump(workspace)
    undo_import(workspace, receipt)
    after = dump(workspace)
    assert list(after["plans"]) == [own]
    left: dict[str, Any] = {k: r for k, r in before["commitments"].items() if r["plan_id"] == own}
    assert after["commitments"] == left


def test_receipts_stand_latest_first(workspace: Workspace, bring: Take) -> None:
    ids = [bring({"plans": [a_plan()]}) for _ in range(3)]
    with workspace.read() as session:
        found = list_receipts(session)
    assert [receipt.id for receipt in found] == ids[::-1]
    assert found[0].author == SEKAR.name

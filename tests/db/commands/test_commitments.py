"""The numbers of a plan's commitments, and the parts that a commitment has."""

from uuid import uuid4

import pytest

from db.commands.commitments import (
    add_contact,
    add_milestone,
    create_commitment,
    move_commitment,
    move_part,
)
from db.commands.plans import create_plan
from db.commands.records import add_record, delete_records, edit_field, reverse
from db.errors import CommandError
from db.queries.commitments import commitment_dossier, list_commitments, plan_of_commitment
from db.queries.home import list_commitment_lines
from db.queries.records import get_record
from db.records import Commitment, Draft, Milestone, Party, Plan
from db.rules import filled_fields


@pytest.fixture
def plan_id(workspace, author) -> str:
    return create_plan(workspace, author, "ogi-2018").record_id


@pytest.fixture
def ids(workspace, author, plan_id) -> list[str]:
    """Three commitments, numbered 1 to 3."""
    return [create_commitment(workspace, author, plan_id).record_id for _ in range(3)]


def read(workspace, query, *args):
    with workspace.read() as session:
        return query(session, *args)


def order(workspace, plan_id) -> list[tuple[str, int | None]]:
    return [(c.id, c.number) for c in read(workspace, list_commitments, plan_id)]


def test_a_commitment_moves_by_taking_a_number(workspace, author, plan_id, ids):
    change = move_commitment(workspace, author, ids[2], ids[0])
    assert order(workspace, plan_id) == [(ids[2], 1), (ids[0], 2), (ids[1], 3)]
    assert (change.name, change.record_id) == ("move_record", ids[2])
    reverse(workspace, author, change)
    assert order(workspace, plan_id) == [(key, n) for n, key in enumerate(ids, 1)]


def test_moving_keeps_the_numbers_that_the_plan_uses(workspace, author, plan_id, ids):
    edit_field(workspace, author, "commitments", ids[2], "number", 9)
    move_commitment(workspace, author, ids[0], None)
    assert order(workspace, plan_id) == [(ids[1], 1), (ids[2], 2), (ids[0], 9)]


def test_missing_and_double_numbers_are_given_anew(workspace, author, plan_id, ids):
    edit_field(workspace, author, "commitments", ids[0], "number", None)
    edit_field(workspace, author, "commitments", ids[1], "number", 3)
    # Commitments of the same number stand in any order.
    first = order(workspace, plan_id)[0][0]
    move_commitment(workspace, author, ids[0], first)
    found = order(workspace, plan_id)
    assert [number for _, number in found] == [1, 2, 3]
    assert found[0][0] == ids[0]


def test_what_is_gone_cannot_be_moved(workspace, author, ids):
    delete_records(workspace, author, "commitments", [ids[0]])
    with pytest.raises(CommandError, match="record_unknown"):
        move_commitment(workspace, author, ids[0], None)
    with pytest.raises(CommandError, match="record_unknown"):
        move_part(workspace, author, "milestones", str(uuid4()), None)


def test_milestones_and_contacts_come_last_and_change_places(workspace, author, ids):
    one = [add_milestone(workspace, author, ids[0]).record_id for _ in range(3)]
    move_part(workspace, author, "milestones", one[2], one[0])
    move_part(workspace, author, "milestones", one[0], None)
    contacts = [add_contact(workspace, author, ids[0], side).record_id for side in ("cso", "other")]
    dossier = read(workspace, commitment_dossier, ids[0])
    assert [milestone.id for milestone in dossier.milestones] == [one[2], one[1], one[0]]
    assert [(c.id, c.side) for c in dossier.contacts] == list(
        zip(contacts, ("cso", "other"), strict=True)
    )


def test_the_plan_of_a_commitment_is_known_as_long_as_it_is_there(workspace, author, plan_id, ids):
    assert read(workspace, plan_of_commitment, ids[0]) == plan_id
    delete_records(workspace, author, "commitments", [ids[0]])
    assert read(workspace, plan_of_commitment, ids[0]) == ""
    assert read(workspace, plan_of_commitment, str(uuid4())) == ""


def test_a_line_names_its_leads_and_its_highest_draft(workspace, author, plan_id, ids):
    leads = (Party(name="Dinas Kesehatan", unit="Bidang I"), Party(name="Bappeda"))
    edit_field(workspace, author, "commitments", ids[0], "leads", leads)
    for level in ("2", "final", "1"):
        add_record(workspace, author, Draft(id=str(uuid4()), commitment_id=ids[0], level=level))
    plan = read(workspace, get_record, Plan, plan_id)
    lines = read(workspace, list_commitment_lines, plan)
    assert (lines[0].leads, lines[0].draft) == (("Dinas Kesehatan", "Bappeda"), "final")
    assert (lines[1].leads, lines[1].draft) == ((), "")


def test_what_is_filled_in_is_the_same_for_one_and_for_many(workspace, author, plan_id, ids):
    for field, value in {
        "title": "Jadwal", "start": "2024-01", "end": "2025-12", "problem": "Ada", "form": "x",
        "values": ["partisipasi"], "proposers": (Party(name="Forum"),),
    }.items():  # fmt: skip
        edit_field(workspace, author, "commitments", ids[0], field, value)
    edit_field(workspace, author, "commitments", ids[1], "start", "2024-01")
    add_record(workspace, author, Milestone(id=str(uuid4()), commitment_id=ids[1]))
    plan = read(workspace, get_record, Plan, plan_id)
    for line in read(workspace, list_commitment_lines, plan):
        dossier = read(workspace, commitment_dossier, line.id)
        counts = len(dossier.milestones), len(dossier.contacts)
        found = filled_fields(dict(dossier.commitment), *counts)
        asked = set(Commitment.model_fields) | {"period", "milestones", "contacts"}
        uncounted = {"id", "plan_id", "number", "form", "start", "end", "matrix_head"}
        assert line.filled == found & (asked - uncounted)

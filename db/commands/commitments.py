"""Commands about commitments: their numbers, their milestones and their contacts."""

from collections.abc import Sequence
from uuid import uuid4

from sqlmodel import col, func, select

from db.changes import Change
from db.commands.order import place_among
from db.commands.records import placed_last
from db.models import CommitmentRow
from db.queries.commitments import list_commitments
from db.queries.records import get_record, list_records
from db.recorder import Recorder
from db.records import Commitment, Contact, ContactSide, Milestone, Target
from db.rules import in_order
from db.workspace import Author, Workspace

PARTS: dict[str, type[Milestone] | type[Contact] | type[Target]] = {
    "milestones": Milestone,
    "contacts": Contact,
    "targets": Target,
}
"""What belongs to a commitment and stands there in an order of its own."""


def create_commitment(workspace: Workspace, author: Author, plan_id: str) -> Change:
    """Add a commitment under the plan's next free number."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        highest = session.exec(
            select(func.max(CommitmentRow.number)).where(
                CommitmentRow.plan_id == plan_id, col(CommitmentRow.deleted).is_(False)
            )
        ).one()
        commitment = Commitment(id=str(uuid4()), plan_id=plan_id, number=(highest or 0) + 1)
        recorder.create(commitment)
        return recorder.change("create_commitment", commitment.id)


def move_commitment(
    workspace: Workspace, author: Author, commitment_id: str, before_id: str | None
) -> Change:
    """Place a commitment before another one of its plan (None: last), by their numbers.

    The plan keeps the numbers that it uses; where some are missing or used twice, all are
    numbered from 1.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        commitment = get_record(session, Commitment, commitment_id)
        every = list_commitments(session, commitment.plan_id)
        ids = [one.id for one in every if one.id != commitment_id]
        ids.insert(ids.index(before_id) if before_id in ids else len(ids), commitment_id)
        for one, number in zip(ids, _numbers(every), strict=True):
            recorder.set("commitments", one, "number", number)
        return recorder.change("move_record", commitment_id)


def add_milestone(workspace: Workspace, author: Author, commitment_id: str) -> Change:
    """Add an empty milestone behind a commitment's last."""
    milestone = Milestone(id=str(uuid4()), commitment_id=commitment_id)
    return _add(workspace, author, milestone, "add_milestone")


def add_contact(
    workspace: Workspace, author: Author, commitment_id: str, side: ContactSide
) -> Change:
    """Add an empty contact of a side behind a commitment's last."""
    contact = Contact(id=str(uuid4()), commitment_id=commitment_id, side=side)
    return _add(workspace, author, contact, "add_contact")


def move_part(
    workspace: Workspace, author: Author, kind: str, record_id: str, before_id: str | None
) -> Change:
    """Place a milestone, contact or target (a list of PARTS) before a sibling (None: last)."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        part = get_record(session, PARTS[kind], record_id)
        place_part(recorder, kind, record_id, part.commitment_id, before_id)
        return recorder.change("move_record", record_id)


def place_part(
    recorder: Recorder, kind: str, record_id: str, commitment_id: str, before_id: str | None
) -> None:
    """Give a part of a commitment its place, inside another command."""
    every = in_order(list_records(recorder.session, PARTS[kind], commitment_id=commitment_id))
    siblings = [part for part in every if part.id != record_id]
    place_among(recorder, kind, record_id, siblings, before_id)


def _add(workspace: Workspace, author: Author, record: Milestone | Contact, name: str) -> Change:
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        recorder.create(placed_last(recorder, record))
        return recorder.change(name, record.id)


def _numbers(commitments: Sequence[Commitment]) -> list[int]:
    """Return the numbers for a plan's commitments in their new order."""
    numbers = [c.number for c in commitments if c.number is not None]
    if len(set(numbers)) == len(commitments):
        return sorted(numbers)
    return list(range(1, len(commitments) + 1))

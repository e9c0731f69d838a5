"""The drafts of a commitment, and what the next one depends on."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session

from db.changes import FieldPlace
from db.draft_content import edition_of, frozen_value
from db.drafting import Drafting, level_rank
from db.errors import FieldValueError
from db.fields import check_value
from db.queries.columns import fetch, select, table
from db.queries.commitments import commitment_dossier
from db.queries.conflicts import conflicts_of
from db.queries.inputs import list_inputs
from db.queries.records import list_records
from db.records import Agreement, Draft
from db.rules import in_order
from db.snapshot import CommitmentDossier

_meetings = table("meetings")


def drafting_state(session: Session, commitment_id: str) -> Drafting:
    """Return a commitment with its drafts, inputs and meetings; CommandError when unknown."""
    dossier = commitment_dossier(session, commitment_id)
    return Drafting(
        dossier,
        list_drafts(session, commitment_id),
        list_inputs(session, dossier.plan.id, commitment_id),
        _held(session, dossier.plan.id, commitment_id),
        _differing(session, dossier),
    )


def list_drafts(session: Session, commitment_id: str) -> tuple[Draft, ...]:
    """Return what was frozen of a commitment, the earliest first."""
    return in_order_made(list_records(session, Draft, commitment_id=commitment_id))


def list_agreements(session: Session, commitment_id: str) -> tuple[Agreement, ...]:
    """Return what was said of a commitment's fields, in the order in which it was noted."""
    return in_order(list_records(session, Agreement, commitment_id=commitment_id))


def in_order_made(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return drafts by level; of one level the latest comes last, made apart or not."""
    return tuple(sorted(drafts, key=_when_made))


def _differing(session: Session, dossier: CommitmentDossier) -> tuple[FieldPlace, ...]:
    rows = (dossier.commitment, *dossier.milestones, *dossier.contacts, *dossier.targets)
    found = conflicts_of(session, [row.id for row in rows])
    return tuple((one.kind, one.record_id, one.field) for one in found)


def _when_made(draft: Draft) -> tuple[int, str, int, str]:
    return (level_rank(draft.level), draft.made_on, edition_of(draft), draft.id)


def _held(session: Session, plan_id: str, commitment_id: str) -> frozenset[str]:
    """Return kinds and methods of the meetings that discussed a commitment."""
    query = select(_meetings.kind, _meetings.method, _meetings.commitment_ids).where(
        _meetings.plan_id == plan_id, _meetings.deleted.is_(False)
    )
    rows = fetch(session, query)
    found = [row for row in rows if commitment_id in row.commitment_ids]
    return frozenset(name for row in found for name in (row.kind, row.method) if name)


def value_in_draft(draft: Draft, kind: str, record_id: str, name: str) -> Any:
    """Return the value of a field in a draft as its history has it, None where it says nothing.

    A draft leaves out of a party what is empty; a revision writes every key.
    """
    value = frozen_value(draft, kind, record_id, name)
    try:
        return None if value is None else check_value(kind, name, value)
    except FieldValueError:  # from a program that knew other values
        return None

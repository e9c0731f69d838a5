"""Commitments with what their forms print, and the plans they make up."""

from collections.abc import Sequence

from sqlmodel import Session

from db.models import CommitmentRow
from db.queries.records import get_record, list_by_id, list_records, of_owners
from db.records import Agreement, Commitment, Contact, Milestone, Plan, Target, WorkingGroup
from db.rules import in_order
from db.snapshot import CommitmentDossier, PlanDossier


def list_plans(session: Session) -> tuple[Plan, ...]:
    """Return all plans, the latest period first."""
    plans = list_records(session, Plan)
    return tuple(sorted(plans, key=lambda p: (p.start, p.short_title, p.id), reverse=True))


def list_commitments(session: Session, plan_id: str | None = None) -> tuple[Commitment, ...]:
    """Return a plan's commitments by number; without a plan, those of all plans."""
    found = list_records(session, Commitment, plan_id=plan_id)
    return tuple(sorted(found, key=_number_key))


def plan_of_commitment(session: Session, commitment_id: str) -> str:
    """Return the id of the plan that a commitment belongs to, "" when it is unknown."""
    row = session.get(CommitmentRow, commitment_id)
    return "" if row is None or row.deleted else row.plan_id


def commitment_dossier(session: Session, commitment_id: str) -> CommitmentDossier:
    """Return a commitment with its plan and children; CommandError when it is unknown."""
    return commitment_dossiers(session, [get_record(session, Commitment, commitment_id)])[0]


def commitment_dossiers(
    session: Session, commitments: Sequence[Commitment]
) -> tuple[CommitmentDossier, ...]:
    """Return commitments with their plans and children, in the order given."""
    ids = [commitment.id for commitment in commitments]
    plans = list_by_id(session, Plan, [c.plan_id for c in commitments])
    groups = list_by_id(
        session, WorkingGroup, [c.working_group_id for c in commitments if c.working_group_id]
    )
    milestones = of_owners(session, Milestone, "commitment_id", ids)
    contacts = of_owners(session, Contact, "commitment_id", ids)
    targets = of_owners(session, Target, "commitment_id", ids)
    agreements = of_owners(session, Agreement, "commitment_id", ids)
    return tuple(
        CommitmentDossier(
            plan=plans[commitment.plan_id],
            commitment=commitment,
            milestones=in_order(milestones[commitment.id]),
            contacts=in_order(contacts[commitment.id]),
            targets=in_order(targets[commitment.id]),
            working_group=groups.get(commitment.working_group_id or ""),
            agreements=in_order(agreements[commitment.id]),
        )
        for commitment in commitments
    )


def plan_dossier(session: Session, plan_id: str) -> PlanDossier:
    """Return a plan with all its commitments."""
    plan = get_record(session, Plan, plan_id)
    return PlanDossier(plan, commitment_dossiers(session, list_commitments(session, plan_id)))


def _number_key(commitment: Commitment) -> tuple[bool, int, str, str]:
    number = commitment.number
    return (number is None, number or 0, commitment.title, commitment.id)

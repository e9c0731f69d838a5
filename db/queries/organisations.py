"""The directory of organisations and the working groups they sit in."""

from sqlmodel import Session

from db.queries.records import list_records
from db.records import Organisation, WorkingGroup


def list_organisations(session: Session) -> tuple[Organisation, ...]:
    """Return every organisation by name, those that were joined into another left out."""
    found = list_records(session, Organisation)
    return tuple(sorted((o for o in found if o.same_as is None), key=lambda o: o.name.casefold()))


def list_working_groups(session: Session, plan_id: str | None = None) -> tuple[WorkingGroup, ...]:
    """Return a plan's working groups by theme."""
    found = list_records(session, WorkingGroup, plan_id=plan_id)
    return tuple(sorted(found, key=lambda g: (g.theme.casefold(), g.id)))

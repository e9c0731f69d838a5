"""The directory of organisations and the working groups they sit in."""

from collections.abc import Iterator

from sqlmodel import Session

from db import rules
from db.catalogue import PARTY_FIELDS
from db.overview import GroupedCommitment, OrganisationLine
from db.queries.columns import fetch, select, table
from db.queries.records import list_records
from db.records import Organisation, WorkingGroup

_organisations = table("organisations")
_commitments = table("commitments")


def list_organisations(session: Session) -> tuple[Organisation, ...]:
    """Return every organisation by name, those that were joined into another left out."""
    found = {o.id: o for o in list_records(session, Organisation)}
    joined = resolve_live({o.id: o.same_as for o in found.values()})
    left = (o for o in found.values() if joined.get(o.id, o.id) == o.id)
    return tuple(sorted(left, key=lambda o: o.name.casefold()))


def list_directory(session: Session) -> tuple[OrganisationLine, ...]:
    """Return the whole directory by name, with those that were joined into another."""
    query = select(
        _organisations.id,
        _organisations.name,
        _organisations.short_name,
        _organisations.aliases,
        _organisations.sector,
        _organisations.same_as,
        _organisations.other_than,
    ).where(_organisations.deleted.is_(False))
    rows = fetch(session, query)
    stands = resolve_live({row.id: row.same_as for row in rows})
    joined: dict[str, list[str]] = {}
    for one, other in stands.items():
        if one != other:
            joined.setdefault(other, []).append(one)
    lines = [
        OrganisationLine(
            row.id,
            row.name,
            row.short_name,
            tuple(row.aliases),
            row.sector,
            same_as="" if stands.get(row.id, row.id) == row.id else stands[row.id],
            joined=tuple(joined.get(row.id, ())),
            other_than=tuple(row.other_than),
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.id)))


def list_party_names(session: Session) -> tuple[tuple[str, str | None], ...]:
    """Return every name that a party can be given, with the organisation that it stands for.

    First those of the directory; then those that commitments name and the directory does not
    know, as after a received file, which stand for none.
    """
    known = [
        (name, line.same_as or line.id) for line in list_directory(session) for name in line.names
    ]
    taken = {name.casefold() for name, _ in known}
    others = {name.casefold(): name for name in _written_names(session) if name}
    return (*known, *((others[one], None) for one in sorted(others.keys() - taken)))


def _written_names(session: Session) -> Iterator[str]:
    """Give the names of all parties of commitments and milestones, however often."""
    for kind in ("commitments", "milestones"):
        one = table(kind)
        columns = [getattr(one, field) for field in PARTY_FIELDS[kind]]
        for row in fetch(session, select(one.id, *columns).where(one.deleted.is_(False))):
            yield from (str(party["name"]) for parties in row[1:] for party in parties)


def resolve_live(same_as: dict[str, str | None]) -> dict[str, str]:
    """Resolve joins among these organisations; one into an organisation that is gone is none."""
    return rules.resolve_joined(
        {one: into for one, into in same_as.items() if into is not None and into in same_as}
    )


def list_working_groups(session: Session, plan_id: str | None = None) -> tuple[WorkingGroup, ...]:
    """Return a plan's working groups by theme."""
    found = list_records(session, WorkingGroup, plan_id=plan_id)
    return tuple(sorted(found, key=lambda g: (g.theme.casefold(), g.id)))


def list_grouped_commitments(session: Session, plan_id: str) -> tuple[GroupedCommitment, ...]:
    """Return a plan's commitments by number, each with its working group."""
    query = select(
        _commitments.id, _commitments.number, _commitments.title, _commitments.working_group_id
    ).where(_commitments.plan_id == plan_id, _commitments.deleted.is_(False))
    found = [
        GroupedCommitment(row.id, row.number, row.title, row.working_group_id or "")
        for row in fetch(session, query)
    ]
    return tuple(sorted(found, key=lambda c: (c.number is None, c.number or 0, c.title, c.id)))

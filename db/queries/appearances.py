"""Where an organisation appears: found by its id, and by its names as people typed them."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlmodel import Session

from db.catalogue import PARTY_FIELDS
from db.overview import Appearance
from db.queries.columns import fetch, select, table
from db.queries.organisations import list_directory

_attendances = table("attendances")
_points = table("points")
_follow_ups = table("follow_ups")
_meetings = table("meetings")
_commitments = table("commitments")
_milestones = table("milestones")
_groups = table("working_groups")

_Found = dict[str, dict[str, None]]
"""A record's id → the fields that name the organisation, in order."""


class _Sought:
    """An organisation with all that were joined into it: their ids and their names."""

    def __init__(self, ids: Iterable[str], names: Iterable[str]) -> None:
        self._ids = frozenset(ids)
        self._names = frozenset(_fold(name) for name in names if name.strip())

    def is_named(self, name: str, organisation_id: str | None) -> bool:
        """Tell whether a record means it; an id decides, a name only where there is none."""
        return organisation_id in self._ids if organisation_id else _fold(name) in self._names


def list_appearances(session: Session, organisation_id: str) -> tuple[Appearance, ...]:
    """Return where an organisation appears: commitments, meetings, then working groups."""
    directory = {line.id: line for line in list_directory(session)}
    line = directory.get(organisation_id)
    if line is None:
        return ()
    every = [line, *(directory[one] for one in line.joined)]
    sought = _Sought((one.id for one in every), (name for one in every for name in one.names))
    return (
        *_in_commitments(session, sought),
        *_in_meetings(session, sought),
        *_in_groups(session, sought),
    )


def _in_commitments(session: Session, sought: _Sought) -> Iterator[Appearance]:
    found: _Found = {}
    fields = PARTY_FIELDS["commitments"]
    columns = [getattr(_commitments, field) for field in fields]
    query = select(_commitments.id, *columns).where(_commitments.deleted.is_(False))
    for key, *values in fetch(session, query):
        for field, parties in zip(fields, values, strict=True):
            if _names_it(parties, sought):
                found.setdefault(key, {})[field] = None
    query = select(_milestones.commitment_id, _milestones.actors)
    for key, parties in fetch(session, query.where(_milestones.deleted.is_(False))):
        if _names_it(parties, sought):
            found.setdefault(key, {})["milestones"] = None
    columns = [_commitments.id, _commitments.title, _commitments.plan_id, _commitments.number]
    rows = _rows_of(session, _commitments, columns, found)
    for row in sorted(rows, key=lambda row: (row.number is None, row.number or 0, row.title)):
        roles = tuple(found[row.id])
        yield Appearance("commitments", row.id, row.title, row.plan_id, roles, number=row.number)


def _in_meetings(session: Session, sought: _Sought) -> Iterator[Appearance]:
    found: _Found = {}
    for role, of, name, key in (
        ("attendances", _attendances, _attendances.organisation, _attendances.organisation_id),
        ("points", _points, _points.raised_by, _points.raised_by_id),
        ("follow_ups", _follow_ups, _follow_ups.owner, _follow_ups.owner_id),
    ):
        query = select(of.meeting_id, name, key).where(of.deleted.is_(False)).distinct()
        for meeting_id, typed, organisation_id in fetch(session, query):
            if sought.is_named(typed, organisation_id):
                found.setdefault(meeting_id, {})[role] = None
    columns = [
        _meetings.id, _meetings.topic, _meetings.subtitle, _meetings.plan_id,
        _meetings.date, _meetings.kind,
    ]  # fmt: skip
    rows = _rows_of(session, _meetings, columns, found)
    for row in sorted(rows, key=lambda row: (row.date, row.id), reverse=True):
        title = row.topic or row.subtitle
        yield Appearance(
            "meetings", row.id, title, row.plan_id, tuple(found[row.id]), row.date,
            meeting_kind=row.kind,
        )  # fmt: skip


def _in_groups(session: Session, sought: _Sought) -> Iterator[Appearance]:
    query = select(_groups.id, _groups.theme, _groups.plan_id, _groups.members)
    for row in fetch(session, query.where(_groups.deleted.is_(False)).order_by(_groups.theme)):
        if _names_it(row.members, sought):
            yield Appearance("working_groups", row.id, row.theme, row.plan_id, ("members",))


def _names_it(parties: Iterable[dict[str, Any]], sought: _Sought) -> bool:
    return any(sought.is_named(p.get("name", ""), p.get("organisation_id")) for p in parties)


def _rows_of(session: Session, of: Any, columns: list[Any], ids: Iterable[str]) -> list[Any]:
    """Return the records of these ids that are not deleted."""
    query = select(*columns).where(of.deleted.is_(False)).order_by(columns[0])
    wanted = set(ids)
    return [row for row in fetch(session, query) if row.id in wanted]


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())

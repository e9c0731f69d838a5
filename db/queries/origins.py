"""Where something comes from: its meeting, and the commitments it concerns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from db.queries.columns import fetch, select, table

_plans = table("plans")
_commitments = table("commitments")
_meetings = table("meetings")

_COLUMNS = (
    _meetings.id, _meetings.plan_id, _meetings.kind, _meetings.topic, _meetings.subtitle,
    _meetings.date, _meetings.start_time, _meetings.commitment_ids,
    _plans.short_title, _plans.title,
)  # fmt: skip


@dataclass(frozen=True)
class Origin:
    """A meeting as lists name it."""

    id: str
    plan_id: str
    plan_name: str
    kind: str
    topic: str
    date: str
    time: str
    commitment_ids: tuple[str, ...]

    def as_fields(self) -> dict[str, str]:
        """Return what a line of a list says about it, by the line's own names."""
        return {
            "plan_id": self.plan_id,
            "plan_name": self.plan_name,
            "meeting_kind": self.kind,
            "meeting_topic": self.topic,
            "meeting_date": self.date,
        }


def origins(session: Session, plan_id: str | None = None) -> dict[str, Origin]:
    """Return the meetings of a plan, or of all plans, by id."""
    query = (
        select(*_COLUMNS)
        .join(_plans, _plans.id == _meetings.plan_id)
        .where(_meetings.deleted.is_(False), _plans.deleted.is_(False))
    )
    if plan_id is not None:
        query = query.where(_meetings.plan_id == plan_id)
    return {
        row.id: Origin(
            id=row.id,
            plan_id=row.plan_id,
            plan_name=row.short_title or row.title,
            kind=row.kind,
            topic=row.topic or row.subtitle,
            date=row.date,
            time=row.start_time,
            commitment_ids=tuple(row.commitment_ids),
        )
        for row in fetch(session, query)
    }


class Concerned:
    """Tells which commitments something concerns."""

    def __init__(self, session: Session) -> None:
        columns = (_commitments.id, _commitments.number, _commitments.title, _commitments.form)
        query = select(*columns, _plans.form.label("usual")).join(
            _plans, _plans.id == _commitments.plan_id
        )
        rows = fetch(session, query.where(_commitments.deleted.is_(False)))
        self._known = {row.id: (row.number, row.title) for row in rows}
        self._forms = {row.id: row.form or row.usual for row in rows}

    def about(self, named: Iterable[str | None], origin: Origin) -> tuple[str, ...]:
        """Return the first commitment that is named, else all that its meeting discussed."""
        for commitment_id in named:
            if commitment_id is not None and commitment_id in self._known:
                return (commitment_id,)
        return tuple(one for one in origin.commitment_ids if one in self._known)

    def as_fields(self, about: Sequence[str]) -> dict[str, Any]:
        """Return what a line of a list says about the one commitment, if there is only one."""
        if len(about) != 1:
            return {"about": tuple(about)}
        number, title = self._known[about[0]]
        return {
            "about": tuple(about),
            "commitment_id": about[0],
            "commitment_number": number,
            "commitment_title": title,
        }

    def form(self, about: Iterable[str]) -> str | None:
        """Return the form that these commitments are written on; None for none, or for several."""
        forms = {self._forms[one] for one in about}
        return forms.pop() if len(forms) == 1 else None

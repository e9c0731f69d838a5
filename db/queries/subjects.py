"""What records are called where something else is said of them: in headings and questions."""

from collections.abc import Iterable
from typing import Any, cast

from sqlmodel import Session, col, select

from db.catalogue import KINDS
from db.deciding import Subject
from db.fields import POSITION
from db.models import TABLES
from db.queries.numbering import numbers_of
from db.revisions import batches
from db.rules import Positioned, in_order

# The first of these fields that holds something names a record.
_NAMES = ("short_title", "topic", "title", "theme", "text", "goal", "person", "name",
          "organisation", "note")  # fmt: skip
_SHOWN = 120
_OWNERS = ("commitments", "meetings")


def title_of(row: Any) -> str:
    """Return what a record is called, the first words of a long text."""
    return next((text for name in _NAMES if (text := getattr(row, name, ""))), "")[:_SHOWN]


def subject_of(session: Session, kind: str, record_id: str) -> Subject:
    """Return a record with its commitment and its meeting, as headings name them."""
    row: Any = session.get_one(TABLES[kind], record_id)
    told: dict[str, Any] = {"title": title_of(row), "number": _number(session, kind, row)}
    owner_kind = kind
    owner: Any = row
    while owner_kind not in _OWNERS and KINDS[owner_kind].owner:
        owner_id = getattr(owner, KINDS[owner_kind].owner)
        owner_kind = KINDS[owner_kind].owner_kind
        owner = cast(Any, session.get_one(TABLES[owner_kind], owner_id))
    if owner_kind == "commitments":
        plan: Any = session.get_one(TABLES["plans"], owner.plan_id)
        told |= {
            "form": owner.form or plan.form,
            "commitment_id": owner.id,
            "commitment_number": owner.number,
            "commitment_title": owner.title,
        }
    elif owner_kind == "meetings":
        told |= {
            "meeting_id": owner.id,
            "meeting_kind": owner.kind,
            "meeting_date": owner.date,
            "meeting_topic": owner.topic or owner.subtitle,
        }
    return Subject(**told)


def named_records(session: Session, wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what records are called, by id; `wanted` are their lists and ids."""
    lists: dict[str, set[str]] = {}
    for kind, record_id in wanted:
        lists.setdefault(kind, set()).add(record_id)
    return {
        row.id: title_of(row)
        for kind, ids in lists.items()
        for batch in batches(ids)
        for row in session.exec(select(TABLES[kind]).where(col(TABLES[kind].id).in_(batch)))
    }


def _number(session: Session, kind: str, row: Any) -> str:
    """Return a point's printed number, or the place of another record among its siblings."""
    if kind == "points":
        return numbers_of(session, [row.id]).get(row.id, "")
    if POSITION not in KINDS[kind].record.model_fields:
        return ""
    rows: Any = TABLES[kind]
    owner = KINDS[kind].owner
    query = select(rows).where(
        getattr(rows, owner) == getattr(row, owner), col(rows.deleted).is_(False)
    )
    siblings = in_order(cast("list[Positioned]", session.exec(query).all()))
    ids = [sibling.id for sibling in siblings]
    return str(ids.index(row.id) + 1) if row.id in ids else ""

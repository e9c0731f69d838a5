"""How a commitment stood at its last draft, or when a meeting began, and what changed it since."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlmodel import Session, col, func
from sqlmodel import select as typed_select

from db.changes import FieldPlace
from db.comparing import FieldPair, compare_dossiers
from db.draft_content import read_draft
from db.fields import DELETED
from db.memory import Wording
from db.models import RevisionRow
from db.queries.columns import fetch, select, table
from db.queries.commitments import commitment_dossier
from db.queries.drafts import list_drafts
from db.queries.memory import field_memory
from db.queries.records import as_record
from db.queries.room import fields_before
from db.records import Contact, Milestone, Record
from db.since import SECTIONS, Since, Source, after_draft, as_before, sources_of
from db.snapshot import CommitmentDossier

R = TypeVar("R", bound=Record)
Cut = Callable[[Sequence[Wording]], Sequence[Wording]]
_PARTS = ("milestones", "contacts")


def since_draft(session: Session, commitment_id: str) -> Since | None:
    """Compare a commitment with its last draft; None where none was frozen."""
    drafts = list_drafts(session, commitment_id)
    if not drafts:
        return None
    now = commitment_dossier(session, commitment_id)
    draft = drafts[-1]
    before = read_draft(draft, now.plan)

    def cut(line: Sequence[Wording]) -> Sequence[Wording]:
        return after_draft(line, draft.level)

    return Since(draft.level, before, _sources(session, before, now, cut))


def since_moment(session: Session, commitment_id: str, moment: str) -> Since:
    """Compare a commitment with how it stood at a moment, written as revisions write theirs."""
    now = commitment_dossier(session, commitment_id)
    before = replace(
        now,
        commitment=as_before(now.commitment, fields_before(session, commitment_id, moment)),
        milestones=tuple(_parts_before(session, Milestone, commitment_id, moment)),
        contacts=tuple(_parts_before(session, Contact, commitment_id, moment)),
    )

    def cut(line: Sequence[Wording]) -> Sequence[Wording]:
        return [wording for wording in line if wording.at >= moment]

    return Since("", before, _sources(session, before, now, cut))


def _sources(
    session: Session, before: CommitmentDossier, now: CommitmentDossier, cut: Cut
) -> dict[str, tuple[Source, ...]]:
    found: dict[str, tuple[Source, ...]] = {}
    for kind, record_id, name in _changed(compare_dossiers(before, now)):
        part = SECTIONS.get(name, name) if kind == "commitments" else kind
        line = cut(field_memory(session, kind, record_id, name).line)
        found[part] = tuple(dict.fromkeys((*found.get(part, ()), *sources_of(line))))
    return found


def _changed(pairs: Sequence[FieldPair]) -> Iterator[FieldPlace]:
    """Give the fields that are other; of a part that is gone only that it is."""
    gone: set[str] = set()
    for pair in pairs:
        if pair.changed and (pair.kind == "commitments" or pair.kind in _PARTS):
            if pair.after is not None:
                yield pair.kind, pair.record_id, pair.field
            elif pair.record_id not in gone:
                gone.add(pair.record_id)
                yield pair.kind, pair.record_id, DELETED


def _parts_before(
    session: Session, record: type[R], commitment_id: str, moment: str
) -> Iterator[R]:
    """Give the milestones or contacts that were there, as they were."""
    rows = table("milestones" if record is Milestone else "contacts")
    query = select(rows).where(rows.commitment_id == commitment_id)
    for row in fetch(session, query.order_by(rows.position, rows.id)):
        earlier = fields_before(session, row.id, moment)
        was_gone = earlier.pop(DELETED) is True if DELETED in earlier else row.deleted
        if not was_gone and not _begun_since(session, row.id, moment):
            yield as_before(as_record(row, record), earlier)


def _begun_since(session: Session, record_id: str, moment: str) -> bool:
    query = typed_select(func.min(RevisionRow.at)).where(col(RevisionRow.record_id) == record_id)
    first: str | None = session.exec(query).one()
    return bool(first) and first >= moment

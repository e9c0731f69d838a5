"""The passport of a draft, read from the draft, the one before, and the memory of its fields."""

from typing import cast

from sqlmodel import Session

from db.comparing import FieldPair, compare_dossiers
from db.draft_content import read_draft
from db.errors import CommandError
from db.fields import is_checkpoints
from db.memory import Wording
from db.models import TABLES
from db.passport import DraftPassport, PassportChange
from db.queries.commitments import commitment_dossier
from db.queries.drafts import list_drafts
from db.queries.inputs import unanswered_inputs
from db.queries.memory import field_memory
from db.records import Draft
from db.snapshot import CommitmentDossier

_PRIVATE = "private"


def draft_passport(session: Session, commitment_id: str, draft_id: str = "") -> DraftPassport:
    """Return the passport of a commitment's draft, "" for the latest.

    Raises CommandError when there is no such draft.
    """
    drafts = list_drafts(session, commitment_id)
    known = [draft.id for draft in drafts]
    if not drafts or (draft_id and draft_id not in known):
        raise CommandError("record_unknown", kind="drafts", id=draft_id)
    place = known.index(draft_id) if draft_id else len(drafts) - 1
    draft, before = drafts[place], drafts[place - 1] if place else None
    plan = commitment_dossier(session, commitment_id).plan
    dossier = read_draft(draft, plan)
    earlier = read_draft(before, plan) if before else _empty(dossier)
    pairs = [pair for pair in compare_dossiers(earlier, dossier) if pair.changed]
    inputs = unanswered_inputs(session, plan.id, commitment_id)
    return DraftPassport(
        draft,
        dossier,
        before,
        tuple(PassportChange(pair, _sources(session, pair, before, draft)) for pair in pairs),
        tuple(line for line in inputs if line.visibility != _PRIVATE),
    )


def _empty(dossier: CommitmentDossier) -> CommitmentDossier:
    commitment = dossier.commitment
    bare = type(commitment)(id=commitment.id, plan_id=commitment.plan_id, form=commitment.form)
    return CommitmentDossier(dossier.plan, bare)


def _sources(
    session: Session, pair: FieldPair, before: Draft | None, draft: Draft
) -> tuple[Wording, ...]:
    """Return what was written into a field between two drafts, the earliest first."""
    if session.get(TABLES[pair.kind], pair.record_id) is None:
        return ()
    written = [
        source
        for name in _changed_names(pair)
        for source in _written(session, pair, name, before, draft)
    ]
    return tuple(sorted(written, key=lambda one: (one.at, one.id)))


def _changed_names(pair: FieldPair) -> tuple[str, ...]:
    """Return the names under which a field's history stands: each checkpoint has its own."""
    if not is_checkpoints(pair.kind, pair.field):
        return (pair.field,)
    old, new = (cast(dict[str, str], value or {}) for value in (pair.before, pair.after))
    changed = (key for key in sorted({*old, *new}) if old.get(key) != new.get(key))
    return tuple(f"{pair.field}.{key}" for key in changed)


def _written(
    session: Session, pair: FieldPair, name: str, before: Draft | None, draft: Draft
) -> tuple[Wording, ...]:
    line = field_memory(session, pair.kind, pair.record_id, name).line
    begin = _place(line, before.level) + 1 if before else 0
    end = _place(line, draft.level) + 1
    return line[begin : end or len(line)]


def _place(line: tuple[Wording, ...], level: str) -> int:
    """Return the last place that stood there when a level was frozen, -1 for none."""
    places = [place for place, wording in enumerate(line) if level in wording.drafts]
    return places[-1] if places else -1

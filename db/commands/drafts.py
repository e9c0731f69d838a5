"""Commands about the drafts of a commitment: freezing one, and writing an earlier text again."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any
from uuid import uuid4

from db.changes import Change
from db.commands.linked import POINT_FIELDS, keep_linked
from db.draft_content import draft_content, same_records
from db.drafting import Drafting, Level, level_rank, unmet
from db.errors import CommandError
from db.frozen import checksum
from db.models import RevisionRow
from db.queries.drafts import drafting_state
from db.recorder import Recorder
from db.records import Draft
from db.text import clean
from db.workspace import Author, Workspace


def freeze_draft(
    workspace: Workspace,
    author: Author,
    commitment_id: str,
    level: Level,
    asked: Collection[str],
    authors: Sequence[str] = (),
    reason: str = "",
) -> Change:
    """Freeze what a commitment says as its draft of a level; nothing changes it any more.

    `asked` are the fields that its form fills in, `authors` who made it. What the level asks
    for and is not there is overruled by a reason, and both are kept in the draft. Levels may
    be skipped but not made up later; the latest may be frozen anew, with a reason.
    Raises CommandError where a reason is missing, or nothing was changed since.
    """
    reason = clean(reason).strip()
    with workspace.write() as session:
        state = drafting_state(session, commitment_id)
        findings = unmet(level, state, asked)
        if findings and not reason:
            raise CommandError("draft_unmet", n=len(findings))
        content = draft_content(
            state.dossier,
            edition=1 + sum(draft.level == level for draft in state.drafts),
            authors=[name for text in authors if (name := clean(text).strip())],
            frozen_by=author.name,
            reason=reason,
            overruled=[asdict(finding) for finding in findings],
            agreements=_agreements(state),
        )
        _check_level(state, level, content)
        recorder = Recorder(session, author, workspace.instant())
        draft = _draft(commitment_id, level, author, workspace.now(), content)
        recorder.create(draft)
        return recorder.change("freeze_draft", draft.id)


def restore_text(
    workspace: Workspace, author: Author, revision_id: str, alike: Sequence[str] = ()
) -> Change:
    """Write an earlier text of a field once more, as a new revision; undo takes it back.

    `alike` are further records whose same field gets it in the same step.
    """
    with workspace.write() as session:
        row = session.get(RevisionRow, revision_id)
        if row is None:
            raise CommandError("record_unknown", kind="revisions", id=revision_id)
        recorder = Recorder(session, author, workspace.instant())
        for record_id in dict.fromkeys((row.record_id, *alike)):
            recorder.put_back(row.entity, record_id, row.field, row.value)
            if row.entity == "points" and row.field in POINT_FIELDS:
                keep_linked(recorder, row.entity, record_id)
        return recorder.change("restore_text", row.record_id)


def _draft(
    commitment_id: str, level: Level, author: Author, now: dt.datetime, content: dict[str, Any]
) -> Draft:
    return Draft(
        id=str(uuid4()),
        commitment_id=commitment_id,
        level=level,
        made_on=now.astimezone().date().isoformat(),
        meeting_id=author.meeting_id,
        content=content,
        sha256=checksum(content),
    )


def _check_level(state: Drafting, level: Level, content: dict[str, Any]) -> None:
    """Refuse a level below what was frozen, and a second one that has nothing new to say."""
    if level_rank(level) < level_rank(state.reached):
        raise CommandError("draft_level_passed", level=state.reached)
    again = [draft for draft in state.drafts if draft.level == level]
    if again and same_records(again[-1].content, content):
        raise CommandError("draft_unchanged", level=level)
    if again and not content["reason"]:
        raise CommandError("draft_reason_missing", level=level)


def _agreements(state: Drafting) -> list[dict[str, str]]:
    return [
        {
            "canvas_field": one.canvas_field,
            "state": one.state,
            "organisation": one.organisation,
            "note": one.note,
        }
        for one in state.dossier.agreements
        if one.state
    ]

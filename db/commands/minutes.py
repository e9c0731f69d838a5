"""Commands about the minutes of a meeting."""

import datetime as dt
import json
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from db.changes import Change
from db.errors import CommandError
from db.frozen import CORRECTED_ON, REASON, SOURCE, canonical_json, checksum
from db.queries.meetings import meeting_dossier
from db.queries.minutes import in_versions, minutes_source
from db.queries.records import list_records
from db.recorder import Recorder
from db.records import Minutes
from db.text import clean
from db.workspace import Author, Workspace

_KEPT = (SOURCE, REASON, CORRECTED_ON)


def finalise_minutes(
    workspace: Workspace,
    author: Author,
    meeting_id: str,
    content: dict[str, Any],
    reason: str = "",
) -> Change:
    """Freeze what a meeting's minutes say as their next version, and make the meeting final.

    `content` is what is printed. The first version is 1; a later one corrects the one before
    it and needs a reason. What is frozen stays frozen: undo refuses this step, since a paper
    with that version may have left the house, and a mistake is mended by a correction.
    Raises CommandError for a correction without a reason, or one that says nothing else.
    """
    with workspace.write() as session:
        latest = _latest(session, meeting_id)
        kept = {SOURCE: minutes_source(meeting_dossier(session, meeting_id))}
        if latest is not None:
            kept |= {REASON: clean(reason).strip(), CORRECTED_ON: latest.made_on}
        # As it will be read again: lists for tuples.
        frozen = json.loads(canonical_json(content | kept))
        if latest is not None:
            _check_correction(latest, frozen)
        recorder = Recorder(session, author, workspace.instant())
        recorder.create(_next_version(meeting_id, latest, frozen, workspace.now()))
        recorder.set("meetings", meeting_id, "status", "final")
        return recorder.change("finalise_minutes", meeting_id)


def _next_version(
    meeting_id: str, latest: Minutes | None, frozen: dict[str, Any], now: dt.datetime
) -> Minutes:
    number = latest.version if latest else None
    return Minutes(
        id=str(uuid4()),
        meeting_id=meeting_id,
        version=(number or 0) + 1,
        corrects=number,
        made_on=now.astimezone().date().isoformat(),
        content=frozen,
        sha256=checksum(frozen),
    )


def _latest(session: Session, meeting_id: str) -> Minutes | None:
    versions = in_versions(list_records(session, Minutes, meeting_id=meeting_id))
    return versions[-1] if versions else None


def _check_correction(latest: Minutes, frozen: dict[str, Any]) -> None:
    if not frozen[REASON]:
        raise CommandError("correction_reason_missing")
    if _printed(frozen) == _printed(latest.content):
        raise CommandError("minutes_unchanged", version=latest.version)


def _printed(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key not in _KEPT}

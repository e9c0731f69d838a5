"""The frozen versions of a meeting's minutes, and whether the meeting was changed since."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session

from db.frozen import SOURCE, checksum
from db.queries.meetings import meeting_dossier
from db.queries.records import of_owners
from db.records import Minutes, Part
from db.rules import number_points
from db.snapshot import MeetingDossier, MinutesState

# What minutes print of a meeting's own records. The commitments are left out: what later
# meetings make of them is no change of these minutes.
_MEETING = (
    "kind", "title", "subtitle", "topic", "date", "start_time", "end_time", "began", "ended",
    "timezone", "place", "chair", "note_taker", "chair_signature", "commitment_ids",
)  # fmt: skip
_ATTENDANCE = (
    "person", "title", "organisation", "unit", "presence", "named", "people", "men", "women",
)  # fmt: skip
_POINT = (
    "text", "kind", "raised_by", "response", "reason", "consensus", "objection_by", "objection",
    "answered_on", "visibility",
)  # fmt: skip
_FOLLOW_UP = ("text", "owner", "due")
_CARRIED = ("text", "owner", "due", "meeting_kind", "meeting_date")


def minutes_state(session: Session, meeting_id: str) -> MinutesState:
    """Return a meeting's frozen versions, and whether they still say what its records say."""
    versions = minutes_versions(session, [meeting_id])[meeting_id]
    if not versions:
        return MinutesState()
    return state_of(meeting_dossier(session, meeting_id), versions)


def state_of(dossier: MeetingDossier, versions: tuple[Minutes, ...]) -> MinutesState:
    """Return the same for a meeting whose records and versions are read already."""
    source = versions[-1].content.get(SOURCE) if versions else None
    # What another program froze doesn't tell what it was made from.
    return MinutesState(versions, bool(source) and source != minutes_source(dossier))


def minutes_versions(
    session: Session, meeting_ids: Sequence[str]
) -> dict[str, tuple[Minutes, ...]]:
    """Return the frozen versions of several meetings, by meeting, the latest last."""
    found = of_owners(session, Minutes, "meeting_id", meeting_ids)
    return {meeting_id: in_versions(versions) for meeting_id, versions in found.items()}


def in_versions(minutes: Iterable[Minutes]) -> tuple[Minutes, ...]:
    """Return versions in order; two of a number were made apart, and the later made comes last."""
    return tuple(sorted(minutes, key=lambda m: (m.version or 0, m.made_on, m.id)))


def minutes_source(dossier: MeetingDossier) -> str:
    """Return the checksum of what a meeting's records give its minutes.

    Empty values are left out, so that a field that a later program adds changes nothing.
    """
    points = number_points([point for point in dossier.points if point.text.strip()])
    tasks = [task for task in dossier.follow_ups if task.text.strip() and task.status != "dropped"]
    people = (_filled(line, _ATTENDANCE) for line in dossier.attendances)
    return checksum(
        {
            "meeting": _filled(dossier.meeting, _MEETING),
            "attendances": [line for line in people if line],
            "points": [[n.number, n.depth, _filled(n.point, _POINT)] for n in points],
            "follow_ups": [_filled(task, _FOLLOW_UP) for task in tasks],
            **_carried(dossier),
        }
    )


def _carried(dossier: MeetingDossier) -> dict[str, Any]:
    lines = [carried.line for carried in dossier.carried if carried.line.status != "dropped"]
    found = [{name: getattr(line, name) for name in _CARRIED} for line in lines]
    return {"carried": found} if found else {}


def _filled(record: Part, fields: Iterable[str]) -> dict[str, Any]:
    values = record.model_dump(mode="json", include=set(fields), exclude_defaults=True)
    return {field: value for field, value in values.items() if value}

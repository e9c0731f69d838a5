"""What a new meeting begins with, read off the meetings before it; everything can be changed."""

from collections.abc import Iterable, Sequence
from typing import Any

from db.records import DEFAULT_STAGES, Meeting, Plan

# What the official papers print above minutes.
DEFAULT_TITLE = "NOTULEN RAPAT"
DEFAULT_TIMEZONE = "WIB"
_METHODS = {
    "bilateral": "FD",
    "multilateral": "FD",
    "workshop": "IW",
    "kickoff": "FD",
    "consultative": "FD",
    "public": "PC",
    "finalisation": "IW",
}
# The default stages' own kinds of meeting, counted from 1.
_STAGES = {
    "workshop": 2,
    "kickoff": 3,
    "bilateral": 4,
    "multilateral": 4,
    "public": 5,
    "consultative": 6,
    "finalisation": 7,
}
# How stages name a kind of meeting in plans that have stages of their own.
_NAMES = {
    "workshop": ("workshop", "lokakarya"),
    "kickoff": ("kick off", "kick-off", "kickoff"),
    "bilateral": ("bilateral",),
    "multilateral": ("multilateral",),
    "public": ("publik", "public"),
    "consultative": ("konsultatif", "consultative"),
    "finalisation": ("finalisasi", "finalisation", "finalization"),
}
# What is remembered together comes from one meeting: a chair signs as this chair.
_REMEMBERED = (
    ("title",),
    ("subtitle",),
    ("timezone",),
    ("place",),
    ("start_time", "end_time"),
    ("chair", "chair_signature"),
    ("note_taker",),
)


def propose_meeting(
    plan: Plan, kind: str, earlier: Iterable[Meeting], commitment_ids: Sequence[str], today: str
) -> dict[str, Any]:
    """Return the fields of a plan's new meeting of a kind, on this ISO date.

    `earlier` are the meetings of the plan, `commitment_ids` its commitments. What is usual
    comes from the latest meeting of the kind, else from the latest one of the plan. A
    finalisation is about all commitments; a plan with only one is always about that.
    """
    latest = sorted(earlier, key=lambda m: (m.date, m.start_time, m.id), reverse=True)
    of_kind = [meeting for meeting in latest if meeting.kind == kind]
    about_all = kind == "finalisation" or len(commitment_ids) == 1
    return {
        "title": DEFAULT_TITLE,
        "timezone": DEFAULT_TIMEZONE,
        **_remembered([*of_kind, *latest]),
        "kind": kind,
        "method": next((m.method for m in of_kind if m.method), _METHODS.get(kind, "")),
        "stage": _stage(plan, kind, of_kind, latest),
        "date": today,
        "commitment_ids": tuple(commitment_ids) if about_all else (),
        "status": "draft",
    }


def _remembered(meetings: Sequence[Meeting]) -> dict[str, Any]:
    empty = Meeting(id=meetings[0].id, plan_id=meetings[0].plan_id) if meetings else None
    values: dict[str, Any] = {}
    for fields in _REMEMBERED:
        for meeting in meetings:
            if any(getattr(meeting, name) != getattr(empty, name) for name in fields):
                values |= {name: getattr(meeting, name) for name in fields}
                break
    return values


def _stage(
    plan: Plan, kind: str, of_kind: Sequence[Meeting], latest: Sequence[Meeting]
) -> int | None:
    """Return where such a meeting stood before, else where the stages name it, else the latest."""
    before = next((meeting.stage for meeting in of_kind if meeting.stage is not None), None)
    named = _STAGES.get(kind) if plan.stages in (DEFAULT_STAGES, ()) else _named(plan.stages, kind)
    return before or named or next((m.stage for m in latest if m.stage is not None), None)


def _named(stages: Sequence[str], kind: str) -> int | None:
    names = _NAMES.get(kind, ())
    numbered = enumerate(stages, 1)
    return next((n for n, stage in numbered if any(w in stage.casefold() for w in names)), None)

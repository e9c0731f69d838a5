"""The home screen's lines: meetings, commitments, and what waits with where it leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.forms import load_form
from resources.words import Words
from ui.common.chip import Kind
from ui.common.dates import format_date
from ui.common.rows import Row

if TYPE_CHECKING:
    from db.overview import (
        CommitmentLine,
        DifferingRecord,
        MeetingLine,
        PartedCopies,
        PlanOverview,
        WaitingFollowUp,
        WaitingInput,
    )


@dataclass(frozen=True)
class Destination:
    """Where a line leads: a screen, and the records to bring into view there, by list."""

    screen: str
    records: Mapping[str, str]


@dataclass(frozen=True)
class Group:
    """Things that wait for the same reason, each with where it leads."""

    key: str
    kind: Kind
    rows: tuple[tuple[Row, Destination], ...]


def meeting_row(words: Words, line: MeetingLine) -> Row:
    """Return a meeting as a line."""
    chips: list[tuple[str, Kind]] = []
    if line.kind:
        chips.append((words(f"documents.meeting_kinds.{line.kind}"), "info"))
    final = line.status == "final"
    state = words("home.meetings.final" if final else "home.meetings.draft")
    chips.append((state, "success" if final else "neutral"))
    date = format_date(words, line.date) if line.date else words("home.meetings.no_date")
    note = (
        date,
        words("home.meetings.points", n=line.points),
        words("home.meetings.participants", n=line.participants),
        line.place,
    )
    title = line.topic or words("home.meetings.untitled")
    return Row(line.id, title, " · ".join(part for part in note if part), chips=tuple(chips))


def missing_parts(line: CommitmentLine) -> tuple[str, ...]:
    """Return the parts of its form that a commitment leaves empty, in the form's order."""
    return tuple(field for field in load_form(line.form).asked() if field not in line.filled)


def commitment_row(words: Words, line: CommitmentLine) -> Row:
    """Return a commitment as a line, with how much of its canvas is filled in."""
    asked = len(load_form(line.form).asked())
    bar = 1 - len(missing_parts(line)) / asked if asked else 1.0
    # Rounded down: only what is complete says so.
    share = int(bar * 100)
    matrix = words("home.commitments.no_matrix")
    if line.targets:
        counts = {"filled": line.target_texts, "all": line.target_fields}
        matrix = words("home.commitments.matrix", **counts)
    title = line.title or words("home.commitments.untitled")
    number = "" if line.number is None else str(line.number)
    return Row(
        line.id,
        title,
        matrix,
        lead=number or "–",
        chips=((words("home.commitments.complete", share=share), _share_kind(share)),),
        bar=bar,
        spoken=words(
            "home.commitments.spoken", number=number, title=title, share=share, matrix=matrix
        ).strip(),
    )


def waiting_groups(
    words: Words, overview: PlanOverview, differing: Sequence[DifferingRecord], today: str
) -> tuple[Group, ...]:
    """Return what waits, the most urgent first; groups with nothing in them are left out."""
    late = [one for one in overview.follow_ups if one.is_overdue(today)]
    others = [one for one in overview.follow_ups if not one.is_overdue(today)]
    gaps = [line for line in overview.commitments if missing_parts(line)]
    empty = [line for line in overview.commitments if not line.targets]
    groups = (
        Group("differing", "danger", tuple(_differing(words, one) for one in differing)),
        Group("parted", "danger", tuple(_parted(words, one) for one in overview.parted)),
        Group("overdue", "danger", tuple(_follow_up(words, one, today) for one in late)),
        Group("inputs", "warning", tuple(_input(words, one) for one in overview.inputs)),
        Group("open", "info", tuple(_follow_up(words, one, today) for one in others)),
        Group("gaps", "neutral", tuple(_gap(words, one) for one in gaps)),
        Group("no_targets", "neutral", tuple(_without_targets(words, one) for one in empty)),
    )
    return tuple(group for group in groups if group.rows)


def _share_kind(share: int) -> Kind:
    return "success" if share == 100 else "neutral"


def _differing(words: Words, record: DifferingRecord) -> tuple[Row, Destination]:
    kind = words(f"home.kinds.{record.kind}")
    if "deleted" in record.fields:
        note = words("home.waiting.deleted", kind=kind)
    else:
        note = words("home.waiting.differs", kind=kind, n=len(record.fields))
    row = Row(
        f"differing:{record.id}", record.title or words("home.waiting.no_text"), note,
        alarm="danger",
    )  # fmt: skip
    return row, _place_of(record)


def _parted(words: Words, copies: PartedCopies) -> tuple[Row, Destination]:
    drafts = copies.kind == "drafts"
    number = words(f"drafts.levels.{copies.number}") if drafts else copies.number
    note = words(f"home.waiting.parted_{copies.kind}", number=number)
    title = copies.title or words("home.waiting.no_text")
    row = Row(f"parted:{copies.owner_id}", title, note, alarm="danger")
    screen = "commitments" if drafts else "meetings"
    return row, Destination(screen, {screen: copies.owner_id})


def _place_of(record: DifferingRecord) -> Destination:
    """Lead to the record itself, and ask there what differs."""
    place = _seen_at(record)
    return Destination(place.screen, {**place.records, "differing": record.id})


def _seen_at(record: DifferingRecord) -> Destination:
    plan = {"plans": record.plan_id} if record.plan_id else {}
    if record.kind in ("organisations", "working_groups"):
        return Destination("organisations", {**plan, record.kind: record.id})
    if record.commitment_id:
        screen = "matrix" if record.kind == "targets" else "commitments"
        return Destination(screen, {**plan, "commitments": record.commitment_id})
    if record.meeting_id:
        point_id = record.id if record.kind == "points" else ""
        return Destination("meetings", plan | _in_meeting(record.meeting_id, point_id))
    return Destination("home", plan)


def _in_meeting(meeting_id: str, point_id: str) -> dict[str, str]:
    point = {"points": point_id} if point_id else {}
    return {"meetings": meeting_id, **point}


def _follow_up(words: Words, line: WaitingFollowUp, today: str) -> tuple[Row, Destination]:
    if line.is_overdue(today):
        days = (dt.date.fromisoformat(today) - dt.date.fromisoformat(line.due)).days
        when = words("home.waiting.late", n=days)
    elif line.due:
        when = words("home.waiting.due", date=format_date(words, line.due))
    else:
        when = words("home.waiting.no_due")
    note = " · ".join(part for part in (when, line.owner) if part)
    alarm = "danger" if line.is_overdue(today) else ""
    row = Row(f"follow_up:{line.id}", line.text or words("home.waiting.no_text"), note, alarm=alarm)
    return row, Destination("meetings", _in_meeting(line.meeting_id, line.point_id))


def _input(words: Words, line: WaitingInput) -> tuple[Row, Destination]:
    note = (
        words("home.waiting.no_reason") if line.response else "",
        words("home.waiting.raised_by", name=line.raised_by) if line.raised_by else "",
        format_date(words, line.date) if line.date else "",
    )
    row = Row(
        f"input:{line.id}",
        line.text or words("home.waiting.no_text"),
        " · ".join(part for part in note if part),
    )
    return row, Destination("meetings", _in_meeting(line.meeting_id, line.id))


def _gap(words: Words, line: CommitmentLine) -> tuple[Row, Destination]:
    missing = missing_parts(line)
    names = ", ".join(words(f"home.parts.{field}") for field in missing)
    chip = (words("home.waiting.missing", n=len(missing)), "neutral")
    row = Row(f"gap:{line.id}", _name(words, line), names, chips=(chip,))
    return row, Destination("commitments", {"commitments": line.id})


def _without_targets(words: Words, line: CommitmentLine) -> tuple[Row, Destination]:
    row = Row(f"targets:{line.id}", _name(words, line))
    return row, Destination("matrix", {"commitments": line.id})


def _name(words: Words, line: CommitmentLine) -> str:
    title = line.title or words("home.commitments.untitled")
    number = "–" if line.number is None else line.number
    return words("home.waiting.commitment", number=number, title=title)

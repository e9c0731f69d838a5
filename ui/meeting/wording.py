"""How meetings and points are named and summed up on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules import speaker_name
from resources.forms import load_form
from resources.meeting_names import kind_name
from resources.part_names import part_fields, part_name
from resources.words import LANGUAGES, Words
from ui.common import dates
from ui.common.picker import Pick
from ui.meeting.attendance_words import attendance_note

if TYPE_CHECKING:
    from db.counting import PointCount
    from db.records import Attendance, Commitment, FollowUp, Meeting, Point
    from db.snapshot import CommitmentDossier

MEETING_KINDS = (
    "bilateral", "multilateral", "workshop", "kickoff", "consultative", "public", "finalisation",
)  # fmt: skip
POINT_KINDS = ("note", "input", "decision", "question", "follow_up")
RESPONSES = ("accepted", "adapted", "declined", "deferred")
_DOT = " · "


def shown_kind(words: Words, meeting: Meeting) -> str:
    """Return the kind of a meeting in a word, or in words that there is none: Bilateral."""
    return kind_name(words, meeting.kind) or words("meetings.no_kind")


def meeting_title(words: Words, meeting: Meeting) -> str:
    """Return what lists and heads call a meeting: Bilateral — topic."""
    topic = " ".join(meeting.topic.split()) or words("meetings.untitled")
    return words("meetings.named", kind=shown_kind(words, meeting), topic=topic)


def meeting_day(words: Words, meeting: Meeting) -> str:
    """Return the date with its day of the week: Jumat, 24 Agustus 2018."""
    return dates.format_weekday_date(words, meeting.date)


def meeting_line(words: Words, meeting: Meeting) -> str:
    """Return day, hours, place and method, as far as they are known."""
    method = words(f"meetings.methods.{meeting.method}") if meeting.method else ""
    parts = (meeting_day(words, meeting), _hours(words, meeting), meeting.place, method)
    return _DOT.join(part for part in parts if part)


def _hours(words: Words, meeting: Meeting) -> str:
    hours = [dates.format_time(words, t) for t in (meeting.start_time, meeting.end_time) if t]
    return f"{'–'.join(hours)} {meeting.timezone}".strip() if hours else ""


def kind_picks(words: Words) -> list[Pick]:
    """Return the kinds of points, found by their names and abbreviations in any language."""
    languages = [Words(one) for one in LANGUAGES]
    return [
        Pick(
            kind,
            words(f"meetings.kinds.{kind}"),
            also=" ".join(
                f"{one(f'meetings.kinds.{kind}')} {one(f'signs.kinds.{kind}')}" for one in languages
            ),
        )
        for kind in POINT_KINDS
    ]


def speaker_picks(words: Words, lines: tuple[Attendance, ...], empty: str) -> list[Pick]:
    """Return who can have said something, or has to do it, each with (name, organisation)."""
    picks = [Pick(("", None), words(empty))]
    known: set[str] = set()
    for line in lines:
        name = speaker_name(line)
        if name and name not in known:
            known.add(name)
            note = attendance_note(words, line) if line.person else ""
            picks.append(Pick((name, line.organisation_id), name, note))
    return picks


def commitment_name(words: Words, commitment: Commitment) -> str:
    """Return a commitment's number in words."""
    if commitment.number is None:
        return words("meetings.points.unnumbered")
    return words("meetings.points.of_commitment", number=commitment.number)


def canvas_picks(words: Words, commitments: tuple[CommitmentDossier, ...]) -> list[Pick]:
    """Return what a point can be about: (commitment id, canvas field) each."""
    picks = [Pick((None, ""), words("meetings.points.nothing"))]
    for dossier in commitments:
        commitment = dossier.commitment
        named = commitment_name(words, commitment)
        whole = words("meetings.points.whole")
        short = named if len(commitments) > 1 else whole
        title = f"{named} – {commitment.title}" if len(commitments) > 1 else ""
        picks.append(Pick((commitment.id, ""), whole, title, short, also=commitment.title))
        for field in [*part_fields(load_form(dossier.form)), "targets"]:
            section = part_name(words, field, dossier.form)
            short = f"{named}: {section}" if len(commitments) > 1 else section
            also = _names_of_part(dossier.form, field)
            picks.append(Pick((commitment.id, field), section, title, short, also))
    return picks


def _names_of_part(form: str, field: str) -> str:
    """Return all that a part is called, on its form and on any, in every language."""
    names = [part_name(Words(one), field, on) for one in LANGUAGES for on in (form, None)]
    return " ".join(names)


def point_about(words: Words, point: Point, commitments: tuple[CommitmentDossier, ...]) -> str:
    """Return which part of the canvas a point is about; "" where it names none."""
    for dossier in commitments:
        if dossier.commitment.id == point.commitment_id and point.canvas_field:
            section = part_name(words, point.canvas_field, dossier.form)
            named = commitment_name(words, dossier.commitment)
            return f"{named}: {section}" if len(commitments) > 1 else section
    return ""


def follow_up_note(words: Words, follow_up: FollowUp | None) -> str:
    """Return who has to do it until when."""
    if follow_up is None:
        return ""
    parts = []
    if follow_up.owner:
        parts.append(words("meetings.points.owner_is", name=follow_up.owner))
    if follow_up.due:
        parts.append(words("meetings.points.due_on", date=dates.format_date(words, follow_up.due)))
    return _DOT.join(parts)


def point_facts(words: Words, count: PointCount) -> str:
    """Return the numbers of a meeting's points for the status bar."""
    parts = [words("meetings.facts.points", n=count.points)]
    parts += [
        words(f"meetings.facts.{kind}", n=count.kinds[kind])
        for kind in POINT_KINDS[1:]
        if count.kinds.get(kind)
    ]
    if count.unanswered:
        parts.append(words("meetings.facts.unanswered", n=count.unanswered))
    return _DOT.join(parts)

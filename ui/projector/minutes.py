"""The meeting for the room: its open points, what was agreed lately, who is here in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from db.counting import count_attendances, count_points
from db.rules import NumberedPoint, number_points
from resources.words import Words
from ui.common.chip import RESPONSE_KINDS
from ui.common.dates import format_date
from ui.meeting.attendance_words import SECTORS
from ui.meeting.wording import shown_kind
from ui.projector.matter import Matter
from ui.projector.page import Passage, RoomPage

if TYPE_CHECKING:
    from db.records import FollowUp, Point

CARDS = 2
"""So many things that were said lately stand at a page's foot."""
_DOT = " · "


def points_page(words: Words, matter: Matter, subject: str) -> RoomPage:
    """Return all open points ("points"), or what was decided and has to be done ("decisions")."""
    title = words(f"projector.subjects.{subject}")
    passages = tuple(
        _point(words, one, matter)
        for one in open_points(matter.meeting.points if matter.meeting else ())
        if subject == "points" or one.point.kind in ("decision", "follow_up")
    )
    passages = passages or (Passage("", words(f"projector.no_{subject}")),)
    last = len(passages) - 1
    facts = meeting_facts(words, matter)
    end = len(passages[last].text)
    name = meeting_name(words, matter)
    return RoomPage(title, name, title, passages, facts=facts, current=last, caret=end)


def attendance_page(words: Words, matter: Matter) -> RoomPage:
    """Count who is here; nobody is named."""
    title = words("projector.subjects.attendance")
    name, facts = meeting_name(words, matter), meeting_facts(words, matter)
    if matter.meeting is None:
        nothing = Passage("", words("projector.no_attendance"))
        return RoomPage(title, name, title, (nothing,), facts=facts)
    count = count_attendances(matter.meeting.attendances)
    numbers = (("people", count.people), ("units", count.units), ("organisations",
                count.organisations))  # fmt: skip
    lines = [words(f"meetings.attendance.{key}", n=n) for key, n in numbers if n]
    genders = [words(f"projector.{key}", n=n) for key, n in (("men", count.men),
                ("women", count.women)) if n]  # fmt: skip
    sectors = [
        f"{words(f'meetings.sector_names.{sector}') if sector else words('projector.no_sector')}"
        f": {count.sectors[sector]}"
        for sector in (*SECTORS, "")
        if count.sectors.get(sector)
    ]
    passages = [Passage(words("projector.here"), _DOT.join([*lines, *genders]))]
    passages.append(Passage(words("projector.by_sector"), "\n".join(sectors)))
    shown = tuple(one for one in passages if one.text)
    return RoomPage(title, name, title, shown, facts=facts)


def open_points(points: Sequence[Point]) -> list[NumberedPoint]:
    """Return the points that are not private, nor below one that is, by their own numbers."""
    hidden: set[str] = set()
    shown: list[NumberedPoint] = []
    for one in number_points(points):
        if one.point.visibility == "private" or one.point.parent_id in hidden:
            hidden.add(one.point.id)
        elif one.point.text.strip():
            shown.append(one)
    return shown


def latest_points(words: Words, matter: Matter, most: int) -> Iterator[Passage]:
    """Give the latest decisions and follow-ups, of this commitment or of none."""
    if matter.meeting is None or matter.commitment is None:
        return
    ids = ("", None, matter.commitment.commitment.id)
    found = [
        one
        for one in open_points(matter.meeting.points)
        if one.point.kind in ("decision", "follow_up") and one.point.commitment_id in ids
    ]
    for one in found[max(0, len(found) - most) :]:
        yield _point(words, one, matter)


def meeting_name(words: Words, matter: Matter) -> str:
    """Return what kind of meeting it is and its day; "" without one."""
    if matter.meeting is None:
        return ""
    meeting = matter.meeting.meeting
    return f"{shown_kind(words, meeting)} {format_date(words, meeting.date)}".strip()


def meeting_facts(words: Words, matter: Matter) -> tuple[str, ...]:
    """Count people, open points, inputs and those that were accepted."""
    if matter.meeting is None:
        return ()
    points = count_points([one.point for one in open_points(matter.meeting.points)])
    people = count_attendances(matter.meeting.attendances)
    inputs = points.kinds.get("input", 0)
    facts = [
        words("meetings.facts.people", n=people.people),
        words("meetings.facts.points", n=points.points),
    ]
    if inputs:
        accepted = points.responses.get("accepted", 0)
        said = [words("meetings.facts.input", n=inputs)]
        said += [words("projector.accepted", n=accepted)] if accepted else []
        facts.append(_DOT.join(said))
    return tuple(facts)


def _point(words: Words, one: NumberedPoint, matter: Matter) -> Passage:
    point = one.point
    kind = words(f"meetings.kinds.{point.kind or 'note'}")
    if point.kind == "decision" and point.consensus:
        kind = f"{kind} ({words(f'projector.consensus.{point.consensus}')})"
    parts = [words("projector.point", number=one.number), kind]
    if matter.names and point.objection_by:
        parts.append(words("projector.objection", name=point.objection_by))
    text = point.text
    if matter.names and point.objection.strip():
        text = f"{text}\n{words('projector.objection_text', text=point.objection.strip())}"
    parts += _due(words, matter.meeting.follow_ups if matter.meeting else (), point)
    if point.kind != "input" or not point.response:
        return Passage(_DOT.join(parts), text)
    sign = words(f"meetings.responses.{point.response}")
    return Passage(_DOT.join(parts), text, sign=sign, kind=RESPONSE_KINDS[point.response])


def _due(words: Words, follow_ups: Sequence[FollowUp], point: Point) -> list[str]:
    """Return until when and by whom it has to be done, as far as that is said."""
    own = next((one for one in follow_ups if one.point_id == point.id), None)
    if own is None:
        return []
    return [part for part in (format_date(words, own.due) if own.due else "", own.owner) if part]

"""From records to what a room may see of them: nothing private, no contacts, no names unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from db.counting import count_attendances, count_points
from db.rules import NumberedPoint, number_points
from resources.forms import load_form
from resources.words import Words
from ui.canvas.sections import CanvasSection, form_sections
from ui.common.dates import format_date, format_month
from ui.meeting.wording import SECTORS, kind_name
from ui.projector.fitting import added_spans
from ui.projector.page import Passage, RoomPage

if TYPE_CHECKING:
    from db.records import Agreement, FollowUp, Milestone, Point, Record
    from db.snapshot import CommitmentDossier, MeetingDossier

SUBJECTS = ("follow", "canvas", "points", "decisions", "attendance")
"""What a room can be shown: the part that is written in, all of a canvas, or the meeting's."""
R = TypeVar("R", bound="Record")
_CARDS = 2
_DOT = " · "


@dataclass(frozen=True)
class Matter:
    """What there is to be shown.

    Attributes:
        earlier: the fields of the commitment that changed since the meeting began, as they were.
        draft: the level of the latest draft, "" before the first.
        names: whether objectors may be named.
        earlier_milestones: as `earlier`, of its milestones, by their ids.
    """

    commitment: CommitmentDossier | None = None
    meeting: MeetingDossier | None = None
    earlier: Mapping[str, object] = field(default_factory=dict)
    draft: str = ""
    agreements: tuple[Agreement, ...] = ()
    names: bool = False
    earlier_milestones: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def build_page(
    words: Words, subject: str, matter: Matter, section_key: str = "", caret: int = -1
) -> RoomPage:
    """Return the page for a subject; what there is nothing of is said in words."""
    if subject in ("points", "decisions"):
        return _points_page(words, matter, subject)
    if subject == "attendance":
        return _attendance_page(words, matter)
    if matter.commitment is None:
        return RoomPage(words("projector.nothing"), facts=_facts(words, matter))
    sections = shown_sections(words, matter.commitment)
    place = next((i for i, s in enumerate(sections) if section_key in (s.key, s.field)), None)
    if subject == "canvas":
        passages = tuple(_passage(words, one, matter) for one in sections)
        page = _canvas_page(words, matter, passages, current=place or 0, caret=caret)
        return replace(page, name=words("projector.subjects.canvas"))
    section = sections[_first(sections, matter) if place is None else place]
    passage = _passage(words, section, matter)
    cards = tuple(_cards(words, matter))
    page = _canvas_page(words, matter, (passage,), cards=cards, caret=caret)
    page = replace(page, name=section.name)
    return page if section.kind != "text" else _writable(page, matter, section)


def shown_sections(words: Words, dossier: CommitmentDossier) -> tuple[CanvasSection, ...]:
    """Return the parts of a canvas that a room may see: all but the contacts."""
    form = load_form(dossier.form)
    return tuple(s for s in form_sections(words, form) if s.kind not in ("contacts", "title"))


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


def section_text(words: Words, section: CanvasSection, dossier: CommitmentDossier) -> str:
    """Return what stands in a section, as one text."""
    values = dict(dossier.commitment)
    if section.kind == "parties":
        return "\n".join(party.name for party in values.get(section.field, ()))
    if section.kind == "period":
        ends = (format_month(words, str(values[name])) for name in ("start", "end"))
        return " – ".join(end for end in ends if end)
    if section.kind == "milestones":
        return "\n".join(_milestone_lines(words, dossier))
    text = str(values.get(section.field, ""))
    if section.kind == "values":
        known = words.table("canvas.values")
        chosen = _DOT.join(known.get(value, value) for value in dossier.commitment.values)
        return "\n".join(part for part in (chosen, text) if part)
    return text


def milestone_place(words: Words, dossier: CommitmentDossier, milestone_id: str) -> int:
    """Return where a milestone ends in the text of its section; -1 for one that is not there."""
    end = -1  # Nothing parts the first one from what is before it.
    for one, line in zip(dossier.milestones, _milestone_lines(words, dossier), strict=True):
        end += len(line) + 1
        if one.id == milestone_id:
            return end
    return -1


def _milestone_lines(words: Words, dossier: CommitmentDossier) -> list[str]:
    return [_milestone_line(words, n, one) for n, one in enumerate(dossier.milestones, 1)]


def _milestone_line(words: Words, number: int, milestone: Milestone) -> str:
    line = f"{number}. {milestone.text}{_span(words, milestone.start, milestone.end)}"
    besides = {"output": milestone.output, "actors": ", ".join(p.name for p in milestone.actors)}
    said = (f"{words(f'canvas.milestones.{key}')}: {text}" for key, text in besides.items() if text)
    return "\n".join((line, *said))


def _span(words: Words, start: str, end: str) -> str:
    ends = " – ".join(format_month(words, month) for month in (start, end) if month)
    return f" ({ends})" if ends else ""


def _first(sections: Sequence[CanvasSection], matter: Matter) -> int:
    """Return the section to begin with: the first text of the canvas."""
    return next((i for i, one in enumerate(sections) if one.kind == "text"), 0)


def _passage(words: Words, section: CanvasSection, matter: Matter) -> Passage:
    assert matter.commitment is not None
    text = section_text(words, section, matter.commitment)
    added = added_spans(_earlier_text(words, section, matter), text)
    caption = _DOT.join((section.label, *_stances(words, section, matter)))
    return Passage(caption, text or words("projector.empty"), added)


def _earlier_text(words: Words, section: CanvasSection, matter: Matter) -> str:
    """Return what stood in a section when the meeting began."""
    assert matter.commitment is not None
    if section.kind == "text":
        commitment = dict(matter.commitment.commitment)
        return str(matter.earlier.get(section.field, commitment.get(section.field, "")))
    stones = matter.earlier_milestones
    before = replace(
        matter.commitment,
        commitment=_as_before(matter.commitment.commitment, matter.earlier),
        milestones=tuple(
            _as_before(one, stones.get(one.id, {})) for one in matter.commitment.milestones
        ),
    )
    return section_text(words, section, before)


def _as_before(record: R, earlier: Mapping[str, object]) -> R:
    """Return a record with the fields that it had; one without a value then has the empty one."""
    if not earlier:
        return record
    fields = type(record).model_fields
    values = {n: v for n, v in dict(record).items() if n not in earlier or fields[n].is_required()}
    kept = {name: value for name, value in earlier.items() if value != "" and name in dict(record)}
    return type(record).model_validate(values | kept, strict=False)


def _stances(words: Words, section: CanvasSection, matter: Matter) -> Iterator[str]:
    """Say how a section stands: disputed before waited for before agreed."""
    here = [one for one in matter.agreements if one.canvas_field == section.field]
    states = {one.state for one in here}
    state = next((s for s in ("disputed", "waiting", "agreed") if s in states), "")
    if not state:
        return
    said = words(f"projector.stances.{state}")
    names = [one.organisation for one in here if one.state == state and one.organisation]
    yield f"{said} ({', '.join(names)})" if matter.names and names else said


def _writable(page: RoomPage, matter: Matter, section: CanvasSection) -> RoomPage:
    assert matter.commitment is not None
    commitment = matter.commitment.commitment
    text = str(dict(commitment).get(section.field, ""))
    passage = replace(page.passages[0], text=text)
    return replace(page, passages=(passage,), record_id=commitment.id, field=section.field)


def _canvas_page(
    words: Words,
    matter: Matter,
    passages: tuple[Passage, ...],
    cards: tuple[Passage, ...] = (),
    current: int = 0,
    caret: int = -1,
) -> RoomPage:
    assert matter.commitment is not None
    commitment = matter.commitment.commitment
    title = " ".join(commitment.title.split()) or words("projector.untitled")
    number = f"{commitment.number}. " if commitment.number is not None else ""
    draft = words(f"canvas.drafts.{matter.draft}") if matter.draft else ""
    note = _DOT.join(part for part in (draft, _meeting_name(words, matter)) if part)
    facts = _facts(words, matter)
    return RoomPage(f"{number}{title}", note, "", passages, cards, facts, current, caret)


def _points_page(words: Words, matter: Matter, subject: str) -> RoomPage:
    title = words(f"projector.subjects.{subject}")
    passages = tuple(
        _point(words, one, matter)
        for one in open_points(matter.meeting.points if matter.meeting else ())
        if subject == "points" or one.point.kind in ("decision", "follow_up")
    )
    passages = passages or (Passage("", words(f"projector.no_{subject}")),)
    last = len(passages) - 1
    facts = _facts(words, matter)
    end = len(passages[last].text)
    name = _meeting_name(words, matter)
    return RoomPage(title, name, title, passages, facts=facts, current=last, caret=end)


def _cards(words: Words, matter: Matter) -> Iterator[Passage]:
    """Give the latest decisions and follow-ups, of this commitment or of none."""
    if matter.meeting is None or matter.commitment is None:
        return
    ids = ("", None, matter.commitment.commitment.id)
    found = [
        one
        for one in open_points(matter.meeting.points)
        if one.point.kind in ("decision", "follow_up") and one.point.commitment_id in ids
    ]
    for one in found[-_CARDS:]:
        yield _point(words, one, matter)


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
    return Passage(_DOT.join(parts), text)


def _due(words: Words, follow_ups: Sequence[FollowUp], point: Point) -> list[str]:
    """Return until when and by whom it has to be done, as far as that is said."""
    own = next((one for one in follow_ups if one.point_id == point.id), None)
    if own is None:
        return []
    return [part for part in (format_date(words, own.due) if own.due else "", own.owner) if part]


def _attendance_page(words: Words, matter: Matter) -> RoomPage:
    """Count who is here; nobody is named."""
    title = words("projector.subjects.attendance")
    name, facts = _meeting_name(words, matter), _facts(words, matter)
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


def _meeting_name(words: Words, matter: Matter) -> str:
    if matter.meeting is None:
        return ""
    meeting = matter.meeting.meeting
    return f"{kind_name(words, meeting)} {format_date(words, meeting.date)}".strip()


def _facts(words: Words, matter: Matter) -> tuple[str, ...]:
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

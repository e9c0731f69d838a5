"""The public version of minutes: without contacts, signatures, private points, and names.

Only those who agreed are named. A name is left out wherever it is known to be one: in the list
of participants, behind what was raised, and inside the texts themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from db.counting import people_of
from db.following import CarriedFollowUp
from db.records import Attendance, FollowUp, Point
from db.snapshot import MeetingDossier
from exports.document import Notice
from exports.minutes import minutes_content, said_points
from exports.minutes_parts import MinutesContent
from exports.person_names import PersonNames, bare_name
from resources.bodies import names_a_body
from resources.words import Words

T = TypeVar("T")
# Where somebody's typed words may name a person. The list of participants holds bodies by then,
# which may well be called like a person.
_SPOKEN = ("subtitle", "topic", "held", "chair", "discussion", "follow_ups", "summaries", "foot")


@dataclass(frozen=True)
class PublicMinutes:
    """The public version, with what whoever publishes it should know."""

    content: MinutesContent
    notices: tuple[Notice, ...]


def public_minutes(dossier: MeetingDossier, language: str) -> PublicMinutes:
    """Return what the public version of a meeting's minutes says in a language."""
    return _Public(dossier, Words(language)).make()


class _Public:
    """Makes one public version.

    Attributes:
        _left_out: texts that were left out because they might name a person.
    """

    def __init__(self, dossier: MeetingDossier, words: Words) -> None:
        self._dossier = dossier
        self._words = words
        self._left_out: list[str] = []
        self._agreed = {bare_name(a.person) for a in dossier.attendances if a.named == "yes"}
        self._bodies = {text.casefold() for text in _bodies(dossier)}
        self._names = PersonNames(self._instead(), words("papers.minutes.contact_left_out"))

    def make(self) -> PublicMinutes:
        dossier, words = self._dossier, self._words
        meeting = dossier.meeting.model_copy(update={"chair": self._who(dossier.meeting.chair)})
        shown = replace(
            dossier,
            meeting=meeting,
            attendances=_without_names(dossier.attendances, words),
            points=tuple(self._point(point) for point in dossier.points),
            follow_ups=tuple(self._task(task) for task in dossier.follow_ups),
            carried=tuple(self._carried(carried) for carried in dossier.carried),
        )
        content = minutes_content(shown, words.language, _private(dossier.points))
        hidden = {name: self._hide(getattr(content, name)) for name in _SPOKEN}
        content = replace(content, signers=(), public=words("papers.minutes.public"), **hidden)
        return PublicMinutes(content, self._notices())

    def _instead(self) -> dict[str, str]:
        """Return every known person who did not agree, with what is printed instead."""
        unnamed = self._words("papers.minutes.name_left_out")
        found = {
            a.person: f"[{a.unit or a.organisation}]" if a.unit or a.organisation else unnamed
            for a in self._dossier.attendances
            if a.person
        }
        for name in _others(self._dossier):
            found.setdefault(name, unnamed)
        return {name: text for name, text in found.items() if bare_name(name) not in self._agreed}

    def _point(self, point: Point) -> Point:
        update = {
            "raised_by": self._who(point.raised_by, point.raised_by_id),
            "objection_by": self._who(point.objection_by),
        }
        return point.model_copy(update=update)

    def _task(self, task: FollowUp) -> FollowUp:
        return task.model_copy(update={"owner": self._who(task.owner, task.owner_id)})

    def _carried(self, carried: CarriedFollowUp) -> CarriedFollowUp:
        owner = self._who(carried.line.owner, carried.line.owner_id)
        return replace(carried, line=replace(carried.line, owner=owner))

    def _who(self, text: str, organisation_id: str | None = None) -> str:
        """Return a text that says who, as the public may read it: "" when it may name a person."""
        if not text.strip() or bare_name(text) in self._agreed:
            return text
        known = self._names.knows(text)
        if known is not None:
            return known.strip("[]")
        if organisation_id or text.strip().casefold() in self._bodies or names_a_body(text):
            return text
        self._left_out.append(text.strip())
        return ""

    def _hide(self, value: T) -> T:
        """Return a part of the content in whose texts nobody is named."""
        if isinstance(value, str):
            return cast(T, self._names.hide(value))
        if isinstance(value, tuple):
            return cast(T, tuple(self._hide(item) for item in cast(tuple[Any, ...], value)))
        if is_dataclass(value):
            parts = {f.name: self._hide(getattr(value, f.name)) for f in fields(value)}
            return cast(T, replace(cast(Any, value), **parts))
        return value

    def _notices(self) -> tuple[Notice, ...]:
        texts = list(dict.fromkeys(self._left_out))
        return (Notice("public_left_out", {"texts": "; ".join(texts)}),) if texts else ()


def _private(points: Sequence[Point]) -> frozenset[str]:
    """Return the points that the public doesn't read: private ones, and those below them."""
    said = said_points(points)
    hidden = {point.id for point in said if point.visibility == "private"}
    grown = True
    while grown:
        below = {p.id for p in said if p.parent_id in hidden} - hidden
        hidden |= below
        grown = bool(below)
    return frozenset(hidden)


def _without_names(people: Sequence[Attendance], words: Words) -> tuple[Attendance, ...]:
    """Return the participants, those who didn't agree to be named as their bodies, each once."""
    merged: dict[tuple[str, ...], list[Attendance]] = {}
    for line in people:
        body = (line.unit, line.organisation, line.presence or "present")
        key = (line.id,) if line.named == "yes" else body
        merged.setdefault(key, []).append(line)
    return tuple(_as_body(lines, words) for lines in merged.values())


def _as_body(lines: list[Attendance], words: Words) -> Attendance:
    """Return one line for all who came from the same unit."""
    first = lines[0]
    if first.named == "yes":
        return first
    update: dict[str, object] = {"person": "", "title": ""}
    if not first.unit and not first.organisation:
        update["unit"] = words("papers.minutes.individual") if _anybody(lines) else ""
    if len(lines) > 1:
        update |= {"people": sum(people_of(line) for line in lines), "men": None, "women": None}
    return first.model_copy(update=update)


def _anybody(lines: Iterable[Attendance]) -> bool:
    return any(line.person or line.title for line in lines)


def _others(dossier: MeetingDossier) -> Iterator[str]:
    """Return the names of who signs, and of the commitments' contacts."""
    paper, meeting = dossier.plan.paper, dossier.meeting
    signatures = (meeting.note_taker, meeting.chair_signature, paper.note_taker, paper.chair)
    yield from (signature.name for signature in signatures if signature.name)
    for commitment in dossier.commitments:
        yield from (contact.name for contact in commitment.contacts if contact.name)


def _bodies(dossier: MeetingDossier) -> Iterator[str]:
    """Return the units and organisations that the records name."""
    yield dossier.plan.organiser
    for line in dossier.attendances:
        yield from (line.unit, line.organisation)
    for found in dossier.commitments:
        c = found.commitment
        for party in (*c.proposers, *c.leads, *c.government_actors, *c.other_actors):
            yield from (party.name, party.unit)

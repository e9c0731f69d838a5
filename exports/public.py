"""The public version of minutes: without contacts, signatures, private points, and names.

Only those who agreed are named. A name is left out wherever it is known to be one: in the list
of participants, behind what was raised, and inside the texts themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from db.counting import people_of
from db.following import CarriedFollowUp
from db.records import Attendance, FollowUp, Point
from db.snapshot import MeetingDossier
from exports.discretion import Discretion, bodies_of
from exports.document import Notice
from exports.minutes import minutes_content, said_points
from exports.minutes_parts import MinutesContent
from resources.words import Words

# Where somebody's typed words may name a person. The list of participants holds bodies by then,
# which may well be called like a person.
_SPOKEN = (
    "subtitle", "topic", "held", "chair", "discussion", "confirmations", "follow_ups",
    "summaries", "foot",
)  # fmt: skip


@dataclass(frozen=True)
class PublicMinutes:
    """The public version, with what whoever publishes it should know."""

    content: MinutesContent
    notices: tuple[Notice, ...]


def public_minutes(dossier: MeetingDossier, language: str) -> PublicMinutes:
    """Return what the public version of a meeting's minutes says in a language."""
    return _Public(dossier, Words(language)).make()


class _Public:
    """Makes one public version."""

    def __init__(self, dossier: MeetingDossier, words: Words) -> None:
        self._dossier = dossier
        self._words = words
        people, bodies = dossier.attendances, _bodies(dossier)
        self._discretion = Discretion(people, _others(dossier), bodies, words)

    def make(self) -> PublicMinutes:
        dossier, words, discretion = self._dossier, self._words, self._discretion
        meeting = dossier.meeting.model_copy(
            update={"chair": discretion.who(dossier.meeting.chair)}
        )
        shown = replace(
            dossier,
            meeting=meeting,
            attendances=_without_names(dossier.attendances, words),
            points=tuple(self._point(point) for point in dossier.points),
            follow_ups=tuple(self._task(task) for task in dossier.follow_ups),
            carried=tuple(self._carried(carried) for carried in dossier.carried),
        )
        content = minutes_content(shown, words.language, _private(dossier.points))
        hidden = {name: discretion.hide(getattr(content, name)) for name in _SPOKEN}
        content = replace(content, signers=(), public=words("papers.minutes.public"), **hidden)
        return PublicMinutes(content, discretion.notices())

    def _point(self, point: Point) -> Point:
        update = {
            "raised_by": self._discretion.who(point.raised_by, point.raised_by_id),
            "objection_by": self._discretion.who(point.objection_by),
        }
        return point.model_copy(update=update)

    def _task(self, task: FollowUp) -> FollowUp:
        return task.model_copy(update={"owner": self._discretion.who(task.owner, task.owner_id)})

    def _carried(self, carried: CarriedFollowUp) -> CarriedFollowUp:
        owner = self._discretion.who(carried.line.owner, carried.line.owner_id)
        return replace(carried, line=replace(carried.line, owner=owner))


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
    """Return the units and organisations that the records name, besides who attended."""
    yield dossier.plan.organiser
    for found in dossier.commitments:
        yield from bodies_of(found.commitment)

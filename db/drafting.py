"""The five levels of a commitment's drafts, and what each of them asks for."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from db.changes import FieldPlace
from db.following import InputLine
from db.records import Commitment, Draft
from db.snapshot import CommitmentDossier

Level = Literal["1", "2", "3", "4", "final"]
LEVELS: tuple[Level, ...] = ("1", "2", "3", "4", "final")
"""From the first draft to the final, in the order in which they are made."""

_MINISTRY_MEETINGS = {"bilateral", "multilateral"}
_PUBLIC_MEETINGS = {"public", "PC", "PCD"}
_IDEA = ("problem", "description", "contribution")
_ACTORS = ("leads", "government_actors", "other_actors")


@dataclass(frozen=True)
class DraftFinding:
    """Something that a level asks for and that is not there.

    Attributes:
        level: the lowest level that asks for it.
        key: names its sentence.
        kind, record_id, field: the place where it can be mended.
        number: what the place is called by: a milestone's or a point's number.
        text: the beginning of what stands there, for recognising it.
    """

    level: Level
    key: str
    kind: str
    record_id: str
    field: str = ""
    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class Drafting:
    """A commitment with all that its drafts depend on.

    Attributes:
        drafts: what was frozen of it, the earliest first.
        inputs: those about it, answered or not.
        held: kinds and methods of the meetings that discussed it.
        differing: where fields were written differently and wait for a decision.
    """

    dossier: CommitmentDossier
    drafts: tuple[Draft, ...] = ()
    inputs: tuple[InputLine, ...] = ()
    held: frozenset[str] = frozenset()
    differing: tuple[FieldPlace, ...] = ()

    @property
    def reached(self) -> str:
        """The highest level that was frozen, "" before the first draft."""
        return reached(self.drafts)

    @property
    def next_level(self) -> Level:
        """The level that is to be frozen next; the final once more when all are there."""
        place = level_rank(self.reached) + 1
        return LEVELS[min(place, len(LEVELS) - 1)]


def reached(drafts: Iterable[Draft]) -> str:
    """Return the highest level among drafts, "" for none."""
    return max((draft.level for draft in drafts), key=level_rank, default="")


def level_rank(level: str) -> int:
    """Return a level's place in the order, -1 for none."""
    return LEVELS.index(level) if level in LEVELS else -1


@dataclass(frozen=True)
class Check:
    """One thing that a level asks for: whether it is there, and what is said where it isn't."""

    finding: DraftFinding
    met: bool


def unmet(level: Level, state: Drafting, asked: Collection[str]) -> tuple[DraftFinding, ...]:
    """Return what this level and those below it ask for and the commitment lacks.

    `asked` are the fields that a complete commitment's form fills in; a field that the form
    has no place for is not missed.
    """
    return tuple(check.finding for check in checks(level, state, asked) if not check.met)


def checks(level: Level, state: Drafting, asked: Collection[str]) -> tuple[Check, ...]:
    """Return all that this level and those below it ask for, each place once.

    A level may miss more of a place than one below it does: then both are there.
    """
    found: list[Check] = []
    held: dict[tuple[str, ...], bool] = {}
    for step, requirement in zip(LEVELS, _REQUIREMENTS, strict=True):
        if level_rank(step) <= level_rank(level):
            further = [
                check
                for check in requirement(state, asked)
                if (before := held.get(_place(check))) is None or (before and not check.met)
            ]
            for check in further:
                held[_place(check)] = held.get(_place(check), True) and check.met
            found += further
    return tuple(found)


def _place(check: Check) -> tuple[str, ...]:
    one = check.finding
    return (one.kind, one.record_id, one.field or one.key)


def _problem_and_idea(state: Drafting, asked: Collection[str]) -> Iterator[Check]:
    yield from _filled("1", state, ["title", *(f for f in _IDEA if f in asked)])


def _milestones_and_actors(state: Drafting, asked: Collection[str]) -> Iterator[Check]:
    commitment, milestones = state.dossier.commitment, state.dossier.milestones
    yield from _filled("2", state, [field for field in ("alignment",) if field in asked])
    some = DraftFinding("2", "missing", "commitments", commitment.id, "milestones")
    yield Check(some, bool(milestones))
    for number, milestone in enumerate(milestones, 1):
        for field in ("text", "start", "end"):
            finding = DraftFinding(
                "2", "milestone", "milestones", milestone.id, field, str(number), milestone.text
            )
            yield Check(finding, bool(getattr(milestone, field)))
    actors = DraftFinding("2", "no_actors", "commitments", commitment.id, "leads")
    yield Check(actors, any(getattr(commitment, field) for field in _ACTORS))


def _sharpened_with_ministries(state: Drafting, _: Collection[str]) -> Iterator[Check]:
    dossier = state.dossier
    yield from _filled("3", state, ["leads"])
    yield _met_in("3", "no_ministry_meeting", state, _MINISTRY_MEETINGS)
    contact = DraftFinding("3", "no_contact", "commitments", dossier.commitment.id, "contacts")
    implementers = [one for one in dossier.contacts if one.side == "implementer"]
    yield Check(contact, any(one.name.strip() for one in implementers))


def _sharpened_by_the_public(state: Drafting, _: Collection[str]) -> Iterator[Check]:
    yield _met_in("4", "no_public_meeting", state, _PUBLIC_MEETINGS)
    for line in state.inputs:
        key = "no_reason" if line.response else "unanswered"
        field, number = line.canvas_field, line.point_number
        finding = DraftFinding("4", key, "points", line.id, field, number, line.text)
        yield Check(finding, line.is_answered)


def _ready(state: Drafting, asked: Collection[str]) -> Iterator[Check]:
    yield from _filled("final", state, [f for f in asked if f in Commitment.model_fields])
    commitment = state.dossier.commitment
    if "period" in asked:
        period = DraftFinding("final", "missing", "commitments", commitment.id, "period")
        yield Check(period, bool(commitment.start and commitment.end))
    for one in state.dossier.agreements:
        finding = DraftFinding(
            "final", one.state, "agreements", one.id, one.canvas_field, one.organisation, one.note
        )
        yield Check(finding, one.state not in ("disputed", "waiting"))
    for finding in _differing(state):
        yield Check(finding, met=False)


def _differing(state: Drafting) -> Iterator[DraftFinding]:
    dossier = state.dossier
    rows = (dossier.milestones, dossier.contacts, dossier.targets)
    numbers = {row.id: str(n) for part in rows for n, row in enumerate(part, 1)}
    for kind, record_id, field in state.differing:
        number = numbers.get(record_id, "")
        yield DraftFinding("final", "differing", kind, record_id, field, number)


def _filled(level: Level, state: Drafting, fields: Sequence[str]) -> Iterator[Check]:
    commitment = state.dossier.commitment
    for field in fields:
        finding = DraftFinding(level, "missing", "commitments", commitment.id, field)
        yield Check(finding, bool(getattr(commitment, field)))


def _met_in(level: Level, key: str, state: Drafting, meetings: Collection[str]) -> Check:
    finding = DraftFinding(level, key, "commitments", state.dossier.commitment.id)
    return Check(finding, not state.held.isdisjoint(meetings))


_REQUIREMENTS = (
    _problem_and_idea,
    _milestones_and_actors,
    _sharpened_with_ministries,
    _sharpened_by_the_public,
    _ready,
)

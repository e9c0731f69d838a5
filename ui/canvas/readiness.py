"""How far a commitment is on the way to its next draft, by the rule that freezing follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from db.drafting import DraftFinding, Drafting, Level, checks, level_rank
from ui.canvas.places import named_fields
from ui.canvas.sections import CanvasSection

# What nobody should have to find out about on the day of the final draft.
_PRESSING = ("unanswered", "no_reason", "disputed", "waiting", "differing")


@dataclass(frozen=True)
class Readiness:
    """What the next draft asks for.

    Attributes:
        level: the level that comes next.
        done: whether the final draft was frozen already.
        met, asked: how much of it is there, of how much.
        findings: what is missing.
        marks: that, and what waits for an answer or a decision at whatever level.
    """

    level: Level = "1"
    done: bool = False
    met: int = 0
    asked: int = 0
    findings: tuple[DraftFinding, ...] = ()
    marks: tuple[DraftFinding, ...] = ()

    @property
    def share(self) -> int:
        """Per cent, rounded down: only what is complete says so."""
        return 100 * self.met // self.asked if self.asked else 100


def readiness(drafting: Drafting, asked: Collection[str]) -> Readiness:
    """Return how far a commitment is; `asked` are the fields that its form fills in."""
    level = drafting.next_level
    every = checks("final", drafting, asked)
    needed = [one for one in every if level_rank(one.finding.level) <= level_rank(level)]
    missing = [one.finding for one in every if not one.met]
    return Readiness(
        level,
        drafting.reached == "final",
        sum(one.met for one in needed),
        len(needed),
        tuple(one.finding for one in needed if not one.met),
        tuple(
            one
            for one in missing
            if level_rank(one.level) <= level_rank(level) or one.key in _PRESSING
        ),
    )


def as_typed(drafting: Drafting, values: Mapping[str, object]) -> Drafting:
    """Return a commitment's standing with its fields as they are typed by now."""
    dossier = drafting.dossier
    commitment = dossier.commitment.model_copy(update=dict(values))
    return replace(drafting, dossier=replace(dossier, commitment=commitment))


def marks_of(section: CanvasSection, readiness: Readiness) -> tuple[DraftFinding, ...]:
    """Return what leads to a section."""
    return tuple(one for one in readiness.marks if _leads_to(one, section))


def _leads_to(finding: DraftFinding, section: CanvasSection) -> bool:
    if finding.key == "no_contact":
        return section.kind == "contacts" and "implementer" in section.sides
    if finding.kind in ("milestones", "contacts"):
        return section.kind == finding.kind
    return bool(finding.field) and finding.field in named_fields(section)

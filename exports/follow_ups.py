"""What the list of follow-ups says: what must happen, from which meeting, who, how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.following import STATES, FollowUpLine
from db.records import Plan
from exports.formats import format_date
from resources.words import Words

_COLUMNS = ("number", "task", "meeting", "owner", "due", "state")
_FARTHEST = "9999"


@dataclass(frozen=True)
class FollowUpRow:
    """A follow-up as it is printed.

    Attributes:
        origin: its meeting, and the commitment that it is about.
        overdue: whether it should have been done by now.
    """

    number: str
    text: str
    origin: str
    owner: str
    due: str
    state: str
    overdue: bool = False


@dataclass(frozen=True)
class FollowUpsContent:
    """Everything that the list prints; what is overdue comes first, what is closed last."""

    letterhead: str
    title: str
    plan: str
    day: str
    counts: str
    columns: tuple[str, ...]
    rows: tuple[FollowUpRow, ...]
    nothing: str
    foot: str
    logo: str = ""


def follow_ups_content(
    plan: Plan, lines: Sequence[FollowUpLine], today: str, language: str
) -> FollowUpsContent:
    """Return the list of a plan's follow-ups as they stand on a day."""
    words = Words(language)
    label = words.table("papers.follow_ups")
    ordered = sorted((line for line in lines if line.text.strip()), key=lambda x: _order(x, today))
    day = words("papers.follow_ups.day", date=format_date(today, language))
    name = plan.title or plan.short_title
    return FollowUpsContent(
        letterhead=plan.organiser.upper(),
        title=label["heading"],
        plan=name,
        day=day,
        counts=_counts(ordered, today, words),
        columns=tuple(label[column] for column in _COLUMNS) if ordered else (),
        rows=tuple(_row(number, line, today, words) for number, line in enumerate(ordered, 1)),
        nothing="" if ordered else label["nothing"],
        foot=" · ".join(part for part in (label["foot"], plan.short_title or name, day) if part),
        logo=plan.paper.logo,
    )


def _order(line: FollowUpLine, today: str) -> tuple[int, str, str, str]:
    state = line.state(today)
    if line.is_open:
        return (STATES.index(state), line.due or _FARTHEST, line.meeting_date, line.id)
    return (STATES.index(state), line.closed_on or _FARTHEST, line.meeting_date, line.id)


def _counts(lines: Sequence[FollowUpLine], today: str, words: Words) -> str:
    states = [line.state(today) for line in lines]
    counted = [(state, states.count(state)) for state in STATES]
    return " · ".join(words(f"papers.follow_ups.counts.{s}", n=n) for s, n in counted if n)


def _row(number: int, line: FollowUpLine, today: str, words: Words) -> FollowUpRow:
    state = line.state(today)
    text = words(f"papers.follow_ups.states.{state}")
    if line.closed_on and not line.is_open:
        text = f"{text}\n{format_date(line.closed_on, words.language)}"
    return FollowUpRow(
        number=f"{number}.",
        text=line.text,
        origin=_origin(line, words),
        owner=line.owner,
        due=format_date(line.due, words.language),
        state=text,
        overdue=state == "overdue",
    )


def _origin(line: FollowUpLine, words: Words) -> str:
    kind = words(f"papers.meeting_names.{line.meeting_kind}") if line.meeting_kind else ""
    date = format_date(line.meeting_date, words.language)
    meeting = " · ".join(part for part in (kind, line.meeting_topic, date) if part)
    if line.commitment_number is None:
        return meeting
    number = line.commitment_number
    return f"{meeting}\n{words('papers.commitment.foot', number=number)}"

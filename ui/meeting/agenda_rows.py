"""How the agenda of a finalisation is worded: its rows, its progress, its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from resources.words import Words
from ui.common import dates
from ui.common.chip import Kind
from ui.common.rows import Row

if TYPE_CHECKING:
    from db.confirming import AgendaItem, BodyLine

ANSWERS = ("agreed", "with_changes", "awaited")
_KINDS: dict[str, Kind] = {"agreed": "success", "with_changes": "warning", "awaited": "neutral"}
_LONGEST = 160


def agenda_rows(words: Words, agenda: Sequence[AgendaItem], day: str, today: str) -> list[Row]:
    """Return a row for each commitment, keyed by its id, and below it one for each body.

    What is awaited on the meeting's day, or after it, is late.
    """
    late = bool(day) and day <= today
    return [row for item in agenda for row in _rows(words, item, late)]


def progress_words(words: Words, agenda: Sequence[AgendaItem]) -> str:
    """Return how far the agenda is: 5 dari 18 komitmen dikonfirmasi."""
    done = sum(1 for item in agenda if item.is_confirmed)
    if agenda and done == len(agenda):
        return words("agenda.all_done")
    return words("agenda.progress", n=done, all=len(agenda))


def awaited_chip(
    words: Words, agenda: Iterable[AgendaItem], day: str, today: str
) -> tuple[str, Kind]:
    """Return how many letters are awaited, in red once the meeting's day has come."""
    number = sum(1 for item in agenda for body in item.bodies if _is_awaited(body))
    late = bool(day) and day <= today
    if not number:
        return "", "neutral"
    return words(f"agenda.{'overdue' if late else 'awaited'}", n=number), (
        "danger" if late else "warning"
    )


def indicator_lines(words: Words, item: AgendaItem) -> list[str]:
    """Return a commitment's indicators: its milestones, without any what its targets measure."""
    texts = [one.text for one in item.dossier.milestones]
    texts = texts or list(dict.fromkeys(one.measure for one in item.dossier.targets))
    lines = (" ".join(text[: 4 * _LONGEST].split()) for text in texts)
    shown = [line for line in lines if line]
    return [words("agenda.indicator", number=n, text=line) for n, line in enumerate(shown, 1)]


def next_awaited(agenda: Sequence[AgendaItem], key: str) -> BodyLine | None:
    """Return the body after this one, going round, that has not answered yet."""
    bodies = [body for item in agenda for body in item.bodies if body.leads or body.key == key]
    place = next((place for place, body in enumerate(bodies) if body.key == key), -1)
    following = [*bodies[place + 1 :], *bodies[: max(place, 0)]]
    return next((body for body in following if not body.is_confirmed), None)


def _is_awaited(body: BodyLine) -> bool:
    return body.leads and not body.is_confirmed


def _rows(words: Words, item: AgendaItem, late: bool) -> Iterator[Row]:
    commitment = item.dossier.commitment
    title = " ".join(commitment.title.split()) or words("agenda.untitled")
    if commitment.number is not None:
        title = words("agenda.numbered", number=commitment.number, title=title)
    number = len(indicator_lines(words, item))
    note = words("agenda.indicators", n=number) if number else words("agenda.no_indicators")
    asked = [body for body in item.bodies if body.leads]
    done = sum(1 for body in asked if body.is_confirmed)
    chip = (words("agenda.share", n=done, all=len(asked)), _share_kind(item))
    bare = not item.bodies
    yield Row(
        commitment.id,
        title,
        words("agenda.no_body") if bare else note,
        chips=(chip,),
        alarm="warning" if bare or not number else "",
        strong=True,
    )
    for body in item.bodies:
        yield _body_row(words, body, late)


def _share_kind(item: AgendaItem) -> Kind:
    return "success" if item.is_confirmed else "neutral"


def _body_row(words: Words, body: BodyLine, late: bool) -> Row:
    overdue = late and _is_awaited(body)
    name = "overdue" if overdue else body.answer
    chip = (words(f"agenda.chips.{name}"), "danger" if overdue else _KINDS[body.answer])
    parts = [letter_words(words, body)]
    if not body.leads:
        parts.append(words("agenda.former"))
    return Row(body.key, body.organisation, " · ".join(parts), lead="↳", chips=(chip,))


def letter_words(words: Words, body: BodyLine) -> str:
    """Return a letter's number and date: B-12/2026 · 4 Mar 2026."""
    letter = body.letter
    if letter is None:
        return words("agenda.no_letter")
    parts = (letter.number, dates.format_short_date(words, letter.date))
    return " · ".join(part for part in parts if part) or words("agenda.no_letter")

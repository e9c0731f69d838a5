"""The confirmation letters as the minutes of a finalisation list them, commitment by commitment."""

from collections.abc import Iterator

from db.confirming import AgendaItem, BodyLine, count_confirmed, finalisation_agenda
from db.snapshot import MeetingDossier
from exports.formats import format_date
from exports.minutes_parts import LetterLine, LetterSection
from resources.words import Words

_COLUMNS = ("commitment", "body", "letter", "answer")


def has_letters(dossier: MeetingDossier) -> bool:
    """Tell whether the minutes of a meeting list confirmations: those of a finalisation do."""
    return dossier.meeting.kind == "finalisation" and bool(dossier.commitments)


def letter_section(dossier: MeetingDossier, number: str, words: Words) -> LetterSection:
    """Return what the minutes say of the confirmations; nothing for other meetings."""
    if not has_letters(dossier):
        return LetterSection()
    agenda = finalisation_agenda(dossier.commitments, dossier.confirmations)
    values = {"n": count_confirmed(agenda), "all": len(agenda)}
    return LetterSection(
        number=number,
        heading=words("papers.letters.heading"),
        sum=words("papers.letters.sum", **values),
        columns=tuple(words(f"papers.letters.{column}") for column in _COLUMNS),
        lines=tuple(line for item in agenda for line in _lines(item, words)),
    )


def _lines(item: AgendaItem, words: Words) -> Iterator[LetterLine]:
    commitment = item.dossier.commitment
    number = "" if commitment.number is None else f"{commitment.number}. "
    title = number + (commitment.title or words("papers.letters.untitled"))
    if not item.bodies:
        yield LetterLine(title, words("papers.letters.no_body"), "-", "-")
    for place, body in enumerate(item.bodies):
        yield LetterLine(
            "" if place else title, body.organisation, _letter(body, words), _answer(body, words)
        )


def _letter(body: BodyLine, words: Words) -> str:
    """Return a letter's number, and its date in a line below."""
    if body.letter is None:
        return "-"
    date = format_date(body.letter.date, words.language)
    return "\n".join(part for part in (body.letter.number, date) if part) or "-"


def _answer(body: BodyLine, words: Words) -> str:
    answer = words(f"papers.letters.answers.{body.answer}")
    note = body.letter.note if body.letter else ""
    return "\n".join(part for part in (answer, note) if part.strip())

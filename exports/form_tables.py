"""What a form says of milestones and contacts: tables, or lines for each contact."""

from collections.abc import Iterable, Sequence

from db.parties import party_text
from db.records import Contact, Milestone
from db.rules import in_order
from exports.form_parts import NOTHING, Entry, FormPart, Table
from exports.formats import format_month, format_month_period
from exports.phrases import NUMBERED, number_lines, number_texts
from resources.form import Column, Section
from resources.words import Words

# As wide as a number stands before its text.
_BEHIND_NUMBER = " " * 5


def milestone_table(milestones: Sequence[Milestone], section: Section, language: str) -> Table:
    """Return the milestones as a form's table, in their order."""
    ordered = in_order(milestones)
    lines = [_milestone_lines(milestone, section, language) for milestone in ordered]
    firsts = [first for first, *_ in lines]
    numbered = number_texts(firsts) if section.numbered else firsts
    texts = [
        "\n".join((number, *_hung(number, more)))
        for number, (_, *more) in zip(numbered, lines, strict=True)
    ]
    rows = [
        tuple(
            text if column.fields == ("text",) else _milestone_cell(milestone, column, language)
            for column in section.columns
        )
        for milestone, text in zip(ordered, texts, strict=True)
    ]
    return _table(section, language, rows)


def _milestone_lines(milestone: Milestone, section: Section, language: str) -> list[str]:
    """Return the text, and lines for what the form has no column for."""
    shown = {field for column in section.columns for field in column.fields}
    words = Words(language)
    lines = [milestone.text]
    if milestone.output and "output" not in shown:
        lines.append(words("papers.commitment.output", output=milestone.output))
    actors = ", ".join(party_text(party) for party in milestone.actors)
    if actors and "actors" not in shown:
        lines.append(words("papers.commitment.actors", actors=actors))
    return [line for line in lines if line] or [""]


def _hung(text: str, lines: Sequence[str]) -> list[str]:
    """Return lines that stand below a text, behind its number where it has one."""
    return [f"{_BEHIND_NUMBER}{line}" for line in lines] if NUMBERED.match(text) else list(lines)


def _milestone_cell(milestone: Milestone, column: Column, language: str) -> str:
    if column.fields == ("start", "end"):
        return format_month_period(milestone.start, milestone.end, language) or NOTHING
    texts = [_milestone_value(milestone, field, language) for field in column.fields]
    return "\n".join(filter(None, texts)) or NOTHING


def _milestone_value(milestone: Milestone, field: str, language: str) -> str:
    value = getattr(milestone, field)
    if field in ("start", "end"):
        return format_month(value, language)
    if field == "actors":
        return number_lines([party_text(party) for party in milestone.actors])
    return value


def contact_parts(
    contacts: Iterable[Contact], section: Section, language: str
) -> Iterable[FormPart]:
    """Return the contacts of a section, as a table or as lines of the form."""
    sides = section.sides
    listed = [contact for contact in in_order(contacts) if not sides or contact.side in sides]
    if not listed and section.optional:
        return
    if section.layout == "table":
        rows = [tuple(_contact_cell(c, column) for column in section.columns) for c in listed]
        yield _table(section, language, rows)
        return
    for contact in listed or [None]:
        for column in section.columns:
            text = _contact_cell(contact, column) if contact else NOTHING
            yield Entry("contacts", column.label(language), text)


def _contact_cell(contact: Contact, column: Column) -> str:
    texts = [getattr(contact, field) for field in column.fields]
    return "\n".join(filter(None, texts)) or NOTHING


def _table(section: Section, language: str, rows: Sequence[tuple[str, ...]]) -> Table:
    heads = tuple(column.label(language) for column in section.columns)
    label = section.label(language)
    empty = tuple(NOTHING for _ in section.columns)
    return Table(
        field=section.field,
        title="" if heads[0] == label else label,
        heads=heads,
        widths=tuple(column.width for column in section.columns),
        rows=tuple(rows) or (empty,),
    )

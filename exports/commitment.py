"""What a commitment's form says when it is filled in, apart from what it is printed on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from db.records import Agreement, Commitment, Contact, Milestone
from db.rules import in_order
from db.snapshot import CommitmentDossier
from exports.document import Notice
from exports.formats import format_day_period, format_month, format_month_period
from exports.matrix import party_text
from exports.phrases import number_lines, number_texts
from resources.form import Column, Form, Section
from resources.forms import load_form, usable_form
from resources.words import Words

NOTHING = "-"
"""What the forms print where there is nothing to say."""

_PERIODS: dict[str, Callable[[str, str, str], str]] = {
    "days": format_day_period,
    "months": format_month_period,
}


@dataclass(frozen=True)
class Heading:
    """A line of the form that parts its sections."""

    text: str


@dataclass(frozen=True)
class Entry:
    """A label with what stands beside it, or below it where it is `wide`.

    Attributes:
        field: the commitment's field.
        group: a label that it shares with its neighbours of the same group.
    """

    field: str
    label: str
    text: str
    group: str = ""
    wide: bool = False


@dataclass(frozen=True)
class Table:
    """Milestones or contacts in columns; `title` stands above heads that do not say it."""

    field: str
    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


FormPart = Heading | Entry | Table


@dataclass(frozen=True)
class CommitmentContent:
    """Everything that a commitment's form prints, in its order.

    Attributes:
        number: the line above the title, where the form has one.
        title: the title, with the number before it on forms that have no such line.
    """

    form: str
    number: str
    title: str
    parts: tuple[FormPart, ...]
    foot: str


def commitment_content(dossier: CommitmentDossier, language: str) -> CommitmentContent:
    """Return what a commitment says on its form, in a language."""
    form = load_form(dossier.form)
    number, title = _title(dossier.commitment, form, language)
    return CommitmentContent(
        form=form.name,
        number=number,
        title=title,
        parts=(
            *_parts(dossier, form, language),
            *_left_over(dossier, form, language),
            *_reservations(dossier, form, language),
        ),
        foot=commitment_foot(dossier, language),
    )


def form_notices(dossiers: Iterable[CommitmentDossier]) -> tuple[Notice, ...]:
    """Return a notice for every form whose file cannot be used, so that another was printed."""
    problems = [usable_form(name)[1] for name in dict.fromkeys(d.form for d in dossiers)]
    return tuple(Notice(problem.key, problem.values) for problem in problems if problem)


def _title(commitment: Commitment, form: Form, language: str) -> tuple[str, str]:
    if commitment.number is None:
        return "", commitment.title
    if form.numbering == "line":
        return f"{form.number_label(language)} {commitment.number}", commitment.title
    return "", f"{commitment.number}. {commitment.title}"


def commitment_foot(dossier: CommitmentDossier, language: str) -> str:
    """Return what stands at the foot of a commitment's pages: RAN OGI 2020-2022 · Komitmen 6."""
    number = dossier.commitment.number
    name = "" if number is None else Words(language)("papers.commitment.foot", number=number)
    parts = (dossier.plan.short_title or dossier.plan.title, name)
    return " · ".join(part for part in parts if part)


def _parts(dossier: CommitmentDossier, form: Form, language: str) -> Iterable[FormPart]:
    for section in form.sections:
        match section.kind:
            case "title":
                continue
            case "heading":
                yield Heading(section.label(language))
            case "milestones":
                yield _milestones(dossier.milestones, section, language)
            case "contacts":
                yield from _contacts(dossier.contacts, section, language)
            case _:
                yield from _entry(dossier.commitment, form, section, language)


def _entry(commitment: Commitment, form: Form, section: Section, language: str) -> Iterable[Entry]:
    text = _text(commitment, form, section, language)
    if section.optional and not text:
        return
    yield Entry(
        field=section.field,
        label=_label(section, language),
        text=text or NOTHING,
        group=section.group(language),
        wide=section.layout == "wide",
    )


def _label(section: Section, language: str) -> str:
    """Return the printed label; a period over the whole width speaks for itself."""
    if section.kind == "period" and section.layout == "wide":
        return ""
    label = section.label(language)
    return f"{section.letter}. {label}" if section.letter else label


def _text(commitment: Commitment, form: Form, section: Section, language: str) -> str:
    if section.kind == "period":
        return _PERIODS[form.period](commitment.start, commitment.end, language)
    value = getattr(commitment, section.field)
    if section.kind == "values":
        return _values_text(commitment, language)
    if section.kind == "parties":
        names = [party_text(party) for party in value]
        return "\n".join(filter(None, names)) if section.layout == "wide" else number_lines(names)
    return value


def _values_text(commitment: Commitment, language: str) -> str:
    """Return the text about the values, or their names where they were only ticked."""
    words = Words(language)
    names = ", ".join(words(f"papers.values.{value}") for value in commitment.values)
    if commitment.values_text or not names:
        return commitment.values_text
    return words("papers.commitment.values", values=names)


def _milestones(milestones: Sequence[Milestone], section: Section, language: str) -> Table:
    ordered = in_order(milestones)
    texts = [_milestone_text(milestone, section, language) for milestone in ordered]
    numbered = number_texts(texts) if section.numbered else texts
    rows = [
        tuple(
            text if column.fields == ("text",) else _milestone_cell(milestone, column, language)
            for column in section.columns
        )
        for milestone, text in zip(ordered, numbered, strict=True)
    ]
    return _table(section, language, rows)


def _milestone_text(milestone: Milestone, section: Section, language: str) -> str:
    """Return the text, followed by what the form has no column for."""
    shown = {field for column in section.columns for field in column.fields}
    words = Words(language)
    lines = [milestone.text]
    if milestone.output and "output" not in shown:
        lines.append(words("papers.commitment.output", output=milestone.output))
    actors = ", ".join(party_text(party) for party in milestone.actors)
    if actors and "actors" not in shown:
        lines.append(words("papers.commitment.actors", actors=actors))
    return "\n".join(filter(None, lines))


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


def _contacts(contacts: Iterable[Contact], section: Section, language: str) -> Iterable[FormPart]:
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


def _left_over(dossier: CommitmentDossier, form: Form, language: str) -> Iterable[Entry]:
    """Return the texts that the form has no place for, so that none is left out."""
    placed = form.fields()
    for field, label in Words(language).table("papers.fields").items():
        text = getattr(dossier.commitment, field)
        if text and field not in placed:
            yield Entry(field, label, text)


def _reservations(dossier: CommitmentDossier, form: Form, language: str) -> Iterable[FormPart]:
    """Return what somebody objects to, field by field in the form's order."""
    words = Words(language)
    notes: dict[str, list[str]] = {}
    for stance in dossier.agreements:
        if stance.state == "disputed":
            notes.setdefault(stance.canvas_field, []).append(_reservation(stance, words))
    if not notes:
        return
    yield Heading(words("papers.commitment.reservations"))
    placed = [section.field for section in form.sections]
    names = words.table("meetings.sections")
    for field in sorted(notes, key=lambda one: (one not in placed, [*placed, one].index(one))):
        name = names.get(field, names["other"])
        yield Entry("agreements", name, number_lines(notes[field]))


def _reservation(stance: Agreement, words: Words) -> str:
    who = stance.organisation or words("papers.commitment.somebody")
    return f"{who}: {stance.note}" if stance.note.strip() else who

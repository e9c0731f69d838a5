"""What a commitment's form says when it is filled in, apart from what it is printed on."""

from collections.abc import Callable, Iterable

from db.parties import party_text
from db.records import Agreement, Commitment
from db.snapshot import CommitmentDossier
from exports.document import Notice
from exports.form_parts import NOTHING, CommitmentContent, Entry, FormPart, Heading
from exports.form_tables import contact_parts, milestone_table
from exports.formats import format_day_period, format_month_period
from exports.phrases import number_lines
from resources.form import Form, Section
from resources.forms import load_form, usable_form
from resources.part_names import part_name
from resources.words import Words

_PERIODS: dict[str, Callable[[str, str, str], str]] = {
    "days": format_day_period,
    "months": format_month_period,
}


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
                yield milestone_table(dossier.milestones, section, language)
            case "contacts":
                yield from contact_parts(dossier.contacts, section, language)
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
    for field in sorted(notes, key=lambda one: (one not in placed, [*placed, one].index(one))):
        name = part_name(words, field, form.name)
        yield Entry("agreements", name, number_lines(notes[field]))


def _reservation(stance: Agreement, words: Words) -> str:
    who = stance.organisation or words("papers.commitment.somebody")
    return f"{who}: {stance.note}" if stance.note.strip() else who

"""How drafts of a commitment are talked of, on screens and papers."""

from resources.forms import load_form
from resources.lines import in_one_line, with_capital
from resources.part_names import is_the_part, part_fields, part_name
from resources.words import Words

_SHORT = 60
_NUMBERED = {"milestones": "milestone", "contacts": "contact", "targets": "target"}


def field_label(words: Words, field: str, form: str | None = None) -> str:
    """Return what a field of a commitment is called: on its form, else in what suits any."""
    if form is not None and field in part_fields(load_form(form)):
        return part_name(words, field, form)
    try:
        return words(f"canvas.fields.{field}")
    except KeyError:
        return with_capital(words.field_name("commitments", field))


def part_label(
    words: Words, kind: str, field: str, number: int | str, form: str | None = None
) -> str:
    """Return what a field is called of the commitment, or of its milestone of this number."""
    if kind not in _NUMBERED:
        return field_label(words, field, form)
    place = words(f"drafts.compare.{_NUMBERED[kind]}", n=number).strip()
    alone = not field or is_the_part(kind, field)
    return place if alone else f"{place} – {words.field_name(kind, field)}"


def finding_words(
    words: Words,
    key: str,
    kind: str,
    field: str,
    number: str = "",
    text: str = "",
    *,
    form: str | None = None,
) -> str:
    """Say what a level asks for and is not there, so that the place is recognised.

    The place is called as on the canvas of this form; `number` is what it is called by besides: a
    milestone's or point's number, a party's name.
    """
    if key == "differing":
        part = part_label(words, kind, field, number, form)
        return words("drafts.findings.differing", field=part)
    said = words(
        f"drafts.findings.{key}",
        field=field_label(words, field, form) if field else "",
        part=words(f"drafts.parts.{field}") if kind == "milestones" else "",
        number=number,
        who=words("drafts.findings.who", name=number) if number else "",
        text=in_one_line(text, _SHORT),
    )
    return said.strip()

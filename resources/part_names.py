"""What the parts of a canvas are called in lists, buttons and papers: one rule for all of them."""

from resources.form import Form
from resources.forms import load_form
from resources.words import Words


def part_name(words: Words, field: str, form: str | None = None) -> str:
    """Return what a part is called in a line: as on its form, shortly, with its letter.

    Where its form has no place for it or several, or no form is known (None), a short name that
    suits any form; "" for no part.
    """
    sections = () if form is None else load_form(form).sections
    placed = [section for section in sections if section.field == field]
    if field and len(placed) == 1:
        return placed[0].name(words.language)
    known = words.table("meetings.sections")
    return known.get(field, known["other"]) if field else ""


def is_the_part(kind: str, field: str) -> bool:
    """Tell whether a field needs no name besides its record's: a milestone's own text."""
    return (kind, field) == ("milestones", "text")


def part_fields(form: Form) -> list[str]:
    """Return the parts of a form that can be spoken about, in its order, each once."""
    fields = [section.field for section in form.sections if section.kind != "heading"]
    return [field for field in dict.fromkeys(fields) if field and field != "period"]

"""Which sections the canvas of a commitment has, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from resources.form import Form, Section
from resources.words import Words

SIDES = ("implementer", "cso", "other", "")
_TEXTS = (
    "problem", "description", "contribution", "alignment", "additional", "done_so_far",
    "transparency", "accountability", "participation",
)  # fmt: skip
_PARTIES = ("proposers", "leads", "government_actors", "other_actors")
# What the canvas shows below the form's own sections when the form has no place for it.
_KINDS = {
    "period": "period",
    **dict.fromkeys(_PARTIES, "parties"),
    **dict.fromkeys(_TEXTS, "text"),
    "milestones": "milestones",
    "contacts": "contacts",
}


@dataclass(frozen=True)
class CanvasSection:
    """A card of the canvas.

    Attributes:
        key: its name on this canvas, unique.
        kind: one of resources.form_file.KINDS but "heading": what is edited in it.
        field: the commitment's field, or "period", "milestones", "contacts".
        label: the form's whole question.
        name: its name in the list of sections.
        caption: what stands above it and its followers, "" for nothing new.
        asked: whether a complete commitment fills it in.
        sides: which contacts stand in it.
        limit: how many milestones the form asks for at most.
    """

    key: str
    kind: str
    field: str
    label: str
    name: str
    guidance: str = ""
    example: str = ""
    caption: str = ""
    asked: bool = False
    sides: tuple[str, ...] = ()
    limit: int | None = None


def form_sections(words: Words, form: Form) -> tuple[CanvasSection, ...]:
    """Return the sections that a form has, in its order; a title every commitment has."""
    sections = tuple(_Reading(words, form).sections())
    if any(section.kind == "title" for section in sections):
        return sections
    title = words("canvas.fields.title")
    return (CanvasSection("title", "title", "title", title, title, asked=True), *sections)


def other_sections(
    words: Words, form: Form, filled: Collection[str], sides: Collection[str]
) -> tuple[CanvasSection, ...]:
    """Return sections for what a form has no place for: nothing that was written is hidden.

    `filled` are the fields that hold something (db.rules.filled_fields), `sides` those of the
    commitment's contacts.
    """
    homeless = tuple(side for side in SIDES if side in sides and side not in _placed_sides(form))
    fields = [
        (field, kind)
        for field, kind in _KINDS.items()
        if (field in filled and field not in form.fields()) or (field == "contacts" and homeless)
    ]
    fields += _values_fields(form, filled)
    return tuple(
        _other(words, field, kind, homeless, first=place == 0)
        for place, (field, kind) in enumerate(fields)
    )


# The card and the panel beside it count the same text.
@lru_cache(maxsize=4)
def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def text_of(values: Mapping[str, object], section: CanvasSection) -> str:
    """Return the text that a section is about, "" for one of another kind."""
    return str(values.get(section.field, "")) if section.kind in ("text", "values") else ""


def _values_fields(form: Form, filled: Collection[str]) -> list[tuple[str, str]]:
    """Return the field for the values and their reasons, where the form has none for both."""
    if "values" in {section.kind for section in form.sections}:
        return []
    if "values_text" in form.fields():
        return [("values", "values")] if "values" in filled else []
    return [("values_text", "values")] if {"values", "values_text"} & set(filled) else []


def _placed_sides(form: Form) -> set[str]:
    placed: set[str] = set()
    for section in form.sections:
        if section.kind == "contacts":
            placed.update(section.sides or SIDES)
    return placed


def _other(
    words: Words, field: str, kind: str, sides: tuple[str, ...], first: bool
) -> CanvasSection:
    name = words(f"canvas.fields.{field}")
    caption = words("canvas.other_fields") if first else ""
    guidance = words("canvas.other_fields_hint")
    return CanvasSection(
        f"other:{field}", kind, field, name, name, guidance, caption=caption,
        sides=(sides or SIDES) if kind == "contacts" else (),
    )  # fmt: skip


class _Reading:
    """Goes through a form and keeps in mind which caption holds."""

    def __init__(self, words: Words, form: Form) -> None:
        self._words = words
        self._language = words.language
        self._form = form
        self._asked = form.asked()

    def sections(self) -> Iterator[CanvasSection]:
        heading, group = "", ""
        for place, section in enumerate(self._form.sections):
            if section.kind == "heading":
                heading = section.label(self._language)
                continue
            own = section.group(self._language)
            caption = heading or (own if own != group else "")
            heading, group = "", own
            yield self._section(f"{place}:{section.field}", section, caption)

    def _section(self, key: str, section: Section, caption: str) -> CanvasSection:
        language = self._language
        label = section.label(language)
        return CanvasSection(
            key=key,
            kind=section.kind,
            field=section.field,
            label=f"{section.letter}. {label}" if section.letter else label,
            name=section.name(language),
            guidance=section.guidance(language),
            example=section.example(language),
            caption=caption,
            asked=section.field in self._asked and not section.optional,
            sides=(section.sides or SIDES) if section.kind == "contacts" else (),
            limit=self._form.milestone_limit if section.kind == "milestones" else None,
        )

"""How drafts of a commitment are talked of, on screens and papers."""

from resources.words import Words

_SHORT = 60
_NUMBERED = {"milestones": "milestone", "contacts": "contact", "targets": "target"}


def field_label(words: Words, field: str) -> str:
    """Return what the canvas calls a field of a commitment, or a part of it."""
    try:
        return words(f"canvas.fields.{field}")
    except KeyError:
        return words.field_name("commitments", field).capitalize()


def part_label(words: Words, kind: str, field: str, number: int | str) -> str:
    """Return what a field is called of the commitment, or of its milestone of this number."""
    if kind not in _NUMBERED:
        return field_label(words, field)
    place = words(f"drafts.compare.{_NUMBERED[kind]}", n=number).strip()
    return f"{place} – {words.field_name(kind, field)}" if field else place


def finding_words(
    words: Words, key: str, kind: str, field: str, number: str = "", text: str = ""
) -> str:
    """Say what a level asks for and is not there, so that the place is recognised.

    `number` is what the place is called by: a milestone's or point's number, a party's name.
    """
    short = " ".join(text.split())
    if key == "differing":
        return words("drafts.findings.differing", field=part_label(words, kind, field, number))
    said = words(
        f"drafts.findings.{key}",
        field=field_label(words, field) if field else "",
        part=words(f"drafts.parts.{field}") if kind == "milestones" else "",
        number=number,
        who=words("drafts.findings.who", name=number) if number else "",
        text=short if len(short) <= _SHORT else f"{short[: _SHORT - 1]}…",
    )
    return said.strip()

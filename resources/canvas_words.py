"""How places of a commitment's canvas and what stands there are said, on screens and papers."""

from resources.part_names import is_the_part
from resources.words import Words

_MONTHS = ("start", "end")
_PARTIES = ("proposers", "leads", "government_actors", "other_actors", "actors")


def place_words(words: Words, kind: str, field: str, place: int = 0) -> str:
    """Return a place in the middle of a sentence: `permasalahan`, `milestone 3, keluaran`."""
    if kind == "commitments":
        return words.field_name(kind, field)
    part = words(f"canvas_changes.{kind}", number=place or "").strip()
    if field in ("deleted", "") or is_the_part(kind, field):
        return part
    return words("canvas_changes.part_field", part=part, field=words.field_name(kind, field))


def value_words(words: Words, field: str, text: str) -> str:
    """Return what stands in a place; months and values by their names, parties told apart."""
    if field in _MONTHS and text:
        year, _, month = text.partition("-")
        return f"{words(f'common.months.{month}')} {year}"
    if field == "values":
        names = words.table("papers.values")
        return ", ".join(names.get(name, name) for name in text.split("\n") if name)
    if field in _PARTIES:
        # Their names hold commas: a unit stands before its organisation.
        return "; ".join(text.split("\n"))
    return text

"""Any field's value as people read it: for questions about fields of every kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from db.deciding import Question
from db.merging import sort_of
from resources.draft_words import field_label
from resources.forms import form_title
from resources.words import Words
from ui.common.dates import format_date, format_month, format_time

# Where the words of a field's codes stand.
_CODES = {
    ("commitments", "values"): "canvas.values",
    ("contacts", "side"): "canvas.sides",
    ("organisations", "sector"): "meetings.sector_names",
    ("attendances", "sector"): "meetings.sector_names",
    ("attendances", "gender"): "meetings.genders",
    ("attendances", "presence"): "meetings.presences",
    ("attendances", "named"): "meetings.consents",
    ("meetings", "kind"): "documents.meeting_kinds",
    ("meetings", "method"): "meetings.methods",
    ("meetings", "status"): "home.meetings",
    ("points", "kind"): "meetings.kinds",
    ("points", "response"): "meetings.responses",
    ("points", "consensus"): "points.consensus",
    ("follow_ups", "status"): "follow_ups.states",
    ("confirmations", "answer"): "agenda.answers",
    ("agreements", "state"): "drafts.state_choices",
}
_Say = Callable[[Any], str]


def say_value(words: Words, question: Question, value: Any, field: str = "") -> str:
    """Return a value of the field in question as text, one item to a line; "" for an empty one.

    `field` is another field of the same record.
    """
    if value in (None, "", [], {}):
        return ""
    kind, field = question.kind, field or question.field
    sort = sort_of(kind, field)
    says: dict[str, _Say] = {
        "month": lambda one: format_month(words, one),
        "date": lambda one: format_date(words, one),
        "time": lambda one: format_time(words, one),
        "code": lambda one: _code(words, kind, field, one),
        "codes": lambda one: _code(words, kind, field, one),
        "reference": lambda one: _name(words, question.names, one),
        "references": lambda one: _name(words, question.names, one),
        "parties": _party,
        "members": lambda one: _member(words, question.names, one),
        "objects": lambda one: "\n".join(filter(None, cast(Mapping[str, str], one).values())),
    }
    if field == "changes":
        return words("deciding.changes", n=len(value))
    if sort == "object":
        return _object(words, value)
    say = says.get(sort, str)
    if isinstance(value, list | tuple):
        return "\n".join(say(one) for one in cast(Sequence[Any], value))
    return say(value)


def _code(words: Words, kind: str, field: str, code: str) -> str:
    if field == "form":
        return form_title(code, words.language)
    if field == "canvas_field":
        return field_label(words, code)
    if field == "visibility":
        return words("deciding.private")
    try:
        return words(f"{_CODES[(kind, field)]}.{code}")
    except KeyError:  # from a program that knows more of them
        return code


def _name(words: Words, names: Mapping[str, str], record_id: str) -> str:
    return names.get(record_id) or words("deciding.unknown")


def _party(party: Any) -> str:
    told = cast(Mapping[str, str], party if isinstance(party, dict) else party.model_dump())
    return ", ".join(filter(None, (told.get("unit"), told.get("name"))))


def _member(words: Words, names: Mapping[str, str], member: Mapping[str, str]) -> str:
    told = [text for key, text in member.items() if key != "organisation_id" and text]
    name = _name(words, names, member.get("organisation_id") or "")
    return words("deciding.member", name=name, text="; ".join(told)) if told else name


def _object(words: Words, value: Mapping[str, Any]) -> str:
    """Return an object's texts, a line for each; of a picture only that it is there."""
    lines: list[str] = []
    for key, item in value.items():
        if key == "logo" and item:
            lines.append(words("deciding.logo"))
        elif isinstance(item, dict):
            lines.append(", ".join(filter(None, cast(Mapping[str, str], item).values())))
        elif isinstance(item, str) and item:
            # A matrix head is a map of a person's own labels; other keys are the program's.
            lines.append(item if key.islower() else f"{key}: {item}")
    return "\n".join(filter(None, lines))

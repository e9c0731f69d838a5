"""Questions about differing fields, put into words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from db.deciding import Question, Subject
from db.differences import Span, line_differences, word_differences
from db.fields import is_empty
from db.memory import Wording
from db.passages import shorten
from db.records import Party
from desktop.controllers.deciding_values import say_value
from desktop.controllers.past_words import origin, who_and_when
from resources.draft_words import field_label
from resources.forms import usable_form
from resources.lines import in_one_line, with_capital
from resources.meeting_names import meeting_name
from resources.part_names import is_the_part
from resources.words import Words
from ui.common.dates import format_date
from ui.differing.view import Editor, QuestionView, SideView

# Texts of one line; all others may have paragraphs.
_LINES = frozenset({
    "title", "short_title", "name", "short_name", "theme", "topic", "subtitle", "place", "chair",
    "person", "organisation", "unit", "email", "phone", "owner", "raised_by", "objection_by",
    "number", "coordinating_unit", "responsible",
})  # fmt: skip
_EDITORS: dict[str, Editor] = {
    "parties": "parties", "texts": "texts", "month": "month", "date": "date", "time": "time",
    "number": "number",
}  # fmt: skip
# Where single words or items may be other; another value is other as a whole.
_MARKED = ("text", "parties", "texts", "codes", "references", "members", "object", "objects")
# Names, of which each is there or not.
_LISTS = ("parties", "codes", "references")
_TITLE = 60
# What was written against a deletion is shown to be recognised; history has the whole of it.
_OBJECTION = 160
_NUMBERED = {"milestones": "milestone", "contacts": "contact", "targets": "target"}


def question_subject(words: Words, question: Question) -> str:
    """Return what a question is about: Komitmen 4 · C. Komitmen."""
    record = _record(words, question.kind, question.subject)
    if question.field == "deleted":
        title = in_one_line(question.subject.title, _TITLE)
        return words("deciding.deletion.subject", record=record, title=title) if title else record
    if is_the_part(question.kind, question.field):
        return record
    return words("deciding.subject", record=record, field=_field(words, question))


def question_view(words: Words, question: Question) -> QuestionView:
    """Return a question as the dialog shows it."""
    if question.sort == "deletion":
        return _deletion_view(words, question)
    sides = [_side(words, question, one) for one in question.sides]
    editor = _editor(question)
    merged = question.merged is not None
    if merged and not editor and question.merged not in [one.value for one in question.sides]:
        text = say_value(words, question, question.merged)
        place, whence = words("deciding.merged"), words("deciding.merged_origin")
        sides.append(SideView(question.merged, place, whence, (Span("same", text),)))
    result = question.merged if merged else question.sides[0].value
    advice = words(f"deciding.advice.{'merged' if merged else 'shown'}") if editor else ""
    if editor in ("month", "date", "time", "number"):
        advice = ""
    base = say_value(words, question, question.base_value)
    return QuestionView(
        question_subject(words, question),
        words(f"deciding.hint.{_hint(question)}"),
        sides,
        _base_label(words, question.base),
        base or words("deciding.base_empty"),
        editor,
        written_value(question, result),
        advice,
        words("deciding.kept" if len(question.sides) == 2 else "deciding.kept_all"),
    )


def written_value(question: Question, value: Any) -> Any:
    """Return a JSON value as the field for it holds it."""
    if question.sort == "parties":
        return tuple(Party(**one) for one in value)
    return tuple(value) if question.sort == "texts" else value


def _hint(question: Question) -> str:
    if question.sort not in _MARKED:
        return "choose"
    return "apart" if question.base is not None else "no_base"


def _editor(question: Question) -> Editor:
    if question.sort == "text":
        return "line" if question.field in _LINES else "text"
    return _EDITORS.get(question.sort, "")


def _side(words: Words, question: Question, wording: Wording) -> SideView:
    facts = [words("deciding.shown")] if wording.shown else []
    if is_empty(question.kind, question.field, wording.value):
        facts.append(words("deciding.emptied"))
    value = written_value(question, wording.value)
    return SideView(
        value, _place(words, wording), _who(words, wording),
        _spans(words, question, wording), tuple(facts),
    )  # fmt: skip


def _spans(words: Words, question: Question, wording: Wording) -> tuple[Span, ...]:
    """Return what a side changed; without a common text, what the first other side has not."""
    text = say_value(words, question, wording.value)
    if question.sort not in _MARKED:
        return (Span("same", text or words("deciding.empty")),)
    differences = line_differences if question.sort in _LISTS else word_differences
    if question.base is not None:
        spans = differences(say_value(words, question, question.base_value), text)
    else:
        other = next(one for one in question.sides if one.id != wording.id)
        spans = differences(say_value(words, question, other.value), text)
        spans = tuple(span for span in spans if span.manner != "removed")
    return spans or (Span("same", words("deciding.empty")),)


def _place(words: Words, wording: Wording) -> str:
    return origin(words, wording) or words("deciding.outside")


def _who(words: Words, wording: Wording) -> str:
    if not wording.dated:
        return words("deciding.received")
    if wording.device:
        author = f"{wording.author or words('drafts.history.by_whom')} ({wording.device})"
        wording = replace(wording, author=author)
    return who_and_when(words, wording)


def _base_label(words: Words, base: Wording | None) -> str:
    if base is None:
        return ""
    if base.drafts:
        level = words(f"drafts.levels.{base.drafts[0]}")
        return words("deciding.base_draft", level=level)
    return words("deciding.base")


def _record(words: Words, kind: str, subject: Subject) -> str:
    """Return a record as headings name it, with its commitment or meeting."""
    parts = [_owner(words, subject)]
    if kind in _NUMBERED and subject.number:
        parts.append(words(f"drafts.compare.{_NUMBERED[kind]}", n=subject.number))
    elif kind == "points" and subject.number:
        parts.append(words("deciding.point", number=subject.number))
    elif kind not in ("commitments", "meetings"):
        parts += [words(f"home.kinds.{kind}"), in_one_line(subject.title, _TITLE)]
    return " · ".join(part for part in parts if part)


def _owner(words: Words, subject: Subject) -> str:
    if subject.commitment_id:
        if subject.commitment_number is None:
            return subject.commitment_title or words("canvas.untitled")
        return words("deciding.commitment", number=subject.commitment_number)
    if not subject.meeting_id:
        return ""
    named = subject.meeting_kind or subject.meeting_topic
    topic = subject.meeting_topic if named else words("home.meetings.untitled")
    date = format_date(words, subject.meeting_date)
    return meeting_name(words, subject.meeting_kind, topic, date)


def _field(words: Words, question: Question) -> str:
    """Return what a field is called, by the form's own words and letter where it is on it."""
    if question.kind != "commitments":
        return with_capital(words.field_name(question.kind, question.field))
    form, _ = usable_form(question.subject.form)
    for section in form.sections:
        if section.field == question.field:
            return section.name(words.language)
    return field_label(words, question.field)


def _deletion_view(words: Words, question: Question) -> QuestionView:
    record = question_subject(words, question)
    deleted = question.sides[0]
    parts = _counted(words, Counter(question.belongings) + Counter(question.taken))
    key = "with_parts" if parts else "alone"
    what = words(f"deciding.deletion.{key}", record=record, parts=parts)
    whence = " · ".join((_place(words, deleted), _who(words, deleted)))
    keep = SideView(
        False, words("deciding.deletion.keep"), _kept_by(words, question),
        (Span("same", _reasons_to_keep(words, question)),), (words("deciding.shown"),),
    )  # fmt: skip
    gone = SideView(
        True, words("deciding.deletion.delete"), whence, (Span("same", what),),
        act=words("deciding.take_danger"), able=not question.frozen,
    )  # fmt: skip
    return QuestionView(
        question_subject(words, question), words("deciding.hint.deletion"), (keep, gone),
        advice=words("deciding.advice.frozen") if question.frozen else "",
        kept=words("deciding.kept_deletion"),
    )  # fmt: skip


def _kept_by(words: Words, question: Question) -> str:
    latest = max(question.objections, key=lambda one: one.wording.at, default=None)
    return _who(words, latest.wording) if latest else ""


def _counted(words: Words, parts: Mapping[str, int]) -> str:
    return ", ".join(
        words("deciding.deletion.part", n=n, kind=words.list_name(kind))
        for kind, n in parts.items()
    )


def _reasons_to_keep(words: Words, question: Question) -> str:
    said = _objections(words, question)
    if not question.taken:
        return said
    back = words("deciding.deletion.returns", parts=_counted(words, question.taken))
    return f"{back}\n\n{said}"


def _objections(words: Words, question: Question) -> str:
    if not question.objections:
        return words("deciding.deletion.keep_children")
    lines = [words("deciding.deletion.keep_text")]
    for one in question.objections:
        name = words.field_name(question.kind, one.field)
        text = say_value(words, question, one.wording.value, one.field) or words("deciding.empty")
        short = shorten(text, _OBJECTION)
        lines.append(words("deciding.deletion.objection", field=with_capital(name), text=short))
    return "\n".join(lines)

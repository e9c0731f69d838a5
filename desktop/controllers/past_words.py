"""What is said of a field's past: its earlier texts, and where the words of now come from."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from db.comparing import value_text
from db.differences import Span, count_words, line_differences, word_differences
from db.draft_content import DRAFTED
from db.memory import FieldMemory, Passage, Wording, passages
from desktop.controllers.draft_words import say_code
from resources.lines import with_capital
from resources.meeting_names import meeting_name
from resources.words import Words
from ui.canvas.compare import said_counts
from ui.common.dates import format_date, format_time
from ui.common.phrase_text import Phrase
from ui.dialogs.history import EarlierText


class Past:
    """The past of one field, or of several that the canvas shows as one.

    Attributes:
        phrases: the text of now in pieces, with where they come from.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._fields: list[tuple[str, str, str, FieldMemory]] = []
        self._say = partial(say_code, words)

    def add(self, kind: str, field: str, memory: FieldMemory) -> None:
        """Take a field's memory, behind that of the fields before it."""
        if memory.wordings:
            label = with_capital(self._words.field_name(kind, field))
            self._fields.append((label, kind, field, memory))

    @property
    def phrases(self) -> list[Phrase]:
        found: list[Phrase] = []
        for label, kind, field, memory in self._fields:
            pieces = passages(memory, field, self._say)
            if pieces and len(self._fields) > 1:
                found.append(Phrase(f"\n{label}: " if found else f"{label}: ", ""))
            found += [Phrase(piece.text, self._origin_of(kind, piece)) for piece in pieces]
        return found

    def texts(self) -> list[EarlierText]:
        """Return every text, the latest first, each with its difference to the one before."""
        dated = [one for field in self._fields for one in self._texts(*field)]
        return [text for _, text in sorted(dated, key=lambda one: one[0], reverse=True)]

    def _texts(
        self, label: str, _kind: str, field: str, memory: FieldMemory
    ) -> Iterator[tuple[str, EarlierText]]:
        before = ""
        for wording in reversed(memory.wordings):
            text = value_text(field, wording.value, self._say)
            listed = isinstance(wording.value, list)
            spans = (line_differences if listed else word_differences)(before, text)
            yield wording.at, self._text(label, wording, spans)
            before = text

    def _text(self, label: str, wording: Wording, spans: tuple[Span, ...]) -> EarlierText:
        counted = said_counts(self._words, *count_words(spans))
        if len(self._fields) > 1:
            counted = f"{label} · {counted}"
        when = who_and_when(self._words, wording)
        place = origin(self._words, wording)
        drafts = tuple(self._words(f"drafts.levels.{level}") for level in wording.drafts)
        return EarlierText(wording.id, when, place, spans, counted, wording.shown, drafts)

    def _origin_of(self, kind: str, passage: Passage) -> str:
        words, wording = self._words, passage.wording
        first = self._first_draft(passage.first_draft) if kind in DRAFTED else ""
        parts = (origin(words, wording), who_and_when(words, wording), first)
        return " · ".join(part for part in parts if part)

    def _first_draft(self, level: str) -> str:
        key = "first_draft" if level else "no_draft"
        name = self._words(f"drafts.levels.{level or 'now'}")
        return self._words(f"drafts.history.{key}", level=name)


def who_and_when(words: Words, wording: Wording) -> str:
    """Say who wrote a text, and when."""
    if not wording.dated:
        return words("drafts.history.unknown_time")
    moment = dt.datetime.fromisoformat(wording.at).astimezone()
    day, time = moment.date().isoformat(), moment.strftime("%H:%M")
    when = f"{format_date(words, day)}, {format_time(words, time)}"
    author = wording.author or words("drafts.history.by_whom")
    return words("drafts.history.by", author=author, when=when)


def origin(words: Words, wording: Wording) -> str:
    """Say out of which meeting, point and organisation a text came, "" for none."""
    if not wording.meeting_id:
        return ""
    date = format_date(words, wording.meeting_date)
    said = [meeting_name(words, wording.meeting_kind, wording.meeting_topic, date)]
    if wording.point_number:
        said.append(words("drafts.history.point", number=wording.point_number))
    if wording.raised_by:
        said.append(words("drafts.history.raised_by", name=wording.raised_by))
    return " · ".join(said)

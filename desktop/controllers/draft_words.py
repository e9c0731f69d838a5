"""What is said of drafts: what a level lacks, what fields are called, where words come from."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from db.comparing import FieldPair, value_text
from db.differences import Span, count_words, word_differences
from db.draft_content import edition_of
from db.drafting import DraftFinding, Drafting, Level, level_rank
from db.memory import FieldMemory, Passage, Wording, passages
from db.records import Draft, Party
from resources.draft_words import finding_words, part_label
from resources.forms import form_title
from resources.words import Words
from ui.canvas.compare import NOW, ComparedField, said_counts
from ui.canvas.freeze_dialog import LevelOffer
from ui.canvas.history_dialog import EarlierText, Phrase
from ui.common.dates import format_date, format_month, format_time


def say_code(words: Words, field: str, code: str) -> str:
    """Word a month, a value, a side or a form as the canvas does."""
    if field in ("start", "end"):
        return format_month(words, code)
    if field == "form":
        return form_title(code, words.language)
    try:
        return words(f"canvas.{'sides' if field == 'side' else field}.{code}")
    except KeyError:  # from a program that knows more values
        return code


def finding_sentence(words: Words, finding: DraftFinding) -> str:
    """Say what is missing, so that the place is recognised."""
    place = (finding.key, finding.kind, finding.field)
    return finding_words(words, *place, finding.number, finding.text)


def level_offer(
    words: Words, level: Level, state: Drafting, findings: Sequence[DraftFinding]
) -> LevelOffer:
    """Return what the dialog says of a level."""
    earlier = [draft.made_on for draft in state.drafts if draft.level == level]
    return LevelOffer(
        tuple(finding_sentence(words, finding) for finding in findings),
        _authors(words, level, state),
        format_date(words, earlier[-1]) if earlier else "",
    )


def _authors(words: Words, level: Level, state: Drafting) -> tuple[str, ...]:
    """Return who writes a draft of this level, as the journey has it."""
    plan, commitment = state.dossier.plan, state.dossier.commitment
    names = [_named(party) for party in commitment.proposers]
    if level_rank(level) >= level_rank("3"):
        names += [_named(party) for party in commitment.leads]
    if level_rank(level) >= level_rank("4"):
        names.append(words("drafts.freeze.public"))
    names.append(words("drafts.freeze.secretariat", plan=plan.short_title or plan.title))
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _named(party: Party) -> str:
    return party.name or party.unit


def draft_label(words: Words, draft: Draft) -> str:
    """Return what a draft is called in a list: Draf 2 · 3 Mei 2027."""
    edition = edition_of(draft)
    return words(
        "drafts.compare.dated" if edition == 1 else "drafts.compare.edited",
        level=words(f"drafts.levels.{draft.level or 'now'}"),
        date=format_date(words, draft.made_on),
        n=edition,
    )


def draft_choices(words: Words, drafts: Sequence[Draft]) -> list[tuple[str, str]]:
    """Return what can be compared: every draft, and now."""
    now = (NOW, words(f"drafts.levels.{NOW}"))
    return [*((draft.id, draft_label(words, draft)) for draft in drafts), now]


def compared_field(words: Words, pair: FieldPair) -> ComparedField:
    """Return a field in two states with what is other, word by word."""
    texts = pair.texts(partial(say_code, words))
    return ComparedField(pair_label(words, pair), word_differences(*texts))


def pair_label(words: Words, pair: FieldPair) -> str:
    """Return what a compared field is called: Milestone 2 – Keluaran."""
    return part_label(words, pair.kind, pair.field, pair.number)


class Past:
    """The past of one field, or of several that the canvas shows as one.

    Attributes:
        phrases: the text of now in pieces, with where they come from.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._fields: list[tuple[str, str, FieldMemory]] = []
        self._say = partial(say_code, words)

    def add(self, kind: str, field: str, memory: FieldMemory) -> None:
        """Take a field's memory, behind that of the fields before it."""
        if memory.wordings:
            label = self._words.field_name(kind, field).capitalize()
            self._fields.append((label, field, memory))

    @property
    def phrases(self) -> list[Phrase]:
        found: list[Phrase] = []
        for label, field, memory in self._fields:
            pieces = passages(memory, field, self._say)
            if pieces and len(self._fields) > 1:
                found.append(Phrase(f"\n{label}: " if found else f"{label}: ", ""))
            found += [Phrase(piece.text, self._origin_of(piece)) for piece in pieces]
        return found

    def texts(self) -> list[EarlierText]:
        """Return every text, the latest first, each with its difference to the one before."""
        dated = [one for field in self._fields for one in self._texts(*field)]
        return [text for _, text in sorted(dated, key=lambda one: one[0], reverse=True)]

    def _texts(
        self, label: str, field: str, memory: FieldMemory
    ) -> Iterator[tuple[str, EarlierText]]:
        before = ""
        for wording in reversed(memory.wordings):
            text = value_text(field, wording.value, self._say)
            yield wording.at, self._text(label, wording, word_differences(before, text))
            before = text

    def _text(self, label: str, wording: Wording, spans: tuple[Span, ...]) -> EarlierText:
        counted = said_counts(self._words, *count_words(spans))
        if len(self._fields) > 1:
            counted = f"{label} · {counted}"
        when = who_and_when(self._words, wording)
        place = origin(self._words, wording)
        return EarlierText(wording.id, when, place, spans, counted, wording.shown)

    def _origin_of(self, passage: Passage) -> str:
        words, wording, level = self._words, passage.wording, passage.first_draft
        key = "first_draft" if level else "no_draft"
        first = words(f"drafts.history.{key}", level=words(f"drafts.levels.{level or 'now'}"))
        parts = (origin(words, wording), who_and_when(words, wording), first)
        return " · ".join(part for part in parts if part)


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
    kind = words(f"documents.meeting_kinds.{wording.meeting_kind}") if wording.meeting_kind else ""
    meeting = " ".join(part for part in (kind, wording.meeting_topic) if part)
    date = format_date(words, wording.meeting_date)
    said = [words("drafts.history.meeting", meeting=meeting, date=date) if date else meeting]
    if wording.point_number:
        said.append(words("drafts.history.point", number=wording.point_number))
    if wording.raised_by:
        said.append(words("drafts.history.raised_by", name=wording.raised_by))
    return " · ".join(said)

"""What a draft's passport says: what changed, at whose request, what is still open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from db.draft_content import edition_of, frozen_entries, frozen_text, frozen_texts
from db.following import InputLine
from db.memory import Wording
from db.passages import changed_passages, shorten
from db.passport import DraftPassport, PassportChange
from db.records import Draft
from exports.formats import format_date
from exports.frozen_minutes import fingerprint
from resources.draft_words import field_label, finding_words, part_label
from resources.words import Words

MOST_CHANGES = 10
_MOST_INPUTS = 8
_MOST_OVERRULED = 10
_MOST_REASON = 400
_MOST_LETTERS = 200
_MOST_OF_INPUT = 140
_MOST_SOURCES = 4
_COLUMNS = ("part", "before", "after", "request")


@dataclass(frozen=True)
class Fact:
    """A label with what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True)
class ChangeRow:
    """A field that changed: only what is other of its texts, and who asked for it."""

    part: str
    before: str
    after: str
    request: str


@dataclass(frozen=True)
class Section:
    """A heading with lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PassportContent:
    """Everything that a passport prints; what does not fit two pages is counted."""

    letterhead: str
    title: str
    commitment: str
    plan: str
    facts: tuple[Fact, ...]
    changes: str
    columns: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    more: str
    sections: tuple[Section, ...]
    foot: str
    logo: str = ""


def passport_content(
    passport: DraftPassport, language: str, most: int = MOST_CHANGES
) -> PassportContent:
    """Return the passport of a draft, in a language; changes beyond `most` are counted."""
    words = Words(language)
    label = words.table("drafts.passport")
    dossier, draft = passport.dossier, passport.draft
    number, title = dossier.commitment.number, dossier.commitment.title
    rows = tuple(_row(group, words, dossier.form) for group in _grouped(passport.changes))
    left = len(rows) - most
    first = passport.before is None
    columns = [name for name in _COLUMNS if name != "before" or not first]
    plan = dossier.plan.title or dossier.plan.short_title
    level = _level(words, draft)
    short = words("papers.commitment.foot", number=number) if number is not None else title
    return PassportContent(
        letterhead=dossier.plan.organiser.upper(),
        title=f"{label['title']} – {level}",
        commitment=title if number is None else f"{number}. {title}",
        plan=plan,
        facts=tuple(_facts(passport, words)),
        changes=label["holds" if first else "changes"],
        columns=tuple(label[name] for name in columns),
        rows=rows[:most],
        more=_more(left, words) if rows else label["nothing"],
        sections=tuple(section for section in _sections(passport, words) if section.lines),
        foot=" · ".join(part for part in (label["foot"], level, short) if part),
        logo=dossier.plan.paper.logo,
    )


def _facts(passport: DraftPassport, words: Words) -> Iterator[Fact]:
    label, draft = words.table("drafts.passport"), passport.draft
    date, name = format_date(draft.made_on, words.language), frozen_text(draft, "frozen_by")
    made = words("drafts.passport.made", date=date, name=name) if name else date
    yield Fact(label["made_on"], made)
    if authors := frozen_texts(draft, "authors"):
        yield Fact(label["authors"], "; ".join(authors))
    before = passport.before
    compared = label["first"]
    if before is not None:
        when = format_date(before.made_on, words.language)
        compared = words("drafts.compare.dated", level=_level(words, before), date=when)
    yield Fact(label["compared"], compared)
    yield Fact(label["fingerprint"], fingerprint(draft.sha256))


def _level(words: Words, draft: Draft) -> str:
    level = words(f"drafts.levels.{draft.level or 'now'}")
    edition = edition_of(draft)
    return level if edition == 1 else words("drafts.passport.edition", level=level, n=edition)


def _more(left: int, words: Words) -> str:
    return words("drafts.passport.more", n=left) if left > 0 else ""


def _grouped(changes: Sequence[PassportChange]) -> Iterator[list[PassportChange]]:
    """Give each change alone, but all of a milestone together that is new or gone."""
    for _, found in groupby(changes, lambda change: (change.pair.kind, change.pair.record_id)):
        group = list(found)
        whole = any(all(pair is None for pair in side) for side in _sides(group))
        yield from [group] if whole else ([change] for change in group)


def _sides(group: Sequence[PassportChange]) -> tuple[list[object], list[object]]:
    return [one.pair.before for one in group], [one.pair.after for one in group]


def _row(group: Sequence[PassportChange], words: Words, form: str) -> ChangeRow:
    texts = [c.pair.texts(lambda field, code: _say(words, field, code)) for c in group]
    before, after = ("\n".join(filter(None, side)) for side in zip(*texts, strict=True))
    before, after = changed_passages(before, after, _MOST_LETTERS)
    sources = [source for change in group for source in change.sources]
    return ChangeRow(
        _part(group, words, form), before, after or _gone(group, words), _request(sources, words)
    )


def _gone(group: Sequence[PassportChange], words: Words) -> str:
    """Say that nothing stands there any more: an empty cell could be a mistake."""
    deleted = all(change.pair.after is None for change in group)
    return words(f"drafts.passport.{'deleted' if deleted else 'emptied'}")


def _part(group: Sequence[PassportChange], words: Words, form: str) -> str:
    pair = group[0].pair
    whole = len(group) > 1 and pair.kind != "commitments"
    return part_label(words, pair.kind, "" if whole else pair.field, pair.number, form)


def _say(words: Words, field: str, code: str) -> str:
    if field in ("start", "end"):
        year, _, month = code.partition("-")
        return f"{words(f'common.months.{month}')} {year}"
    tables = {"values": "papers.values", "matrix_head": "documents.matrix_head"}
    return words.table(tables.get(field, "canvas.sides")).get(code, code)


def _request(sources: Sequence[Wording], words: Words) -> str:
    said = dict.fromkeys(_source(source, words) for source in sources)
    named = [text for text in said if text]
    return "\n".join(named[-_MOST_SOURCES:]) or words("drafts.passport.no_request")


def _source(source: Wording, words: Words) -> str:
    """Say which organisation, meeting and point something came out of, else who wrote it."""
    if not source.meeting_id:
        return source.author
    kind = words.table("papers.meeting_names").get(source.meeting_kind, source.meeting_topic)
    meeting = " ".join(part for part in (kind, format_date(source.meeting_date, words.language))
                       if part)  # fmt: skip
    number = source.point_number
    point = words("drafts.history.point", number=number) if number else ""
    return ", ".join(part for part in (source.raised_by, meeting, point) if part)


def _sections(passport: DraftPassport, words: Words) -> Iterator[Section]:
    label, draft = words.table("drafts.passport"), passport.draft
    for state, heading in (("disputed", "reservations"), ("waiting", "waiting")):
        said = [one for one in frozen_entries(draft, "agreements") if one.get("state") == state]
        noted = tuple(_reservation(one, words, passport.dossier.form) for one in said)
        yield Section(label[heading], noted)
    yield Section(label["overruled"], tuple(_all_overruled(draft, words, passport.dossier.form)))
    yield Section(label["unanswered"], tuple(_inputs(passport.unanswered, words)))


def _reservation(said: dict[str, str], words: Words, form: str) -> str:
    field = field_label(words, said.get("canvas_field", ""), form)
    note, name = said.get("note", ""), said.get("organisation", "")
    text = words("drafts.passport.reservation", field=field, note=note) if note else field
    return words("drafts.passport.by", text=text, name=name) if name else text


def _all_overruled(draft: Draft, words: Words, form: str) -> Iterator[str]:
    """Say what was overruled, and why; inputs are counted, some may be private."""
    found = frozen_entries(draft, "overruled")
    inputs = sum(one.get("kind") == "points" for one in found)
    others = [one for one in found if one.get("kind") != "points"]
    yield from (_overruled(one, words, form) for one in others[:_MOST_OVERRULED])
    if left := len(others[_MOST_OVERRULED:]):
        yield words("drafts.passport.more_overruled", n=left)
    if inputs:
        yield words("drafts.passport.inputs", n=inputs)
    if reason := frozen_text(draft, "reason"):
        yield words("drafts.passport.reason", reason=shorten(reason, _MOST_REASON))


def _overruled(found: dict[str, str], words: Words, form: str) -> str:
    given = (found.get(name, "") for name in ("key", "kind", "field", "number", "text"))
    key, *place = given
    try:
        return finding_words(words, key, *place, form=form)
    except KeyError:  # what a later program asks for
        return found.get("text", "") or key


def _inputs(lines: Sequence[InputLine], words: Words) -> Iterator[str]:
    if not lines:
        yield words("drafts.passport.all_answered")
    for line in lines[:_MOST_INPUTS]:
        text = shorten(line.text, _MOST_OF_INPUT)
        who = ", ".join(
            part
            for part in (
                line.raised_by,
                format_date(line.meeting_date, words.language),
                words("drafts.history.point", number=line.point_number),
            )
            if part
        )
        yield words("drafts.passport.by", text=text, name=who)
    left = len(lines) - _MOST_INPUTS
    if left > 0:
        yield words("drafts.passport.more_inputs", n=left)

"""What is said of a section's latest changes: when, how many words, in which meeting, by whom."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from db.changes import FieldPlace
from db.comparing import value_text
from db.differences import count_words, word_differences
from db.section_past import Freezing, RecentChange
from desktop.controllers.draft_words import say_code
from resources.draft_words import part_label
from resources.meeting_names import kind_name
from resources.words import Words
from ui.canvas.compare import said_counts
from ui.common.dates import format_short_date, format_time
from ui.common.rows import Row


def past_rows(
    words: Words,
    entries: Iterable[RecentChange | Freezing],
    today: str,
    places: Sequence[FieldPlace],
) -> list[Row]:
    """Return the rows that tell the past of these places on this ISO date.

    With several places each row says which one it is about, as their order numbers them.
    """
    records = dict.fromkeys(record_id for _, record_id, _ in places)
    numbers = {record_id: number for number, record_id in enumerate(records, 1)}
    known = numbers if len(places) > 1 else {}
    return [
        _frozen(words, one) if isinstance(one, Freezing) else _changed(words, one, today, known)
        for one in entries
    ]


def _frozen(words: Words, one: Freezing) -> Row:
    level = words(f"drafts.levels.{one.level or 'now'}")
    meeting = _meeting(words, one.meeting_kind, one.meeting_date)
    note = meeting or format_short_date(words, one.made_on)
    return Row(one.draft_id, words("canvas.past.frozen", level=level), note)


def _changed(words: Words, one: RecentChange, today: str, numbers: Mapping[str, int]) -> Row:
    wording, say = one.wording, partial(say_code, words)
    before = value_text(one.field, one.before, say) if one.before is not None else ""
    spans = word_differences(before, value_text(one.field, wording.value, say))
    counted = said_counts(words, *count_words(spans))
    when = _when(words, wording.at, wording.dated, today)
    title = words("canvas.past.change" if counted else "canvas.past.same", when=when,
                  counted=counted)  # fmt: skip
    number = numbers.get(one.record_id, "")
    label = part_label(words, one.kind, one.field, number) if numbers else ""
    meeting = _meeting(words, wording.meeting_kind, wording.meeting_date)
    nobody = words("drafts.history.by_whom") if wording.dated else ""
    point = wording.point_number
    from_point = words("follow_ups.origin.point", number=point) if point else ""
    said = (label, meeting, from_point, wording.author or nobody)
    note = " · ".join(part for part in said if part)
    return Row(wording.id, title, note)


def _when(words: Words, at: str, dated: bool, today: str) -> str:
    """Return the time of what was written today, else the day."""
    if not dated:
        return words("canvas.past.unknown_time")
    moment = dt.datetime.fromisoformat(at).astimezone()
    day = moment.date().isoformat()
    return (
        format_time(words, moment.strftime("%H:%M"))
        if day == today
        else format_short_date(words, day)
    )


def _meeting(words: Words, kind: str, date: str) -> str:
    return " ".join(
        part for part in (kind_name(words, kind), format_short_date(words, date)) if part
    )

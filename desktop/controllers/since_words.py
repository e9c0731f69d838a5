"""Since when a canvas is compared, and out of what its changes came, in words."""

from collections.abc import Sequence

from db.since import Since, Source
from resources.words import Words
from ui.canvas.since import SinceView
from ui.common.dates import format_short_date

# More places than these make no line that anybody reads.
_MOST = 2


def since_view(words: Words, since: Since, year: int) -> SinceView:
    """Return what a canvas says of an earlier state; `year` is the one that needs no telling."""
    label = words("since.meeting")
    if since.level:
        label = words("since.draft", level=words(f"drafts.levels.{since.level}"))
    origins = {
        part: words("since.from", places=_places(words, sources, year))
        for part, sources in since.sources.items()
        if sources
    }
    return SinceView(label, since.before, origins)


def _places(words: Words, sources: Sequence[Source], year: int) -> str:
    """Word meetings with their points, the latest first."""
    meetings = dict.fromkeys((one.meeting_date, one.meeting_id) for one in sources)
    said = [
        _meeting(words, date, [one.point_number for one in sources if one.meeting_id == key], year)
        for date, key in sorted(meetings, reverse=True)
    ]
    rest = len(said) - _MOST
    if rest > 0:
        return words("since.more", first=said[0], last=said[1], n=rest)
    return _listed(words, said)


def _meeting(words: Words, date: str, numbers: Sequence[str], year: int) -> str:
    day = format_short_date(words, date) if date else words("since.undated")
    day = day.removesuffix(f" {year:04}")
    known = [number for number in numbers if number]
    if not known:
        return words("since.of_meeting", date=day)
    key = "since.points" if len(known) > 1 else "since.point"
    return words(key, numbers=_listed(words, known), date=day)


def _listed(words: Words, items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return words("since.and", first=", ".join(items[:-1]), last=items[-1])

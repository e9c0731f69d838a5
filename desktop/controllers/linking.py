"""Which changes of a canvas followed from an input: what is offered, and what is noted."""

from collections.abc import Iterable

from db.canvas_changes import AnsweredInput, CanvasChange
from db.history import FIRST_INSTANT
from db.queries.canvas_changes import linkable_changes
from db.queries.records import list_by_id
from db.records import Meeting, Point
from desktop.store import Store
from resources.meeting_names import kind_name
from resources.words import Words
from ui.common.dates import format_short_date
from ui.responses import wording
from ui.responses.links import LinkOffer


def link_offers(
    words: Words, store: Store, answer: AnsweredInput, most: int
) -> tuple[LinkOffer, ...]:
    """Return what is linked to an input, and so many changes that may have followed from it.

    Those of the part that it is about come first, the latest before the others.
    """
    held = {one for change in answer.changes for one in change.revisions}
    others = [
        change
        for change in store.read(linkable_changes, answer.id)
        if not held.issuperset(change.revisions)
    ][:most]
    every = (*answer.changes, *others)
    meetings = store.read(list_by_id, Meeting, (c.meeting_id for c in every if c.meeting_id))
    return tuple(
        _offer(words, change, meetings, linked=place < len(answer.changes))
        for place, change in enumerate(every)
    )


def note_link(store: Store, point_id: str, revisions: Iterable[str], linked: bool) -> None:
    """Note that changes followed from an input, or that they didn't after all."""
    found = store.read(list_by_id, Point, [point_id]).get(point_id)
    kept = list(found.changes) if found else []
    revisions = tuple(revisions)
    if linked:
        kept += [one for one in revisions if one not in kept]
    else:
        kept = [one for one in kept if one not in revisions]
    # What a full disk does not take now is kept and stored later.
    store.edit("points", point_id, "changes", kept)
    store.leave("points", point_id, "changes")


def _offer(
    words: Words, change: CanvasChange, meetings: dict[str, Meeting], linked: bool
) -> LinkOffer:
    text = f"{wording.change_place(words, change)}: {wording.change_gist(words, change)}"
    meeting = meetings.get(change.meeting_id or "")
    kind = kind_name(words, meeting.kind) if meeting else ""
    day = format_short_date(words, meeting.date if meeting else change.at[:10])
    when = words("drafts.history.unknown_time") if change.at == FIRST_INSTANT else day
    note = " · ".join(part for part in (kind, when, change.author) if part)
    return LinkOffer(change.revisions, text, note, linked)

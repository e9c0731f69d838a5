"""From records to what a room may see of them: nothing private, no contacts, no names unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from resources.words import Words
from ui.canvas.agreement import STATE_KINDS, field_state
from ui.canvas.sections import CanvasSection
from ui.projector.fitting import changed_places
from ui.projector.matter import Matter
from ui.projector.minutes import (
    CARDS,
    attendance_page,
    latest_points,
    meeting_facts,
    meeting_name,
    points_page,
)
from ui.projector.page import Passage, RoomPage
from ui.projector.sections import earlier_text, section_text, shown_sections

if TYPE_CHECKING:
    from db.records import Agreement

SUBJECTS = ("follow", "canvas", "points", "decisions", "attendance")
"""What a room can be shown: the part that is written in, all of a canvas, or the meeting's."""
_DOT = " · "


def build_page(
    words: Words, subject: str, matter: Matter, section_key: str = "", caret: int = -1
) -> RoomPage:
    """Return the page for a subject; what there is nothing of is said in words."""
    if subject in ("points", "decisions"):
        return points_page(words, matter, subject)
    if subject == "attendance":
        return attendance_page(words, matter)
    if matter.commitment is None:
        return RoomPage(words("projector.nothing"), facts=meeting_facts(words, matter))
    sections = shown_sections(words, matter.commitment)
    place = next((i for i, s in enumerate(sections) if section_key in (s.key, s.field)), None)
    if subject == "canvas":
        passages = tuple(_passage(words, one, matter) for one in sections)
        return _canvas_page(words, matter, passages, current=place or 0, caret=caret)
    section = sections[_first(sections, matter) if place is None else place]
    passage = _passage(words, section, matter)
    said = list(_said(words, matter, section))[:1]
    cards = (*said, *latest_points(words, matter, CARDS - len(said)))
    page = _canvas_page(words, matter, (passage,), cards=cards, caret=caret)
    page = replace(page, name=section.name, section=section.field)
    return page if section.kind != "text" else _writable(page, matter, section)


def _first(sections: Sequence[CanvasSection], matter: Matter) -> int:
    """Return the section to begin with: the first text of the canvas."""
    return next((i for i, one in enumerate(sections) if one.kind == "text"), 0)


def _passage(words: Words, section: CanvasSection, matter: Matter) -> Passage:
    assert matter.commitment is not None
    text = section_text(words, section, matter.commitment)
    added, gone = changed_places(earlier_text(words, section, matter), text)
    gone = gone if matter.removals else ()
    text = text or ("" if gone else words("projector.empty"))
    state = field_state(matter.agreements, section.field)
    if not state:
        return Passage(section.label, text, added, gone)
    sign = words(f"projector.stances.{state}")
    names = [one.organisation for one in _held(matter, section, state) if one.organisation]
    sign = f"{sign} ({', '.join(names)})" if matter.names and names else sign
    return Passage(section.label, text, added, gone, sign, STATE_KINDS[state])


def _held(matter: Matter, section: CanvasSection, state: str) -> list[Agreement]:
    """Return who holds a section for disputed, waits with it or agrees."""
    every = matter.agreements
    return [one for one in every if (one.canvas_field, one.state) == (section.field, state)]


def _said(words: Words, matter: Matter, section: CanvasSection) -> Iterator[Passage]:
    """Give what is said against a section, or waited for, when its names may be named."""
    state = field_state(matter.agreements, section.field)
    for one in _held(matter, section, state) if matter.names and state != "agreed" else ():
        if one.note.strip():
            caption = _DOT.join(
                x for x in (words(f"projector.stances.{state}"), one.organisation) if x
            )
            yield Passage(caption, one.note.strip())


def _writable(page: RoomPage, matter: Matter, section: CanvasSection) -> RoomPage:
    assert matter.commitment is not None
    text = str(dict(matter.commitment.commitment).get(section.field, ""))
    passage = replace(page.passages[0], text=text)
    return replace(page, passages=(passage,), field=section.field)


def _canvas_page(
    words: Words,
    matter: Matter,
    passages: tuple[Passage, ...],
    cards: tuple[Passage, ...] = (),
    current: int = 0,
    caret: int = -1,
) -> RoomPage:
    assert matter.commitment is not None
    commitment = matter.commitment.commitment
    title = " ".join(commitment.title.split()) or words("projector.untitled")
    number = f"{commitment.number}. " if commitment.number is not None else ""
    draft = words(f"canvas.drafts.{matter.draft}") if matter.draft else ""
    note = _DOT.join(part for part in (draft, meeting_name(words, matter)) if part)
    facts = meeting_facts(words, matter)
    page = RoomPage(f"{number}{title}", note, "", passages, cards, facts, current, caret)
    return replace(page, record_id=commitment.id)

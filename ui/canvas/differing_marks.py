"""Marks on the cards of a canvas whose fields were written differently."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from resources.words import Words
from ui.canvas.cards import CanvasCards
from ui.canvas.places import has_parts, own_fields, parts_of
from ui.canvas.section_card import SectionCard
from ui.canvas.sections import CanvasSection
from ui.differing.mark import DifferingMark

if TYPE_CHECKING:
    from db.changes import FieldPlace
    from db.snapshot import CommitmentDossier

# What stands with the title, or nowhere else on the canvas.
_ELSEWHERE = ("targets", "agreements", "confirmations")


def show_marks(
    words: Words,
    cards: CanvasCards,
    dossier: CommitmentDossier,
    places: Collection[FieldPlace],
    open_question: Callable[[str], object],
) -> None:
    """Mark the cards that show one of these places, and take the other marks away.

    `open_question` is told a record's id and field as `id/field`.
    """
    left = [place for place in places if place[0] not in _ELSEWHERE]
    titled = next((c for c in cards.cards.values() if c.section.kind == "title"), None)
    for card in cards.cards.values():
        found = [place for place in left if _shows(card.section, dossier, place)]
        if card is not titled:
            left = [place for place in left if place not in found]
            _mark(words, card, found, open_question)
    if titled is not None:
        own = [place for place in left if place[1] == dossier.commitment.id]
        _mark(words, titled, own, open_question)


def _shows(section: CanvasSection, dossier: CommitmentDossier, place: FieldPlace) -> bool:
    kind, record_id, field = place
    if has_parts(section):
        shown = [one.id for one in parts_of(section, dossier)]
        return kind == section.kind and record_id in shown
    own = (kind, record_id) == ("commitments", dossier.commitment.id)
    return own and field in own_fields(section)


def _mark(
    words: Words, card: SectionCard, found: list[FieldPlace], open_question: Callable[[str], object]
) -> None:
    mark = card.findChild(DifferingMark)
    if mark is None and found:
        mark = DifferingMark(words, open_question)
        card.head.insertWidget(card.head.count() - 1, mark)
        mark.show()
    if mark is not None and found:
        mark.lead_to(found[0], card.section.name)
    if mark is not None and not found:
        if card.window().focusWidget() is mark:
            card.focus_start()
        # Gone, not hidden: Tab would else remember it.
        card.head.removeWidget(mark)
        mark.hide()
        mark.setParent(None)
        mark.deleteLater()

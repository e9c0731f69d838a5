"""What the minutes would say of a change of the canvas that was made while they met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.passages import changed_passages, shorten
from resources.canvas_words import place_words, value_words
from resources.words import Words

if TYPE_CHECKING:
    from db.canvas_changes import CanvasChange, Proposal

_MOST = 240
_TWICE = (".”.", "!”.", "?”.", "…”.")


def proposal_text(words: Words, proposal: Proposal) -> str:
    """Return the point: Disepakati: … diubah dari “…” menjadi “…”."""
    number = proposal.changes[0].commitment_number
    key = "this_commitment" if number is None else "commitment"
    commitment = words(f"canvas_changes.{key}", number=number)
    said = [_parts(words, change) for change in proposal.changes]
    if len(said) == 1:
        key, values = said[0]
        return _ended(words(f"canvas_changes.agreed.{key}", commitment=commitment, **values))
    changes = "; ".join(words(f"canvas_changes.parts.{key}", **values) for key, values in said)
    return _ended(words("canvas_changes.agreed.several", commitment=commitment, changes=changes))


def _ended(sentence: str) -> str:
    """Return a sentence without a second full stop behind a text that ends in its own."""
    return sentence.removesuffix(".") if sentence.endswith(_TWICE) else sentence


def _parts(words: Words, change: CanvasChange) -> tuple[str, dict[str, str]]:
    """Return how a change is said, and the words that go into it."""
    place = place_words(words, change.kind, change.field, change.place)
    if change.field == "deleted":
        return "removed", {"place": place, "before": shorten(change.name, _MOST)}
    stood, stands = (value_words(words, change.field, text) for text in change.texts)
    before, after = (shorten(text, _MOST) for text in changed_passages(stood, stands, _MOST))
    key = "filled" if not before else "changed" if after else "emptied"
    return key, {"place": place, "before": before, "after": after}

"""A change of the canvas as it is offered to be linked to an input."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkOffer:
    """A change of the canvas that may have followed from an input.

    Attributes:
        revisions: what it is made of.
        text: what was changed, in words.
        note: when, where and by whom.
        linked: whether it is known to have followed.
    """

    revisions: tuple[str, ...]
    text: str
    note: str
    linked: bool = False

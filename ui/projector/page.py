"""What a room is shown, in one piece: words only, nothing of where they come from."""

from dataclasses import dataclass
from typing import Literal

from ui.common.chip import Kind

Span = tuple[int, int]
Manner = Literal["text", "section", "canvas", "page"]
"""A text to be written in, a section of fields, a whole canvas, something of the meeting's."""


@dataclass(frozen=True)
class Passage:
    """A text under its caption.

    Attributes:
        added: where in the text stands what came in since the meeting began.
        sign, kind: how it stands, in a word and its colour; "" for nothing.
        gone: what went since then and shall be seen: its place in the text, and the words.
    """

    caption: str
    text: str
    added: tuple[Span, ...] = ()
    gone: tuple[tuple[int, str], ...] = ()
    sign: str = ""
    kind: Kind = "neutral"


@dataclass(frozen=True)
class RoomPage:
    """What stands on the projector.

    Attributes:
        title, note: the head.
        name: what is shown, in few words for the desk.
        passages: the page's own text; a single one is written in large letters.
        cards: what was said about it lately, where there is room.
        facts: numbers at the foot.
        current: the passage that has to be in view, and `caret` the place in it (-1: its start).
        section: the field of the section that is shown, "" for none or several.
        record_id: the commitment that is shown, "" for what is a meeting's.
        field: its text that can be written in, "" for none.
    """

    title: str
    note: str = ""
    name: str = ""
    passages: tuple[Passage, ...] = ()
    cards: tuple[Passage, ...] = ()
    facts: tuple[str, ...] = ()
    current: int = 0
    caret: int = -1
    section: str = ""
    record_id: str = ""
    field: str = ""

    @property
    def manner(self) -> Manner:
        """How it can be written in, or what it is instead."""
        if self.field:
            return "text"
        if not self.record_id:
            return "page"
        return "section" if self.section else "canvas"

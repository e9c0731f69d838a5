"""A section of the canvas that is no text, in the letters of the room: to be written in."""

from PySide6.QtCore import Qt, Signal

from resources.words import Words
from ui.canvas.cards import CanvasCards
from ui.canvas.sections import CanvasSection
from ui.common.keys import add_key
from ui.common.letters import px
from ui.common.theme import current_theme, enlarge
from ui.projector.page import RoomPage


class RoomFields(CanvasCards):
    """Shows the canvas's own card of one section, so large that the room can follow.

    Attributes:
        commitment_id: whose section it is.

    Signals:
        left(): Escape was pressed.
    """

    left = Signal()

    def __init__(self, words: Words, section: CanvasSection, commitment_id: str) -> None:
        super().__init__(words)
        self.commitment_id, self._field = commitment_id, section.field
        self.build((section,))
        (self._card,) = self.cards.values()
        self._card.hide_actions()
        self._letters = 0
        add_key(self, Qt.Key.Key_Escape, self.left.emit)

    def is_of(self, page: RoomPage) -> bool:
        """Tell whether a page is this section's."""
        return (page.record_id, page.section) == (self.commitment_id, self._field)

    def set_letters(self, size: int) -> None:
        """Write in letters of so many pixels; to be said again in another theme."""
        self._letters = size
        enlarge(self, size / px(current_theme().sizes["font"]))

    def letters(self) -> int:
        """Return how large the letters are, in pixels."""
        return self._letters

    def focus_start(self) -> None:
        """Begin to write in its first field."""
        self._card.focus_start()

"""A section of the canvas that is no text, in the letters of the room: to be written in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from resources.words import Words
from ui.canvas.cards import CanvasCards
from ui.canvas.sections import CanvasSection
from ui.common.letters import px
from ui.common.theme import current_theme, enlarge
from ui.projector.page import RoomPage

_HELD_MS = 60


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
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self.field_edited.connect(self._follow_soon)
        for rows in self._rows.values():
            rows.fields_changed.connect(self._follow_soon)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_soon)

    def is_of(self, page: RoomPage) -> bool:
        """Tell whether a page is this section's."""
        return (page.record_id, page.section) == (self.commitment_id, self._field)

    def set_letters(self, size: int) -> None:
        """Write in letters of so many pixels; to be said again in another theme."""
        self._letters = size
        enlarge(self, size / px(current_theme().sizes["font"]))
        self._soon.start()

    def letters(self) -> int:
        """Return how large the letters are, in pixels."""
        return self._letters

    def focus_start(self) -> None:
        """Begin to write in its first field."""
        self._card.focus_start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not as a shortcut, which would come before the list of names that Escape is to close.
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _follow_soon(self) -> None:
        # What unfolds under the focus, or grows with a letter, is laid out only after it.
        self._soon.start()

    def _follow(self) -> None:
        """Keep what is written in in view, with all of the row that it belongs to."""
        if QApplication.mouseButtons():
            # Scrolled under a button that is held, it would be a selection that was dragged.
            QTimer.singleShot(_HELD_MS, self, self._follow)
            return
        focused = QApplication.focusWidget()
        if focused is None or not self.widget().isAncestorOf(focused):
            return
        part = self.row_of(focused) or focused
        if part.height() <= self.viewport().height():
            self.reveal(part)
        self._follow_caret()

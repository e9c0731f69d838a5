"""What will be printed, as it will be printed; or what was received, where that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.card import Card
from ui.common.chip import Chip, Kind
from ui.common.empty_state import EmptyState
from ui.common.labels import Line, PlainLabel
from ui.common.letters import px
from ui.common.pages import PagesView
from ui.documents.options import DocumentOptions
from ui.documents.received import ReceivedList

_NARROW = 560


class PreviewCard(Card):
    """Shows a document's pages, a sentence where there are none, or the files that came in.

    Attributes:
        options: how it is printed; pages: the pages themselves; received: the files.
        standing: how the minutes that are shown stand.
        note: what a person should know about the pages; text: what is said instead of them.

    Signals:
        finalisation_requested(): the minutes that are shown shall become final.
    """

    finalisation_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("documents_screen.preview"), keys="Alt+3", padded=False)
        self._words = words
        self.standing = Chip()
        self._finalise = GhostButton("", "lock")
        self._finalise.clicked.connect(lambda _=False: self.finalisation_requested.emit())
        self.options = DocumentOptions(words, self)
        self.pages = PagesView(words)
        self.note = PlainLabel("", "problem")
        self.text = PlainLabel("", "muted")
        self.received = ReceivedList(words)
        self._nothing = EmptyState(
            "file-text",
            words("documents_screen.nothing.title"),
            words("documents_screen.nothing.text"),
        )
        self._panes = QStackedWidget()
        self._arrange()
        self.show_standing("")

    def show_title(self, kind: str) -> None:
        """Say what is shown of a kind of document, before it is there."""
        name = "received.title" if kind == "received" else "preview"
        self.set_title(self._words(f"documents_screen.{name}"))
        self.set_badge("")

    def show_kind(self, kind: str, some: bool) -> None:
        """Show nothing yet of a kind of document; `some`: there is something to be shown."""
        self.options.show_kind(kind)
        if kind != "minutes" or not some:
            self.show_standing("")
        self._panes.setCurrentWidget(self.received if kind == "received" else self._nothing)

    def show_standing(self, text: str, kind: Kind = "neutral", finalise: str = "") -> None:
        """Say how the minutes that are shown stand; `finalise` words the button, "" for none."""
        self.standing.show_chip(text, kind)
        self._finalise.setText(finalise)
        self._finalise.setVisible(bool(finalise))

    def show_pages(self, sizes: Sequence[tuple[float, float]], note: str = "") -> None:
        """Show a document's pages; `note` says what a person should know about it."""
        self.pages.show_pages(sizes)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.set_badge(self._words("documents_screen.pages", n=len(sizes)))
        self._panes.setCurrentWidget(self._noted_pages)

    def show_image(self, index: int, image: QImage) -> None:
        """Show a page's picture."""
        self.pages.show_image(index, image)

    def show_text(self, text: str) -> None:
        """Say in words what has no pages: a session file's content, or that it is on its way."""
        self.text.setText(text)
        self.set_badge("")
        self._panes.setCurrentWidget(self.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._finalise.set_compact(self.width() < px(_NARROW))

    def _arrange(self) -> None:
        self.add_head_widget(self.standing)
        self.add_head_widget(self._finalise)
        self.note.setContentsMargins(13, 8, 13, 8)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._noted_pages = QWidget()
        column = QVBoxLayout(self._noted_pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.pages, 1)
        for pane in (self._nothing, self._noted_pages, self.text, self.received):
            self._panes.addWidget(pane)
        self.body.setSpacing(0)
        self.body.addWidget(self.options)
        self.body.addWidget(Line())
        self.body.addWidget(self._panes, 1)

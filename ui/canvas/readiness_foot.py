"""How complete the next draft is: a bar that opens the list of what is missing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout

from resources.words import Words
from ui.canvas.readiness import Readiness
from ui.common.labels import PlainLabel


class ReadinessFoot(QPushButton):
    """Says which draft comes next and how much of it is there; a click or Enter says the rest."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("cardFoot")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = words
        self._title = PlainLabel("", "small", wraps=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._share = PlainLabel("", "small", wraps=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 9, 13, 11)
        column.setSpacing(5)
        for part in (self._title, self.bar, self._share):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)

    def show_readiness(self, found: Readiness) -> None:
        """Show how far the commitment is."""
        words, missing = self._words, len(found.findings)
        level = words(f"drafts.levels.{found.level}")
        title = words("canvas.rail.final" if found.done else "canvas.rail.complete", level=level)
        rest = words("canvas.rail.missing", n=missing) if missing else words("canvas.rail.met")
        share = f"{words('canvas.rail.share', share=found.share)} · {rest}"
        self._title.setText(title)
        self.bar.setValue(found.share)
        self.bar.setAccessibleName(title)
        self._share.setText(share)
        self.setAccessibleName(f"{title}: {share}")
        self.setToolTip(words("canvas.rail.findings"))

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own buttons take Enter in dialogs only.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

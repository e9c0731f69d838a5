"""The sign that says truthfully whether everything typed is stored."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import Words
from ui.common.icons import IconLabel
from ui.common.labels import ElidedLabel
from ui.common.look import announce, set_look


class SavedSign(QWidget):
    """Says saved, saving, or not saved and why; empty until something was said."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._said = ("", "")
        self._mark = IconLabel("circle-check", "success", 16)
        self._text = ElidedLabel("", "saved")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._text)
        self.hide()

    def show_saved(self, time: str = "") -> None:
        """Say that all is stored, since `time` as it shall be read ("14.03")."""
        words = self._words("common.saved.at", time=time) if time else ""
        self._say("saved", words or self._words("common.saved.saved"))

    def show_saving(self) -> None:
        """Say that something typed is on its way."""
        self._say("saving", self._words("common.saved.saving"))

    def show_not_saved(self, reason: str) -> None:
        """Say that something typed is only in the window, and why."""
        self._say("failed", self._words("common.saved.failed", reason=reason))

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def _say(self, state: str, text: str) -> None:
        if self._said == (state, text) and not self.isHidden():
            # It is said with every letter; drawing it anew is what a letter costs most.
            return
        self._said = (state, text)
        icons = {"saved": "circle-check", "saving": "save", "failed": "circle-alert"}
        colours = {"saved": "success", "saving": "muted", "failed": "danger"}
        self._mark.set_icon(icons[state], colours[state])
        set_look(self._text, "state", state)
        changed = text != self._text.text()
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.show()
        if changed and state != "saving":
            announce(self, text, urgent=state == "failed")

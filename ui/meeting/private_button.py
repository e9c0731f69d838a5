"""The button that closes a point, which then neither the public reads nor the room sees."""

from resources.words import Words
from ui.common.buttons import IconButton
from ui.meeting.point_commands import COMMANDS, tool_tip

PRIVATE_KEYS = COMMANDS["private"].keys[0]


class PrivateButton(IconButton):
    """Says whether a point is private, and what pressing it does."""

    def __init__(self, words: Words) -> None:
        super().__init__("", "lock-open")
        self._words = words
        self.show_private(False)

    def show_private(self, private: bool) -> None:
        """Show how a point is now."""
        self.ink = "warning" if private else "muted"
        self.set_icon("lock" if private else "lock-open")
        label = self._words(f"points.commands.{'public' if private else 'private'}")
        self.set_label(label)
        self.setToolTip(tool_tip(label, COMMANDS["private"]))

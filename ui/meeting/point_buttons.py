"""The buttons below a point that is edited: what can be done with it, as drawings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from resources.words import Words
from ui.common.buttons import IconButton
from ui.meeting.point_commands import BUTTONS, Command, tool_tip
from ui.meeting.point_rows import PointRow
from ui.meeting.private_button import PrivateButton


class PointButtons(QHBoxLayout):
    """A row of buttons, each with the key that does the same.

    Signals:
        command_requested(str): something shall be done with the point (point_commands).
        done(): the person has finished.
    """

    command_requested = Signal(str)
    done = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setSpacing(2)
        self._private = PrivateButton(words)
        self._buttons = {command.name: self._build(command) for command in BUTTONS}
        for button in self._buttons.values():
            self.addWidget(button)
        self.addStretch(1)
        done = IconButton(words("meetings.points.done"), "check")
        done.clicked.connect(lambda _=False: self.done.emit())
        self.addWidget(done)

    def show_row(self, row: PointRow, first: bool) -> None:
        """Offer what can be done with a point; `first`: no other stands above it."""
        self._buttons["indent"].setEnabled(row.depth == 0 and not first)
        self._buttons["outdent"].setEnabled(row.depth > 0)
        self._buttons["join"].setEnabled(not first)
        self._private.show_private(bool(row.private))

    def _build(self, command: Command) -> IconButton:
        if command.name == "private":
            button: IconButton = self._private
        else:
            label = self._words(command.words)
            button = IconButton(label, command.icon)
            button.setToolTip(tool_tip(label, command))
        button.clicked.connect(lambda _=False: self.command_requested.emit(command.name))
        return button

"""What can be chosen about what the room sees: which subject, how much of it, and where."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.room_in_window import RoomInWindow
from desktop.room_reading import RoomReading
from desktop.room_state import RoomState
from resources.words import Words
from ui.common.menu import Choice, open_menu
from ui.projector.content import SUBJECTS


class RoomMenu:
    """The projector's menu, and the keys that stand for its first choices in the room view.

    Args:
        show: shows what was chosen.
        switch: turns the second display on or off.
        turn: opens the view in the window, or leaves it.
    """

    def __init__(
        self,
        words: Words,
        state: RoomState,
        reading: RoomReading,
        room: RoomInWindow,
        show: Callable[[], object],
        switch: Callable[[], object],
        turn: Callable[[], object],
    ) -> None:
        self._words, self._state, self._reading, self._room = words, state, reading, room
        self._show, self._switch, self._turn = show, switch, turn
        room.subject_requested.connect(self._choose_numbered)

    def open(self, button: QWidget) -> None:
        """Offer what can be shown, and where: at a button, or at the foot of the room view."""
        view = self._room.view
        open_menu(button if view is None else view.foot.anchor(), self._choices())

    def choose(self, subject: str) -> None:
        """Show another subject; the whole canvas is that of the commitment in view now."""
        self._state.subject = subject
        self._state.pinned = self._reading.in_view() if subject == "canvas" else ""
        self._show()
        if self._room.view is not None:
            self._room.view.focus_start()

    def _choose_numbered(self, place: int) -> None:
        if place < len(SUBJECTS):
            self.choose(SUBJECTS[place])

    def _choices(self) -> list[Choice | None]:
        """Return the choices; in the room view with the keys that make them there."""
        words, state, in_window = self._words, self._state, self._room.view is not None
        choices: list[Choice | None] = []
        for place, subject in enumerate(SUBJECTS, 1):
            text = _ticked(words(f"projector.subjects.{subject}"), subject == state.subject)
            keys = f"\tAlt+{place}" if in_window else ""
            choices.append((f"{text}{keys}", partial(self.choose, subject)))
        choices += [
            None,
            (_ticked(words("projector.names"), state.names), self._turn_names),
            (_ticked(words("projector.removals"), state.removals), self._turn_removals),
            None,
        ]
        if in_window:
            return [*choices, (words("projector.back"), self._turn)]
        switch = words("projector.stop" if state.on else "projector.start")
        return [*choices, (switch, self._switch), (words("projector.in_window"), self._turn)]

    def _turn_names(self) -> None:
        """Name who objects, or no longer."""
        self._state.names = not self._state.names
        self._show()

    def _turn_removals(self) -> None:
        """Show what was taken away since the meeting began, or no longer."""
        self._state.removals = not self._state.removals
        self._show()


def _ticked(text: str, chosen: bool) -> str:
    return f"✓  {text}" if chosen else text

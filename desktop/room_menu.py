"""What the menu of the projector offers: what can be shown, how much of it, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desktop.room_state import RoomState
from resources.words import Words
from ui.common.menu import Choice
from ui.projector.content import SUBJECTS


@dataclass(frozen=True)
class RoomOffers:
    """What is done by a choice.

    Attributes:
        choose: shows another subject.
        name, remove: name objectors, show what was removed, or no longer.
        switch: turns the second display on or off.
        turn: opens the view in the window, or leaves it.
    """

    choose: Callable[[str], object]
    name: Callable[[bool], object]
    remove: Callable[[bool], object]
    switch: Callable[[], object]
    turn: Callable[[], object]


def room_choices(
    words: Words, state: RoomState, in_window: bool, offers: RoomOffers
) -> list[Choice | None]:
    """Return the choices; in the room view with the keys that make them there."""
    choices: list[Choice | None] = []
    for place, subject in enumerate(SUBJECTS, 1):
        text = _ticked(words(f"projector.subjects.{subject}"), subject == state.subject)
        keys = f"\tAlt+{place}" if in_window else ""
        choices.append((f"{text}{keys}", partial(offers.choose, subject)))
    names = _ticked(words("projector.names"), state.names)
    removals = _ticked(words("projector.removals"), state.removals)
    choices += [
        None,
        (names, partial(offers.name, not state.names)),
        (removals, partial(offers.remove, not state.removals)),
        None,
    ]
    if in_window:
        return [*choices, (words("projector.back"), offers.turn)]
    switch = words("projector.stop" if state.on else "projector.start")
    return [*choices, (switch, offers.switch), (words("projector.in_window"), offers.turn)]


def _ticked(text: str, chosen: bool) -> str:
    return f"✓  {text}" if chosen else text

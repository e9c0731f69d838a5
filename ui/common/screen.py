"""What every screen is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.common.chip import Kind
from ui.common.menu import Choice


def only_choices() -> None:
    """Do nothing: the `run` of an action that is all in its choices."""


@dataclass(frozen=True)
class ScreenAction:
    """A button in the window's header while the screen is shown.

    Attributes:
        key: its name, unique on the screen.
        label: what it does, in the person's language.
        run: called when it is used: a wish signal's `emit`, or a method.
        icon: a drawing of resources/icons, or "".
        shortcut: "Ctrl+E", or "".
        primary: whether it is what the screen is for; at most one.
        enabled: whether it can be used now.
        keys: a key that does the same already, to be shown; "" for none.
        choices: the menu below the button, None for a line between them; `run` is not called
            then. A key that does the same stands behind a tab.
    """

    key: str
    label: str
    run: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    primary: bool = False
    enabled: bool = True
    keys: str = ""
    choices: Sequence[Choice | None] = ()


class Screen(QWidget):
    """The base of all screens: a widget that shows snapshots and emits wishes.

    A screen gets its Words (and nothing of the database) in its constructor, shows what it
    is given through methods `show_<what>(snapshot)`, frozen snapshots of db.snapshot and
    db.records, and says what the person wants by signals `<wish>_requested(...)`. A controller
    in desktop/ connects the two: wish → db command → Change → db query → show. The screen
    never assumes that its wish was granted; it shows what comes back.

    It is built once for a language: on a switch the window makes new screens. Everything of
    the look comes from the theme; nothing is to be done when that changes.

    `column` is the screen's own layout; cards and splitters are added to it.

    Signals:
        title_changed: title, subtitle, actions or facts are other than before.
    """

    title_changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(12)

    def title(self) -> str:
        """Return what the header says."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """Return the header's second line; may be empty."""
        return ""

    def sign(self) -> tuple[str, Kind]:
        """Return how what is shown stands, as the chip beside the title; "" for none."""
        return "", "neutral"

    def header_actions(self) -> list[ScreenAction]:
        """Return the header's buttons, the main one last."""
        return []

    def facts(self) -> list[str]:
        """Return the status bar's short facts, for instance ["17 butir", "12 peserta"]."""
        return []

    def focus_start(self) -> None:
        """Put the focus where work begins; called when the screen is shown."""
        self.setFocus()

    def leave_page(self) -> None:
        """Answer an Escape that nothing in the window took, wherever the focus is."""

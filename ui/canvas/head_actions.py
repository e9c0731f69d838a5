"""What the window's head offers for commitments: for their list, the canvas, a comparison."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from resources.words import Words
from ui.canvas.view import compared_levels
from ui.common.menu import Choice
from ui.common.screen import ScreenAction, only_choices

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.canvas.screen import CommitmentsScreen


class HeadActions(QObject):
    """The buttons in the window's head, their menu, and the keys of all that is in it.

    What is chosen from the menu is wished when the menu has gone: a dialog that opens over it
    would not get the keys.
    """

    def __init__(self, words: Words, screen: CommitmentsScreen) -> None:
        super().__init__(screen)
        self._words = words
        self._screen = screen
        self._add_keys()

    def for_list(self) -> list[ScreenAction]:
        """Return what can be done while the list is shown."""
        new = self._screen.commitment_requested.emit
        label = self._words("canvas.new")
        return [ScreenAction("new", label, new, icon="plus", shortcut="Ctrl+N", primary=True)]

    def for_canvas(self) -> list[ScreenAction]:
        """Return what can be done with the commitment in view."""
        words, screen, view = self._words, self._screen, self._screen.canvas.view
        level = view.standing.next_level if view is not None else "1"
        freeze = words("drafts.freeze_level", level=words(f"drafts.levels.{level}"))
        room = screen.projector_requested.emit
        return [
            ScreenAction(
                "list", words("canvas.all"), screen.list_requested.emit, "chevron-left", "Alt+Left"
            ),
            ScreenAction(
                "more", words("canvas.more"), only_choices, "ellipsis", choices=self._more()
            ),
            *self._compare(),
            ScreenAction("projector", words("canvas.projector"), room, "projector", keys="F5"),
            ScreenAction("freeze", freeze, self._wish(screen.freeze_requested), primary=True),
        ]

    def for_comparison(self) -> list[ScreenAction]:
        """Return what can be done with the drafts that are compared."""
        words, screen = self._words, self._screen
        printing, passport = screen.printing_requested, screen.passport_requested
        return [
            ScreenAction(
                "canvas", words("drafts.compare.back"), screen.show_the_canvas,
                icon="chevron-left", shortcut="Alt+Left",
            ),
            ScreenAction(
                "print", words("drafts.print_action"), self._wish(printing), icon="file-down"
            ),
            ScreenAction(
                "passport", words("drafts.passport_action"), self._wish(passport),
                icon="printer", primary=True,
            ),
        ]  # fmt: skip

    def _compare(self) -> list[ScreenAction]:
        view = self._screen.canvas.view
        levels = compared_levels(view.standing.drafts) if view is not None else ()
        if not levels:
            return []
        first = self._words(f"drafts.levels.{levels[0]}")
        second = self._words(f"drafts.short_levels.{levels[1]}")
        label = self._words("drafts.compare_these", first=first, second=second)
        run = self._wish(self._screen.compare_requested)
        return [ScreenAction("compare", label, run, "arrow-left-right")]

    def _more(self) -> list[Choice | None]:
        words, screen = self._words, self._screen
        agreement = partial(screen.agreement_requested.emit, "")
        return [
            self._choice("canvas.new", screen.commitment_requested.emit, "Ctrl+N"),
            None,
            self._choice("canvas.matrix", self._wish(screen.matrix_requested), "Ctrl+M"),
            self._choice("canvas.export", self._wish(screen.export_requested), "Ctrl+E"),
            self._choice("drafts.print_action", self._wish(screen.printing_requested)),
            self._choice("drafts.passport_action", self._wish(screen.passport_requested)),
            None,
            self._choice("drafts.history_action", screen.history_requested.emit, "Ctrl+Shift+H"),
            self._choice("drafts.agreement_action", agreement, "Ctrl+Shift+K"),
            None,
            (words("canvas.remove"), self._wish(screen.removal_requested)),
        ]

    def _choice(self, key: str, run: Callable[[], object], keys: str = "") -> Choice:
        label = self._words(key)
        return f"{label}\t{keys}" if keys else label, partial(QTimer.singleShot, 0, self, run)

    def _wish(self, wish: SignalInstance) -> Callable[[], None]:
        return partial(self._screen.tell, wish)

    def _add_keys(self) -> None:
        screen = self._screen
        for keys, run in (
            ("Ctrl+N", screen.commitment_requested.emit),
            ("Ctrl+M", self._wish(screen.matrix_requested)),
            ("Ctrl+E", self._wish(screen.export_requested)),
            ("Ctrl+Shift+D", self._wish(screen.compare_requested)),
            ("Ctrl+Shift+F", self._wish(screen.freeze_requested)),
            ("Ctrl+Shift+H", screen.history_requested.emit),
            ("Ctrl+Shift+K", partial(screen.agreement_requested.emit, "")),
        ):
            # From the head of the window, too, but not while another page is in front.
            shortcut = QShortcut(QKeySequence(keys), screen.canvas)
            shortcut.activated.connect(run)

"""What all controllers share."""

from collections.abc import Collection, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from db.changes import UNFINISHED, Change
from desktop.parts import Parts
from ui.common.screen import Screen, ScreenAction

TYPED = ("edit_field", UNFINISHED)
"""The changes that a field made which shows them already."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


P = TypeVar("P", bound=_HasId)


class Controller(QObject):
    """Keeps one screen showing what the register holds.

    Subclasses build their screen, name the lists that they show in `kinds`, and fill the
    screen in `refresh`. A screen that is not in front, or covered by the room view, is only
    marked, and filled when it comes to the front.

    Attributes:
        key: the screen's name in the navigation.
        kinds: the lists whose changes concern the screen.
        places: the names of `Place` whose change concerns it.
        screen: the screen that it fills.
    """

    key: str = ""
    kinds: Collection[str] = ()
    places: Collection[str] = ()

    def __init__(self, parts: Parts, screen: Screen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.words = parts.words
        self.store = parts.store
        self.place = parts.place
        self.screen = screen
        self._stale = True
        parts.store.changed.connect(self._on_changed)
        parts.store.replaced.connect(self.invalidate)
        parts.place.moved.connect(self._on_moved)
        parts.window.uncovered.connect(self.bring_up_to_date)

    def refresh(self) -> None:
        """Read what the screen shows and show it."""
        raise NotImplementedError

    def show_echo(self, change: Change) -> None:
        """Take notice of a change that this controller's own screen made by typing.

        The field shows it already; override to bring derived things (counts) up to date.
        """

    def commands(self) -> list[ScreenAction]:
        """Return what can be begun here from any other screen, for the palette."""
        return []

    def plan_in_view(self, plans: Sequence[P]) -> P | None:
        """Return the plan in view of all plans, the first where none is; None without any."""
        wanted = self.place.record("plans")
        return next((plan for plan in plans if plan.id == wanted), plans[0] if plans else None)

    def invalidate(self) -> None:
        """Fill the screen again: now if it is in front, else when it comes there."""
        self._stale = True
        self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Fill the screen if something changed since and it is in front."""
        covered = self.parts.window.is_covered()
        if self._stale and self.place.screen == self.key and not covered:
            self._stale = False
            self.refresh()

    def show_kept(self) -> None:
        """Fill the screen again where it shows what the disk does not take just now.

        A field shows what was typed in it; a list knows only of what it reads.
        """
        if self.store.unsaved:
            self.invalidate()

    def edit(self, kind: str, record_id: str, field: str, value: Any) -> None:
        """Pass on what is typed; connect a screen's `field_edited` to it."""
        self.store.edit(kind, record_id, field, value, origin=self)

    def leave(self, kind: str, record_id: str, field: str) -> None:
        """Pass on that a field was left; connect a screen's `field_left` to it."""
        self.store.leave(kind, record_id, field)

    def _on_changed(self, change: Change, origin: object) -> None:
        if not change.kinds & set(self.kinds):
            return
        if origin is self and change.name in TYPED:
            self.show_echo(change)
        else:
            self.invalidate()

    def _on_moved(self, name: str) -> None:
        if name == "screen":
            self.bring_up_to_date()
        elif name in self.places:
            self.invalidate()

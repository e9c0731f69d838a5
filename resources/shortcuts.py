"""Every shortcut of the window, in groups, as the sheet of F1 shows them."""

import tomllib
from dataclasses import dataclass
from functools import cache

from resources import FOLDER


@dataclass(frozen=True)
class Shortcut:
    """What keys do; the words stand under `shortcuts.does.<group>.<name>`.

    Attributes:
        keys: each of them does it, or the next of several like it.
    """

    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class ShortcutGroup:
    """Where shortcuts hold; the words stand under `shortcuts.groups.<name>`."""

    name: str
    shortcuts: tuple[Shortcut, ...]


@cache
def load_shortcuts() -> tuple[ShortcutGroup, ...]:
    """Read the list, in its own order."""
    groups = tomllib.loads((FOLDER / "shortcuts.toml").read_text("utf-8"))
    return tuple(
        ShortcutGroup(name, tuple(Shortcut(does, tuple(keys)) for does, keys in entries.items()))
        for name, entries in groups.items()
    )

"""What can be done with points, by key, menu or button: their names, keys and drawings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.common.labels import plain_tool_tip


@dataclass(frozen=True)
class Command:
    """Something that can be done with the current or the selected points.

    Attributes:
        words: the key of its words.
        keys: in Qt's portable form; the first is shown.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    icon: str = ""


COMMANDS = {
    command.name: command
    for command in (
        Command("edit", "meetings.points.edit", ("Return", "Enter", "F2")),
        Command("answer", "points.commands.answer", ("Alt+T",)),
        Command("kind", "meetings.points.kind", ("Alt+J",)),
        Command("private", "points.commands.private", ("Alt+P",), "lock-open"),
        Command("split", "points.commands.split", ("Ctrl+Shift+Return",), "scissors"),
        Command("join", "points.commands.join", ("Ctrl+J",), "fold-vertical"),
        Command("canvas", "points.commands.canvas", ("Alt+C",)),
        Command("history", "points.commands.history", ("Ctrl+Shift+H",)),
        Command("differing", "points.commands.differing", ("Alt+B",)),
        Command("up", "meetings.points.up", ("Alt+Up",), "arrow-up"),
        Command("down", "meetings.points.down", ("Alt+Down",), "arrow-down"),
        Command("indent", "meetings.points.indent", ("Alt+Right",), "chevron-right"),
        Command("outdent", "meetings.points.outdent", ("Alt+Left",), "chevron-left"),
        Command("delete", "meetings.points.delete", ("Del",), "trash-2"),
    )
}
BUTTONS = tuple(
    COMMANDS[name]
    for name in ("up", "down", "indent", "outdent", "split", "join", "private", "delete")
)
"""What the editor of a point shows as drawings."""
IN_TEXTS = tuple(
    COMMANDS[name] for name in ("answer", "private", "split", "join", "history", "differing")
)
"""What is meant wherever the caret stands in a point's texts."""
_BY_KEYS = {QKeySequence(k)[0]: name for name, one in COMMANDS.items() for k in one.keys}


def command_of(event: QKeyEvent) -> str:
    """Return what a key does with the current point, "" for nothing."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _BY_KEYS.get(QKeyCombination(modifiers, Qt.Key(event.key())), "")


def shown_keys(command: Command) -> str:
    """Return a command's key as it is written on a keyboard."""
    return command.keys[0].replace("Return", "Enter").replace("Del", "Delete")


def tool_tip(label: str, command: Command) -> str:
    """Return what a button says about itself: what it does, and the key that does the same."""
    return plain_tool_tip(f"{label} ({shown_keys(command)})")

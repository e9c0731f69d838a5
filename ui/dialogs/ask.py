"""Asking for a yes."""

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.dialogs.base import Dialog


def confirm(
    parent: QWidget, words: Words, title: str, text: str, ok: str, danger: bool = False
) -> bool:
    """Ask before something that can't simply be undone, and wait.

    `ok` is the verb on the button ("Hapus", "Terapkan"); Escape means no.
    """
    return Dialog(words, title, text, ok, danger, parent=parent).run()

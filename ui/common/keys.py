"""Keys that do something in a part of a window."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
Keys = str | Qt.Key | QKeySequence.StandardKey


def add_key(where: QWidget, keys: Keys, run: Callable[[], object]) -> QShortcut:
    """Let keys do something wherever in a widget, or in what stands in it, the focus is.

    Return the shortcut, which the widget owns, for who turns it off at times.
    """
    shortcut = QShortcut(QKeySequence(keys), where)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(run)
    return shortcut


def writes_nothing(event: QKeyEvent) -> bool:
    """Tell whether a key with Alt is meant for a shortcut, though none takes it here.

    Qt's fields would write its letter. On a Mac Alt is how letters are composed.
    """
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | _KEYPAD)
    is_alt = held == Qt.KeyboardModifier.AltModifier and sys.platform != "darwin"
    return is_alt and bool(event.text()) and event.text().isprintable()

"""Keys that do something in a part of a window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Keys = str | Qt.Key | QKeySequence.StandardKey


def add_key(where: QWidget, keys: Keys, run: Callable[[], object]) -> QShortcut:
    """Let keys do something wherever in a widget, or in what stands in it, the focus is.

    Return the shortcut, which the widget owns, for who turns it off at times.
    """
    shortcut = QShortcut(QKeySequence(keys), where)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(run)
    return shortcut

"""Suggestions below a line while a person types."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


def suggest(line: QLineEdit, names: Sequence[str]) -> QCompleter:
    """Offer the names that contain what is typed into a line, in any case of letters."""
    completer = line.completer()
    if completer is None:
        completer = QCompleter(line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setObjectName("suggestions")
        popup.setAccessibleName(line.accessibleName())
        completer.setPopup(popup)
        line.setCompleter(completer)
    completer.setModel(QStringListModel(list(names), completer))
    return completer


def marks_name(line: QLineEdit) -> bool:
    """Tell whether a name is marked in the open list below a line.

    Enter then comes to the line first, and the list tells of the name after that.
    """
    completer = line.completer()
    popup = completer.popup() if completer is not None else None
    return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

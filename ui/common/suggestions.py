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

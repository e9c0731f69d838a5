"""Suggestions below a line while a person types."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from ui.common.letters import px
from ui.common.line_edit import LineEdit

# Organisations have long names, and the line to add one may be short.
_LEAST_WIDTH = 420
_EDGES = 30


def suggest(line: LineEdit, names: Sequence[str]) -> QCompleter:
    """Offer the names that contain what is typed into a line, in any case of letters."""
    completer = line.completer()
    if completer is None:
        completer = QCompleter(line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setObjectName("suggestions")
        popup.setAccessibleName(line.accessibleName())
        # Its bar would cover the last name.
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(popup)
        line.setCompleter(completer)
        # The line shows the name only after that.
        completer.activated.connect(line.tell_chosen, Qt.ConnectionType.QueuedConnection)
    # It is a window of its own: letters that are larger around the line don't reach it.
    popup = completer.popup()
    popup.setFont(line.font())
    room = line.screen().availableGeometry().right() - line.mapToGlobal(QPoint(0, 0)).x()
    longest = line.fontMetrics().horizontalAdvance(max(names, key=len, default=""))
    wanted = max(px(_LEAST_WIDTH, line), longest + px(_EDGES, line))
    popup.setMinimumWidth(max(0, min(wanted, room)))
    completer.setModel(QStringListModel(list(names), completer))
    return completer


def marks_name(line: LineEdit) -> bool:
    """Tell whether a name is marked in the open list below a line.

    Enter then comes to the line first, and the list tells of the name after that.
    """
    completer = line.completer()
    popup = completer.popup() if completer is not None else None
    return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

"""A small menu below the button that opens it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

Choice = tuple[str, Callable[[], object]]
"""Words, and what is called when they are chosen."""


def open_menu(button: QWidget, choices: Sequence[Choice | None]) -> QMenu:
    """Offer choices, each as its words and what is called; None draws a line between them.

    Escape closes it and the focus is where it was. Words that a person typed are no mnemonics.
    """
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(button.accessibleName())
    for choice in choices:
        if choice is None:
            menu.addSeparator()
        else:
            words, run = choice
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _=False, r=run: r())
    menu.setMinimumWidth(button.width())
    place = button.mapToGlobal(QPoint(0, button.height() + 3))
    room = button.screen().availableGeometry()
    place.setX(max(room.left(), min(place.x(), room.right() - menu.sizeHint().width())))
    menu.popup(place)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu

"""The second display: a window that fills it, takes no focus and can't be in anybody's way."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.projector.view import RoomView


class ProjectorWindow(QWidget):
    """Fills a display with a page.

    Attributes:
        view: what the room sees.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        # Not a tool window: it has to stay when the desk's window is not the active one.
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(words("projector.room"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = RoomView(words)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # The display says how large it is, and no text on it.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.view)

    def fill(self, screen: QScreen) -> None:
        """Fill a display, without taking the keys from the desk."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # `showFullScreen` would ask for the keys, too.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

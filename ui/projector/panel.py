"""The desk's side of the projector: whether it is on, and what the room sees."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import ElidedLabel
from ui.common.look import set_look
from ui.frame.navigation import NavigationButton, NavigationEntry

KEYS = "F5"
_DOT = " · "
_PICTURE = QSize(176, 99)


class ProjectorPanel(QWidget):
    """Stands at the foot of the sidebar: a button, and while it is on a small picture.

    Signals:
        pressed(): the button, or the picture, was used.
    """

    pressed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        entry = NavigationEntry("projector", words("projector.button"), "projector")
        self.button = NavigationButton(words, entry, KEYS)
        self.button.setAutoExclusive(False)
        # A click leaves the keys to the field that is written in.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._press)
        self._picture = QLabel()
        self._picture.setObjectName("roomPicture")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedSize(_PICTURE)
        self._said = ElidedLabel("", "sidebar")
        self._hidden = ElidedLabel("", "sidebar")
        self._hidden.setObjectName("roomHidden")
        self._where = self._what = ""
        self._on = self._folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(5)
        column.addWidget(self.button)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._said, self._hidden):
            label.setContentsMargins(10, 0, 6, 0)
            column.addWidget(label)
        self._show_parts()

    def show_state(
        self, on: bool, where: str = "", what: str = "", hidden: str = "", alarm: bool = False
    ) -> None:
        """Say whether it is on, on which display, what it shows and what it keeps to the desk.

        `alarm` sets off that something is shown which otherwise isn't.
        """
        self._on, self._where, self._what = on, where, what
        self.button.setChecked(on)
        self._said.setText(_DOT.join(part for part in (where, what) if part))
        self._hidden.setText(hidden)
        set_look(self._hidden, "alarm", alarm)
        if not what:
            self._picture.clear()
        name = self._words("projector.button")
        said = ", ".join(part for part in (name, where, what, hidden) if part)
        self.button.setAccessibleName(said)
        self._show_parts()

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the room sees, small."""
        ratio = self.devicePixelRatioF()
        small = picture.scaled(
            _PICTURE * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self._picture.setPixmap(small)

    def state(self) -> tuple[bool, str, str]:
        """Return what `show_state` was told."""
        return self._on, self._where, self._what

    def set_folded(self, folded: bool) -> None:
        """Show the drawing alone."""
        self._folded = folded
        self.button.set_folded(folded)
        self._show_parts()

    def _show_parts(self) -> None:
        for part in (self._said, self._hidden):
            part.setVisible(self._on and not self._folded and bool(part.text()))
        self._picture.setVisible(self._on and not self._folded and bool(self._what))

    def _press(self) -> None:
        # Who answers says whether it is on; a click alone does not.
        self.button.setChecked(self._on)
        self.pressed.emit()

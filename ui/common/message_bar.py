"""Messages in the window: what happened, with an action such as undo, until dismissed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import Button, GhostButton, IconButton
from ui.common.chip import Kind
from ui.common.icons import IconLabel
from ui.common.labels import PlainLabel
from ui.common.look import announce

_ICONS = {
    "neutral": "info",
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
}


class MessageBar(QFrame):
    """One message. It stays until dismissed, unless it is given seconds to live.

    A pinned one tells what still holds: it has no way to be closed, and its action leaves it
    where it is.

    Signals:
        action_pressed: the action's button was used (the message then goes, unless it is pinned).
        dismissed: it went, for whatever reason.
    """

    action_pressed = Signal()
    dismissed = Signal()

    def __init__(
        self,
        words: Words,
        text: str,
        kind: Kind = "info",
        action: str = "",
        seconds: float = 0,
        pinned: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.kind = kind
        self.pinned = pinned
        self._gone = False
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self._arrange(action, words("common.message.dismiss"))
        self._clock = QTimer(self, interval=int(seconds * 1000), singleShot=True)
        self._clock.timeout.connect(self._expire)

    def _arrange(self, action: str, dismiss: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        ink = "info" if self.kind == "neutral" else self.kind
        row.addWidget(IconLabel(_ICONS[self.kind], ink))
        said = PlainLabel(self.text)
        said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said, 1)
        if action:
            button = GhostButton(action)
            button.clicked.connect(self._act)
            row.addWidget(button)
        if not self.pinned:
            close = IconButton(dismiss, "x")
            close.clicked.connect(self.dismiss)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def focus_start(self) -> None:
        """Put the focus on its first button, if it has any."""
        for button in self.findChildren(Button)[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start(self) -> None:
        """Tell a screen reader, and begin to count the seconds."""
        announce(self, self.text, urgent=self.kind in ("warning", "danger"))
        if self._clock.interval():
            self._clock.start()

    def dismiss(self) -> None:
        """Take the message away."""
        if self._gone:
            return
        self._gone = True
        self._clock.stop()
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.pinned:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        self.action_pressed.emit()
        if not self.pinned:
            self.dismiss()

    def _expire(self) -> None:
        # Whoever reads it or stands on its button gets more time.
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self):
            self._clock.start()
        else:
            self.dismiss()

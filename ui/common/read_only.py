"""Fields that are only to be read, wherever they stand, as long as nothing may be written."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

FINDS = "finds"
"""The property of a field that is typed in to find something, not to write it."""


class ReadOnlyFields(QObject):
    """Keeps fields from being typed in; what they say can still be selected and copied.

    Only the field with the focus can be typed in, so each is closed when the focus comes: no
    screen has to know of it. A field with the property FINDS is left as it is.
    """

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._close)

    def _close(self, _old: QWidget | None, now: QWidget | None) -> None:
        if (
            isinstance(now, QLineEdit | QTextEdit)
            and self._ground.isAncestorOf(now)
            and not now.property(FINDS)
        ):
            now.setReadOnly(True)

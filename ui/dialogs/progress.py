"""Long work that shows how far it is and can be ended."""

from PySide6.QtWidgets import QProgressBar, QWidget

from resources.words import Words
from ui.dialogs.base import Dialog


class ProgressDialog(Dialog):
    """A bar and a button to stop; Escape stops as well. Closing it is the owner's doing.

    Args:
        title: what is being done.
        count: how many steps it takes; 0 when nobody knows.
    """

    def __init__(self, words: Words, title: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(words, title, ok=words("common.dialog.stop"), cancel=False, parent=parent)
        self._bar = QProgressBar()
        self._bar.setRange(0, count)
        self._bar.setAccessibleName(title)
        self.body.addWidget(self._bar)
        # Its one button stops, so pressing it is what Escape does.
        self.ok.clicked.disconnect()
        self.ok.clicked.connect(lambda _=False: self.reject())

    def show_done(self, done: int) -> None:
        """Show how many steps are done."""
        self._bar.setValue(done)

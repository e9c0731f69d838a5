"""The look and manner of all our dialogs."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import Button, DangerButton, GhostButton, PrimaryButton
from ui.common.labels import PlainLabel
from ui.common.letters import px

# The window's own title stands above.
_ABOVE = 40
# So much of the window stays in sight beside a large dialog, that one sees where one is.
_BESIDE = 48
_TAB = Qt.FocusPolicy.TabFocus


class Dialog(QDialog):
    """A dialog with a heading, a text, a body and its buttons at the right.

    Escape and the cancel button reject, Enter accepts, Ctrl+Enter also
    inside a long text; a dangerous dialog begins on cancel. Use `open()` and the signals
    `accepted` and `rejected`; nothing blocks then.

    Args:
        title: its heading and accessible name.
        text: what it is about; "" for none.
        ok: the accepting button's words: a verb, never just OK where a verb fits.
        danger: whether accepting takes something away.
        cancel: whether there is a button that rejects; a text is its words.

    Attributes:
        body: the layout for its fields.
        ok: the accepting button.
    """

    def __init__(
        self,
        words: Words,
        title: str,
        text: str = "",
        ok: str = "",
        danger: bool = False,
        cancel: bool | str = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(px(420, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        self._title = PlainLabel(title, "title")
        column.addWidget(self._title)
        if text:
            self.setAccessibleDescription(text)
            column.addWidget(PlainLabel(text, "muted"))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body, 1)
        kind = DangerButton if danger else PrimaryButton
        self.ok: Button = kind(ok or words("common.dialog.ok"))
        self._cancel: Button | None = None
        self._buttons = self._build_buttons(cancel)
        column.addWidget(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        # The buttons were there first; Tab shall come to them last.
        # Pop-ups such as suggestions are windows of their own.
        here = [one for one in self.findChildren(QWidget) if one.window() is self]
        inside = [one for one in here if not self._buttons.isAncestorOf(one)]
        buttons = self._buttons.findChildren(Button)
        chain = [one for one in [*inside, *buttons] if one.focusPolicy() & _TAB]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)
        if self.focusWidget() in (None, *buttons) and chain:
            self._choose_focus(chain[0])
        super().showEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._make_room()
        return result

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt gives Enter to another button while the default one can't be used.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ok.click()
        else:
            super().keyPressEvent(event)

    def _make_room(self) -> None:
        """Grow with what is inside; Qt leaves words and fields that wrap out of account."""
        wanted = self.layout().totalHeightForWidth(self.width())
        # What scrolls inside gives way where the screen ends.
        wanted = min(wanted, self.screen().availableGeometry().height() - px(_ABOVE))
        if wanted > self.height():
            self.resize(self.width(), wanted)

    def _choose_focus(self, first: QWidget) -> None:
        # Enter does what the focus shows: a danger must not be one careless key away.
        careful = isinstance(self.ok, DangerButton) and self._cancel is not None
        if self._buttons.isAncestorOf(first):
            first = self._cancel if careful and self._cancel else self.ok
        first.setFocus()

    def set_title(self, title: str) -> None:
        """Change the heading, for a dialog that goes on from one thing to the next."""
        self._title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_button(self, button: Button) -> None:
        """Offer another way out, left of the others; whoever adds it connects it."""
        button.setAutoDefault(False)
        self._row.insertWidget(0, button)

    def take_room(self, width: int, height: int) -> None:
        """Be so large, given at 100 % letters, or as large as the window it belongs to allows."""
        parent = self.parentWidget()
        size = QSize(px(width), px(height))
        if parent is not None:
            room = parent.window().size()
            size = size.boundedTo(QSize(room.width() - _BESIDE, room.height() - _BESIDE // 4))
        self.resize(size)

    def add_note(self, note: QWidget) -> None:
        """Show something small at the foot, beside the buttons; it takes the room they leave."""
        self._row.takeAt(0)
        self._row.insertWidget(0, note, 1)

    def _build_buttons(self, cancel: bool | str) -> QWidget:
        ground = QWidget()
        self._row = row = QHBoxLayout(ground)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        self.ok.setAutoDefault(False)
        whole = QShortcut(QKeySequence("Ctrl+Return"), self)
        whole.activated.connect(self.ok.click)
        self.ok.clicked.connect(lambda _=False: self.accept())
        if cancel:
            words = cancel if isinstance(cancel, str) else self.words("common.dialog.cancel")
            button = GhostButton(words)
            self._cancel = button
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False: self.reject())
            row.addWidget(button)
        row.addWidget(self.ok)
        return ground

    def run(self) -> bool:
        """Show it and wait; whether it was accepted."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return accepted

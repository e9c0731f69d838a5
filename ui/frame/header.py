"""The header above a screen: what it is, whether all is saved, what can be done."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import Button, GhostButton, PrimaryButton
from ui.common.chip import Chip, Kind
from ui.common.labels import ElidedLabel
from ui.common.letters import px
from ui.common.menu import open_menu
from ui.common.saved_sign import SavedSign
from ui.common.screen import ScreenAction

HEIGHT = 64
_TITLE_ROOM = 380


class Header(QFrame):
    """Title and subtitle at the left, the saved sign and the screen's buttons at the right."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName(words("shell.header.name"))
        self.setFixedHeight(HEIGHT)
        self.saved_sign = SavedSign(words)
        self._title = ElidedLabel("", "title")
        self._subtitle = ElidedLabel("", "small")
        self._actions: dict[str, ScreenAction] = {}
        self._buttons: dict[str, Button] = {}
        self._shortcuts: list[QShortcut] = []
        names = QVBoxLayout()
        names.setSpacing(1)
        self._sign = Chip()
        self._sign.hide()
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._title)
        first.addWidget(self._sign)
        first.addStretch(1)
        names.addStretch(1)
        names.addLayout(first)
        names.addWidget(self._subtitle)
        names.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 0, 18, 0)
        self._row.setSpacing(12)
        self._row.addLayout(names, 1)
        self._row.addWidget(self.saved_sign)
        self._parts: list[QWidget] = [self.saved_sign]
        self.saved_sign.installEventFilter(self)

    def add_part(self, part: QWidget) -> None:
        """Keep something in the head whatever screen is shown; it may hide itself."""
        self._row.insertWidget(self._row.indexOf(self.saved_sign) + len(self._parts), part)
        self._parts.append(part)
        part.installEventFilter(self)

    def set_title(self, title: str, subtitle: str) -> None:
        """Say what is shown."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def show_sign(self, text: str, kind: Kind = "neutral") -> None:
        """Say beside the title how what is shown stands; "" says nothing."""
        self._sign.show_chip(text, kind)
        self._fit_buttons()

    def set_actions(self, actions: Sequence[ScreenAction]) -> None:
        """Offer these buttons; a focused one keeps the focus if it is still there."""
        if _look(actions) == _look(self._actions.values()):
            # A title that is being typed must not rebuild buttons letter by letter.
            self._actions = {action.key: action for action in actions}
            for action in actions:
                self._buttons[action.key].setEnabled(action.enabled)
            return
        focused = next((key for key, one in self._buttons.items() if one.hasFocus()), "")
        for button in self._buttons.values():
            # Hidden for good: a layout that is still to show it would make it a window.
            button.hide()
        for old in [*self._buttons.values(), *self._shortcuts]:
            old.setParent(None)
            old.deleteLater()
        self._actions = {action.key: action for action in actions}
        self._buttons, self._shortcuts = {}, []
        for action in actions:
            self._add_button(action)
        self._fit_buttons()
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def button(self, key: str) -> Button:
        """Return an action's button; KeyError when there is none."""
        return self._buttons[key]

    def focus_start(self) -> None:
        """Put the focus on the first button that can be used."""
        for button in self._buttons.values():
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit_buttons()
        return super().eventFilter(watched, event)

    def _fit_buttons(self) -> None:
        """Leave the title room: where it is tight, quiet buttons show their icon alone.

        Those at the left do so first: what a screen is for stands at the right.
        """
        buttons = self._buttons.values()
        for button in buttons:
            button.set_compact(False)
        beside = [part for part in (*self._parts, self._sign) if not part.isHidden()]
        parts = [*buttons, *beside]
        for part in parts:
            part.ensurePolished()
        taken = sum(part.sizeHint().width() + self._row.spacing() for part in parts)
        for button in buttons:
            if self.width() - taken >= px(_TITLE_ROOM) or isinstance(button, PrimaryButton):
                break
            wide = button.sizeHint().width()
            button.set_compact(True)
            taken += button.sizeHint().width() - wide

    def _add_button(self, action: ScreenAction) -> None:
        kind = PrimaryButton if action.primary else GhostButton
        button = kind(action.label, action.icon, action.shortcut or action.keys)
        button.setEnabled(action.enabled)
        if action.choices:
            # What is offered may be other than when the button was made.
            button.clicked.connect(
                lambda _=False: open_menu(button, self._actions[action.key].choices)
            )
        else:
            button.clicked.connect(lambda _=False: self._actions[action.key].run())
        self._buttons[action.key] = button
        self._row.addWidget(button)
        # A layout shows it only later, too late for the focus.
        if self.isVisible():
            button.show()
        if action.shortcut:
            shortcut = QShortcut(QKeySequence(action.shortcut), self.window())
            shortcut.activated.connect(button.click)
            self._shortcuts.append(shortcut)


def _look(actions: Iterable[ScreenAction]) -> list[tuple[object, ...]]:
    """Return what of the actions is drawn."""
    return [(one.key, one.label, one.icon, one.shortcut, one.primary) for one in actions]

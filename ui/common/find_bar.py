"""The bar that finds in what a screen shows: Ctrl+F."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.icons import IconLabel
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.look import announce, set_look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """A field, how many matches there are, and the way from one to the next.

    Enter or F3 goes to the next match, with Shift to the one before, Escape closes. Whoever
    owns it looks, marks and counts: it answers `text_changed` and `step_requested` by
    `show_found`, and on `closed` takes its marks away and the focus back.

    Signals:
        text_changed(str): look for this; "" for nothing.
        step_requested(int): go to the next match (1) or the one before (-1).
        closed(): it has closed.
    """

    text_changed = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("findBar")
        self.setAccessibleName(words("search.bar.name"))
        self.field = LineEdit(
            words("search.bar.field"), words("search.bar.placeholder"), quiet=True
        )
        self.field.edited.connect(lambda _: self._tell_text())
        self._count = PlainLabel("", "small", wraps=False)
        self._steps = [
            self._build_step("previous", "chevron-up", -1),
            self._build_step("next", "chevron-down", 1),
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(6)
        row.addWidget(IconLabel("search", size=16))
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for button in self._steps:
            row.addWidget(button)
        close = IconButton(words("search.bar.close"), "x")
        close.clicked.connect(lambda _=False: self.close_bar())
        row.addWidget(close)
        self.show_found(0, 0)
        self.hide()

    def open_bar(self, text: str = "") -> None:
        """Show it with the focus in its field; a text is looked for, else the last one again."""
        if text:
            self.field.reset(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._tell_text()

    def close_bar(self) -> None:
        """Put it away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def text(self) -> str:
        """Return what is looked for, without blanks around it."""
        return self.field.value().strip()

    def show_found(self, place: int, total: int) -> None:
        """Say that the match in view is number `place` of `total`; 0 of 0 says that none is."""
        none = bool(self.text()) and not total
        said = self._words("search.bar.count", n=place, total=total) if total else ""
        self._count.setText(self._words("search.bar.none") if none else said)
        set_look(self._count, "role", "problem" if none else "small")
        for button in self._steps:
            button.setEnabled(total > 0)
        if self._count.text():
            announce(self.field, self._count.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (*_ENTER, Qt.Key.Key_F3):
            self._ask_step(-1 if shift else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # F3 is a shortcut of nobody else while the bar has the focus.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F3
        ):
            event.accept()
            return True
        return super().event(event)

    def _ask_step(self, step: int) -> None:
        if self._steps[0].isEnabled():
            self.step_requested.emit(step)

    def _tell_text(self) -> None:
        self.text_changed.emit(self.text())

    def _build_step(self, name: str, icon: str, step: int) -> IconButton:
        button = IconButton(self._words(f"search.bar.{name}"), icon)
        button.clicked.connect(lambda _=False: self._ask_step(step))
        return button

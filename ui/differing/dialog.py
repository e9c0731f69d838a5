"""The dialog in which a person decides what differs, one field after the other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.empty_state import EmptyState
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.letters import px
from ui.common.look import announce
from ui.dialogs.base import Dialog
from ui.differing.question import QuestionPage
from ui.differing.view import QuestionView

_WIDTH, _HEIGHT = 1180, 900
# The answer has at least so many lines; of more height it gets one line for so many pixels.
_LINES, _HEIGHT_OF_REST, _LINE_SHARE = 3, 470, 40


class DecidingDialog(Dialog):
    """Shows one question at a time; deciding it asks for the next.

    Signals:
        decided(object): this value ends the conflict.
        step_requested(int): the question before (-1) or behind (1) is wanted.
        written(object): the person wrote an answer that is not decided yet.
        undo_requested(): the last decision is to be taken back.
    """

    decided = Signal(object)
    step_requested = Signal(int)
    written = Signal(object)
    undo_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title = words("deciding.title")
        close = words("deciding.close")
        super().__init__(words, title, ok=words("deciding.decide"), cancel=close, parent=parent)
        self._ground: QWidget | None = None
        self._page: QuestionPage | None = None
        self._hint = PlainLabel("", "muted")
        self._up = IconButton(words("deciding.before"), "arrow-up")
        self._down = IconButton(words("deciding.behind"), "arrow-down")
        self._told = ElidedLabel("", "small")
        self._undo = LinkButton(words("deciding.undo"), "undo-2", "Ctrl+Z")
        self._whole = LinkButton(words("deciding.whole"), "eye")
        self._whole.setCheckable(True)
        self._keys = ElidedLabel("", "small")
        self._arrange()
        self._connect()
        self.take_room(_WIDTH, _HEIGHT)

    def show_question(self, view: QuestionView, place: int, count: int, written: Any) -> None:
        """Ask; `written` is what the person wrote for an answer before, None for nothing."""
        self._hint.setText(" ".join(part for part in (view.hint, view.kept) if part))
        self._keys.setText(self.words("deciding.keys", n=len(view.sides)))
        self._keys.setVisible(not self._told.text())
        values = {"place": place, "count": count, "subject": view.subject}
        self._head(self.words("deciding.heading", **values), count > 1)
        self._page = page = QuestionPage(self.words, view, written, self._lines())
        page.chosen.connect(self._on_chosen)
        page.written.connect(self.written)
        self._show(page)
        self.ok.show()
        self.ok.setEnabled(page.is_answered())
        self._focus_start()
        self._show_whole(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not when the window comes back from the task bar: somebody may write an answer.
        if not event.spontaneous():
            self._focus_start()

    def _focus_start(self) -> None:
        """Let Enter decide what is offered; where nothing is, it chooses the first side first."""
        if self._page is not None:
            (self.ok if self.ok.isEnabled() else self._page.sides.buttons[0]).setFocus()

    def show_done(self, text: str) -> None:
        """Say that nothing waits any more; Enter closes."""
        self._page = None
        self._hint.setText("")
        self._whole.hide()
        self._keys.hide()
        self._head(self.words("deciding.done_title"), False)
        self._show(EmptyState("circle-check", self.words("deciding.done_title"), text))
        self.ok.hide()
        if self._cancel is not None:
            self._cancel.setFocus()

    def _show_whole(self, whole: bool) -> None:
        """Show long texts whole, or only what is near a change."""
        if self._page is None:
            return
        self._page.sides.show_whole(whole)
        self._whole.setVisible(self._page.sides.is_long)
        self._whole.setChecked(whole)
        self._whole.setText(self.words("deciding.shorten" if whole else "deciding.whole"))

    def show_told(self, text: str, undo: bool) -> None:
        """Say at the foot what has just been decided, or not."""
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._undo.setVisible(undo)
        self._keys.setVisible(not text and self._page is not None)
        if text:
            announce(self, text)

    def accept(self) -> None:
        if self._page is not None and self.ok.isEnabled() and not self._page.has_problem():
            self.decided.emit(self._page.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            if self._undo.isVisible():
                self.undo_requested.emit()
        elif self._page is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reject()
        else:
            super().keyPressEvent(event)

    def _head(self, text: str, several: bool) -> None:
        self.set_title(text)
        for button in (self._up, self._down):
            button.setVisible(several)
        announce(self, text)

    def _show(self, ground: QWidget) -> None:
        """Put a question, or what is said when there is none, in the place of the one before."""
        if self._ground is not None:
            self._body.removeWidget(self._ground)
            self._ground.hide()
            self._ground.deleteLater()
        self._ground = ground
        self._body.addWidget(ground, 1)
        ground.show()

    def _on_chosen(self) -> None:
        if self._page is None:
            return
        self.ok.setEnabled(self._page.is_answered())
        if not self._page.is_writing():
            self.ok.setFocus()

    def _lines(self) -> int:
        """Return how many lines an answer may show: a higher window has room for more."""
        return max(_LINES, (self.height() - px(_HEIGHT_OF_REST)) // px(_LINE_SHARE))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._hint, 1)
        row.addWidget(self._whole)
        row.addWidget(self._up)
        row.addWidget(self._down)
        self.body.addLayout(row)
        self._body = QVBoxLayout()
        self.body.addLayout(self._body, 1)
        told = QWidget()
        foot = QHBoxLayout(told)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._keys)
        foot.addWidget(self._told)
        foot.addWidget(self._undo)
        foot.addStretch(1)
        self.add_note(told)
        self.show_told("", undo=False)

    def _connect(self) -> None:
        for button in (self._undo, self._whole):
            button.setAutoDefault(False)
        self._whole.clicked.connect(self._show_whole)
        self._undo.clicked.connect(lambda _=False: self.undo_requested.emit())
        for button, keys, step in ((self._up, "Ctrl+Up", -1), (self._down, "Ctrl+Down", 1)):
            button.clicked.connect(lambda _=False, by=step: self.step_requested.emit(by))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=step: self.step_requested.emit(by))

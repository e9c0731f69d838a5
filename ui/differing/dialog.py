"""The dialog in which a person decides what differs, one field after the other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.empty_state import EmptyState
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.letters import px
from ui.common.look import announce
from ui.common.party_editor import PartyEditor
from ui.dialogs.base import Dialog
from ui.differing.base_text import BaseText
from ui.differing.result import Result
from ui.differing.sides import Sides
from ui.differing.view import QuestionView

_WIDTH, _HEIGHT = 1060, 640
_AROUND = 48


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
        self._answer: Any = None
        self._ground: QWidget | None = None
        self._sides: Sides | None = None
        self._result: Result | None = None
        self._view: QuestionView | None = None
        self._hint = PlainLabel("", "muted")
        self._up = IconButton(words("deciding.before"), "arrow-up")
        self._down = IconButton(words("deciding.behind"), "arrow-down")
        self._told = ElidedLabel("", "small")
        self._undo = LinkButton(words("deciding.undo"), "undo-2", "Ctrl+Z")
        self._whole = LinkButton(words("deciding.whole"), "eye")
        self._whole.setCheckable(True)
        self._keys = PlainLabel("", "small", wraps=False)
        self._arrange()
        self._connect()
        self.resize(self._room())

    def show_question(self, view: QuestionView, place: int, count: int, written: Any) -> None:
        """Ask; `written` is what the person wrote for an answer before, None for nothing."""
        self._view = view
        self._hint.setText(view.hint)
        values = {"place": place, "count": count, "subject": view.subject}
        self._head(self.words("deciding.heading", **values), count > 1)
        self._build(view)
        if written is not None and self._result is not None:
            self._result.show_written(written)
        self._show_chosen()
        self.ok.show()
        self._keys.setVisible(not self._told.text())
        if self._sides is not None:
            # Enter decides what is offered; where nothing is, it chooses the first first.
            (self.ok if self.ok.isEnabled() else self._sides.buttons[0]).setFocus()
            self._show_whole(False)

    def show_done(self, text: str) -> None:
        """Say that nothing waits any more; Enter closes."""
        self._view = None
        for label in (self._hint, self._kept):
            label.setText("")
        self._whole.hide()
        self._keys.hide()
        self._head(self.words("deciding.done_title"), False)
        self._clear()
        self._ground = EmptyState("circle-check", self.words("deciding.done_title"), text)
        self._body.addWidget(self._ground, 1)
        self._ground.show()
        self.ok.hide()
        if self._cancel is not None:
            self._cancel.setFocus()

    def _show_whole(self, whole: bool) -> None:
        """Show long texts whole, or only what is near a change."""
        if self._sides is None:
            return
        self._sides.show_whole(whole)
        self._whole.setVisible(self._sides.is_long)
        self._whole.setChecked(whole)
        self._whole.setText(self.words("deciding.shorten" if whole else "deciding.whole"))

    def show_told(self, text: str, undo: bool) -> None:
        """Say at the foot what has just been decided, or not."""
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._undo.setVisible(undo)
        self._keys.setVisible(not text and self._view is not None)
        if text:
            announce(self, text)

    def accept(self) -> None:
        if self._view is None or not self.ok.isEnabled():
            return
        if self._result is not None and self._result.has_problem():
            self._result.field.line.setFocus()
            return
        self.decided.emit(self._value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            if self._undo.isVisible():
                self.undo_requested.emit()
        elif self._view is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reject()
        else:
            super().keyPressEvent(event)

    def _value(self) -> Any:
        return self._result.value() if self._result is not None else self._answer

    def _head(self, text: str, several: bool) -> None:
        self.set_title(text)
        for button in (self._up, self._down):
            button.setVisible(several)
        announce(self, text)

    def _clear(self) -> None:
        if self._ground is not None:
            self._body.removeWidget(self._ground)
            self._ground.hide()
            self._ground.deleteLater()
        self._ground = self._sides = self._result = None

    def _build(self, view: QuestionView) -> None:
        self._clear()
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._sides = Sides(self.words, view.sides)
        self._sides.chosen.connect(self._choose)
        column.addWidget(self._sides, 1000)
        if view.base_label:
            column.addWidget(BaseText(view.base_label, view.base))
        self._answer = view.result
        if view.editor:
            self._result = Result(self.words, view.editor, view.result, view.advice)
            self._result.edited.connect(self._on_written)
            if isinstance(self._result.field, PartyEditor):
                self._result.field.set_suggestions(view.organisations)
            column.addWidget(self._result)
        elif view.advice:
            column.addWidget(PlainLabel(view.advice, "small"))
        # What room the sides don't need is left over at the end.
        column.addStretch(1)
        self._ground = ground
        self._body.addWidget(ground, 1)
        ground.show()
        self._kept.setText(view.kept)
        self._keys.setText(self.words("deciding.keys", n=len(view.sides)))

    def _choose(self, number: int) -> None:
        if self._view is None:
            return
        self._answer = self._view.sides[number].value
        if self._result is not None:
            self._result.take(self._answer)
        self._show_chosen()
        focused = self.focusWidget()
        if focused is None or self._result is None or not self._result.isAncestorOf(focused):
            self.ok.setFocus()

    def _on_written(self, value: Any) -> None:
        self.written.emit(value)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._view is None or self._sides is None:
            return
        value = self._value()
        able = [side.value for side in self._view.sides]
        self._sides.mark(able.index(value) if value in able else -1)
        self.ok.setEnabled(self._result is not None or self._answer is not None)

    def _room(self) -> QSize:
        parent = self.parentWidget()
        room = parent.size() if parent is not None else QSize(_WIDTH, _HEIGHT)
        width, height = room.width() - _AROUND, room.height() - _AROUND // 2
        return QSize(min(px(_WIDTH), width), min(px(_HEIGHT), height))

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
        self._kept = PlainLabel("", "small", wraps=False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._kept)
        foot.addStretch(1)
        foot.addWidget(self._keys)
        foot.addWidget(self._told)
        foot.addWidget(self._undo)
        self.body.addLayout(foot)
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

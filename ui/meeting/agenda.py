"""The agenda of a finalisation: every commitment, each responsible body, and its letter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.chip import Chip
from ui.common.empty_state import EmptyState
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.look import announce
from ui.common.row_list import RowList
from ui.meeting.agenda_rows import (
    agenda_rows,
    awaited_chip,
    indicator_lines,
    next_awaited,
    progress_words,
)
from ui.meeting.letter_editor import LetterEditor

if TYPE_CHECKING:
    from db.confirming import AgendaItem, BodyLine


class FinalisationAgenda(QWidget):
    """Goes through the commitments, one responsible body after the other.

    Enter on a body opens its letter; an answer leads to the next one that is awaited.

    Attributes:
        list: commitments and bodies; editor: the letter of the body that is asked now.

    Signals:
        removal_requested(str): the letter with this id shall go.
        commitment_requested(str): the person wants to see this commitment.
        choice_requested(): the person wants to choose what is finalised.
        asking_changed(bool): a letter is open now, or no longer.
    """

    removal_requested = Signal(str)
    commitment_requested = Signal(str)
    choice_requested = Signal()
    asking_changed = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._agenda: tuple[AgendaItem, ...] = ()
        self._progress = ElidedLabel("", "strong")
        self._chip = Chip()
        self._chip.hide()
        self.list = RowList(words("agenda.name"), title_lines=2)
        self.editor = LetterEditor(words)
        self.editor.hide()
        self._hint = PlainLabel(words("agenda.hint"), "small")
        self._hint.setContentsMargins(13, 6, 13, 8)
        self._empty = EmptyState(
            "list-checks",
            words("agenda.empty_title"),
            words("agenda.empty_text"),
            words("agenda.empty_button"),
        )
        self._empty.pressed.connect(self.choice_requested)
        self._arrange()
        self.list.opened.connect(self._open)
        self.list.removal_requested.connect(self._remove)
        self.editor.answered.connect(self._ask_next)
        self.editor.closed.connect(self.close_editor)

    def show_agenda(
        self,
        agenda: Sequence[AgendaItem],
        day: str,
        today: str,
        unsaved: Collection[str] = (),
    ) -> None:
        """Show the agenda of a meeting on this ISO date, as it stands today."""
        self._agenda = tuple(agenda)
        self._progress.setText(progress_words(self._words, agenda))
        self._chip.show_chip(*awaited_chip(self._words, agenda, day, today))
        self.list.set_rows(agenda_rows(self._words, agenda, day, today))
        self._empty.setVisible(not agenda)
        for part in (self._progress, self.list, self._hint):
            part.setVisible(bool(agenda))
        found = self._find(self.editor.key())
        if found is not None and not self.editor.isHidden():
            indicators = indicator_lines(self._words, found[0])
            self.editor.show_body(found[1], indicators, unsaved)
        elif not self.editor.isHidden():
            self.close_editor()

    def body_of(self, letter_id: str) -> str:
        """Return whose letter this is."""
        bodies = (body for item in self._agenda for body in item.bodies)
        return next((b.organisation for b in bodies if b.letter and b.letter.id == letter_id), "")

    def ask(self, body: BodyLine) -> None:
        """Open the letter of a body."""
        found = self._find(body.key)
        if found is None:
            return
        self.list.set_current(body.key)
        self.editor.show_body(body, indicator_lines(self._words, found[0]))
        self.editor.show()
        self._hint.hide()
        self.asking_changed.emit(True)
        self.editor.focus_first()

    def close_editor(self) -> None:
        """Put the letter away; the focus goes back to its row."""
        held = self.editor.isAncestorOf(self.window().focusWidget() or self)
        self.editor.forget()
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()
        self._hint.setVisible(bool(self._agenda))
        self.asking_changed.emit(False)

    def leave(self) -> None:
        """Store what is being written, before another meeting or none is shown."""
        if not self.editor.isHidden():
            self.close_editor()

    def _open(self, key: str) -> None:
        found = self._find(key)
        if found is not None:
            self.ask(found[1])
        else:
            self.commitment_requested.emit(key)

    def _ask_next(self, answer: str) -> None:
        body = next_awaited(self._agenda, self.editor.key())
        asked = self._find(self.editor.key())
        if body is None:
            self.close_editor()
            announce(self, self._words("agenda.finished"))
            return
        said = asked[1].organisation if asked else ""
        words = self._words
        spoken = words(f"agenda.answers.{answer}")
        announce(self, words("agenda.said", name=said, answer=spoken, next=body.organisation))
        self.ask(body)

    def _remove(self, key: str) -> None:
        found = self._find(key)
        if found is not None and found[1].letter is not None:
            if self.editor.key() == key:
                self.close_editor()
            self.removal_requested.emit(found[1].letter.id)

    def _find(self, key: str) -> tuple[AgendaItem, BodyLine] | None:
        pairs = ((item, body) for item in self._agenda for body in item.bodies)
        return next((pair for pair in pairs if pair[1].key == key), None)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(13, 9, 13, 6)
        head.setSpacing(8)
        head.addWidget(self._progress, 1)
        head.addWidget(self._chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        column.addWidget(self.editor)

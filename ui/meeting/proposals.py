"""Changes of the canvas that the minutes don't tell of yet: noted, edited or left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.chip import KeyHint
from ui.common.labels import ElidedLabel, Line
from ui.common.row_list import Row, RowList
from ui.meeting.proposal_words import proposal_text

if TYPE_CHECKING:
    from db.canvas_changes import Proposal

KEYS = "Alt+U"
_SHOWN = 2


class ProposalList(QFrame):
    """A quiet list above the next point; not there while nothing waits. Alt+U goes to it.

    Signals:
        confirmed(str, str), edited(str, str): a proposal becomes a point of this text, which is
            opened to be edited.
        dropped(str): the minutes are not to tell of it.
        left(): Escape was pressed, or nothing is left here.
    """

    confirmed = Signal(str, str)
    edited = Signal(str, str)
    dropped = Signal(str)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._texts: dict[str, str] = {}
        self.setObjectName("proposals")
        self._title = ElidedLabel("", "label")
        self.list = RowList(words("canvas_changes.proposals.name"), title_lines=2, compact=True)
        self.list.installEventFilter(self)
        head = QHBoxLayout()
        head.setContentsMargins(13, 4, 8, 0)
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(KeyHint(KEYS))
        for name, icon, wish in (
            ("confirm", "check", self._confirm),
            ("edit", "pencil", self._edit),
            ("drop", "x", self._drop),
        ):
            button = IconButton(words(f"canvas_changes.proposals.{name}"), icon)
            button.clicked.connect(lambda _=False, deed=wish: deed())
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(head)
        column.addWidget(self.list)
        QShortcut(QKeySequence(KEYS), self, activated=self.list.setFocus)
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show what waits, the earliest first; the focus stays here while anything is left."""
        focused = self._has_focus()
        self._texts = {one.key: proposal_text(self._words, one) for one in proposals}
        self.list.set_rows(
            [
                Row(key, text, spoken=self._words("canvas_changes.proposals.spoken", text=text))
                for key, text in self._texts.items()
            ]
        )
        self._title.setText(self._words("canvas_changes.proposals.title", n=len(proposals)))
        self.setVisible(bool(proposals))
        self._fit()
        if not self.list.current_key() and proposals:
            self.list.set_current(self.list.first_key())
        if focused and not proposals:
            self.left.emit()
        elif focused:
            self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        wishes = {
            Qt.Key.Key_Return: self._confirm,
            Qt.Key.Key_Enter: self._confirm,
            Qt.Key.Key_F2: self._edit,
            Qt.Key.Key_Delete: self._drop,
            Qt.Key.Key_Escape: self.left.emit,
        }
        wish = wishes.get(Qt.Key(event.key()))
        if wish is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        wish()
        return True

    def _confirm(self) -> None:
        key = self.list.current_key()
        if key:
            self.confirmed.emit(key, self._texts[key])

    def _edit(self) -> None:
        key = self.list.current_key()
        if key:
            self.edited.emit(key, self._texts[key])

    def _drop(self) -> None:
        if self.list.current_key():
            self.dropped.emit(self.list.current_key())

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused) and self.isVisible()

    def _fit(self) -> None:
        """Be as high as the first rows; more are scrolled to."""
        rows = min(_SHOWN, len(self._texts))
        height = sum(self.list.sizeHintForRow(row) for row in range(rows))
        if self.list.height() != height + 2:
            self.list.setFixedHeight(height + 2)

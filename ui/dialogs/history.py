"""What a field said before, and who brought in which words of now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.differences import Span
from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.differing_text import DifferingText
from ui.common.labels import PlainLabel
from ui.common.letters import px
from ui.common.phrase_text import Phrase, PhraseText
from ui.common.row_list import Row, RowList
from ui.common.rows import RowChip
from ui.common.scroll import scrolled
from ui.dialogs.base import Dialog

_WIDTH, _HEIGHT = 1080, 760
# Room above and below the first change that is brought into view.
_AROUND = 60


@dataclass(frozen=True)
class EarlierText:
    """A text that the field had.

    Attributes:
        key: its revision.
        when: when and by whom, in words.
        origin: its meeting and point, in words; "" for none.
        spans: how it differs from the text before it.
        counted: that in numbers.
        shown: whether it is the text of now.
        drafts: the drafts that were frozen with it, in words.
    """

    key: str
    when: str
    origin: str
    spans: tuple[Span, ...]
    counted: str
    shown: bool = False
    drafts: tuple[str, ...] = ()


class HistoryDialog(Dialog):
    """Shows a field's earlier texts and the origin of each phrase; one can be restored.

    Signals:
        restore_requested(str): the text of this revision is wanted again.
    """

    restore_requested = Signal(str)

    def __init__(
        self,
        words: Words,
        field: str,
        phrases: Sequence[Phrase],
        texts: Sequence[EarlierText],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words,
            words("drafts.history.title", field=field),
            words("drafts.history.text"),
            words("drafts.history.ok"),
            cancel=False,
            parent=parent,
        )
        self.take_room(_WIDTH, _HEIGHT)
        self._texts = {text.key: text for text in texts}
        self.provenance = PhraseText(words, phrases)
        self.list = RowList(words("drafts.history.earlier"), chooses=True, compact=True)
        self.list.set_rows([self._text_row(text) for text in texts])
        self.list.current_changed.connect(self._show_text)
        self.changes = DifferingText(words, words("drafts.history.earlier"))
        self._whence = PlainLabel("", "small")
        self.restore = GhostButton(words("drafts.history.restore"), "history")
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(lambda _=False: self._tell())
        self._arrange(bool(texts))
        if texts:
            self.list.set_current(texts[0].key)
            self._show_text(texts[0].key)

    def _text_row(self, text: EarlierText) -> Row:
        chips: tuple[RowChip, ...] = tuple((draft, "neutral") for draft in text.drafts)
        if text.shown:
            chips += ((self.words("drafts.history.shown"), "success"),)
        note = " · ".join(part for part in (text.counted, text.origin) if part)
        return Row(text.key, text.when, note, chips=chips)

    def _show_text(self, key: str) -> None:
        text = self._texts.get(key)
        if text is not None:
            self.changes.show_spans(text.spans)
            QTimer.singleShot(0, self, self._show_first_change)
            self._whence.setText(text.origin)
            self._whence.setVisible(bool(text.origin))
            self.restore.setEnabled(not text.shown)

    def _show_first_change(self) -> None:
        """Bring what is other into view; a long text may begin with pages that stayed."""
        if not self.changes.isVisible():
            return
        self.changes.go_to_change()
        caret = self.changes.cursorRect()
        place = self.changes.viewport().mapTo(self._scroll.widget(), caret.center())
        self._scroll.ensureVisible(place.x(), place.y(), 0, px(_AROUND))

    def _tell(self) -> None:
        self.restore_requested.emit(self.list.current_key())
        self.accept()

    def _arrange(self, some: bool) -> None:
        words = self.words
        if not some:
            self.body.addWidget(PlainLabel(words("drafts.history.empty"), "muted"))
            self.body.addStretch(1)
            return
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(PlainLabel(words("drafts.history.earlier"), "label"))
        left.addWidget(self.list, 1)
        left.addWidget(self.restore)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(PlainLabel(words("drafts.history.now"), "label"))
        right.addWidget(self.provenance, 1)
        right.addWidget(PlainLabel(words("drafts.history.differs"), "label"))
        right.addWidget(self._whence)
        self._scroll = scrolled(self.changes)
        # Texts have their height only once they have their width.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_first_change)
        right.addWidget(self._scroll, 1)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.body.addLayout(row, 1)

"""The session files that were received, each to be taken back as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.chip import Chip, Kind
from ui.common.empty_state import EmptyState
from ui.common.labels import Line, PlainLabel


@dataclass(frozen=True)
class ReceivedFile:
    """A line of the list.

    Attributes:
        receipt_id: names the import to take back.
        name: the file's name.
        detail: when, and what it brought.
        chips: short facts with their kind.
    """

    receipt_id: str
    name: str
    detail: str
    chips: tuple[tuple[str, Kind], ...] = ()


class ReceivedList(QScrollArea):
    """Receipts below each other; says what to do when there are none.

    Signals:
        undo_requested(str): the receipt whose import is to be taken back.
        receive_requested: the person wants to pick session files.
    """

    undo_requested = Signal(str)
    receive_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWidgetResizable(True)
        self.setAccessibleName(words("documents_screen.received.title"))

    def show_files(self, files: Sequence[ReceivedFile]) -> None:
        """Show these files instead of those before."""
        self.setWidget(self._build_list(files) if files else self._build_empty())

    def _build_empty(self) -> QWidget:
        words = self._words
        empty = EmptyState(
            "inbox",
            words("documents_screen.received.none"),
            words("documents_screen.received.hint"),
            words("documents_screen.receive"),
            "inbox",
        )
        empty.pressed.connect(self.receive_requested)
        return empty

    def _build_list(self, files: Sequence[ReceivedFile]) -> QWidget:
        ground = QWidget()
        ground.setProperty("role", "scrolled")
        column = QVBoxLayout(ground)
        column.setContentsMargins(13, 8, 13, 13)
        column.setSpacing(8)
        for file in files:
            column.addWidget(self._build_file(file))
            column.addWidget(Line())
        column.addStretch(1)
        return ground

    def _build_file(self, file: ReceivedFile) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(file.name, "strong"))
        texts.addWidget(PlainLabel(file.detail, "muted"))
        row.addLayout(texts, 1)
        for text, kind in file.chips:
            row.addWidget(Chip(text, kind))
        undo = GhostButton(self._words("documents_screen.received.undo"), "undo-2")
        undo.setAccessibleDescription(file.name)
        undo.clicked.connect(lambda _=False: self.undo_requested.emit(file.receipt_id))
        row.addWidget(undo)
        return line

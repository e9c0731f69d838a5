"""The commitments of a plan as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from resources.forms import load_form
from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.row_list import Row, RowList

if TYPE_CHECKING:
    from db.overview import CommitmentLine


class CommitmentList(QWidget):
    """Number, title, leads and completeness of every commitment; Enter opens one.

    Signals:
        opened(str): a commitment's canvas is wanted.
        wanted(): a new commitment is.
        removal_requested(str): a commitment is to go.
        move_requested(str, str): a commitment is to stand before another ("": last).
    """

    opened = Signal(str)
    wanted = Signal()
    removal_requested = Signal(str)
    move_requested = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.list = RowList(words("canvas.list.name"))
        self.list.opened.connect(self.opened)
        self.list.removal_requested.connect(self.removal_requested)
        self.list.move_requested.connect(self._move)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_tools())
        self._card = Card(words("canvas.list.title"), keys="Alt+1", padded=False)
        self._tools = [self._add_tool(*tool) for tool in self._tool_work()]
        self._card.body.addWidget(self.list)
        self._empty = EmptyState(
            "file-text",
            words("canvas.list.empty_title"),
            words("canvas.list.empty_text"),
            words("canvas.new"),
            "plus",
        )
        self._empty.pressed.connect(self.wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_lines(self, lines: Sequence[CommitmentLine]) -> None:
        """List these commitments."""
        self.list.set_rows([self._row(line) for line in lines])
        self._card.set_badge(self.words("canvas.list.count", n=len(lines)) if lines else "")
        self._stack.setCurrentWidget(self._card if lines else self._empty)
        self._show_tools()

    def set_current(self, commitment_id: str) -> None:
        """Mark a commitment, such as the one whose canvas was open."""
        self.list.set_current(commitment_id)

    def focus_start(self) -> None:
        """Begin to choose, or to add the first one."""
        if self._stack.currentWidget() is self._card:
            self.list.setFocus()
        elif self._empty.button is not None:
            self._empty.button.setFocus()

    def _row(self, line: CommitmentLine) -> Row:
        words = self.words
        asked = load_form(line.form).asked()
        missing = [name for name in asked if name not in line.filled]
        bar = 1 - len(missing) / len(asked) if asked else 1.0
        # Rounded down: only what is complete says so.
        share = int(bar * 100)
        draft = words(f"canvas.drafts.{line.draft or 'none'}")
        number = "" if line.number is None else str(line.number)
        title = line.title or words("canvas.untitled")
        leads = "; ".join(name for name in line.leads if name) or words("canvas.list.no_leads")
        return Row(
            line.id,
            title,
            leads,
            lead=number or "–",
            chips=(
                (draft, "info" if line.draft else "neutral"),
                (words("canvas.rail.share", share=share), "neutral" if missing else "success"),
            ),
            bar=bar,
            strong=True,
            spoken=words(
                "canvas.list.spoken",
                number=number, title=title, leads=leads, draft=draft, share=share,
            ).strip(),
        )  # fmt: skip

    def _tool_work(self) -> Sequence[tuple[str, str, object]]:
        return (
            ("up", "arrow-up", lambda: self._move(self.list.current_key(), -1)),
            ("down", "arrow-down", lambda: self._move(self.list.current_key(), 1)),
            ("remove", "trash-2", lambda: self.removal_requested.emit(self.list.current_key())),
        )

    def _add_tool(self, name: str, drawing: str, run) -> IconButton:
        button = IconButton(self.words(f"canvas.list.{name}"), drawing)
        button.clicked.connect(lambda _=False: run())
        self._card.add_head_widget(button)
        return button

    def _show_tools(self) -> None:
        keys = [row.key for row in self.list.rows()]
        key = self.list.current_key()
        place = keys.index(key) if key in keys else -1
        for button, able in zip(
            self._tools, (place > 0, 0 <= place < len(keys) - 1, place >= 0), strict=True
        ):
            button.setEnabled(able)

    def _move(self, key: str, step: int) -> None:
        keys = [row.key for row in self.list.rows()]
        if key not in keys or not 0 <= keys.index(key) + step < len(keys):
            return
        place = keys.index(key) + step
        keys.remove(key)
        self.move_requested.emit(key, keys[place] if place < len(keys) else "")

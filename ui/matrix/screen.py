"""The target matrix of a commitment: its head block and its table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.lines import in_one_line
from resources.words import Words
from ui.common.buttons import GhostButton, IconButton, LinkButton
from ui.common.card import Card
from ui.common.choice_box import ChoiceBox
from ui.common.empty_state import EmptyState
from ui.common.keys import add_key
from ui.common.labels import PlainLabel
from ui.common.screen import Screen, ScreenAction
from ui.matrix.cell_mark import KEYS, CellMark
from ui.matrix.grid import MatrixGrid
from ui.matrix.head import HeadBlock
from ui.matrix.view import MatrixView

_SHOWN = 70


class MatrixScreen(Screen):
    """One commitment's matrix. The grid and the head block have signals of their own.

    Attributes:
        grid, head: the table and the head block.
        mark: what says that the current cell differs.

    Signals:
        commitment_chosen(str): another commitment's matrix is wanted.
        row_wanted(str): a row is to be added behind another ("": at the end).
        canvas_requested(str), export_requested(str): the commitment elsewhere.
        commitments_requested(): there is none yet; one is begun there.
        history_requested(): the past of the current cell is wanted.
        head_history_requested(): the past of the head block is wanted.
        deciding_requested(str): what differs in a cell is to be decided, as `id/field`.
    """

    commitment_chosen = Signal(str)
    row_wanted = Signal(str)
    canvas_requested = Signal(str)
    export_requested = Signal(str)
    commitments_requested = Signal()
    history_requested = Signal()
    head_history_requested = Signal()
    deciding_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._view = MatrixView("")
        self.grid = MatrixGrid(words)
        self.head = HeadBlock(words)
        self.head.hide()
        self._empty = EmptyState(
            "table-2",
            words("matrix.nothing.title"),
            words("matrix.nothing.text"),
            words("matrix.nothing.button"),
        )
        self._empty.pressed.connect(self.commitments_requested)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_page())
        self.column.addWidget(self._stack)
        self.grid.row_wanted.connect(self.row_wanted)
        self.grid.texts_changed.connect(self._show_counts)
        self.grid.current_changed.connect(self._on_current)
        self.head.history_requested.connect(self.head_history_requested)
        self._add_keys()
        self._show_counts()
        self._on_current()

    def show_matrix(self, view: MatrixView) -> None:
        """Show a commitment's matrix, leaving alone what the person is writing in."""
        other = view.commitment_id != self._view.commitment_id
        self._view = view
        self._stack.setCurrentIndex(1 if view.commitment_id else 0)
        self._chooser.set_choices(view.commitments)
        if view.commitment_id:
            self._chooser.set_value(view.commitment_id)
            self.head.show_head(view.commitment_id, view.head, view.own_head)
            self.grid.show_targets(view.columns, view.rows)
            self._show_steps()
        if other and view.rows:
            self.grid.go_to_start()
        self.title_changed.emit()

    def show_own_head(self, own: dict[str, str]) -> None:
        """Take notice of what was worded by hand just now."""
        self._view = replace(self._view, own_head=own)
        self.title_changed.emit()

    def title(self) -> str:
        view = self._view
        if not view.commitment_id:
            return self.words("matrix.title")
        number = "" if view.number is None else f"{view.number}. "
        title = view.title or self.words("canvas.untitled")
        return self.words("matrix.title_of", commitment=f"{number}{title}")

    def subtitle(self) -> str:
        view = self._view
        said = {line.key: view.own_head.get(line.key) or line.derived for line in view.head}
        parts = [
            self.words(f"matrix.subtitle.{key}", names=in_one_line(said[key], _SHOWN))
            for key in ("leads", "government_actors", "proposers")
            if said.get(key)
        ]
        return " · ".join(parts) or view.plan

    def header_actions(self) -> list[ScreenAction]:
        if not self._view.commitment_id:
            return []
        words = self.words
        return [
            ScreenAction(
                "canvas", words("matrix.canvas"), partial(self._tell, self.canvas_requested),
                icon="file-text", shortcut="Ctrl+M",
            ),
            ScreenAction(
                "export", words("matrix.export"), partial(self._tell, self.export_requested),
                icon="file-spreadsheet", shortcut="Ctrl+E", primary=True,
            ),
        ]  # fmt: skip

    def facts(self) -> list[str]:
        current = self.grid.current_cell() if self._view.commitment_id else None
        if current is None:
            return []
        row, column = current
        name = column.label
        if column.checkpoint:
            month = int(column.checkpoint[1:])
            name = self.words("matrix.facts.month", month=month, checkpoint=column.checkpoint)
        place = self.words("matrix.facts.place", column=name, row=row + 1)
        return [place, self.words("matrix.facts.paste")]

    def focus_start(self) -> None:
        if self._view.commitment_id and self._view.rows:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._view.commitment_id:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._empty.button is not None:
            self._empty.button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit(self.height())

    def show_head_block(self, shown: bool) -> None:
        """Unfold or fold the head block."""
        self.head.setVisible(shown)
        self._fold.set_icon("chevron-up" if shown else "chevron-down")
        self._fold.setText(self.words("matrix.head.hide" if shown else "matrix.head.show"))
        if shown:
            self.head.focus_start()
        else:
            self.focus_start()

    def _build_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._build_bar())
        column.addWidget(self.head)
        card = Card(self.words("matrix.grid"), padded=False)
        card.hide_head()
        card.body.addWidget(self.grid, 1)
        card.body.addWidget(self._build_add())
        card.body.addStretch(0)
        card.body.addWidget(self._build_foot())
        card.body.setSpacing(0)
        self.grid.sizing.height_changed.connect(self.grid.setMaximumHeight)
        column.addWidget(card, 1)
        return page

    def _build_bar(self) -> QHBoxLayout:
        words = self.words
        self._chooser = ChoiceBox(words("matrix.commitment"), [("", "")])
        self._chooser.setMaximumWidth(620)
        self._chooser.edited.connect(lambda key: self.commitment_chosen.emit(str(key)))
        self._steps: list[IconButton] = []
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self._chooser, 3)
        for name, drawing, step in (("before", "chevron-left", -1), ("behind", "chevron-right", 1)):
            button = IconButton(words(f"canvas.rail.{name}"), drawing)
            button.clicked.connect(lambda _=False, s=step: self._step(s))
            self._steps.append(button)
            bar.addWidget(button)
        bar.addStretch(1)
        self._history = GhostButton(words("matrix.history"), "history", "Ctrl+Shift+H")
        self._history.clicked.connect(lambda _=False: self._ask_for_past(self.grid))
        self.mark = CellMark(words, self.grid, self.deciding_requested.emit)
        bar.addWidget(self.mark)
        bar.addWidget(self._history)
        self._fold = GhostButton(words("matrix.head.show"), "chevron-down", "Alt+1")
        self._fold.clicked.connect(lambda _=False: self.show_head_block(self.head.isHidden()))
        bar.addWidget(self._fold)
        return bar

    def _build_add(self) -> QFrame:
        line = QFrame()
        line.setObjectName("addRow")
        row = QHBoxLayout(line)
        row.setContentsMargins(4, 3, 4, 3)
        self._add = LinkButton(self.words("matrix.add"), "plus", "Ctrl+Enter")
        self._add.clicked.connect(lambda _=False: self.row_wanted.emit(""))
        self._hint = PlainLabel(self.words("matrix.paste_hint"), "small", wraps=False)
        row.addWidget(self._add)
        row.addWidget(self._hint)
        row.addStretch(1)
        return line

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("cardFoot")
        self._counts = PlainLabel("", "small", wraps=False)
        merge = QCheckBox(self.words("matrix.merge"))
        merge.setChecked(True)
        merge.toggled.connect(self.grid.set_merging)
        row = QHBoxLayout(foot)
        row.setContentsMargins(13, 6, 13, 6)
        row.addWidget(self._counts, 1)
        row.addWidget(merge)
        return foot

    def _show_counts(self) -> None:
        table = self.grid.table
        rows = len(table.ids)
        self._hint.setVisible(not rows)
        self._paste.setEnabled(not rows)
        checkpoints = [column.field for column in table.columns if column.checkpoint]
        every = rows * len(checkpoints)
        parts = [
            self.words("matrix.counts.rows", n=rows),
            self.words(
                "matrix.counts.targets", filled=every - table.count_empty(checkpoints), all=every
            ),
        ]
        missing = table.count_empty(["evidence"])
        if missing:
            parts.append(self.words("matrix.counts.evidence", n=missing))
        self._counts.setText(" · ".join(parts))

    def _show_steps(self) -> None:
        ids = [key for key, _ in self._view.commitments]
        place = ids.index(self._view.commitment_id)
        self._steps[0].setEnabled(place > 0)
        self._steps[1].setEnabled(place < len(ids) - 1)

    def _step(self, step: int) -> None:
        ids = [key for key, _ in self._view.commitments]
        if self._view.commitment_id in ids:
            place = ids.index(self._view.commitment_id) + step
            if 0 <= place < len(ids):
                self.commitment_chosen.emit(ids[place])

    def _on_current(self) -> None:
        self._history.setEnabled(self.grid.current_cell() is not None)
        self.title_changed.emit()

    def _ask_for_past(self, about: QWidget | None = None) -> None:
        """Ask for the past of the head block if it is written in, else of the current cell."""
        if about is None and self.head.isAncestorOf(self.window().focusWidget() or self):
            self.head_history_requested.emit()
        elif self.grid.current_cell() is not None:
            self.grid.writing.finish()
            self.history_requested.emit()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, wish: SignalInstance) -> None:
        wish.emit(self._view.commitment_id)

    def _add_keys(self) -> None:
        # Where no row takes the focus yet, the screen takes what is pasted.
        self._paste = add_key(self, QKeySequence.StandardKey.Paste, self.grid.keys.paste)
        for keys, run in (
            ("Ctrl+PgUp", partial(self._step, -1)),
            ("Ctrl+PgDown", partial(self._step, 1)),
            ("Alt+1", self._fold.click),
            ("Ctrl+Shift+H", self._ask_for_past),
            (KEYS, self.mark.decide),
        ):
            add_key(self, keys, run)

"""The head block of a matrix: what it derives from the commitment, and what is worded by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.chip import Chip
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.letters import hold, px
from ui.common.scroll import ScrollColumn
from ui.common.text_edit import GrowingTextEdit
from ui.matrix.view import HeadField

_LABEL = 262
_MOST = 292


class HeadBlock(Card):
    """A line for each label of the official head; an empty one says what is derived.

    Signals:
        edited(str, object): the commitment's id, and all that is worded by hand, by key.
        left(str): the person has gone on.
        history_requested(): what it said before is wanted.
    """

    edited = Signal(str, object)
    left = Signal(str)
    history_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("matrix.head.title"), padded=False)
        self._words = words
        self._form = Form(self)
        self._shown: tuple[str, ...] = ()
        self._own: dict[str, str] = {}
        self._fields: dict[str, GrowingTextEdit] = {}
        self._chips: dict[str, Chip] = {}
        self._scroll = ScrollColumn()
        self._ground = QWidget()
        self._scroll.column.addWidget(self._ground)
        self.body.addWidget(self._scroll)
        history = IconButton(words("matrix.head.history"), "history")
        history.clicked.connect(lambda _=False: self.history_requested.emit())
        self.add_head_widget(history)

    def show_head(
        self, commitment_id: str, head: Sequence[HeadField], own: Mapping[str, str]
    ) -> None:
        """Show a commitment's head block."""
        keys = tuple(line.key for line in head)
        if keys != self._shown:
            self._build(head)
        self._own = dict(own)
        for line in head:
            self._fields[line.key].setPlaceholderText(line.derived or self._words("matrix.empty"))
        values = {line.key: own.get(line.key, "") for line in head}
        self._form.show_record(commitment_id, values)
        self._show_chips()

    def fit(self, room: int) -> None:
        """Take no more than half of the room; the rest scrolls."""
        self.setFixedHeight(min(px(_MOST), room // 2))

    def focus_start(self) -> None:
        """Begin to write in the first line."""
        next(iter(self._fields.values())).setFocus()

    def _build(self, head: Sequence[HeadField]) -> None:
        self._scroll.column.removeWidget(self._ground)
        self._ground.hide()
        self._ground.deleteLater()
        self._ground = QWidget()
        self._shown = tuple(line.key for line in head)
        self._form = Form(self)
        self._form.edited.connect(self._take)
        self._form.left.connect(lambda record_id, _key: self.left.emit(record_id))
        self._fields, self._chips = {}, {}
        grid = QGridLayout(self._ground)
        grid.setContentsMargins(13, 8, 13, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(head):
            self._add_line(grid, row, line)
        self._scroll.column.addWidget(self._ground)

    def _add_line(self, grid: QGridLayout, row: int, line: HeadField) -> None:
        label = PlainLabel(line.label, "label")
        hold(label, fixedWidth=_LABEL)
        label.setContentsMargins(0, 5, 0, 0)
        field = GrowingTextEdit(line.label, most_lines=12, quiet=True)
        label.setBuddy(field)
        chip = Chip(self._words("matrix.head.own"), "info")
        self._form.add(line.key, field)
        self._fields[line.key], self._chips[line.key] = field, chip
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, row, 1)
        grid.addWidget(chip, row, 2, Qt.AlignmentFlag.AlignTop)

    def _take(self, record_id: str, key: str, text: object) -> None:
        self._own[key] = str(text)
        self._own = {name: words for name, words in self._own.items() if words}
        self._show_chips()
        self.edited.emit(record_id, dict(self._own))

    def _show_chips(self) -> None:
        for key, chip in self._chips.items():
            chip.setVisible(bool(self._own.get(key)))
        count = len(self._own)
        self.set_badge(self._words("matrix.head.own_count", n=count) if count else "", "info")

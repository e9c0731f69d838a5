"""What chosen session files would bring, shown before anything changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.chip import Chip, Kind
from ui.common.labels import Line, PlainLabel
from ui.common.letters import px
from ui.dialogs.base import Dialog


@dataclass(frozen=True)
class Arrival:
    """One file as the dialog shows it.

    Attributes:
        name: the file's name.
        lines: what it brings, or why it is refused.
        chips: short facts with their kind.
        refused: whether it is left out.
    """

    name: str
    lines: tuple[str, ...]
    chips: tuple[tuple[str, Kind], ...] = ()
    refused: bool = False


class ArrivalDialog(Dialog):
    """Asks whether to receive the files that can be received; refused ones say why."""

    def __init__(
        self, words: Words, arrivals: Sequence[Arrival], parent: QWidget | None = None
    ) -> None:
        able = sum(not arrival.refused for arrival in arrivals)
        super().__init__(
            words,
            words("documents_screen.arrival.title", n=len(arrivals)),
            words("documents_screen.arrival.text"),
            words("documents_screen.arrival.ok", n=able),
            parent=parent,
        )
        self.ok.setEnabled(able > 0)
        self.setMinimumWidth(px(620))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._build_list(arrivals))
        area.setMinimumHeight(min(420, 90 * len(arrivals) + 40))
        self.body.addWidget(area, 1)

    def _build_list(self, arrivals: Sequence[Arrival]) -> QWidget:
        ground = QWidget()
        ground.setProperty("role", "scrolled")
        column = QVBoxLayout(ground)
        column.setSpacing(8)
        for arrival in arrivals:
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(PlainLabel(arrival.name, "strong"), 1)
            for text, kind in arrival.chips:
                head.addWidget(Chip(text, kind))
            column.addLayout(head)
            for line in arrival.lines:
                column.addWidget(PlainLabel(line, "problem" if arrival.refused else "muted"))
            column.addWidget(Line())
        column.addStretch(1)
        return ground

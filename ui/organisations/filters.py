"""Which organisations are shown: a text to search for, and a button for each sector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.filter_button import FilterButton
from ui.common.flow_layout import FlowLayout
from ui.common.line_edit import LineEdit
from ui.common.read_only import FINDS
from ui.organisations.rows import JOINED, sector_words

if TYPE_CHECKING:
    from db.overview import OrganisationLine

_ALL = "all"


class Filters(QWidget):
    """Keeps what is searched for, and says when it is another.

    Signals:
        changed(): the text or the sector is another.
    """

    changed = Signal()

    def __init__(self, words: Words, sectors: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._names = {name: name for name in (_ALL, *sectors, "", JOINED)}
        self._buttons: dict[str, FilterButton] = {}
        self.line = LineEdit(words("organisations.directory.search"))
        self.line.setProperty(FINDS, True)
        self.line.setPlaceholderText(words("organisations.directory.search"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        ground = QWidget()
        ground.setAccessibleName(words("organisations.directory.filters"))
        flow = FlowLayout(ground, 4)
        group = QButtonGroup(self)
        for name in self._names:
            button = FilterButton("")
            button.clicked.connect(lambda _=False: self.changed.emit())
            group.addButton(button)
            flow.addWidget(button)
            self._buttons[name] = button
        self._buttons[_ALL].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 10, 13, 8)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(ground)

    def text(self) -> str:
        """Return the text that is searched for."""
        return self.line.value()

    def sector(self) -> str | None:
        """Return the sector that is asked for, JOINED for the joined ones, None for all."""
        chosen = next(name for name, button in self._buttons.items() if button.isChecked())
        return None if chosen == _ALL else chosen

    def clear(self, sector: str = "") -> None:
        """Show all again, or all of a sector, without saying so."""
        blocked = self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(blocked)
        self._buttons[sector or _ALL].setChecked(True)

    def show_counts(self, lines: Sequence[OrganisationLine]) -> None:
        """Say how many there are of each; a filter without any is not offered."""
        for name, button in self._buttons.items():
            count = sum(self._belongs(line, name) for line in lines)
            label = self._label(name)
            button.setText(self._words("organisations.directory.filter", name=label, n=count))
            spoken = self._words("organisations.directory.filter_spoken", name=label, n=count)
            button.setAccessibleName(spoken)
            button.setVisible(count > 0 or name == _ALL)
            if button.isChecked() and not count:
                self._buttons[_ALL].setChecked(True)

    def _belongs(self, line: OrganisationLine, name: str) -> bool:
        if name == JOINED:
            return bool(line.same_as)
        return not line.same_as and name in (_ALL, line.sector)

    def _label(self, name: str) -> str:
        if name in (_ALL, JOINED):
            return self._words(f"organisations.directory.{name}")
        return sector_words(self._words, name)

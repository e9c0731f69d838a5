"""The sections of a canvas as a list, with how much of it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from resources.words import Words
from ui.canvas.sections import CanvasSection
from ui.canvas.state import SectionState
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.chip import Kind
from ui.common.labels import PlainLabel
from ui.common.row_list import Row, RowList


class SectionRail(Card):
    """Leads to the sections and says which of them are empty.

    Signals:
        section_chosen(str): the person wants to write in a section.
        step_requested(int): the commitment before (-1) or behind (1) is wanted.
    """

    section_chosen = Signal(str)
    step_requested = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__(words("canvas.rail.title"), padded=False)
        self._words = words
        self._sections: Sequence[CanvasSection] = ()
        self._state: dict[str, SectionState] = {}
        self.list = RowList(words("canvas.rail.title"), chooses=True, title_lines=1, compact=True)
        self.list.opened.connect(self.section_chosen)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._build_foot())
        self._steps = [self._add_step(-1, "before"), self._add_step(1, "behind")]

    def show_sections(self, sections: Sequence[CanvasSection]) -> None:
        """List these sections."""
        self._sections = sections

    def show_state(self, state: Mapping[str, SectionState]) -> None:
        """Mark, by their keys, which sections are filled in."""
        if state == self._state and len(self.list.rows()) == len(self._sections):
            return
        self._state = dict(state)
        self.list.set_rows([self._row(section) for section in self._sections])
        self._show_share()

    def show_current(self, key: str) -> None:
        """Mark the section that is written in."""
        self.list.set_current(key)

    def focus_start(self) -> None:
        """Begin to choose, at the current section or at the first."""
        self.list.setFocus()
        if not self.list.current_key():
            self.list.set_current(self.list.first_key())

    def show_steps(self, before: bool, behind: bool) -> None:
        """Say whether there is a commitment before and one behind."""
        for button, there in zip(self._steps, (before, behind), strict=True):
            button.setEnabled(there)

    def _row(self, section: CanvasSection) -> Row:
        state = self._state[section.key]
        said = self._words("canvas.rail.filled" if state.filled else "canvas.rail.empty")
        chip: tuple[str, Kind] = ("✓", "success")
        if state.note:
            chip = (state.note, "warning" if state.alarm else "neutral")
        elif not state.filled:
            chip = ("!", "warning") if section.asked else ("–", "neutral")
        spoken = ", ".join(part for part in (section.name, state.note, said) if part)
        return Row(section.key, section.name, chips=(chip,), spoken=spoken)

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("cardFoot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(13, 9, 13, 11)
        column.setSpacing(5)
        title = self._words("canvas.rail.complete")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        self._share = PlainLabel("", "small")
        column.addWidget(PlainLabel(title, "small"))
        column.addWidget(self._bar)
        column.addWidget(self._share)
        return foot

    def _show_share(self) -> None:
        # A form may ask for contacts in two sections; they count once, as everywhere.
        asked: dict[str, bool] = {}
        for section in self._sections:
            if section.asked:
                filled = self._state[section.key].filled
                asked[section.field] = asked.get(section.field, False) or filled
        missing = list(asked.values()).count(False)
        # Rounded down: only what is complete says so.
        share = 100 * (len(asked) - missing) // len(asked) if asked else 100
        self._bar.setValue(share)
        rest = self._words("canvas.rail.missing", n=missing) if missing else ""
        done = self._words("canvas.rail.share", share=share)
        self._share.setText(f"{done} · {rest}" if rest else done)

    def _add_step(self, step: int, name: str) -> IconButton:
        drawing = "chevron-left" if step < 0 else "chevron-right"
        button = IconButton(self._words(f"canvas.rail.{name}"), drawing)
        button.clicked.connect(lambda _=False: self.step_requested.emit(step))
        self.add_head_widget(button)
        return button

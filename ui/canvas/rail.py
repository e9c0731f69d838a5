"""The sections of a canvas as a list, with what they lack and how far the next draft is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from resources.draft_words import finding_words
from resources.words import Words
from ui.canvas.readiness import Readiness
from ui.canvas.readiness_foot import ReadinessFoot
from ui.canvas.sections import CanvasSection
from ui.canvas.state import SectionState
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.row_list import Row, RowList
from ui.common.rows import RowChip


class SectionRail(Card):
    """Leads to the sections and says what is missing in which of them.

    Signals:
        section_chosen(str): the person wants to write in a section.
        step_requested(int): the commitment before (-1) or behind (1) is wanted.
        findings_requested(): all that the next draft lacks is to be shown.
    """

    section_chosen = Signal(str)
    step_requested = Signal(int)
    findings_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("canvas.rail.title"), padded=False)
        self._words = words
        self._sections: Sequence[CanvasSection] = ()
        self._form: str | None = None
        self._state: dict[str, SectionState] = {}
        self.list = RowList(words("canvas.rail.title"), chooses=True, title_lines=1, compact=True)
        self.list.opened.connect(self.section_chosen)
        self.foot = ReadinessFoot(words)
        self.foot.clicked.connect(lambda _=False: self.findings_requested.emit())
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.foot)
        self._steps = [self._add_step(-1, "before"), self._add_step(1, "behind")]

    def show_sections(self, sections: Sequence[CanvasSection], form: str | None = None) -> None:
        """List these sections of a form."""
        self._sections = sections
        self._form = form

    def show_state(self, state: Mapping[str, SectionState]) -> None:
        """Mark, by their keys, which sections are filled in and what they lack."""
        if state == self._state and len(self.list.rows()) == len(self._sections):
            return
        self._state = dict(state)
        self.list.set_rows([self._row(section) for section in self._sections])

    def show_readiness(self, found: Readiness) -> None:
        """Say how far the next draft is."""
        self.foot.show_readiness(found)

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
        missing = [
            finding_words(
                self._words, one.key, one.kind, one.field, one.number, one.text, form=self._form
            )
            for one in state.missing
        ]
        spoken = ", ".join(part for part in (section.name, state.note, said, *missing) if part)
        tip = "\n".join([section.label, *missing]) if missing else ""
        return Row(section.key, section.name, chips=_chips(state), tip=tip, spoken=spoken)

    def _add_step(self, step: int, name: str) -> IconButton:
        drawing = "chevron-left" if step < 0 else "chevron-right"
        button = IconButton(self._words(f"canvas.rail.{name}"), drawing)
        button.clicked.connect(lambda _=False: self.step_requested.emit(step))
        self.add_head_widget(button)
        return button


def _chips(state: SectionState) -> tuple[RowChip, ...]:
    """Return a short fact, and whether something is missing; where neither, what there is."""
    chips: list[RowChip] = []
    if state.note:
        chips.append((state.note, "warning" if state.alarm else "neutral"))
    if state.missing:
        chips.append(("!", "warning"))
    if not chips:
        chips.append(("✓", "success") if state.filled else ("–", "neutral"))
    return tuple(chips)

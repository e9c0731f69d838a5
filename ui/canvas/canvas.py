"""The canvas of one commitment: its sections, their cards, and what helps to fill them in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from resources.words import Words
from ui.canvas.cards import CanvasCards
from ui.canvas.columns import CanvasColumns
from ui.canvas.guide import GuidePanel
from ui.canvas.places import named_fields
from ui.canvas.rail import SectionRail
from ui.canvas.section_card import SectionCard
from ui.canvas.sections import CanvasSection, form_sections, other_sections
from ui.canvas.state import filled_in
from ui.canvas.telling import CanvasTelling
from ui.canvas.view import CanvasView
from ui.common.keys import add_key

__all__ = ["Canvas", "CanvasView"]

# Fields whose choice changes what the canvas is made of.
_DECISIVE = ("form", "side")


class Canvas(QWidget):
    """Every field of a commitment, section by section.

    Attributes:
        rail, cards, guide: the columns, with signals of their own.
        telling: what is said of the commitment in them.

    Signals:
        field_edited(list, id, field, value), field_left(list, id, field): something was typed.
        choice_made(list, id, field, value): what was chosen changes what the canvas shows.
        part_wanted(list, side), part_move_requested(list, id, before),
        part_removal_requested(list, id): milestones and contacts, as in CanvasCards.
        step_requested(int): the commitment before (-1) or behind (1) is wanted.
        heading_changed(): number or title are other than before.
        section_changed(): another section is written in.
        agreement_requested(field): how a field stands is to be looked at.
    """

    field_edited = Signal(str, str, str, object)
    field_left = Signal(str, str, str)
    choice_made = Signal(str, str, str, object)
    part_wanted = Signal(str, str)
    part_move_requested = Signal(str, str, str)
    part_removal_requested = Signal(str, str)
    step_requested = Signal(int)
    heading_changed = Signal()
    section_changed = Signal()
    agreement_requested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self._sections: tuple[CanvasSection, ...] = ()
        self._current: SectionCard | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._reveal_focused)
        self._whole_card = True
        self.rail = SectionRail(words)
        self.cards = CanvasCards(words)
        self.guide = GuidePanel(words)
        self.telling = CanvasTelling(self.rail, self.cards, self.guide, self)
        self._columns = CanvasColumns(words, self, self.rail, self.cards, self.guide)
        self._columns.turned.connect(self._fit)
        self._connect()
        self._add_keys()

    @property
    def view(self) -> CanvasView | None:
        """What it shows, None for nothing yet."""
        return self.telling.view

    def show_view(self, view: CanvasView) -> None:
        """Show a commitment, leaving alone what the person is writing in."""
        before = self.view
        self.telling.take(view)
        self._show_sections(before, view)
        self.cards.show_choices(view.forms, view.groups, view.organisations)
        self.cards.show_dossier(view.dossier)
        self.cards.show_agreements(view.dossier.agreements)
        self.cards.show_problem(view.problem)
        self.telling.show_sections(self._sections)
        if not view.same_commitment(before):
            self.cards.verticalScrollBar().setValue(0)
            self._enter(self.cards.card_of(QApplication.focusWidget()))

    def value(self, name: str) -> object:
        """Return a field of the commitment as it is typed at the moment."""
        return self.telling.values.get(name)

    def current(self) -> CanvasSection | None:
        """Return the section that is written in."""
        return self._current.section if self._current else None

    def looked_at(self) -> CanvasSection | None:
        """Return the section that is helped with: written in, or only chosen beside it."""
        return self.telling.section()

    def go_to(self, key: str) -> None:
        """Begin to write in a section."""
        card = self.cards.cards.get(key)
        if card is not None:
            card.focus_start()
            self._reveal(whole_card=True)

    def go_to_field(self, field: str) -> None:
        """Begin to write in the section of a field."""
        placed = (one.key for one in self._sections if field in named_fields(one))
        self.go_to(next(placed, ""))

    def focus_start(self) -> None:
        """Begin to choose a section."""
        self.rail.focus_start()
        self._look_at(self.rail.list.current_key())

    def go_to_title(self) -> None:
        """Begin to write the title, as of a commitment that is new."""
        self.go_to(next(section.key for section in self._sections if section.kind == "title"))

    def step_section(self, step: int) -> None:
        """Begin to write in the section before or behind."""
        keys = list(self.cards.cards)
        here = keys.index(self._current.section.key) if self._current else -1
        place = max(0, min(here + step, len(keys) - 1))
        self.go_to(keys[place])

    def focus_part(self, record_id: str) -> None:
        """Begin to write in a milestone or contact."""
        self.cards.focus_part(record_id)
        self._reveal(whole_card=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_sections(self, before: CanvasView | None, view: CanvasView) -> None:
        form = form_sections(self.words, view.form)
        sides = {contact.side for contact in view.dossier.contacts}
        filled = filled_in(self.telling.values, view.dossier)
        others = other_sections(self.words, view.form, filled, sides)
        same_form = before is not None and before.form is view.form
        same = view.same_commitment(before)
        shown = {section.key for section in self._sections}
        wanted = {section.key for section in (*form, *others)}
        if not same_form or (not same and shown != wanted):
            self._current = None
            self._sections = (*form, *others)
            self.cards.build(self._sections)
            self._fit()
        else:
            # What was emptied just now keeps its card as long as the commitment is in view.
            further = tuple(section for section in others if section.key not in shown)
            self._sections = (*self._sections, *further)
            self.cards.append(further)

    def _on_edited(self, kind: str, record_id: str, name: str, value: object) -> None:
        if kind == "commitments":
            self.telling.put(name, value)
            if name in ("number", "title"):
                self.heading_changed.emit()
        told = self.choice_made if name in _DECISIVE else self.field_edited
        told.emit(kind, record_id, name, value)

    def _look_at(self, key: str) -> None:
        """Show a section and what helps with it, without writing in it."""
        card = self.cards.cards.get(key)
        if card is None:
            return
        self.cards.reveal(card)
        self.telling.help_with(key)

    def _reveal(self, whole_card: bool) -> None:
        """Bring what has the focus into view: its card, or only its row of a long one."""
        self._whole_card = whole_card
        self._reveal_focused()
        # What unfolds under the focus has its height only then.
        self._later.start()

    def _reveal_focused(self) -> None:
        focused = QApplication.focusWidget()
        card = self.cards.card_of(focused)
        if card is not None and focused is not None:
            self.cards.reveal(card if self._whole_card else focused.parentWidget())

    def _on_focus(self) -> None:
        focused = QApplication.focusWidget()
        card = self.cards.card_of(focused)
        if card is not None:
            self.telling.part = self.cards.part_of(focused)
        if card is not None and card is not self._current:
            self._enter(card)

    def _enter(self, card: SectionCard | None) -> None:
        self._current = card
        self.cards.set_current(card)
        self.rail.show_current(card.section.key if card else "")
        self._fit()
        self.telling.help_with(card.section.key if card else "")
        self.section_changed.emit()

    def _fit(self) -> None:
        """Give the guidance its own place, or put it into the card that is written in."""
        self._columns.fit()
        for card in self.cards.cards.values():
            card.show_help(not self._columns.guides() and card is self._current)

    def _connect(self) -> None:
        self.rail.section_chosen.connect(self.go_to)
        self.rail.list.current_changed.connect(self._look_at)
        self.rail.step_requested.connect(self.step_requested)
        cards = self.cards
        cards.field_edited.connect(self._on_edited)
        cards.field_left.connect(self.field_left)
        cards.agreement_requested.connect(self.agreement_requested)
        cards.part_wanted.connect(self.part_wanted)
        cards.part_move_requested.connect(self.part_move_requested)
        cards.part_removal_requested.connect(self.part_removal_requested)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _add_keys(self) -> None:
        steps: Sequence[tuple[str, object, int]] = (
            ("Ctrl+Up", self.step_section, -1),
            ("Ctrl+Down", self.step_section, 1),
            ("Ctrl+PgUp", self.step_requested.emit, -1),
            ("Ctrl+PgDown", self.step_requested.emit, 1),
        )
        for keys, run, step in steps:
            add_key(self, keys, lambda r=run, s=step: r(s))

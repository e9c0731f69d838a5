"""The cards of a canvas under each other, bound to one commitment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from resources.words import Words
from ui.canvas.agreement import field_state
from ui.canvas.contacts import ContactRows
from ui.canvas.general_card import Choices, GeneralCard
from ui.canvas.milestones import MilestoneRows
from ui.canvas.part_row import PartRow
from ui.canvas.part_rows import PartRows
from ui.canvas.places import parts_of
from ui.canvas.section_card import (
    PartiesCard,
    PartsCard,
    PeriodCard,
    SectionCard,
    TextCard,
)
from ui.canvas.sections import CanvasSection
from ui.canvas.since import SinceView
from ui.canvas.since_watch import SinceWatch
from ui.canvas.values_card import ValuesCard
from ui.common.form import Form
from ui.common.keys import add_key
from ui.common.labels import PlainLabel
from ui.common.scroll import ScrollColumn
from ui.common.tab_order import order_tabs

if TYPE_CHECKING:
    from db.records import Agreement
    from db.snapshot import CommitmentDossier

_CARDS = {
    "text": TextCard,
    "values": ValuesCard,
    "parties": PartiesCard,
    "period": PeriodCard,
}
Organisations = Sequence[tuple[str, str | None]]


class CanvasCards(ScrollColumn):
    """Makes a card for every section and fills them with a commitment.

    Signals:
        field_edited(list, id, field, value), field_left(list, id, field): something was typed.
        part_wanted(list, side): a milestone or contact is to be added.
        part_move_requested(list, id, before), part_removal_requested(list, id): as PartRows.
        agreement_requested(field): how a field stands is to be looked at.
    """

    field_edited = Signal(str, str, str, object)
    field_left = Signal(str, str, str)
    part_wanted = Signal(str, str)
    part_move_requested = Signal(str, str, str)
    part_removal_requested = Signal(str, str)
    agreement_requested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.cards: dict[str, SectionCard] = {}
        self._captions: list[QWidget] = []
        self._general: GeneralCard | None = None
        self._general_form = self._make_form()
        self._form = self._make_form()
        self._rows: dict[str, PartRows] = {}
        self._organisations: Organisations = ()
        self._filling = False
        self._since = SinceWatch(words, self, self)
        add_key(self, "Ctrl+Shift+T", self.toggle_marks)

    def build(self, sections: Sequence[CanvasSection]) -> None:
        """Make the cards of a form; those of another form go, but for the one that chose it."""
        for widget in [*self.cards.values(), *self._captions]:
            self.column.removeWidget(widget)
            if widget is not self._general:
                widget.hide()
                widget.deleteLater()
        self.cards, self._captions, self._rows = {}, [], {}
        self._form.deleteLater()
        self._form = self._make_form()
        self.append(sections)

    def append(self, sections: Sequence[CanvasSection]) -> None:
        """Make further cards below the others."""
        for section in sections:
            if section.caption:
                caption = PlainLabel(section.caption, "caption")
                self._captions.append(caption)
                self.column.addWidget(caption)
                caption.show()
            card = self._make(section)
            card.agreement_requested.connect(self.agreement_requested)
            self.cards[section.key] = card
            self.column.addWidget(card)
            # A layout shows it only later, too late for the focus.
            card.show()

    def show_dossier(self, dossier: CommitmentDossier) -> None:
        """Fill the cards with a commitment."""
        self._filling = True
        for form in (self._general_form, self._form):
            form.show_record(dossier.commitment.id, dict(dossier.commitment))
        for key, rows in self._rows.items():
            section = self.cards[key].section
            if isinstance(rows, MilestoneRows):
                rows.show_milestones(dossier.milestones, section.limit)
            else:
                rows.show_parts(parts_of(section, dossier))
        self._filling = False
        self._show_period()
        self._order_tabs()
        self._since.note_all()

    def show_since(self, view: SinceView | None) -> None:
        """Tell below the cards what is other than in an earlier state; None for none."""
        self._since.show_view(view)

    def toggle_marks(self) -> None:
        """Mark in the text that is written in what came and what went, or no longer."""
        card = self.card_of(QApplication.focusWidget())
        if card is not None:
            card.toggle_marks()

    def value_of(self, name: str) -> object:
        """Return a field of the commitment as it is typed by now."""
        forms = (self._form, self._general_form)
        return next((form.field(name).value() for form in forms if form.holds(name)), None)

    def rows_of(self, key: str) -> PartRows | None:
        """Return the milestones or contacts of a card, None for a card of another kind."""
        return self._rows.get(key)

    def show_choices(self, forms: Choices, groups: Choices, organisations: Organisations) -> None:
        """Offer forms, working groups and, while typing a name, organisations."""
        self._organisations = organisations
        if self._general is not None:
            self._general.show_choices(forms, groups)
        for card in self.cards.values():
            if isinstance(card, PartiesCard):
                card.editor.set_suggestions(organisations)
        for rows in self._rows.values():
            if isinstance(rows, MilestoneRows):
                rows.set_suggestions(organisations)

    def show_problem(self, text: str) -> None:
        """Say why another form than the chosen one is shown; "" for no problem."""
        if self._general is not None:
            self._general.show_problem(text)

    def show_agreements(self, agreements: Sequence[Agreement]) -> None:
        """Mark how each field stands."""
        for card in self.cards.values():
            card.show_agreement(field_state(agreements, card.section.field))

    def part_of(self, widget: QWidget | None) -> str:
        """Return the milestone or contact that a widget belongs to, "" for none."""
        row = self.row_of(widget)
        return row.record.id if row is not None else ""

    def row_of(self, widget: QWidget | None) -> PartRow | None:
        """Return the row of a milestone or contact that a widget belongs to."""
        rows = (row for parts in self._rows.values() for row in parts.rows())
        return next((r for r in rows if widget is not None and r.isAncestorOf(widget)), None)

    def form_of(self, widget: QWidget | None) -> Form:
        """Return the form of the row that a widget belongs to, else that of the commitment."""
        row = self.row_of(widget)
        return row.form if row is not None else self._form

    def rows(self, kind: str) -> list[PartRows]:
        """Return the places where milestones or contacts stand."""
        return [rows for key, rows in self._rows.items() if self.cards[key].section.field == kind]

    def focus_part(self, record_id: str) -> None:
        """Begin to write in a milestone or contact."""
        for rows in self._rows.values():
            rows.focus_part(record_id)

    def card_of(self, widget: QWidget | None) -> SectionCard | None:
        """Return the card that a widget belongs to."""
        cards = self.cards.values()
        return next((c for c in cards if widget is not None and c.isAncestorOf(widget)), None)

    def set_current(self, card: SectionCard | None) -> None:
        """Mark the card that is written in."""
        for one in self.cards.values():
            one.set_current(one is card)

    def _order_tabs(self) -> None:
        # Rows and cards come and go; Tab has to follow the eye, not the time of making.
        if not self._filling:
            order_tabs(self.widget())
            for rows in self._rows.values():
                for row in rows.rows():
                    row.order_tabs()

    def _make_form(self) -> Form:
        form = Form(self)
        form.edited.connect(self._on_edited)
        form.left.connect(lambda *told: self.field_left.emit("commitments", *told))
        return form

    def _on_edited(self, record_id: str, name: str, value: object) -> None:
        self._since.note_field(name)
        if name in ("start", "end"):
            self._show_period()
        self.field_edited.emit("commitments", record_id, name, value)

    def _on_part_edited(self, kind: str, record_id: str, name: str, value: object) -> None:
        self._since.note_field(kind)
        self.field_edited.emit(kind, record_id, name, value)

    def _show_period(self) -> None:
        start, end = (str(self.value_of(name) or "") for name in ("start", "end"))
        for card in self.cards.values():
            card.show_period(start, end)
        for rows in self._rows.values():
            if isinstance(rows, MilestoneRows):
                rows.show_period((start, end))

    def _make(self, section: CanvasSection) -> SectionCard:
        if section.kind == "title":
            if self._general is None:
                self._general = GeneralCard(self.words, section, self._general_form)
            self._general.show_section(section)
            return self._general
        if section.kind in _CARDS:
            return _CARDS[section.kind](self.words, section, self._form)
        card = PartsCard(self.words, section)
        kind = section.field
        rows = MilestoneRows(self.words) if kind == "milestones" else ContactRows(self.words)
        side = section.sides[0] if section.sides else ""
        rows.field_edited.connect(lambda *told: self._on_part_edited(kind, *told))
        rows.fields_changed.connect(self._order_tabs)
        rows.field_left.connect(lambda *told: self.field_left.emit(kind, *told))
        rows.wanted.connect(lambda: self.part_wanted.emit(kind, side))
        rows.move_requested.connect(lambda *told: self.part_move_requested.emit(kind, *told))
        rows.removal_requested.connect(lambda one: self.part_removal_requested.emit(kind, one))
        card.hold(rows)
        self._rows[section.key] = rows
        return card

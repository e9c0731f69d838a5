"""What is told of the commitment in view: beside its cards, and in their heads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.canvas.cards import CanvasCards
from ui.canvas.guide import GuidePanel
from ui.canvas.places import all_places, places_of
from ui.canvas.rail import SectionRail
from ui.canvas.readiness import Readiness, as_typed, readiness
from ui.canvas.sections import CanvasSection, text_of
from ui.canvas.state import filled_in, section_states

if TYPE_CHECKING:
    from db.changes import FieldPlace
    from db.drafting import Drafting
    from ui.canvas.view import CanvasView


class CanvasTelling(QObject):
    """Says in the rail and on the cards what is filled in and what is missing, with each letter,
    and in the guide what helps with one section.

    Attributes:
        view: what the canvas shows, None for nothing yet.
        values: the commitment's fields as they are typed by now.
        part: the milestone or contact that is written in, "" for none.
        readiness: how far the next draft is.

    Signals:
        section_shown(): another section is helped with.
    """

    section_shown = Signal()

    def __init__(
        self, rail: SectionRail, cards: CanvasCards, guide: GuidePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rail, self._cards, self._guide = rail, cards, guide
        self._sections: tuple[CanvasSection, ...] = ()
        self._shown = ""
        self._filled: frozenset[str] = frozenset()
        self.view: CanvasView | None = None
        self.values: dict[str, object] = {}
        self.part = ""
        self.readiness = Readiness()

    def take(self, view: CanvasView) -> None:
        """Take a commitment that is about to be shown."""
        self.view, self.values = view, dict(view.dossier.commitment)

    def show_sections(self, sections: tuple[CanvasSection, ...]) -> None:
        """Tell of the commitment, which these sections show by now."""
        self._sections = sections
        self._rail.show_sections(sections, self.view.form.name if self.view else None)
        if self.view is not None:
            self._rail.show_steps(bool(self.view.before), bool(self.view.behind))
        self._tell()
        self._show_inputs()

    def show_standing(self, drafting: Drafting) -> None:
        """Take what the drafts of the commitment depend on by now, and tell of it."""
        if self.view is not None:
            self.view = replace(self.view, dossier=drafting.dossier, drafting=drafting)
            self._tell()
            self._show_inputs()

    def put(self, name: str, value: object) -> None:
        """Take a field as it is typed by now."""
        self.values[name] = value
        self._tell("period" if name in ("start", "end") else name)

    def help_with(self, key: str) -> None:
        """Help with a section, "" with none."""
        self._shown = key
        section = self.section()
        self._guide.show_section(section)
        if section is not None:
            self._guide.show_text(text_of(self.values, section))
        self._show_inputs()
        self._guide.show_past(None)
        self.section_shown.emit()

    def section(self) -> CanvasSection | None:
        """Return the section that is helped with."""
        card = self._cards.cards.get(self._shown)
        return card.section if card else None

    def places_in_focus(self) -> tuple[FieldPlace, ...]:
        """Return the fields that the section is about; of its parts those of the one in focus."""
        section = self.section()
        if section is None or self.view is None:
            return ()
        return places_of(section, self.view.dossier.commitment.id, self.part)

    def places(self) -> tuple[FieldPlace, ...]:
        """Return every field that the section shows."""
        section = self.section()
        if section is None or self.view is None:
            return ()
        return all_places(section, self.view.dossier)

    def _tell(self, changed: str = "") -> None:
        """Say what is filled in; `changed` is the one field that is other than before."""
        if self.view is None:
            return
        filled = filled_in(self.values, self.view.dossier)
        if not changed or filled != self._filled:
            self._filled = filled
            self._show_readiness(self.view)
        for section in self._sections:
            if changed in ("", section.field):
                self._cards.cards[section.key].show_length(text_of(self.values, section))
        shown = self.section()
        if shown is not None:
            self._guide.show_text(text_of(self.values, shown))

    def _show_readiness(self, view: CanvasView) -> None:
        """Say what is there and what is missing, by the rule that freezing follows."""
        self.readiness = readiness(as_typed(view.standing, self.values), view.form.asked())
        states = section_states(self._sections, self.values, view.dossier, self.readiness)
        self._rail.show_readiness(self.readiness)
        self._rail.show_state(states)
        for section in self._sections:
            self._cards.cards[section.key].show_filled(states[section.key].filled)

    def _show_inputs(self) -> None:
        if self.view is not None:
            self._guide.show_inputs(self.view.standing.inputs, self.section(), self._sections)

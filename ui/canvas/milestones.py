"""Milestones on the canvas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.parties import party_text
from resources.words import Words
from ui.canvas.hints import Period, milestone_hint
from ui.canvas.part_row import PartRow
from ui.canvas.part_rows import Flag, PartRows
from ui.common.dates import format_month
from ui.common.field import FieldRow
from ui.common.parsed_field import MonthField
from ui.common.party_editor import PartyEditor
from ui.common.text_edit import GrowingTextEdit

if TYPE_CHECKING:
    from db.records import Milestone

Organisations = Sequence[tuple[str, str | None]]
_MANY = 5


class MilestoneRow(PartRow):
    """A milestone: its text, and below it output, months and actors."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, "milestones")
        self._organisations: Organisations = ()
        self._actors: PartyEditor | None = None
        self._period: Period = ("", "")
        text = GrowingTextEdit(
            words("canvas.milestones.text"), words("canvas.milestones.write"), quiet=True
        )
        self.form.add("text", text)
        self.put_start(text)

    def set_suggestions(self, organisations: Organisations) -> None:
        """Offer organisations as actors."""
        self._organisations = organisations
        if self._actors is not None:
            self._actors.set_suggestions(organisations)

    def show_period(self, period: Period) -> None:
        """Hold the months against the commitment's."""
        self._period = period
        self.show_hint()

    def hint(self, values: Mapping[str, object]) -> str:
        return milestone_hint(self.words, values, self._period)

    def brief(self, record: Milestone) -> str:
        months = [format_month(self.words, month) for month in (record.start, record.end) if month]
        actors = ", ".join(party_text(actor) for actor in record.actors)
        return " · ".join(part for part in (" – ".join(months), actors, record.output) if part)

    def build_details(self) -> QWidget:
        words = self.words
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(9, 0, 9, 4)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(10)
        label = words("canvas.milestones.output")
        self._add(first, "output", label, GrowingTextEdit(label), 3)
        for name in ("start", "end"):
            label = words(f"canvas.fields.{name}")
            self._add(first, name, label, MonthField(words, label), 2)
        column.addLayout(first)
        self._actors = PartyEditor(words, words("canvas.milestones.actors"), inline=True)
        self._actors.set_suggestions(self._organisations)
        self.form.add("actors", self._actors)
        column.addWidget(FieldRow(words("canvas.milestones.actors"), self._actors))
        return details

    def _add(
        self,
        row: QHBoxLayout,
        name: str,
        label: str,
        field: GrowingTextEdit | MonthField,
        stretch: int,
    ) -> None:
        self.form.add(name, field)
        row.addWidget(FieldRow(label, field), stretch)


class MilestoneRows(PartRows):
    """A commitment's milestones in order; those beyond the form's limit are flagged."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, "milestones", self._make_row)
        self._organisations: Organisations = ()
        self._period: Period = ("", "")

    def show_period(self, period: Period) -> None:
        """Hold every milestone's months against the commitment's."""
        self._period = period
        for row in self.rows():
            if isinstance(row, MilestoneRow):
                row.show_period(period)

    def set_suggestions(self, organisations: Organisations) -> None:
        """Offer organisations as actors."""
        self._organisations = organisations
        for row in self.rows():
            if isinstance(row, MilestoneRow):
                row.set_suggestions(organisations)

    def show_milestones(self, milestones: Sequence[Milestone], limit: int | None) -> None:
        """Show them; beyond the form's limit they are flagged, without one mildly beyond five."""
        flag = Flag(self.words("canvas.milestones.beyond", n=limit or 0))
        if limit is None:
            hint = self.words("canvas_fields.milestones.many_hint")
            flag = Flag(self.words("canvas_fields.milestones.many"), "neutral", hint)
        most = _MANY if limit is None else limit
        flags = [Flag() if place < most else flag for place in range(len(milestones))]
        self.show_parts(milestones, flags)

    def _make_row(self) -> PartRow:
        row = MilestoneRow(self.words)
        row.set_suggestions(self._organisations)
        row.show_period(self._period)
        return row

"""Milestones on the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.part_rows import PartRow, PartRows
from ui.common.dates import format_month
from ui.common.field import FieldRow
from ui.common.parsed_field import MonthField
from ui.common.party_editor import PartyEditor
from ui.common.text_edit import GrowingTextEdit

if TYPE_CHECKING:
    from db.records import Milestone

Organisations = Sequence[tuple[str, str]]


class MilestoneRow(PartRow):
    """A milestone: its text, and below it output, months and actors."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, "milestones")
        self._organisations: Organisations = ()
        self._actors: PartyEditor | None = None
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

    def brief(self, record: Milestone) -> str:
        months = [format_month(self.words, month) for month in (record.start, record.end) if month]
        actors = ", ".join(actor.name for actor in record.actors)
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

    def set_suggestions(self, organisations: Organisations) -> None:
        """Offer organisations as actors."""
        self._organisations = organisations
        for row in self.rows():
            if isinstance(row, MilestoneRow):
                row.set_suggestions(organisations)

    def show_milestones(self, milestones: Sequence[Milestone], limit: int | None) -> None:
        """Show them; None is no limit."""
        flag = self.words("canvas.milestones.beyond", n=limit or 0)
        most = len(milestones) if limit is None else limit
        flags = ["" if place < most else flag for place in range(len(milestones))]
        self.show_parts(milestones, flags)

    def _make_row(self) -> PartRow:
        row = MilestoneRow(self.words)
        row.set_suggestions(self._organisations)
        return row

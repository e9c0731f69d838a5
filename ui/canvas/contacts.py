"""Contacts on the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from resources.words import Words
from ui.canvas.hints import contact_hint
from ui.canvas.part_row import PartRow
from ui.canvas.part_rows import PartRows
from ui.canvas.sections import SIDES
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.line_edit import LineEdit

if TYPE_CHECKING:
    from db.records import Contact

_FIELDS = ("title", "organisation", "email", "phone")


class ContactRow(PartRow):
    """A contact: the name, and below it who that is and how to reach them."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, "contacts")
        name = LineEdit(words("canvas.contacts.name"), words("canvas.contacts.write"), quiet=True)
        self.form.add("name", name)
        self.put_start(name)

    def brief(self, record: Contact) -> str:
        who = ", ".join(part for part in (record.title, record.organisation) if part)
        return " · ".join(part for part in (who, record.email, record.phone) if part)

    def hint(self, values: Mapping[str, object]) -> str:
        return contact_hint(self.words, values)

    def build_details(self) -> QWidget:
        words = self.words
        details = QWidget()
        grid = QGridLayout(details)
        grid.setContentsMargins(9, 0, 9, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for place, name in enumerate(_FIELDS):
            field = LineEdit(words(f"canvas.contacts.{name}"))
            self.form.add(name, field)
            grid.addWidget(FieldRow(field.accessibleName(), field), place // 2, place % 2)
        choices = [(side, words(f"canvas.sides.{side or 'none'}")) for side in SIDES]
        side = ChoiceBox(words("canvas.contacts.side"), choices)
        self.form.add("side", side)
        grid.addWidget(FieldRow(side.accessibleName(), side), 2, 0)
        return details


class ContactRows(PartRows):
    """A commitment's contacts of some sides, in order."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, "contacts", lambda: ContactRow(words))

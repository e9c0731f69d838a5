"""How a field of the canvas stands: who agrees, who objects to what, whose word is awaited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.agreement import STATES
from ui.common.buttons import IconButton, LinkButton
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.common.line_edit import LineEdit
from ui.common.suggestions import suggest
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog

if TYPE_CHECKING:
    from db.records import Agreement


class AgreementDialog(Dialog):
    """Everything that was said of a field, stored while it is typed.

    Signals:
        field_edited(id, field, value), field_left(id, field): something was typed.
        wanted(): a further line is wanted.
        removal_requested(id): a line is to go.
    """

    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)
    wanted = Signal()
    removal_requested = Signal(str)

    def __init__(
        self, words: Words, field: str, organisations: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            words,
            words("drafts.agreement.title", field=field),
            words("drafts.agreement.text"),
            words("drafts.agreement.ok"),
            cancel=False,
            parent=parent,
        )
        hold(self, minimumWidth=620)
        self._organisations = organisations
        self._lines: dict[str, _Line] = {}
        self._none = PlainLabel(words("drafts.agreement.none"), "muted")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add = LinkButton(words("drafts.agreement.add"), "plus")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _=False: self.wanted.emit())
        self.body.addWidget(self._none)
        self.body.addLayout(self._column)
        self.body.addWidget(self.add)
        self.body.addStretch(1)

    def show_agreements(self, agreements: Sequence[Agreement]) -> None:
        """Show what was said, leaving alone what the person is writing in."""
        kept = {one.id for one in agreements}
        for gone in [key for key in self._lines if key not in kept]:
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        for one in agreements:
            if one.id not in self._lines:
                self._lines[one.id] = self._make(one.id)
            self._lines[one.id].form.show_record(one.id, dict(one))
        self._none.setVisible(not agreements)

    def focus_line(self, key: str) -> None:
        """Begin to write a line; with an unknown one, to add one."""
        (self._lines[key].state if key in self._lines else self.add).setFocus()

    def _make(self, key: str) -> _Line:
        line = _Line(self.words, self._organisations)
        line.form.edited.connect(self.field_edited)
        line.form.left.connect(self.field_left)
        line.remove.clicked.connect(lambda _=False: self._remove(key))
        self._column.addWidget(line)
        line.show()
        return line

    def _remove(self, key: str) -> None:
        self.removal_requested.emit(key)
        self.add.setFocus()


class _Line(QFrame):
    """One party's word: its state, whose it is, and what it says."""

    def __init__(self, words: Words, organisations: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("example")
        self.form = Form(self)
        choices = [(state, words(f"drafts.state_choices.{state}")) for state in STATES]
        self.state = ChoiceBox(words("drafts.agreement.state"), choices)
        hint = words("drafts.agreement.organisation_hint")
        who = LineEdit(words("drafts.agreement.organisation"), hint)
        suggest(who, organisations)
        note = GrowingTextEdit(words("drafts.agreement.note"), words("drafts.agreement.note_hint"))
        self.remove = IconButton(words("drafts.agreement.remove"), "x")
        for name, field in (("state", self.state), ("organisation", who), ("note", note)):
            self.form.add(name, field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(FieldRow(words("drafts.agreement.state"), self.state), 1)
        row.addWidget(FieldRow(words("drafts.agreement.organisation"), who), 2)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(FieldRow(words("drafts.agreement.note"), note))
        # Written one after the other: a space typed on ahead must not take the line away.
        self.setTabOrder(note, self.remove)

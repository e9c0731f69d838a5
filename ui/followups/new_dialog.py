"""Noting a follow-up that no point asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import Words
from ui.common.choice_box import ChoiceBox
from ui.common.date_field import DateField
from ui.common.field import FieldRow
from ui.common.letters import px
from ui.common.line_edit import LineEdit
from ui.common.picker import Pick
from ui.common.suggestions import suggest
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog
from ui.followups.owners import find_owner


class NewFollowUpDialog(Dialog):
    """Asks what has to be done, by whom, until when, and which meeting agreed on it.

    Args:
        meetings: (id, name) of those to choose from, the proposed one first.
        commitments: (id, name) of those that it can be about.
        owners: who can be chosen, as ui.followups.owners gives them.
    """

    def __init__(
        self,
        words: Words,
        meetings: Sequence[tuple[str, str]],
        commitments: Sequence[tuple[str, str]],
        owners: Sequence[Pick],
        parent: QWidget | None = None,
    ) -> None:
        title, ok = words("follow_ups.new.title"), words("follow_ups.new.ok")
        super().__init__(words, title, words("follow_ups.new.text"), ok, parent=parent)
        self.setMinimumWidth(px(560))
        self._owners = owners
        self.meeting = ChoiceBox(words("follow_ups.new.meeting"), meetings)
        self.what = GrowingTextEdit(words("follow_ups.new.what"), lines=2, most_lines=8)
        self.owner = LineEdit(words("follow_ups.new.owner"))
        suggest(self.owner, [pick.text for pick in owners])
        self.due = DateField(words, words("follow_ups.new.due"))
        none = words("follow_ups.new.no_commitment")
        self.commitment = ChoiceBox(words("follow_ups.new.commitment"), [("", none), *commitments])
        self._arrange()
        self.what.edited.connect(lambda _: self._check())
        self.due.left.connect(self._check)
        self.due.edited.connect(lambda _: self._check())
        self._check()
        self.what.setFocus()

    def meeting_id(self) -> str:
        """Return the meeting that it belongs to."""
        return str(self.meeting.value())

    def values(self) -> dict[str, object]:
        """Return the fields of the new follow-up."""
        return {
            "text": self.what.value().strip(),
            **find_owner(self._owners, self.owner.value()),
            "due": self.due.value(),
            "commitment_id": self.commitment.value() or None,
        }

    def accept(self) -> None:
        # Enter does not leave the date, whose words are read when it is left.
        self.due.end_visit()
        if not self.due.has_problem():
            super().accept()

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.what.value().strip()) and not self.due.has_problem())

    def _arrange(self) -> None:
        def row(name: str, field: QWidget) -> FieldRow:
            return FieldRow(self.words(f"follow_ups.new.{name}"), field)

        self.body.addWidget(row("what", self.what))
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(row("owner", self.owner), 3)
        pair.addWidget(row("due", self.due), 2)
        self.body.addLayout(pair)
        self.body.addWidget(row("meeting", self.meeting))
        self.body.addWidget(row("commitment", self.commitment))

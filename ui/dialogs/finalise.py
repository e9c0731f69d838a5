"""Before minutes become final: what is frozen, what is still missing, why it is corrected."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.field import FieldRow
from ui.common.icons import IconLabel
from ui.common.labels import PlainLabel
from ui.common.letters import px
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog


@dataclass(frozen=True)
class Freezing:
    """What is going to be frozen, in words.

    Attributes:
        meeting: what the meeting is called.
        version: the number that the minutes get.
        corrects: the version that they correct, with its date; "" for the first one.
        facts: what will be frozen.
        cautions: what a person may want to mend before.
    """

    meeting: str
    version: int
    corrects: str = ""
    facts: Sequence[str] = ()
    cautions: Sequence[str] = ()


class FinaliseDialog(Dialog):
    """Shows what becomes final and asks for a yes; for a correction also why it is made."""

    def __init__(self, words: Words, freezing: Freezing, parent: QWidget | None = None) -> None:
        kind = "correction" if freezing.corrects else "first"
        super().__init__(
            words,
            words(f"finalise.{kind}.title"),
            words(f"finalise.{kind}.text", version=freezing.version, corrects=freezing.corrects),
            words(f"finalise.{kind}.ok", version=freezing.version),
            parent=parent,
        )
        self.setMinimumWidth(px(560))
        self.reason = GrowingTextEdit(words("finalise.reason"), lines=2)
        self.refresh = QCheckBox(words("finalise.refresh"))
        self.body.addWidget(PlainLabel(freezing.meeting, "strong"))
        self._add_lines(words("finalise.frozen"), freezing.facts, "circle-check", "success")
        self._add_lines(words("finalise.cautions"), freezing.cautions, "triangle-alert", "warning")
        if freezing.corrects:
            hint = words("finalise.reason_hint")
            self.body.addWidget(FieldRow(words("finalise.reason"), self.reason, hint))
            self.body.addWidget(self.refresh)
            self.reason.edited.connect(lambda _: self._check())
            self._check()
        self.body.addStretch(1)

    def why(self) -> str:
        """Return why the version before is corrected."""
        return self.reason.value().strip()

    def wants_new_appendix(self) -> bool:
        """Whether the appendix shall say what the commitments say now."""
        return self.refresh.isChecked()

    def _add_lines(self, label: str, lines: Sequence[str], icon: str, colour: str) -> None:
        if not lines:
            return
        self.body.addWidget(PlainLabel(label, "label"))
        column = QVBoxLayout()
        column.setSpacing(4)
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconLabel(icon, colour, 16))
            row.addWidget(PlainLabel(line), 1)
            column.addLayout(row)
        self.body.addLayout(column)

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.why()))

"""What the next draft still lacks, each with the way to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.canvas.finding_list import FindingList
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.dialogs.base import Dialog

_MOST_ROWS = 12


class FindingsDialog(Dialog):
    """Lists the findings of a level; accepting it goes on to freezing.

    Signals:
        place_requested(int): the person wants to mend a finding, by its number; it then closes.
    """

    place_requested = Signal(int)

    def __init__(
        self,
        words: Words,
        commitment: str,
        level: str,
        findings: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        name = words(f"drafts.levels.{level}")
        super().__init__(
            words,
            words("drafts.findings_dialog.title", level=name),
            words(f"drafts.level_hints.{level}"),
            words("drafts.findings_dialog.freeze", level=name),
            cancel=words("drafts.findings_dialog.close"),
            parent=parent,
        )
        hold(self, minimumWidth=600)
        self.list = FindingList(words, _MOST_ROWS)
        self.list.show_findings(findings)
        self.list.place_requested.connect(self._lead)
        self.body.addWidget(PlainLabel(commitment, "strong"))
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _lead(self, number: int) -> None:
        self.reject()
        self.place_requested.emit(number)

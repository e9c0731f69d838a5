"""Before a draft is frozen: its level, its authors, what is missing, and why all the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.finding_list import FindingList
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.fitting_scroll import FittingScroll
from ui.common.labels import PlainLabel
from ui.common.letters import hold, px
from ui.common.string_list import StringListEditor
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog

_LEAST = 120


@dataclass(frozen=True)
class LevelOffer:
    """A level that can be frozen now, in words.

    Attributes:
        findings: what it asks for and is not there.
        authors: who probably wrote it.
        earlier: when it was frozen before, "" for never.
    """

    findings: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    earlier: str = ""


class FreezeDialog(Dialog):
    """Asks which level is frozen and shows what it lacks; each finding leads to its place.

    Signals:
        place_requested(int): the person wants to mend a finding, by its number; it then closes.
    """

    place_requested = Signal(int)

    def __init__(
        self,
        words: Words,
        commitment: str,
        offers: Mapping[str, LevelOffer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words, words("drafts.freeze.title"), words("drafts.freeze.text"), parent=parent
        )
        hold(self, minimumWidth=760)
        self._offers = offers
        choices = [(level, words(f"drafts.levels.{level}")) for level in offers]
        self.level = ChoiceBox(words("drafts.freeze.level"), choices)
        self._hint = PlainLabel("", "small")
        self.authors = StringListEditor(words, words("drafts.freeze.authors"), ordered=False)
        self._found = FindingList(words)
        self._found.place_requested.connect(self._lead)
        self.reason = GrowingTextEdit(words("drafts.freeze.reason"), lines=2, most_lines=5)
        self._why = FieldRow(
            words("drafts.freeze.reason"), self.reason, words("drafts.freeze.reason_hint")
        )
        self._arrange(commitment)
        self.level.edited.connect(lambda _: self._show_level())
        self.reason.edited.connect(lambda _: self._check())
        self._show_level()

    def choose_level(self, level: str) -> None:
        """Offer a level first, and begin where something is to be written for it."""
        self.level.set_value(level)
        self._show_level()
        if self._needs_reason(self._offers[level]):
            self.reason.setFocus()

    def why(self) -> str:
        """Return the reason for freezing it although something is missing."""
        return self.reason.value().strip()

    def _arrange(self, commitment: str) -> None:
        words = self.words
        self.body.addWidget(PlainLabel(commitment, "strong"))
        # Many authors in large letters are scrolled: the reason below has to stay in view.
        ground = FittingScroll(px(_LEAST), grows=True)
        top = QHBoxLayout()
        top.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(FieldRow(words("drafts.freeze.level"), self.level))
        left.addWidget(self._hint)
        left.addStretch(1)
        top.addLayout(left, 1)
        # Names of bodies are long; a level's is not.
        top.addWidget(FieldRow(words("drafts.freeze.authors"), self.authors), 2)
        ground.column.addLayout(top)
        self.body.addWidget(ground)
        self.body.addWidget(self._found)
        self.body.addWidget(self._why)
        self.body.addStretch(1)

    def _show_level(self) -> None:
        level = str(self.level.value())
        offer, words = self._offers[level], self.words
        earlier = words("drafts.freeze.earlier", date=offer.earlier) if offer.earlier else ""
        hint = words(f"drafts.level_hints.{level}")
        self._hint.setText("\n".join(part for part in (hint, earlier) if part))
        self.authors.set_value(offer.authors)
        self._found.show_findings(offer.findings)
        self._why.setVisible(self._needs_reason(offer))
        self.ok.setText(words("drafts.freeze.ok", level=words(f"drafts.levels.{level}")))
        self._check()

    def _lead(self, number: int) -> None:
        self.reject()
        self.place_requested.emit(number)

    def _needs_reason(self, offer: LevelOffer) -> bool:
        return bool(offer.findings or offer.earlier)

    def _check(self) -> None:
        offer = self._offers[str(self.level.value())]
        self.ok.setEnabled(not self._needs_reason(offer) or bool(self.why()))

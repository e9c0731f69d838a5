"""Two drafts of a commitment side by side in one text: what went, what came, what stayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.differences import Span, count_words
from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.card import Card
from ui.common.chip import Chip
from ui.common.choice_box import ChoiceBox
from ui.common.differing_text import DifferingText
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.common.scroll import ScrollColumn

Choices = Sequence[tuple[str, str]]
NOW = "now"


@dataclass(frozen=True)
class ComparedField:
    """A field in two states.

    Attributes:
        label: what it is called, with the number of its milestone.
        spans: both texts in one.
    """

    label: str
    spans: tuple[Span, ...]

    @property
    def counts(self) -> tuple[int, int]:
        """How many words came and how many went."""
        return count_words(self.spans)

    @property
    def changed(self) -> bool:
        """Whether it says something else."""
        return any(span.manner != "same" for span in self.spans)


class ComparePage(QWidget):
    """Shows what is other between two drafts, or a draft and now.

    Signals:
        chosen(earlier, later): other drafts are to be compared, by their ids; NOW is now.
    """

    chosen = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._fields: Sequence[ComparedField] = ()
        self._unfolded = False
        self.earlier = ChoiceBox(words("drafts.compare.from"), [])
        self.later = ChoiceBox(words("drafts.compare.to"), [])
        self._swap = IconButton(words("drafts.compare.swap"), "arrow-left-right")
        self._summary = PlainLabel("", "strong", wraps=False)
        self._counted = PlainLabel("", "muted", wraps=False)
        self._scroll = ScrollColumn()
        self._fold = LinkButton("", "chevron-down")
        self._cards: list[Card] = []
        self._arrange()
        for box in (self.earlier, self.later):
            box.edited.connect(lambda _: self._tell())
        self._swap.clicked.connect(lambda _=False: self._turn())
        self._fold.clicked.connect(lambda _=False: self._toggle())

    def show_comparison(
        self, choices: Choices, earlier: str, later: str, fields: Sequence[ComparedField]
    ) -> None:
        """Show the differences between two of the drafts that can be chosen."""
        for box, value in ((self.earlier, earlier), (self.later, later)):
            box.set_choices(choices)
            box.set_value(value)
        self._fields = fields
        self._show_summary()
        self._show_cards()

    def focus_start(self) -> None:
        """Begin to choose what is compared."""
        self.earlier.setFocus()

    def _show_summary(self) -> None:
        changed = [field for field in self._fields if field.changed]
        added, removed = (sum(field.counts[which] for field in changed) for which in (0, 1))
        words = self._words
        if changed:
            self._summary.setText(words("drafts.compare.changed", n=len(changed)))
            self._counted.setText(said_counts(words, added, removed))
        else:
            self._summary.setText(words("drafts.compare.same"))
            self._counted.setText("")

    def _show_cards(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        changed = [field for field in self._fields if field.changed]
        same = [field for field in self._fields if not field.changed]
        self._scroll.column.removeWidget(self._fold)
        self._cards = [self._card(field) for field in changed]
        self._scroll.column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        key = "fold" if self._unfolded else "unchanged"
        self._fold.setText(self._words(f"drafts.compare.{key}", n=len(same)))
        self._fold.setVisible(bool(same))
        if self._unfolded:
            self._cards += [self._card(field) for field in same]

    def _card(self, field: ComparedField) -> Card:
        card = Card(field.label, framed_head=False)
        if field.changed:
            counted = said_counts(self._words, *field.counts)
            card.add_head_widget(PlainLabel(counted, "small", wraps=False))
        text = DifferingText(self._words, field.label)
        text.show_spans(field.spans)
        card.body.addWidget(text)
        self._scroll.column.addWidget(card)
        # A layout shows it only later, too late for the focus.
        card.show()
        return card

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._show_cards()
        self._fold.setFocus()

    def _tell(self) -> None:
        self.chosen.emit(str(self.earlier.value()), str(self.later.value()))

    def _turn(self) -> None:
        self.chosen.emit(str(self.later.value()), str(self.earlier.value()))

    def _arrange(self) -> None:
        words = self._words
        bar = Card(words("drafts.compare.title"))
        bar.hide_head()
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, box in (("from", self.earlier), ("to", self.later)):
            if label == "to":
                row.addWidget(self._swap)
            row.addWidget(PlainLabel(words(f"drafts.compare.{label}"), "label", wraps=False))
            hold(box, minimumWidth=250)
            row.addWidget(box)
        row.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._summary)
        below.addWidget(self._counted)
        below.addStretch(1)
        for manner in ("removed", "added"):
            below.addWidget(_legend(words(f"drafts.compare.{manner}"), manner))
        bar.body.addLayout(row)
        bar.body.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)


def said_counts(words: Words, added: int, removed: int) -> str:
    """Say how many words came and went: +12 −3 words; "" for none."""
    counts = [f"+{added}"] * bool(added) + [f"−{removed}"] * bool(removed)
    return words("drafts.compare.counted", changes=" ".join(counts)) if counts else ""


def _legend(text: str, manner: str) -> Chip:
    """Return a word in the look of what it stands for."""
    chip = Chip(text, "danger" if manner == "removed" else "success")
    font = chip.font()
    font.setStrikeOut(manner == "removed")
    font.setUnderline(manner == "added")
    chip.setFont(font)
    return chip

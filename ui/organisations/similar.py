"""Organisations that are probably the same: a quiet line above the directory, and the review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.common.message_bar import MessageBar
from ui.dialogs.base import Dialog
from ui.organisations.rows import organisation_name, sector_words

if TYPE_CHECKING:
    from db.overview import OrganisationLine
    from db.similar import SimilarPair

Directory = Mapping[str, "OrganisationLine"]


class SimilarBanner(QWidget):
    """Says how many pairs may be the same, and is not there while there are none.

    Signals:
        review_requested(): the person wants to look at them.
    """

    review_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._number = 0
        self._bar: MessageBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_number(self, number: int) -> None:
        """Show how many pairs there are."""
        if number == self._number:
            return
        self._number = number
        if self._bar is not None:
            self._bar.dismiss()
            self._bar = None
        self.setVisible(number > 0)
        if number:
            text = self._words("similar.banner", n=number)
            action = self._words("similar.review")
            self._bar = MessageBar(self._words, text, "info", action, pinned=True, parent=self)
            self._bar.action_pressed.connect(self.review_requested)
            self._column.addWidget(self._bar)


class SimilarDialog(Dialog):
    """One pair after the other: which stays, or that they are two.

    Signals:
        join_requested(str, str): the first shall be joined into the second.
        apart_requested(str, str): these two are not the same.
    """

    join_requested = Signal(str, str)
    apart_requested = Signal(str, str)

    def __init__(
        self,
        words: Words,
        pairs: Sequence[SimilarPair],
        directory: Directory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words, words("similar.title"), words("similar.text"), words("similar.join"),
            cancel=words("similar.close"), parent=parent,
        )  # fmt: skip
        self._pairs = list(pairs)
        self._count = len(pairs)
        self._directory = directory
        self._ids: tuple[str, str] = ("", "")
        self._place = PlainLabel("", "muted")
        self._effect = PlainLabel("", "small")
        self.choices = [QRadioButton(), QRadioButton()]
        self._notes = [PlainLabel("", "small"), PlainLabel("", "small")]
        self._build_choices()
        self.apart = GhostButton(words("similar.apart"), "x")
        self.apart.clicked.connect(lambda _=False: self._tell_apart())
        self.later = GhostButton(words("similar.later"))
        self.later.clicked.connect(lambda _=False: self._go_on())
        self.add_button(self.later)
        self.add_button(self.apart)
        # It goes on to the next pair instead of closing.
        self.ok.clicked.disconnect()
        self.ok.clicked.connect(lambda _=False: self._join())
        hold(self, minimumWidth=620)
        self._show()

    def _build_choices(self) -> None:
        self.body.addWidget(self._place)
        group = QButtonGroup(self)
        for choice, note in zip(self.choices, self._notes, strict=True):
            group.addButton(choice)
            note.setContentsMargins(26, 0, 0, 4)
            choice.toggled.connect(lambda _: self._say_effect())
            self.body.addWidget(choice)
            self.body.addWidget(note)
        self.body.addWidget(self._effect)
        self.body.addStretch(1)

    def _show(self) -> None:
        pair = self._pairs[0]
        self._ids = (pair.keep_id, pair.join_id)
        done = self._count - len(self._pairs) + 1
        self._place.setText(self.words("similar.place", place=done, count=self._count))
        for key, choice, note in zip(self._ids, self.choices, self._notes, strict=True):
            line = self._directory[key]
            name = organisation_name(self.words, line)
            choice.setText(name.replace("&", "&&"))
            choice.setAccessibleName(self.words("similar.keep", name=name))
            names = line.names[1:]
            note.setText(" · ".join([sector_words(self.words, line.sector), *names]))
        self.choices[0].setChecked(True)
        self._say_effect()
        self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_effect(self) -> None:
        keep, join = self._chosen()
        if keep:
            kept, joined = (
                organisation_name(self.words, self._directory[one]) for one in (keep, join)
            )
            self._effect.setText(self.words("similar.effect", kept=kept, joined=joined))

    def _chosen(self) -> tuple[str, str]:
        return self._ids if self.choices[0].isChecked() else self._ids[::-1]

    def _join(self) -> None:
        keep, join = self._chosen()
        self._pairs[1:] = [pair for pair in self._pairs[1:] if join not in _ids_of(pair)]
        self.join_requested.emit(join, keep)
        self._go_on()

    def _tell_apart(self) -> None:
        self.apart_requested.emit(*self._ids)
        self._go_on()

    def _go_on(self) -> None:
        del self._pairs[0]
        if self._pairs:
            self._show()
        else:
            self.accept()


def _ids_of(pair: SimilarPair) -> tuple[str, str]:
    return pair.keep_id, pair.join_id

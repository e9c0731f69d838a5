"""A field of the commitments that a meeting discusses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import PlainLabel
from ui.common.look import announce
from ui.meeting.commitment_boxes import CommitmentBox, CommitmentFinder
from ui.meeting.wording import commitment_name

if TYPE_CHECKING:
    from db.records import Commitment

# Fewer than these are seen at once.
_FEW = 6


class CommitmentChecks(QWidget):
    """The plan's commitments to choose from. Fits ui.common.field.Field (value: tuple of ids).

    A part of the number or title finds them, and Enter takes the first. The line for it comes
    with the first letter; where there are many it is always there, and while the focus is
    elsewhere only those that were chosen are in view.
    Ids that are no commitment of the plan are kept.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._label = label
        self._value: tuple[str, ...] = ()
        self._boxes: dict[str, CommitmentBox] = {}
        self._numbers: dict[str, str] = {}
        self._shown: list[tuple[str, str]] | None = None
        self._none = PlainLabel(words("meetings.fields.no_commitments"), "small")
        self.setAccessibleName(label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)
        self._find = CommitmentFinder(words, label)
        self._find.edited.connect(lambda _: self._narrow())
        self._find.taken.connect(self._take_first)
        self._find.left_below.connect(lambda: self._step("", 1))
        self._find.focus_changed.connect(self._narrow_soon)
        self._column.addWidget(self._find)

    def focus_first(self) -> None:
        """Put the focus where one begins to choose."""
        first = self._find if not self._find.isHidden() else next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_commitments(self, commitments: Sequence[Commitment]) -> bool:
        """Offer these commitments; whether they are other ones than before."""
        texts = [(c.id, _name(self._words, c)) for c in commitments]
        if texts == self._shown:
            return False
        self._shown = texts
        for box in self._boxes.values():
            box.setParent(None)
            box.deleteLater()
        self._boxes = {}
        for commitment_id, text in texts:
            box = CommitmentBox(text, self._label)
            box.clicked.connect(lambda on, key=commitment_id: self._change(key, on))
            box.stepped.connect(lambda step, key=commitment_id: self._step(key, step))
            box.typed.connect(self._begin_to_find)
            box.focus_changed.connect(self._narrow_soon)
            if len(texts) > _FEW:
                # Tab passes many at once; the arrow keys lead there from the line above.
                box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._boxes[commitment_id] = box
            self._column.addWidget(box)
        self._none.setVisible(not texts)
        self._find.setVisible(len(texts) > _FEW)
        self._numbers = {c.id: str(c.number or "") for c in commitments}
        self._narrow()
        self.set_value(self._value)
        return True

    def value(self) -> tuple[str, ...]:
        return self._value

    def set_value(self, value: Iterable[str]) -> None:
        self._value = tuple(value)
        for commitment_id, box in self._boxes.items():
            box.setChecked(commitment_id in self._value)

    def reset(self, value: Iterable[str]) -> None:
        self.set_value(value)

    def end_visit(self) -> None:
        self.left.emit()

    def is_editing(self) -> bool:
        return False

    def _found(self) -> list[str]:
        """Return what fits the words looked for: a number whole, else each word somewhere."""
        wanted = self._find.value().casefold().split()
        if len(wanted) == 1 and wanted[0] in self._numbers.values():
            return [key for key, number in self._numbers.items() if number == wanted[0]]
        texts = {key: box.accessibleName().casefold() for key, box in self._boxes.items()}
        return [key for key, text in texts.items() if all(word in text for word in wanted)]

    def _narrow_soon(self) -> None:
        # Once the focus has arrived where it goes.
        QTimer.singleShot(0, self, self._narrow)

    def _narrow(self) -> None:
        many = len(self._boxes) > _FEW
        inside = [self._find, *self._boxes.values()]
        if not any(one.hasFocus() for one in inside):
            self._find.reset("")
            self._find.setVisible(many)
            found = list(self._value if many else self._boxes)
        else:
            found = self._found()
        for commitment_id, box in self._boxes.items():
            box.setVisible(commitment_id in found)

    def _begin_to_find(self, letter: str) -> None:
        self._find.show()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.set_value(letter)
        self._find.end(False)
        self._narrow()

    def _take_first(self) -> None:
        found = self._found()
        if self._find.value().strip() and found:
            self._boxes[found[0]].click()
            announce(self, self._boxes[found[0]].accessibleName())
            self._find.reset("")
            self._narrow()
        elif not self._find.value().strip():
            self._go_on()

    def _go_on(self) -> None:
        """Leave what was chosen for the next field."""
        if len(self._boxes) <= _FEW:
            list(self._boxes.values())[-1].setFocus()
        self._find.focusNextPrevChild(True)

    def _step(self, key: str, step: int) -> None:
        """Move the focus from a box, or from the line above them, to the next one in view."""
        boxes = [box for one, box in self._boxes.items() if one == key or not box.isHidden()]
        place = boxes.index(self._boxes[key]) if key else -1
        if 0 <= place + step < len(boxes):
            boxes[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif step < 0 and not self._find.isHidden():
            self._find.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _change(self, commitment_id: str, chosen: bool) -> None:
        kept = tuple(one for one in self._value if one != commitment_id)
        self._value = (*kept, commitment_id) if chosen else kept
        self.edited.emit(self._value)
        # A click is a whole visit.
        self.left.emit()


def _name(words: Words, commitment: Commitment) -> str:
    parts = (commitment_name(words, commitment), " ".join(commitment.title.split()))
    return " – ".join(part for part in parts if part)

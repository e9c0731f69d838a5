"""A field of the commitments that a meeting discusses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import PlainLabel, plain_tool_tip
from ui.meeting.wording import commitment_name

if TYPE_CHECKING:
    from db.records import Commitment

_MARK = 34


class _Check(QCheckBox):
    """A check box whose words end in … where room ends."""

    def __init__(self, text: str, label: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(label)
        self.setToolTip(plain_tool_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _MARK
        words = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))


class CommitmentChecks(QWidget):
    """The plan's commitments to choose from. Fits ui.common.field.Field (value: tuple of ids).

    Ids that are no commitment of the plan are kept.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._label = label
        self._value: tuple[str, ...] = ()
        self._boxes: dict[str, _Check] = {}
        self._shown: list[tuple[str, str]] | None = None
        self._none = PlainLabel(words("meetings.fields.no_commitments"), "small")
        self.setAccessibleName(label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)

    def set_commitments(self, commitments: Sequence[Commitment]) -> None:
        """Offer these commitments."""
        texts = [(c.id, f"{commitment_name(self._words, c)} – {c.title}") for c in commitments]
        if texts == self._shown:
            return
        self._shown = texts
        for box in self._boxes.values():
            box.setParent(None)
            box.deleteLater()
        self._boxes = {}
        for commitment_id, text in texts:
            box = _Check(text, self._label)
            box.clicked.connect(lambda on, key=commitment_id: self._change(key, on))
            self._boxes[commitment_id] = box
            self._column.addWidget(box)
        self._none.setVisible(not texts)
        self.set_value(self._value)

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

    def _change(self, commitment_id: str, chosen: bool) -> None:
        kept = tuple(one for one in self._value if one != commitment_id)
        self._value = (*kept, commitment_id) if chosen else kept
        self.edited.emit(self._value)
        # A click is a whole visit.
        self.left.emit()

"""A field of the commitments that a meeting discusses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import PlainLabel, plain_tool_tip
from ui.common.line_edit import LineEdit
from ui.common.look import announce
from ui.common.read_only import FINDS
from ui.meeting.wording import commitment_name

if TYPE_CHECKING:
    from db.records import Commitment

_MARK = 34
# Fewer than these are seen at once.
_FEW = 6


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


class _FindLine(LineEdit):
    """A line to find a commitment in.

    Signals:
        taken(): Enter was pressed.
    """

    taken = Signal()

    def __init__(self, words: Words, label: str) -> None:
        super().__init__(words("agenda.find.name", label=label), words("agenda.find.hint"))
        self.setProperty(FINDS, True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class CommitmentChecks(QWidget):
    """The plan's commitments to choose from. Fits ui.common.field.Field (value: tuple of ids).

    Where there are many, a part of the number or title finds them, and Enter takes the first.
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
        self._numbers: dict[str, str] = {}
        self._shown: list[tuple[str, str]] | None = None
        self._none = PlainLabel(words("meetings.fields.no_commitments"), "small")
        self.setAccessibleName(label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)
        self._find = _FindLine(words, label)
        self._find.edited.connect(lambda _: self._narrow())
        self._find.taken.connect(self._take_first)
        self._column.addWidget(self._find)

    def focus_first(self) -> None:
        """Put the focus where one begins to choose."""
        first = self._find if not self._find.isHidden() else next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_commitments(self, commitments: Sequence[Commitment]) -> bool:
        """Offer these commitments; whether they are other ones than before."""
        texts = [(c.id, f"{commitment_name(self._words, c)} – {c.title}") for c in commitments]
        if texts == self._shown:
            return False
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

    def _narrow(self) -> None:
        found = self._found()
        for commitment_id, box in self._boxes.items():
            box.setVisible(commitment_id in found)

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
        boxes = list(self._boxes.values())
        boxes[-1].setFocus(Qt.FocusReason.TabFocusReason)
        boxes[-1].focusNextChild()

    def _change(self, commitment_id: str, chosen: bool) -> None:
        kept = tuple(one for one in self._value if one != commitment_id)
        self._value = (*kept, commitment_id) if chosen else kept
        self.edited.emit(self._value)
        # A click is a whole visit.
        self.left.emit()

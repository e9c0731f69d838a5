"""Where the next point is written: stored while one types, Enter only goes on."""

from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.rules import letters
from resources.words import Words
from ui.common.chip import KeyHint
from ui.common.flow_layout import FlowLayout
from ui.common.labels import PlainLabel
from ui.common.look import set_look
from ui.meeting.point_picks import PointChoices, PointPicks
from ui.meeting.point_rows import PointRow
from ui.meeting.point_text import PointText

_EMPTY = {
    "text": "", "kind": "note", "raised_by": "", "raised_by_id": None,
    "commitment_id": None, "canvas_field": "", "parent_id": None,
}  # fmt: skip


class Composer(QFrame):
    """Takes the next point of the discussion.

    It is a point of its own from the first letter on, so that half a sentence is safe, too;
    until Enter it stays here and not in the list.

    Signals:
        draft_edited(str, dict): the new point's id and its fields.
        draft_left(str): the point is done.
        draft_emptied(str): its text was taken away again.
        escaped(): Escape was pressed.
        focused(): the person has come here to write.
    """

    draft_edited = Signal(str, object)
    draft_left = Signal(str)
    draft_emptied = Signal(str)
    escaped = Signal()
    focused = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._values: dict[str, object] = dict(_EMPTY)
        self._commitment_id: str | None = None
        self._tops: list[PointRow] = []
        self._rows: tuple[PointRow, ...] = ()
        self._compact = False
        self.draft_id = ""
        self.setObjectName("composer")
        self._number = PlainLabel("", "muted", wraps=False)
        self.text = PointText(words("meetings.points.new", number=""), "")
        self.text.setPlaceholderText(words("meetings.points.placeholder"))
        self._ground = QWidget()
        flow = FlowLayout(self._ground, 5)
        self.picks = PointPicks(words, flow, self)
        self._hints = self._build_hints()
        self._arrange()
        self._connect()

    def set_choices(self, choices: PointChoices, commitment_id: str | None) -> None:
        """Offer people and commitments; new points are about this commitment."""
        self.picks.set_choices(choices)
        self._commitment_id = commitment_id
        if not self.draft_id:
            self._values["commitment_id"] = commitment_id
        self._show()

    def set_rows(self, rows: tuple[PointRow, ...]) -> None:
        """Number the next point after these."""
        self._rows = rows
        self._tops = [row for row in rows if row.depth == 0]
        if self._values["parent_id"] not in {row.id for row in self._tops}:
            self._values["parent_id"] = None
        self._show()

    def forget(self) -> None:
        """Let go of the point that was being written; it is stored, or was taken back."""
        self.draft_id = ""
        self._values = {**_EMPTY, "commitment_id": self._commitment_id}
        self.text.reset("")
        self._show()

    def finish(self) -> None:
        """Store what stands here and be ready for the next point."""
        if not self.draft_id:
            self._promote()
            return
        done, parent = self.draft_id, self._values["parent_id"]
        self.forget()
        # The next one is beside it, as a list goes on.
        self._values["parent_id"] = parent
        self.draft_left.emit(done)

    def set_compact(self, compact: bool) -> None:
        """Do without hints where the window is low, and without buttons while one is elsewhere."""
        self._compact = compact
        self._hints.setVisible(not compact)
        self._ground.setVisible(not compact or self.text.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            entered = event.type() == QEvent.Type.FocusIn
            set_look(self, "current", entered)
            self.set_compact(self._compact)
            if entered:
                self.focused.emit()
        return False

    def _take_text(self, text: str) -> None:
        self._values["text"] = text
        if text.strip():
            self.draft_id = self.draft_id or str(uuid4())
            self.draft_edited.emit(self.draft_id, dict(self._values))
        elif self.draft_id:
            emptied, self.draft_id = self.draft_id, ""
            self.draft_emptied.emit(emptied)

    def _take_picked(self, values: dict[str, object]) -> None:
        self._values |= values
        self._show()
        self.text.setFocus()
        if self.draft_id:
            self.draft_edited.emit(self.draft_id, dict(self._values))

    def _make_sub_point(self) -> None:
        self._take_picked({"parent_id": self._tops[-1].id})

    def _promote(self) -> None:
        if self._values["parent_id"] is not None:
            self._take_picked({"parent_id": None})

    def _show(self) -> None:
        parent = self._values["parent_id"]
        self.text.indents = parent is None and bool(self._tops)
        self.text.outdents = parent is not None
        below = sum(1 for row in self._rows if row.depth == 1 and row.parent_id == parent)
        number = str(len(self._tops) + 1) if parent is None else letters(below)
        self._number.setText(number)
        self.text.setAccessibleName(self._words("meetings.points.new", number=number))
        self.layout().setContentsMargins(14 if parent is None else 40, 8, 12, 8)
        self.picks.show_point(self._values)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(9)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        self._number.setContentsMargins(0, 5, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 8)
        column.setSpacing(5)
        column.addLayout(line)
        column.addWidget(self._ground)
        column.addWidget(self._hints)

    def _build_hints(self) -> QWidget:
        ground = QWidget()
        row = FlowLayout(ground, 6)
        for keys, key in (("Enter", "save"), ("Shift+Enter", "line"), ("Tab", "sub")):
            row.addWidget(KeyHint(keys))
            row.addWidget(PlainLabel(self._words(f"meetings.points.hint_{key}"), "small", False))
        return ground

    def _connect(self) -> None:
        self.setFocusProxy(self.text)
        self.text.installEventFilter(self)
        self.text.edited.connect(self._take_text)
        self.text.entered.connect(self.finish)
        self.text.escaped.connect(self.escaped)
        self.text.indent_requested.connect(self._make_sub_point)
        self.text.outdent_requested.connect(self._promote)
        self.picks.picked.connect(self._take_picked)

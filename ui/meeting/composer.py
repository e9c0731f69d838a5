"""Where the next point is written: stored while one types, Enter only goes on."""

from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.rules import letters
from resources.words import Words
from ui.common.chip import KeyHint
from ui.common.flow_layout import FlowLayout
from ui.common.keys import add_key
from ui.common.labels import PlainLabel
from ui.common.look import set_look
from ui.meeting.point_picks import PointChoices, PointPicks
from ui.meeting.point_rows import PointRow
from ui.meeting.point_text import PointText
from ui.meeting.private_button import PRIVATE_KEYS, PrivateButton
from ui.meeting.sign_typing import SignTyping
from ui.meeting.task_entry import TaskEntry

# What the buttons beside them do not tell; what else there is stands in the sheet of F1.
_HINTS = (("Enter", "meetings.points.hint_save"), ("Tab", "meetings.points.hint_sub"))
_TASK = {"owner": "", "owner_id": None, "due": ""}
_EMPTY = {
    "text": "", "kind": "note", "raised_by": "", "raised_by_id": None,
    "commitment_id": None, "canvas_field": "", "parent_id": None,
    "visibility": "",
}  # fmt: skip


class Composer(QFrame):
    """Takes the next point of the discussion.

    It is a point of its own from the first letter on, so that half a sentence is safe, too;
    until Enter it stays here and not in the list.

    Attributes:
        text: what is said; picks, task: what was chosen for it.

    Signals:
        draft_edited(str, dict): the new point's id and its fields; owner and due date are those
            of the follow-up that it owns.
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
        self._task: dict[str, object] = dict(_TASK)
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
        self.task = TaskEntry(words, flow, self)
        # Closed before anybody sees it: the room may look at the points.
        self.private = PrivateButton(words)
        self.private.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        flow.addWidget(self.private)
        self.signs = SignTyping(words, self.text, self.picks)
        for keys, key in _HINTS:
            flow.add_spare(self._build_hint(keys, words(key)))
        self._arrange()
        self._connect()

    def set_choices(self, choices: PointChoices, commitment_id: str | None) -> None:
        """Offer people and commitments; new points are about this commitment."""
        self.picks.set_choices(choices)
        self.task.set_choices(choices)
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
        self._task = dict(_TASK)
        self.text.reset("")
        self.task.reset()
        self._show()

    def finish(self) -> None:
        """Store what stands here and be ready for the next point."""
        if not self.draft_id:
            self._promote()
            return
        if self.task.due.is_editing():
            self.task.due.end_visit()
        self._trim()
        done, parent = self.draft_id, self._values["parent_id"]
        self.forget()
        # The next one is beside it, as a list goes on.
        self._values["parent_id"] = parent
        self.draft_left.emit(done)

    def set_compact(self, compact: bool) -> None:
        """Do without buttons where the window is low, while one writes elsewhere."""
        self._compact = compact
        self._ground.setVisible(not compact or self._is_used())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_look(self, "current", event.type() == QEvent.Type.FocusIn)
            if event.type() == QEvent.Type.FocusIn:
                self.focused.emit()
        return False

    def _is_used(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _note_focus(self) -> None:
        self.set_compact(self._compact)

    def _take_text(self, text: str) -> None:
        self._values["text"] = text
        if text.strip():
            self.draft_id = self.draft_id or str(uuid4())
            self._tell_edited()
        elif self.draft_id:
            emptied, self.draft_id = self.draft_id, ""
            self.draft_emptied.emit(emptied)
        self.task.look_for_day(text)

    def _tell_edited(self) -> None:
        if self.draft_id:
            task = self._task if self._asks() else {}
            self.draft_edited.emit(self.draft_id, {**self._values, **task})

    def _asks(self) -> bool:
        """Whether somebody has to do something until a day."""
        return self._values["kind"] == "follow_up"

    def _trim(self) -> None:
        """Take away the blanks around the text, such as one before a sign at its end."""
        text = str(self._values["text"])
        if text != text.strip():
            self._values["text"] = text.strip()
            self._tell_edited()

    def _take_picked(self, values: dict[str, object]) -> None:
        if "raised_by" in values and self._task["owner"] == self._values["raised_by"]:
            # Who says it will do it, unless somebody else was named.
            self._task |= {"owner": values["raised_by"], "owner_id": values["raised_by_id"]}
        self._values |= values
        self._show()
        self.text.setFocus()
        self.task.look_for_day(str(self._values["text"]))
        self._tell_edited()

    def _take_task(self, values: dict[str, object]) -> None:
        self._task |= values
        self._show()
        if "owner" in values:
            self.text.setFocus()
        self._tell_edited()

    def _make_sub_point(self) -> None:
        self._take_picked({"parent_id": self._tops[-1].id})

    def _turn_private(self) -> None:
        private = self._values["visibility"] == "private"
        self._take_picked({"visibility": "" if private else "private"})

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
        self.private.show_private(self._values["visibility"] == "private")
        self.task.show_task(self._task if self._asks() else None)

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

    def _build_hint(self, keys: str, meaning: str) -> QWidget:
        # One widget, so that no line ends between a key and what it does.
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(KeyHint(keys))
        row.addWidget(PlainLabel(meaning, "small", False))
        return pair

    def _connect(self) -> None:
        self.setFocusProxy(self.text)
        self.text.installEventFilter(self)
        self.text.edited.connect(self._take_text)
        self.text.entered.connect(self.finish)
        self.text.escaped.connect(self.escaped)
        self.text.indent_requested.connect(self._make_sub_point)
        self.text.outdent_requested.connect(self._promote)
        self.picks.picked.connect(self._take_picked)
        self.private.clicked.connect(lambda _=False: self._turn_private())
        add_key(self, PRIVATE_KEYS, self._turn_private)
        self.task.chosen.connect(self._take_task)
        QApplication.instance().focusChanged.connect(self._note_focus)

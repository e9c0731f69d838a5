"""The fields of one point, laid over its row while it is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.flow_layout import FlowLayout
from ui.common.form import Form
from ui.common.keys import add_key
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.meeting.edited_text import EditedText
from ui.meeting.point_buttons import PointButtons
from ui.meeting.point_commands import IN_TEXTS, command_of
from ui.meeting.point_parts import (
    AgreementFields,
    AnswerFields,
    KindFields,
    QuestionFields,
    TaskFields,
)
from ui.meeting.point_picks import PointChoices, PointPicks
from ui.meeting.point_rows import PointRow
from ui.meeting.sign_typing import SignTyping


class PointEditor(QFrame):
    """Edits a point in place: text, kind, speaker and canvas; then what its kind asks for.

    Signals:
        field_edited(kind, id, field, value), field_left(kind, id, field): typing.
        values_chosen(kind, id, values): something was chosen.
        command_requested(str): something shall be done with this point (point_commands).
        done(): the person has finished.
        height_changed(): it needs more or less room.
    """

    field_edited = Signal(str, str, str, object)
    field_left = Signal(str, str, str)
    values_chosen = Signal(str, str, object)
    command_requested = Signal(str)
    done = Signal()
    height_changed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._row: PointRow | None = None
        self.setObjectName("pointEditor")
        self._number = PlainLabel("", "muted", wraps=False)
        self._number.setContentsMargins(0, 6, 0, 0)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.text = EditedText(words("meetings.points.text", number=""))
        self._ground = QWidget()
        self._flow = FlowLayout(self._ground, 5)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(6)
        self.picks = PointPicks(words, self._flow, self)
        self.signs = SignTyping(words, self.text, self.picks)
        self._parts = self._build_parts()
        self._buttons = PointButtons(words)
        self._arrange()
        self._forms = {
            "points": self._bind("points", self._texts_of_point()),
            "follow_ups": self._bind("follow_ups", {"due": self.due}),
        }
        self._connect()

    def point_id(self) -> str:
        """Return the point that is edited, "" for none."""
        return self._row.id if self._row else ""

    def show_row(self, row: PointRow, choices: PointChoices, first: bool) -> None:
        """Edit this point; the same one again leaves alone what is being written."""
        self._row = row
        point = row.point
        texts = {name: getattr(point, name) for name in self._texts_of_point()}
        self._forms["points"].show_record(point.id, texts)
        if row.follow_up is not None:
            self._forms["follow_ups"].show_record(row.follow_up.id, {"due": row.follow_up.due})
        self._number.setText(row.number)
        self.text.setAccessibleName(self._words("meetings.points.text", number=row.number))
        self.text.indents = row.depth == 0 and not first
        self.text.outdents = row.depth > 0
        self.picks.set_choices(choices)
        self.picks.show_point(dict(point))
        for part in self._parts.values():
            part.show_row(row, choices)
        self._buttons.show_row(row, first)
        self._fit()

    def begin_answer(self) -> None:
        """Go to what the point's kind asks for: an answer, an agreement, who does it."""
        part = self._parts.get(self._row.point.kind) if self._row else None
        if part is not None:
            part.begin()

    def forget(self) -> None:
        """Let go of the point."""
        self._row = None

    def end_visit(self) -> None:
        """Store what is being written, as if the focus had gone on."""
        for field in (*self._texts_of_point().values(), self.due):
            if field.is_editing():
                field.end_visit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if event.key() == Qt.Key.Key_Escape or command == "edit":
            self.done.emit()
        elif command and command != "delete":
            self.command_requested.emit(command)
        else:
            # What is pressed here is not meant for the list below.
            event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            result = super().event(event)
            self.height_changed.emit()
            return result
        return super().event(event)

    def wanted_height(self, width: int) -> int:
        """Return the height that it needs at a width."""
        return self.layout().totalHeightForWidth(width)

    def _build_parts(self) -> dict[str, KindFields]:
        words = self._words
        answer = AnswerFields(words, self._flow, self._texts)
        agreement = AgreementFields(words, self._flow, self._texts)
        question = QuestionFields(words, self._flow)
        task = TaskFields(words, self._flow, self, self.text)
        question.answered.connect(lambda: self.command_requested.emit("answer"))
        self.response, self.reason = answer.response, answer.reason
        self.consensus, self.objection = agreement.consensus, agreement.objection
        self.owner, self.due = task.owner, task.due
        return {"input": answer, "decision": agreement, "question": question, "follow_up": task}

    def _texts_of_point(self) -> dict:
        return {"text": self.text, "reason": self.reason, "objection": self.objection}

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        hold(self._number, fixedWidth=30)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        below = QVBoxLayout()
        below.setContentsMargins(38, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._ground)
        below.addLayout(self._texts)
        below.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 10, 6)
        column.setSpacing(6)
        column.addLayout(line)
        column.addLayout(below)

    def _bind(self, kind: str, fields: dict) -> Form:
        form = Form(self)
        for name, field in fields.items():
            form.add(name, field)
        form.edited.connect(lambda key, name, value: self.field_edited.emit(kind, key, name, value))
        form.left.connect(lambda key, name: self.field_left.emit(kind, key, name))
        return form

    def _connect(self) -> None:
        self.text.entered.connect(self.done)
        self.text.escaped.connect(self.done)
        self.text.command_requested.connect(self.command_requested)
        self.text.indent_requested.connect(lambda: self.command_requested.emit("indent"))
        self.text.outdent_requested.connect(lambda: self.command_requested.emit("outdent"))
        self._buttons.command_requested.connect(self.command_requested)
        self._buttons.done.connect(self.done)
        self.picks.picked.connect(lambda values: self._choose("points", values))
        for part in self._parts.values():
            part.chosen.connect(self._choose)
        for command in IN_TEXTS:
            add_key(self, command.keys[0], lambda c=command.name: self.command_requested.emit(c))

    def _choose(self, kind: str, values: dict[str, object]) -> None:
        if self._row is None:
            return
        if kind == "points":
            self.values_chosen.emit(kind, self._row.id, values)
        elif self._row.follow_up is not None:
            self.values_chosen.emit(kind, self._row.follow_up.id, values)

    def _fit(self) -> None:
        self.layout().invalidate()
        self.height_changed.emit()

"""What a kind of point asks for besides its text: an answer, an agreement, somebody who does it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import Button
from ui.common.flow_layout import FlowLayout
from ui.common.look import set_look
from ui.common.picker import Pick, PickButton
from ui.common.text_edit import GrowingTextEdit
from ui.meeting.point_commands import COMMANDS
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_rows import PointRow
from ui.meeting.point_text import PointText
from ui.meeting.point_words import OBJECTED, answered_words, consensus_picks
from ui.meeting.task_entry import TaskEntry
from ui.meeting.wording import RESPONSES

ANSWER_KEYS = COMMANDS["answer"].keys[0]


class KindFields(QObject):
    """The fields of one kind of point, put into the editor's flow of buttons and its column.

    Signals:
        chosen(kind, values): something was chosen for the point or its follow-up.
    """

    chosen = Signal(str, object)

    def show_row(self, row: PointRow, choices: PointChoices) -> None:
        """Show what a point has of it, or nothing where it is of another kind."""
        raise NotImplementedError

    def begin(self) -> None:
        """Go to the first thing that is missing."""
        raise NotImplementedError


class AnswerFields(KindFields):
    """The answer to an input: response and reason. Once one is chosen, the reason is written."""

    def __init__(self, words: Words, flow: FlowLayout, column: QVBoxLayout) -> None:
        super().__init__(flow)
        label = words("meetings.points.response")
        self.response = PickButton(words, label, ANSWER_KEYS, labelled=True)
        none = Pick("", words("meetings.points.no_response"))
        self.response.set_picks(
            [none, *(Pick(r, words(f"meetings.responses.{r}")) for r in RESPONSES)]
        )
        flow.addWidget(self.response)
        placeholder = words("meetings.points.reason_placeholder")
        self.reason = GrowingTextEdit(words("meetings.points.reason"), placeholder, most_lines=8)
        column.addWidget(self.reason)
        self.response.picked.connect(self._choose)

    def show_row(self, row: PointRow, choices: PointChoices) -> None:
        is_input = row.point.kind == "input"
        self.response.setVisible(is_input)
        self.reason.setVisible(is_input)
        self.response.set_value(row.point.response)

    def begin(self) -> None:
        if self.response.value():
            _write_in(self.reason)
        else:
            self.response.open_list()

    def _choose(self, pick: Pick) -> None:
        self.chosen.emit("points", {"response": pick.value})
        if pick.value:
            _write_in(self.reason)


class AgreementFields(KindFields):
    """How a decision came about, and whose objection was noted where there was one."""

    def __init__(self, words: Words, flow: FlowLayout, column: QVBoxLayout) -> None:
        super().__init__(flow)
        self._words = words
        label = words("points.consensus.label")
        self.consensus = PickButton(words, label, ANSWER_KEYS, labelled=True)
        self.consensus.set_picks(consensus_picks(words))
        label = words("points.objection_by")
        self.objector = PickButton(words, label, free=True, labelled=True)
        placeholder = words("points.objection_placeholder")
        self.objection = GrowingTextEdit(words("points.objection"), placeholder, most_lines=8)
        flow.addWidget(self.consensus)
        flow.addWidget(self.objector)
        column.addWidget(self.objection)
        self.consensus.picked.connect(self._choose)
        self.objector.picked.connect(self._choose_objector)

    def show_row(self, row: PointRow, choices: PointChoices) -> None:
        point = row.point
        is_decision = point.kind == "decision"
        # What was noted stays in view, whatever is chosen afterwards.
        noted = bool(point.objection_by or point.objection)
        objected = is_decision and (point.consensus in OBJECTED or noted)
        self.consensus.setVisible(is_decision)
        self.objector.setVisible(objected)
        self.objection.setVisible(objected)
        self.consensus.set_value(point.consensus)
        nobody = Pick("", self._words("points.no_objector"))
        names = [Pick(pick.text, pick.text, pick.note) for pick in choices.speakers]
        self.objector.set_picks([nobody, *names])
        self.objector.set_value(point.objection_by, point.objection_by)

    def begin(self) -> None:
        self.consensus.open_list()

    def _choose(self, pick: Pick) -> None:
        self.chosen.emit("points", {"consensus": pick.value})
        if pick.value in OBJECTED and not self.objector.value():
            self.objector.open_list()

    def _choose_objector(self, pick: Pick) -> None:
        self.chosen.emit("points", {"objection_by": pick.value})
        _write_in(self.objection)


class AnswerButton(Button):
    """Says whether a question was answered; as small as the buttons beside it."""

    ink = "muted"

    def show_answered(self, words: str, answered: bool) -> None:
        """Show when it was answered, or what pressing it does."""
        self.ink = "success" if answered else "muted"
        set_look(self, "answered", answered)
        self.setText(words)
        self.updateGeometry()


class QuestionFields(KindFields):
    """Whether a question was answered: one button.

    Signals:
        answered(): the button was pressed.
    """

    answered = Signal()

    def __init__(self, words: Words, flow: FlowLayout) -> None:
        super().__init__(flow)
        self._words = words
        self.button = AnswerButton(words("points.answer"), "check", ANSWER_KEYS)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        flow.addWidget(self.button)
        self.button.clicked.connect(lambda _=False: self.answered.emit())

    def show_row(self, row: PointRow, choices: PointChoices) -> None:
        point = row.point
        self.button.setVisible(point.kind == "question")
        answered = answered_words(self._words, point.answered_on)
        words = answered or self._words("points.answer")
        self.button.show_answered(words, bool(answered))

    def begin(self) -> None:
        self.answered.emit()


class TaskFields(KindFields):
    """Who has to do it until when; a day that the point's text speaks of is offered."""

    def __init__(self, words: Words, flow: FlowLayout, scope: QWidget, text: PointText) -> None:
        super().__init__(flow)
        self._point_id = ""
        self._text = text
        self._entry = TaskEntry(words, flow, scope)
        self.owner, self.due = self._entry.owner, self._entry.due
        self._entry.chosen.connect(self._choose)
        text.edited.connect(self._entry.look_for_day)

    def show_row(self, row: PointRow, choices: PointChoices) -> None:
        if row.id != self._point_id:
            self._point_id = row.id
            self._entry.reset()
        self._entry.set_choices(choices)
        self._entry.show_task(dict(row.follow_up) if row.follow_up is not None else None)
        self._entry.look_for_day(self._text.value())

    def begin(self) -> None:
        if self.owner.value() in (None, ("", None)):
            self.owner.open_list()
        else:
            self._entry.take_or_write()

    def _choose(self, values: dict[str, object]) -> None:
        # The due date is a field of its own, which tells for itself.
        if "owner" in values:
            self.chosen.emit("follow_ups", values)


def _write_in(field: GrowingTextEdit) -> None:
    if field.isVisible():
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.move_to_end()

"""The fields of one point, laid over its row while it is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.date_field import DateField
from ui.common.flow_layout import FlowLayout
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.common.picker import Pick, PickButton
from ui.common.text_edit import GrowingTextEdit
from ui.meeting.point_picks import PointChoices, PointPicks
from ui.meeting.point_rows import PointRow
from ui.meeting.point_text import PointText
from ui.meeting.wording import RESPONSES


class PointEditor(QFrame):
    """Edits a point in place: text, kind, speaker and canvas; then what its kind asks for.

    Signals:
        field_edited(kind, id, field, value), field_left(kind, id, field): typing.
        values_chosen(kind, id, values): something was chosen.
        command_requested(str): "up", "down", "indent", "outdent" or "delete" this point.
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
        self.text = PointText(words("meetings.points.text", number=""))
        self._ground = QWidget()
        self._flow = FlowLayout(self._ground, 5)
        self.picks = PointPicks(words, self._flow, self)
        self._build_answer()
        self._build_task()
        self._arrange()
        self._forms = {
            "points": self._bind("points", {"text": self.text, "reason": self.reason}),
            "follow_ups": self._bind("follow_ups", {"due": self.due}),
        }
        self._connect()

    def point_id(self) -> str:
        """Return the point that is edited, "" for none."""
        return self._row.id if self._row else ""

    def show_row(self, row: PointRow, choices: PointChoices, first: bool) -> None:
        """Edit this point; the same one again leaves alone what is being written."""
        self._row = row
        words, point = self._words, row.point
        self._forms["points"].show_record(point.id, {"text": point.text, "reason": point.reason})
        self._number.setText(row.number)
        self.text.setAccessibleName(words("meetings.points.text", number=row.number))
        self.text.indents = row.depth == 0 and not first
        self.text.outdents = row.depth > 0
        self._buttons["indent"].setEnabled(self.text.indents)
        self._buttons["outdent"].setEnabled(self.text.outdents)
        self.picks.set_choices(choices)
        self.picks.show_point(dict(point))
        self._show_answer(row)
        self._show_task(row, choices)
        self._fit()

    def forget(self) -> None:
        """Let go of the point."""
        self._row = None

    def end_visit(self) -> None:
        """Store what is being written, as if the focus had gone on."""
        for field in (self.text, self.reason, self.due):
            if field.is_editing():
                field.end_visit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
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

    def _build_answer(self) -> None:
        words = self._words
        self.response = PickButton(words, words("meetings.points.response"), labelled=True)
        none = Pick("", words("meetings.points.no_response"))
        self.response.set_picks(
            [none, *(Pick(r, words(f"meetings.responses.{r}")) for r in RESPONSES)]
        )
        self._flow.addWidget(self.response)
        placeholder = words("meetings.points.reason_placeholder")
        self.reason = GrowingTextEdit(words("meetings.points.reason"), placeholder, most_lines=8)

    def _build_task(self) -> None:
        words = self._words
        owner = words("meetings.points.owner")
        self.owner = PickButton(words, owner, free=True, labelled=True)
        self.due = DateField(words, words("meetings.points.due"))
        hold(self.due, fixedWidth=190)
        self._due_row = QWidget()
        row = QHBoxLayout(self._due_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(PlainLabel(words("meetings.points.due"), "label", wraps=False))
        row.addWidget(self.due)
        self._flow.addWidget(self.owner)
        self._flow.addWidget(self._due_row)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        hold(self._number, fixedWidth=30)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        below = QVBoxLayout()
        below.setContentsMargins(38, 0, 0, 0)
        below.setSpacing(6)
        for widget in (self._ground, self.reason):
            below.addWidget(widget)
        below.addLayout(self._build_commands())
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 10, 6)
        column.setSpacing(6)
        column.addLayout(line)
        column.addLayout(below)

    def _build_commands(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self._buttons: dict[str, IconButton] = {}
        for command, drawing in (
            ("up", "arrow-up"), ("down", "arrow-down"), ("indent", "chevron-right"),
            ("outdent", "chevron-left"), ("delete", "trash-2"),
        ):  # fmt: skip
            button = IconButton(self._words(f"meetings.points.{command}"), drawing)
            button.clicked.connect(lambda _=False, c=command: self.command_requested.emit(c))
            self._buttons[command] = button
            row.addWidget(button)
        row.addStretch(1)
        done = IconButton(self._words("meetings.points.done"), "check")
        done.clicked.connect(lambda _=False: self.done.emit())
        row.addWidget(done)
        return row

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
        self.text.indent_requested.connect(lambda: self.command_requested.emit("indent"))
        self.text.outdent_requested.connect(lambda: self.command_requested.emit("outdent"))
        self.picks.picked.connect(lambda values: self._choose("points", values))
        self.response.picked.connect(lambda p: self._choose("points", {"response": p.value}))
        self.owner.picked.connect(self._choose_owner)

    def _choose(self, kind: str, values: dict[str, object]) -> None:
        if self._row is None:
            return
        if kind == "points":
            self.values_chosen.emit(kind, self._row.id, values)
        elif self._row.follow_up is not None:
            self.values_chosen.emit(kind, self._row.follow_up.id, values)

    def _choose_owner(self, pick: Pick) -> None:
        name, organisation = pick.value if isinstance(pick.value, tuple) else (pick.text, None)
        self._choose("follow_ups", {"owner": name, "owner_id": organisation})

    def _show_answer(self, row: PointRow) -> None:
        is_input = row.point.kind == "input"
        self.response.setVisible(is_input)
        self.reason.setVisible(is_input)
        self.response.set_value(row.point.response)

    def _show_task(self, row: PointRow, choices: PointChoices) -> None:
        follow_up = row.follow_up
        self.owner.setVisible(follow_up is not None)
        self._due_row.setVisible(follow_up is not None)
        if follow_up is not None:
            nobody = Pick(("", None), self._words("meetings.points.no_owner"))
            self.owner.set_picks([nobody, *choices.speakers])
            self.owner.set_value((follow_up.owner, follow_up.owner_id), follow_up.owner)
            self._forms["follow_ups"].show_record(follow_up.id, {"due": follow_up.due})

    def _fit(self) -> None:
        self.layout().invalidate()
        self.height_changed.emit()

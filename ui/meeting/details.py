"""The meeting's own data: what stands at the head and the foot of its minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.records import DEFAULT_STAGES
from resources.words import Words
from ui.common.buttons import DangerButton, GhostButton
from ui.common.chip import Chip, Kind
from ui.common.choice_box import ChoiceBox
from ui.common.date_field import DateField
from ui.common.field import FieldRow
from ui.common.flow_layout import FlowLayout
from ui.common.form import Form
from ui.common.labels import Line, PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.name_edit import NameEdit
from ui.common.parsed_field import TimeField
from ui.common.scroll import ScrollColumn
from ui.common.tab_order import order_tabs
from ui.common.text_edit import GrowingTextEdit
from ui.meeting.commitment_checks import CommitmentChecks
from ui.meeting.signature_field import SignatureField
from ui.meeting.wording import MEETING_KINDS

if TYPE_CHECKING:
    from db.records import Commitment, Meeting, Plan


class MeetingDetails(ScrollColumn):
    """A form of everything that a meeting is.

    Signals:
        field_edited(id, field, value), field_left(id, field).
        removal_requested(): the meeting shall be deleted.
        finalisation_requested(): its minutes shall become final.
    """

    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)
    removal_requested = Signal()
    finalisation_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._form = Form(self)
        self._form.edited.connect(self.field_edited)
        self._form.left.connect(self.field_left)
        self.column.setContentsMargins(13, 12, 13, 16)
        self._build_topic()
        self._build_commitments()
        self._build_time()
        self._build_people()
        self._build_meeting()
        self._build_paper()
        self.column.addWidget(Line())
        delete = DangerButton(words("meetings.delete"), "trash-2")
        delete.clicked.connect(lambda _=False: self.removal_requested.emit())
        self.column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)

    def show_meeting(self, meeting: Meeting, plan: Plan, commitments: Sequence[Commitment]) -> None:
        """Show a meeting of a plan with these commitments."""
        none = (None, self._words("common.choice.none"))
        stages = [(i, f"{i}. {name}") for i, name in enumerate(plan.stages or DEFAULT_STAGES, 1)]
        self._stage.set_choices([none, *stages])
        if self._commitments.set_commitments(commitments):
            order_tabs(self.widget())
        self._form.show_record(meeting.id, dict(meeting))

    def show_standing(self, text: str, kind: Kind, finalise: str) -> None:
        """Say how the minutes stand, and word the button that makes them final."""
        self._standing.show_chip(text, kind)
        self._finalise.setText(finalise)
        self._finalise.setVisible(bool(finalise))

    def focus_topic(self) -> None:
        """Put the focus on the topic, where a new meeting begins."""
        self._topic.setFocus()

    def focus_commitments(self) -> None:
        """Put the focus on the commitments to choose from."""
        self.ensureWidgetVisible(self._commitments)
        self._commitments.focus_first()

    def end_visit(self) -> None:
        """Store what is being written."""
        for name in ("topic", "title", "subtitle", "place", "chair", "note_taker",
                     "chair_signature", "date", "start_time", "end_time",
                     "began", "ended"):  # fmt: skip
            field = self._form.field(name)
            if field.is_editing():
                field.end_visit()

    def _build_topic(self) -> None:
        self._topic = NameEdit(self._label("topic"), lines=2)
        self._add("topic", self._topic)

    def _build_meeting(self) -> None:
        words = self._words
        kinds = [(k, words(f"documents.meeting_kinds.{k}")) for k in MEETING_KINDS]
        none = ("", words("common.choice.none"))
        methods = [none, *words.table("meetings.methods").items()]
        self._head("meeting")
        self._add("kind", ChoiceBox(self._label("kind"), [none, *kinds]))
        self._add("method", ChoiceBox(self._label("method"), methods))
        self._stage = ChoiceBox(self._label("stage"), [(None, words("common.choice.none"))])
        self._add("stage", self._stage)
        self._standing = Chip()
        self._finalise = GhostButton("", "lock")
        self._finalise.clicked.connect(lambda _=False: self.finalisation_requested.emit())
        ground = QWidget()
        flow = FlowLayout(ground, 8)
        flow.addWidget(self._standing)
        flow.addWidget(self._finalise)
        self.column.addWidget(PlainLabel(self._label("status"), "label"))
        self.column.addWidget(ground)
        self.show_standing("", "neutral", "")

    def _build_time(self) -> None:
        words = self._words
        zones = [("", words("common.choice.none")), *((z, z) for z in ("WIB", "WITA", "WIT"))]
        self._head("time")
        self._add("date", DateField(words, self._label("date")))
        self._add_hours("start_time", "end_time")
        self._add("timezone", ChoiceBox(self._label("timezone"), zones))
        self._add_hours("began", "ended")
        self._add("place", LineEdit(self._label("place")))

    def _add_hours(self, *names: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in names:
            field = TimeField(self._words, self._label(name))
            field.setMinimumWidth(60)
            self._form.add(name, field)
            row.addWidget(FieldRow(self._label(name), field), 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _build_commitments(self) -> None:
        self._head("commitments")
        self._commitments = CommitmentChecks(self._words, self._label("commitment_ids"))
        self._form.add("commitment_ids", self._commitments)
        self.column.addWidget(self._commitments)

    def _build_people(self) -> None:
        self._head("people")
        self._add("chair", GrowingTextEdit(self._label("chair")))
        for name in ("note_taker", "chair_signature"):
            self.column.addWidget(PlainLabel(self._label(name), "strong"))
            field = SignatureField(self._words, self._label(name))
            self._form.add(name, field)
            self.column.addWidget(field)

    def _build_paper(self) -> None:
        self._head("paper")
        self._add("title", LineEdit(self._label("title")))
        self._add("subtitle", GrowingTextEdit(self._label("subtitle")))

    def _head(self, key: str) -> None:
        if self.column.count():
            self.column.addSpacing(6)
        self.column.addWidget(PlainLabel(self._words(f"meetings.groups.{key}"), "head"))

    def _label(self, name: str) -> str:
        return self._words(f"meetings.fields.{name}")

    def _add(self, name: str, field: QWidget) -> None:
        self._form.add(name, field)  # type: ignore[arg-type]
        self.column.addWidget(FieldRow(self._label(name), field))

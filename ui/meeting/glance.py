"""The canvas at a glance: which parts of a commitment are filled, and what is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.forms import load_form
from resources.words import Words
from ui.common import dates
from ui.common.choice_box import ChoiceBox
from ui.common.empty_state import EmptyState
from ui.common.labels import PlainLabel
from ui.common.row_list import Row, RowList
from ui.meeting.wording import commitment_name, kind_name, section_name

if TYPE_CHECKING:
    from db.records import Point
    from db.snapshot import CommitmentDossier, OpenFollowUp

_SHOWN = 160


class CanvasGlance(QWidget):
    """Shows a commitment that is discussed, part by part, and the follow-ups still open.

    Signals:
        commitment_requested(str): the person wants to see this commitment.
        choice_requested(): the person wants to choose what is discussed.
        follow_up_requested(str): the person wants to see this meeting.
    """

    commitment_requested = Signal(str)
    choice_requested = Signal()
    follow_up_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._commitments: tuple[CommitmentDossier, ...] = ()
        self._points: tuple[Point, ...] = ()
        self._meetings: dict[str, str] = {}
        self._choice = ChoiceBox(words("meetings.side.commitment"), [])
        self._choice.edited.connect(lambda _: self._show_parts())
        self._list = RowList(words("meetings.side.canvas"), title_lines=2)
        self._list.opened.connect(self._open)
        self._empty = EmptyState(
            "file-text",
            words("meetings.side.no_commitment_title"),
            words("meetings.side.no_commitment_text"),
            words("meetings.side.choose_commitment"),
        )
        self._empty.pressed.connect(self.choice_requested)
        top = QVBoxLayout()
        top.setContentsMargins(13, 10, 13, 6)
        top.addWidget(self._choice)
        self._title = PlainLabel("", "strong")
        top.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._empty, 1)
        column.addWidget(self._list, 1)
        self._follow_ups: list[Row] = []

    def show_commitments(
        self,
        commitments: tuple[CommitmentDossier, ...],
        points: tuple[Point, ...],
        follow_ups: Sequence[OpenFollowUp],
        today: str,
    ) -> None:
        """Show what is discussed, with the meeting's inputs about it and what is open."""
        self._commitments, self._points = commitments, points
        names = [(d.commitment.id, commitment_name(self._words, d.commitment)) for d in commitments]
        chosen = self._choice.value()
        self._choice.set_choices(names)
        if names:
            known = {key for key, _ in names}
            self._choice.set_value(chosen if chosen in known else names[0][0])
        self._choice.setVisible(len(names) > 1)
        self._follow_ups = [self._follow_up_row(one, today) for one in follow_ups]
        self._meetings = {f"f:{one.follow_up.id}": one.meeting.id for one in follow_ups}
        self._show_parts()

    def _show_parts(self) -> None:
        chosen = self._choice.value()
        dossier = next((d for d in self._commitments if d.commitment.id == chosen), None)
        self._empty.setVisible(dossier is None)
        self._list.setVisible(dossier is not None)
        self._title.setVisible(dossier is not None)
        if dossier is None:
            return
        self._title.setText(
            _line(dossier.commitment.title) or commitment_name(self._words, dossier.commitment)
        )
        head = Row("", self._words("meetings.side.follow_ups"), heading=True)
        nothing = Row("", self._words("meetings.side.no_follow_ups"), heading=True)
        parts = self._part_rows(dossier)
        self._list.set_rows([*parts, head, *(self._follow_ups or [nothing])])

    def _part_rows(self, dossier: CommitmentDossier) -> list[Row]:
        rows = []
        for section in load_form(dossier.form).sections:
            if section.kind in ("heading", "title") or section.optional:
                continue
            text = self._content(dossier, section.field)
            name = section_name(self._words, dossier.form, section.field)
            rows.append(self._part_row(dossier, section.field, name, text))
        return rows

    def _part_row(self, dossier: CommitmentDossier, field: str, name: str, text: str) -> Row:
        words = self._words
        inputs = self._inputs(dossier.commitment.id, field)
        filled = ("✓", "success") if text else ("!", "warning")
        chips = [(f"+{inputs}", "info")] if inputs else []
        state = words("meetings.side.filled" if text else "meetings.side.missing")
        spoken = [name, state, *([words("meetings.side.inputs", n=inputs)] if inputs else [])]
        return Row(
            field,
            name,
            text or words("meetings.side.missing"),
            chips=(*chips, filled),
            alarm="" if text else "warning",
            strong=True,
            spoken=", ".join(spoken),
        )

    def _content(self, dossier: CommitmentDossier, field: str) -> str:
        """Return a part's beginning, or how much of it there is; "" when it is empty."""
        words, commitment = self._words, dossier.commitment
        if field == "milestones":
            return self._milestones(dossier)
        if field == "contacts":
            return ", ".join(c.name or c.organisation for c in dossier.contacts)[:_SHOWN]
        if field == "period":
            months = (dates.format_month(words, m) for m in (commitment.start, commitment.end) if m)
            return " – ".join(months)
        value = getattr(commitment, field)
        if isinstance(value, tuple):
            return ", ".join(party.unit or party.name for party in value)[:_SHOWN]
        if field == "values_text" and not value:
            return " · ".join(words(f"papers.values.{one}") for one in commitment.values)
        return _line(value)

    def _milestones(self, dossier: CommitmentDossier) -> str:
        number, limit = len(dossier.milestones), load_form(dossier.form).milestone_limit
        if not number:
            return ""
        if limit is None:
            return self._words("meetings.side.milestones_open", n=number)
        return self._words("meetings.side.milestones", n=number, limit=limit)

    def _inputs(self, commitment_id: str, field: str) -> int:
        about = [p for p in self._points if p.commitment_id == commitment_id]
        fields = (field, "values") if field == "values_text" else (field,)
        return sum(1 for p in about if p.kind == "input" and p.canvas_field in fields)

    def _follow_up_row(self, one: OpenFollowUp, today: str) -> Row:
        words, follow_up, meeting = self._words, one.follow_up, one.meeting
        late = _days_late(follow_up.due, today)
        if late > 0:
            state = words("meetings.side.late", n=late)
        elif follow_up.due:
            state = words("meetings.side.due", date=dates.format_date(words, follow_up.due))
        else:
            state = words("meetings.side.no_due")
        origin = f"{kind_name(words, meeting)} {dates.format_date(words, meeting.date)}".strip()
        note = words("meetings.side.from_meeting", state=state, meeting=origin)
        return Row(
            f"f:{follow_up.id}", _line(follow_up.text), note, alarm="danger" if late > 0 else ""
        )

    def _open(self, key: str) -> None:
        if key in self._meetings:
            self.follow_up_requested.emit(self._meetings[key])
        else:
            self.commitment_requested.emit(str(self._choice.value()))


def _line(text: str) -> str:
    return " ".join(text[: 4 * _SHOWN].split())[:_SHOWN]


def _days_late(due: str, today: str) -> int:
    if not due:
        return 0
    return (dt.date.fromisoformat(today) - dt.date.fromisoformat(due)).days

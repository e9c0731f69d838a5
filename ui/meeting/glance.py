"""The canvas at a glance: which parts of a commitment are filled, and what is still open."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
from ui.followups.earlier_section import EarlierSection
from ui.meeting.agenda import FinalisationAgenda
from ui.meeting.wording import commitment_name

if TYPE_CHECKING:
    from db.confirming import AgendaItem
    from db.following import EarlierFollowUp
    from db.records import Meeting, Point
    from db.snapshot import CommitmentDossier

_SHOWN = 160


class CanvasGlance(QWidget):
    """Shows a commitment that is discussed, part by part, and the follow-ups still open.

    A finalisation has its agenda in the canvas' place.

    Attributes:
        agenda: what a finalisation goes through.
        earlier: the follow-ups that earlier meetings left open.

    Signals:
        commitment_requested(str): the person wants to see this commitment.
        choice_requested(): the person wants to choose what is discussed.
    """

    commitment_requested = Signal(str)
    choice_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._commitments: tuple[CommitmentDossier, ...] = ()
        self._points: tuple[Point, ...] = ()
        self._choice = ChoiceBox(words("meetings.side.commitment"), [])
        self._choice.edited.connect(lambda _: self._show_parts())
        self._title = PlainLabel("", "strong")
        self._list = RowList(words("meetings.side.canvas"), title_lines=2)
        self._list.opened.connect(lambda _: self._open_commitment())
        self._empty = EmptyState(
            "file-text",
            words("meetings.side.no_commitment_title"),
            words("meetings.side.no_commitment_text"),
            words("meetings.side.choose_commitment"),
        )
        self._empty.pressed.connect(self.choice_requested)
        self._canvas = QWidget()
        self.agenda = FinalisationAgenda(words)
        self.agenda.hide()
        self.agenda.commitment_requested.connect(self.commitment_requested)
        self.agenda.choice_requested.connect(self.choice_requested)
        self.earlier = EarlierSection(words)
        # A letter needs the room; what is open waits below it.
        self.agenda.asking_changed.connect(self.earlier.set_aside)
        self._arrange()

    def show_commitments(
        self,
        commitments: tuple[CommitmentDossier, ...],
        points: tuple[Point, ...],
        follow_ups: Sequence[EarlierFollowUp],
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
        self.earlier.show_follow_ups(follow_ups, today)
        self._show_parts()

    def show_agenda(
        self,
        meeting: Meeting,
        agenda: Sequence[AgendaItem],
        today: str,
        unsaved: Collection[str] = (),
    ) -> None:
        """Show the agenda of a meeting that is a finalisation, else its canvas."""
        finalises = meeting.kind == "finalisation"
        if not finalises:
            self.agenda.leave()
        self.agenda.show_agenda(agenda if finalises else (), meeting.date, today, unsaved)
        self.agenda.setVisible(finalises)
        self._canvas.setVisible(not finalises)

    def leave(self) -> None:
        """Store what is being written, before another meeting or none is shown."""
        self.agenda.leave()

    def _arrange(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(13, 10, 13, 8)
        top.setSpacing(10)
        top.addWidget(self._choice)
        top.addWidget(self._title)
        canvas = QVBoxLayout(self._canvas)
        canvas.setContentsMargins(0, 0, 0, 0)
        canvas.setSpacing(0)
        canvas.addLayout(top)
        canvas.addWidget(self._empty, 1)
        canvas.addWidget(self._list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._canvas, 3)
        column.addWidget(self.agenda, 3)
        column.addWidget(self.earlier, 2)

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
        self._list.set_rows(self._part_rows(dossier))

    def _part_rows(self, dossier: CommitmentDossier) -> list[Row]:
        rows = []
        for section in load_form(dossier.form).sections:
            if section.kind in ("heading", "title") or section.optional:
                continue
            text = self._content(dossier, section.field)
            name = section.name(self._words.language)
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

    def _open_commitment(self) -> None:
        self.commitment_requested.emit(str(self._choice.value()))


def _line(text: str) -> str:
    return " ".join(text[: 4 * _SHOWN].split())[:_SHOWN]

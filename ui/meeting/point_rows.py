"""The rows of the discussion: what each shows."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.rules import number_points
from resources.words import Words
from ui.common.chip import POINT_KINDS, RESPONSE_KINDS, Kind
from ui.meeting.chip_strip import Chips
from ui.meeting.point_words import answer_note, answered_words, decision_note
from ui.meeting.wording import follow_up_note, point_about

if TYPE_CHECKING:
    from db.records import FollowUp, Point
    from db.snapshot import MeetingDossier


@dataclass(frozen=True)
class PointRow:
    """A point as the list shows it.

    Attributes:
        parent_id: the point it stands below, None at the top.
        chips: kind and response, each with the kind that colours it.
        note: who raised it; `about`: the part of the canvas.
        more: what is known besides: owner and due, how it was decided, the reason of an answer.
        private: the word for what the public does not read, "" for all else.
        differs: whether it was written differently elsewhere, which its last chip says.
    """

    point: Point
    number: str
    depth: int
    parent_id: str | None
    chips: Chips
    note: str
    about: str
    more: str
    follow_up: FollowUp | None = None
    private: str = ""
    differs: bool = False

    @property
    def id(self) -> str:
        return self.point.id

    @property
    def has_note(self) -> bool:
        """Whether something stands below its text."""
        return bool(self.note or self.about or self.more or self.private)

    @property
    def strong(self) -> bool:
        """Whether it stands out: a decision or something to be done."""
        return self.point.kind in ("decision", "follow_up")


def build_rows(words: Words, dossier: MeetingDossier, without: str = "") -> tuple[PointRow, ...]:
    """Return the points of a meeting in reading order, but for the one that is being written."""
    made = _Wording(words, dossier)
    rows: list[PointRow] = []
    path: list[str] = []
    for numbered in number_points([p for p in dossier.points if p.id != without]):
        del path[numbered.depth :]
        parent_id = path[-1] if path else None
        rows.append(made.row(numbered.point, numbered.number, numbered.depth, parent_id))
        path.append(numbered.point.id)
    return tuple(rows)


class _Wording:
    """Words the points of a meeting; what hundreds of them say alike is worded once."""

    def __init__(self, words: Words, dossier: MeetingDossier) -> None:
        self._words = words
        self._commitments = dossier.commitments
        self._tasks = {f.point_id: f for f in dossier.follow_ups if f.point_id}
        self._private = words("points.private")
        self._chips: dict[tuple[str, str, str], Chips] = {}
        self._abouts: dict[tuple[str | None, str], str] = {}

    def row(self, point: Point, number: str, depth: int, parent_id: str | None) -> PointRow:
        """Return a point as the list shows it."""
        follow_up = self._tasks.get(point.id) if point.kind == "follow_up" else None
        return PointRow(
            point=point,
            number=number,
            depth=depth,
            parent_id=parent_id,
            chips=self._chips_of(point),
            note=point.raised_by,
            about=self._about(point),
            more=_more(self._words, point, follow_up),
            follow_up=follow_up,
            private=self._private if point.visibility == "private" else "",
        )

    def _chips_of(self, point: Point) -> Chips:
        state = (point.kind, point.response, point.answered_on)
        if state not in self._chips:
            self._chips[state] = _chips(self._words, point)
        return self._chips[state]

    def _about(self, point: Point) -> str:
        part = (point.commitment_id, point.canvas_field)
        if part not in self._abouts:
            self._abouts[part] = point_about(self._words, point, self._commitments)
        return self._abouts[part]


def with_values(words: Words, row: PointRow, values: Mapping[str, object]) -> PointRow:
    """Return a row whose point has other texts: what it says below and which chips it has."""
    point = row.point.model_copy(update=dict(values))
    more = _more(words, point, row.follow_up)
    chips = (*_chips(words, point), *(_mark(words) if row.differs else ()))
    return replace(row, point=point, chips=chips, more=more)


def with_mark(words: Words, row: PointRow, differing: Container[str]) -> PointRow:
    """Return a row that says so where its point, or the follow-up that it owns, differs."""
    task = row.follow_up.id if row.follow_up is not None else ""
    differs = row.id in differing or task in differing
    if differs == row.differs:
        return row
    chips = (*row.chips, *_mark(words)) if differs else row.chips[:-1]
    return replace(row, differs=differs, chips=chips)


def _mark(words: Words) -> Chips:
    return ((words("deciding.card.chip"), "warning"),)


def _chips(words: Words, point: Point) -> Chips:
    kind = point.kind or "note"
    chips: list[tuple[str, Kind]] = [(words(f"meetings.kinds.{kind}"), POINT_KINDS[kind])]
    if kind == "input" and point.response:
        chips.append(
            (words(f"meetings.responses.{point.response}"), RESPONSE_KINDS[point.response])
        )
    elif kind == "input":
        chips.append((words("points.chips.unanswered"), "neutral"))
    elif kind == "question" and point.answered_on:
        chips.append((words("points.chips.answered"), "success"))
    elif kind == "question":
        chips.append((words("points.chips.open"), "neutral"))
    return tuple(chips)


def _more(words: Words, point: Point, follow_up: FollowUp | None) -> str:
    """Return what a point of its kind says below its text, besides who raised it."""
    if point.kind == "decision":
        return decision_note(words, point)
    if point.kind == "input":
        return answer_note(words, point)
    if point.kind == "question" and point.answered_on:
        return answered_words(words, point.answered_on)
    return follow_up_note(words, follow_up)

"""The rows of the discussion: what each shows, and where it can be moved to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from db.rules import number_points, waits_for_answer
from resources.words import Words
from ui.common.chip import POINT_KINDS, RESPONSE_KINDS, Kind
from ui.meeting.point_words import answer_note, answered_words, decision_note
from ui.meeting.wording import follow_up_note, point_about

if TYPE_CHECKING:
    from db.records import FollowUp, Point
    from db.snapshot import MeetingDossier

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
Place = tuple[str | None, str | None]
"""Where a point goes: its parent's id and that of the sibling it comes before."""


@dataclass(frozen=True)
class PointRow:
    """A point as the list shows it.

    Attributes:
        parent_id: the point it stands below, None at the top.
        chips: kind and response, each with the kind that colours it.
        note: who raised it; `about`: the part of the canvas.
        more: what is known besides: owner and due, how it was decided, the reason of an answer.
        private: the word for what the public does not read, "" for all else.
    """

    point: Point
    number: str
    depth: int
    parent_id: str | None
    chips: tuple[tuple[str, Kind], ...]
    note: str
    about: str
    more: str
    follow_up: FollowUp | None = None
    private: str = ""

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
    owned = {f.point_id: f for f in dossier.follow_ups if f.point_id}
    private = words("points.private")
    chips: dict[tuple[str, str, str], tuple[tuple[str, Kind], ...]] = {}
    parts: dict[tuple[str | None, str], str] = {}
    rows: list[PointRow] = []
    path: list[str] = []
    for numbered in number_points([p for p in dossier.points if p.id != without]):
        point = numbered.point
        del path[numbered.depth :]
        follow_up = owned.get(point.id) if point.kind == "follow_up" else None
        state = (point.kind, point.response, point.answered_on)
        if state not in chips:
            chips[state] = _chips(words, point)
        about = (point.commitment_id, point.canvas_field)
        if about not in parts:
            parts[about] = point_about(words, point, dossier.commitments)
        rows.append(
            PointRow(
                point,
                numbered.number,
                numbered.depth,
                path[-1] if path else None,
                chips[state],
                point.raised_by,
                parts[about],
                _more(words, point, follow_up),
                follow_up,
                private if point.visibility == "private" else "",
            )
        )
        path.append(point.id)
    return tuple(rows)


def with_values(words: Words, row: PointRow, values: Mapping[str, object]) -> PointRow:
    """Return a row whose point has other texts: what it says below and which chips it has."""
    point = row.point.model_copy(update=dict(values))
    more = _more(words, point, row.follow_up)
    return replace(row, point=point, chips=_chips(words, point), more=more)


def _chips(words: Words, point: Point) -> tuple[tuple[str, Kind], ...]:
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


def next_waiting(rows: Sequence[PointRow], after_id: str) -> str:
    """Return the next input that waits for its answer, from the first again; "" for none."""
    ids = [row.id for row in rows]
    begin = ids.index(after_id) + 1 if after_id in ids else 0
    ahead = (*rows[begin:], *rows[:begin])
    return next((row.id for row in ahead if waits_for_answer(row.point)), "")


def shifted(rows: Sequence[PointRow], point_ids: Sequence[str], step: int) -> Place | None:
    """Return where points go together, one step up (-1) or down (1) among their siblings.

    None at an end, and for points that are no siblings.
    """
    moved = [row for row in rows if row.id in point_ids]
    if not moved or any(row.parent_id != moved[0].parent_id for row in moved):
        return None
    siblings = [one.id for one in rows if one.parent_id == moved[0].parent_id]
    place = siblings.index(moved[0 if step < 0 else -1].id) + step
    if not 0 <= place < len(siblings):
        return None
    before = place if step < 0 else place + 1
    return moved[0].parent_id, siblings[before] if before < len(siblings) else None


def roots(rows: Sequence[PointRow], point_ids: Sequence[str]) -> list[str]:
    """Return the points among these that don't go along with another one of them, in order."""
    found: list[str] = []
    gone: set[str] = set()
    for row in rows:
        if row.parent_id in gone:
            gone.add(row.id)
        elif row.id in point_ids:
            gone.add(row.id)
            found.append(row.id)
    return found


def dropped(rows: Sequence[PointRow], moved: int, before: int) -> Place | None:
    """Return where a dragged row goes: a point stays at the top, a sub-point below one.

    None when it would go below itself.
    """
    row = rows[moved]
    following = rows[before:]
    if row.depth == 0:
        tops = (one.id for one in following if one.depth == 0 and one.id != row.id)
        return None, next(tops, None)
    above = [one for one in rows[:before] if one.depth == 0]
    if not above:
        return None, next((one.id for one in following if one.depth == 0), None)
    parent = above[-1].id
    below = following[0] if following else None
    beside = below is not None and below.parent_id == parent and below.id != row.id
    return parent, below.id if below is not None and beside else None


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last of places that follow each other."""
    begins = [n for n, place in enumerate(places) if not n or places[n - 1] != place - 1]
    ends = [*(begin - 1 for begin in begins[1:]), len(places) - 1]
    return [(places[a], places[b]) for a, b in zip(begins, ends, strict=False)]


class PointModel(QAbstractListModel):
    """The rows of the discussion; other rows come in without disturbing those that stay."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: tuple[PointRow, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role in (_DISPLAY, _ACCESSIBLE):
            row = self.rows[index.row()]
            chips = ", ".join(text for text, _ in row.chips)
            return self._words(
                "meetings.points.spoken", number=row.number, text=row.point.text[:500], kind=chips
            )
        return None

    def row_of(self, point_id: str) -> int:
        """Return a point's row, -1 when it is not there."""
        return next((i for i, row in enumerate(self.rows) if row.id == point_id), -1)

    def show(self, rows: tuple[PointRow, ...]) -> None:
        """Take other rows, telling only what changed."""
        old = [row.id for row in self.rows]
        new = [row.id for row in rows]
        if old != new:
            self._exchange(old, new, rows)
        changed = [place for place, now in enumerate(rows) if self.rows[place] != now]
        before, self.rows = self.rows, rows
        if len(changed) < len(rows):
            # What is as it was stays the same row, by which its measures are known.
            new = set(changed)
            self.rows = tuple(rows[n] if n in new else was for n, was in enumerate(before))
        for begin, end in _runs(changed):
            self.dataChanged.emit(self.index(begin), self.index(end))

    def _exchange(self, old: list[str], new: list[str], rows: tuple[PointRow, ...]) -> None:
        """Take out and put in the rows between those that are the same at both ends."""
        begin = 0
        while begin < min(len(old), len(new)) and old[begin] == new[begin]:
            begin += 1
        end = 0
        while end < min(len(old), len(new)) - begin and old[-1 - end] == new[-1 - end]:
            end += 1
        if begin < len(old) - end:
            self.beginRemoveRows(QModelIndex(), begin, len(old) - end - 1)
            self.rows = self.rows[:begin] + self.rows[len(old) - end :]
            self.endRemoveRows()
        if begin < len(new) - end:
            self.beginInsertRows(QModelIndex(), begin, len(new) - end - 1)
            self.rows = self.rows[:begin] + rows[begin : len(new) - end] + self.rows[begin:]
            self.endInsertRows()

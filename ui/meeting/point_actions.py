"""Carrying out what is done with the selected points: each becomes a wish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from resources.words import Words
from ui.meeting.point_commands import COMMANDS, shown_keys, tool_tip
from ui.meeting.point_places import Place, dropped, next_waiting, roots, shifted
from ui.meeting.point_rows import PointRow
from ui.meeting.wording import POINT_KINDS

if TYPE_CHECKING:
    from ui.meeting.point_list import PointList

_MENU = (
    "edit", "answer", "kind", "private", "", "split", "join", "canvas", "history",
    "differing", "", "up", "down", "indent", "outdent", "", "delete",
)  # fmt: skip
_ONE_ONLY = ("edit", "split", "join", "canvas", "history", "differing")
"""What is done with one point at a time."""


class PointActions(QObject):
    """Turns commands (point_commands) into wishes about the points that they are meant for.

    That is the point that is edited, else all that are selected.

    Signals:
        move_requested(ids, parent id, before id): points shall go there.
        indent_requested(ids), outdent_requested(ids): their level shall change.
        values_requested(ids, values): they shall get these values, such as their kind.
        answered_requested(ids, answered): questions shall be marked.
        split_requested(id, place): a point shall be divided behind so many letters.
        join_requested(id): a point shall be put behind the one above.
        canvas_requested(id): a point's text shall go into the canvas.
        history_requested(id): what a point said before is wanted.
        deciding_requested(id): what differs in a point, or in its follow-up, is to be decided.
        removal_requested(ids): points shall be deleted.
    """

    move_requested = Signal(object, object, object)
    indent_requested = Signal(object)
    outdent_requested = Signal(object)
    values_requested = Signal(object, object)
    answered_requested = Signal(object, bool)
    split_requested = Signal(str, int)
    join_requested = Signal(str)
    canvas_requested = Signal(str)
    history_requested = Signal(str)
    deciding_requested = Signal(str)
    removal_requested = Signal(object)

    def __init__(self, words: Words, points: PointList) -> None:
        super().__init__(points)
        self._words = words
        self._points = points

    def carry_out(self, name: str, place: int = -1) -> None:
        """Wish that something be done; `place` is where a split was pointed at."""
        ids = self._meant()
        if not ids or (name in _ONE_ONLY and len(ids) > 1):
            return
        rows = self._points.point_rows()
        deeds = {
            "edit": lambda: self._points.editing.begin(ids[0]),
            "answer": lambda: self._answer(ids),
            "kind": self.open_kinds,
            "private": lambda: self._toggle_private(ids),
            "split": lambda: self._split(ids[0], place),
            "join": lambda: self.join_requested.emit(ids[0]),
            "canvas": lambda: self.canvas_requested.emit(ids[0]),
            "history": lambda: self.history_requested.emit(ids[0]),
            "differing": lambda: self._decide(ids[0]),
            "up": lambda: self._move(ids, shifted(rows, ids, -1)),
            "down": lambda: self._move(ids, shifted(rows, ids, 1)),
            "indent": lambda: self.indent_requested.emit(roots(rows, ids)),
            "outdent": lambda: self.outdent_requested.emit(roots(rows, ids)),
            "delete": lambda: self._delete(ids),
        }
        deeds[name]()

    def drop(self, moved: int, before: int) -> None:
        """Move a row, or the selected ones if it is one of them, before another."""
        rows = self._points.point_rows()
        ids = [row.id for row in self._points.selection.rows()]
        together = ids if rows[moved].id in roots(rows, ids) else [rows[moved].id]
        self._move(together, dropped(rows, moved, before))

    def answer_next(self) -> None:
        """Begin with the next input that waits for its answer."""
        points = self._points
        found = next_waiting(points.point_rows(), points.editor.point_id() or points.current_id())
        if found:
            points.editing.begin_answer(found)

    def open_menu(self, at: QPoint, place: int = -1) -> QMenu:
        """Offer all that can be done, at a place on the screen."""
        menu = self._new_menu()
        for name in _MENU:
            if not name:
                menu.addSeparator()
            elif name == "kind":
                self._fill_kinds(menu.addMenu(self._entry(name)))
            else:
                action = menu.addAction(self._entry(name))
                action.triggered.connect(lambda _=False, n=name: self.carry_out(n, place))
                action.setEnabled(self._can(name))
        menu.popup(at)
        return menu

    def open_kinds(self) -> QMenu:
        """Offer the kinds at the current point."""
        menu = self._new_menu()
        self._fill_kinds(menu)
        menu.popup(self._points.menu_place())
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._points)
        menu.setAccessibleName(self._words("points.menu"))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _fill_kinds(self, menu: QMenu) -> None:
        kinds = {row.point.kind or "note" for row in self._points.selection.rows()}
        for number, kind in enumerate(POINT_KINDS, 1):
            # A digit chooses it, as its mnemonic.
            action = menu.addAction(f"&{number}  {self._words(f'meetings.kinds.{kind}')}")
            action.setCheckable(True)
            action.setChecked(kinds == {kind})
            action.triggered.connect(lambda _=False, k=kind: self._set({"kind": k}))

    def label(self, name: str, row: PointRow | None) -> str:
        """Return what a command would do with a point, in words."""
        if name == "private" and row is not None and row.private:
            return self._words("points.commands.public")
        if name == "answer" and row is not None:
            return self._words(f"points.asks.{_asks(row)}")
        return self._words(COMMANDS[name].words)

    def chip_tip(self, name: str, row: PointRow) -> str:
        """Return what a chip that stands for a command tells about itself."""
        label = self.label(name, row)
        return label and tool_tip(label, COMMANDS[name])

    def _entry(self, name: str) -> str:
        words = self.label(name, self._points.selection.current_row())
        return f"{words}\t{shown_keys(COMMANDS[name])}"

    def _can(self, name: str) -> bool:
        row, rows = self._points.selection.current_row(), self._points.point_rows()
        if row is None or (name in _ONE_ONLY and len(self._meant()) > 1):
            return False
        first = row.id == rows[0].id
        possible = {
            "answer": row.point.kind not in ("", "note"),
            "differing": row.differs,
            "join": not first,
            "indent": row.depth == 0 and not first,
            "outdent": row.depth > 0,
        }
        return possible.get(name, True)

    def _meant(self) -> list[str]:
        edited = self._points.editor.point_id()
        if edited:
            return [edited]
        selected = [row.id for row in self._points.selection.rows()]
        current = self._points.current_id()
        return selected if current in selected or not current else [current]

    def _move(self, ids: Sequence[str], place: Place | None) -> None:
        if place is not None:
            self.move_requested.emit(ids, *place)

    def _set(self, values: dict[str, object]) -> None:
        self.values_requested.emit(self._meant(), values)

    def _toggle_private(self, ids: list[str]) -> None:
        rows = [row for row in self._points.point_rows() if row.id in ids]
        every = all(row.private for row in rows)
        self._set({"visibility": "" if every else "private"})

    def _answer(self, ids: list[str]) -> None:
        row = self._points.selection.current_row()
        if row is None:
            return
        if row.point.kind == "question":
            self.answered_requested.emit(ids, not row.point.answered_on)
        elif len(ids) == 1:
            self._points.editing.begin_answer(ids[0])

    def _split(self, point_id: str, place: int) -> None:
        """Divide at the caret; a point that is not edited is opened first, to put it there."""
        if place < 0 and self._points.editor.point_id() == point_id:
            place = self._points.editor.text.caret()
        if place < 0:
            self._points.editing.begin(point_id)
        else:
            self.split_requested.emit(point_id, place)

    def _decide(self, point_id: str) -> None:
        if any(row.id == point_id and row.differs for row in self._points.point_rows()):
            self._points.editing.end()
            self.deciding_requested.emit(self._points.question(point_id))

    def _delete(self, ids: list[str]) -> None:
        self._points.editing.end()
        self.removal_requested.emit(ids)


def _asks(row: PointRow) -> str:
    if row.point.kind == "question" and row.point.answered_on:
        return "reopen"
    return row.point.kind if row.point.kind in POINT_KINDS[1:] else "note"


def nearest_gap(text: str, place: int) -> int:
    """Return the place between two words that is nearest to a place in a text, -1 for none."""
    gaps = [i for i, letter in enumerate(text.rstrip()) if letter.isspace() and text[:i].strip()]
    return min(gaps, key=lambda gap: abs(gap - place), default=-1) if place >= 0 else -1

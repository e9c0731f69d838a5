"""Ctrl+F on the desk: what holds the words among the points and those who attend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from db.search.letters import holds, wanted_words

if TYPE_CHECKING:
    from db.records import Attendance
    from ui.meeting.attendance_panel import AttendancePanel
    from ui.meeting.point_rows import PointRow
    from ui.meeting.points_panel import PointsPanel

POINT, ATTENDANCE = "point", "attendance"
Hit = tuple[str, str]
"""What was found: POINT or ATTENDANCE, and its id."""


class MeetingFinder(QObject):
    """Finds while one types, marks what is found, and goes from one to the next.

    The bar stands above the points; F3 and Shift+F3 step from anywhere on the desk.
    """

    def __init__(self, attendance: AttendancePanel, points: PointsPanel) -> None:
        super().__init__(points)
        self._attendance = attendance
        self._points = points
        self._bar = points.find_bar
        self._hits: list[Hit] = []
        self._at = -1
        self._in_attendance = False
        self._bar.text_changed.connect(lambda _: self._look(anew=True))
        self._bar.step_requested.connect(self._step)
        self._bar.closed.connect(self._end)
        points.rows_changed.connect(self.look_again)
        for keys, run in (
            ("Ctrl+F", self.open),
            ("F3", lambda: self._step(1)),
            ("Shift+F3", lambda: self._step(-1)),
        ):
            QShortcut(QKeySequence(keys), points).activated.connect(run)

    def open(self) -> None:
        """Show the bar with the focus in it."""
        if not self._bar.isVisible():
            focused = QApplication.focusWidget()
            self._in_attendance = focused is not None and self._attendance.isAncestorOf(focused)
        self._bar.open_bar()

    def close(self) -> None:
        """Put the bar away, as before another meeting."""
        self._bar.close_bar()

    def look_again(self) -> None:
        """Look through what the desk shows now, staying at the same hit."""
        if self._bar.isVisible():
            self._look(anew=False)

    def _look(self, anew: bool) -> None:
        words = wanted_words(self._bar.text())
        before = self._hits[self._at] if self._at >= 0 else None
        rows, lines = self._points.list.point_rows(), self._attendance.lines()
        self._hits = list(find_hits(rows, lines, words))
        self._points.list.mark({key for kind, key in self._hits if kind == POINT}, words)
        if anew:
            self._at = self._nearest(rows)
            self._show_hit()
        else:
            self._at = self._hits.index(before) if before in self._hits else self._at
            self._at = min(self._at, len(self._hits) - 1)
        self._bar.show_found(self._at + 1, len(self._hits))

    def _nearest(self, rows: Iterable[PointRow]) -> int:
        """Return the first hit from the current point on, else the first of all."""
        ids = [row.id for row in rows]
        current = self._points.list.current_id()
        behind = set(ids[ids.index(current) :] if current in ids else ids)
        found = (n for n, (kind, key) in enumerate(self._hits) if kind == POINT and key in behind)
        return next(found, 0 if self._hits else -1)

    def _step(self, step: int) -> None:
        if self._hits and self._bar.isVisible():
            self._at = (self._at + step) % len(self._hits)
            self._show_hit()
            self._bar.show_found(self._at + 1, len(self._hits))

    def _show_hit(self) -> None:
        if self._at < 0:
            return
        kind, key = self._hits[self._at]
        if kind == POINT:
            self._points.list.set_current(key)
        else:
            self._attendance.show_current(key)

    def _end(self) -> None:
        self._hits, self._at = [], -1
        self._points.list.mark(set(), ())
        if self._in_attendance:
            self._attendance.focus_first()
        elif self._points.list.editor.point_id():
            self._points.list.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._points.focus_first()


def find_hits(
    rows: Iterable[PointRow], lines: Iterable[Attendance], words: tuple[str, ...]
) -> Iterator[Hit]:
    """Give the records that hold each of the words in one of their texts, as they are listed.

    Those are a point's own text, who said it, and the reason of its answer; the person, title,
    unit and organisation of who attends.
    """
    if not words:
        return
    for row in rows:
        point = row.point
        if _holds_all((point.text, point.raised_by, point.reason), words):
            yield POINT, point.id
    for line in lines:
        if _holds_all((line.person, line.title, line.unit, line.organisation), words):
            yield ATTENDANCE, line.id


def _holds_all(texts: Iterable[str], words: tuple[str, ...]) -> bool:
    wanted = set(words)
    for text in texts:
        if text:
            wanted -= holds(text, words)
            if not wanted:
                return True
    return False

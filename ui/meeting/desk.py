"""The note-taker's desk: who is here, what is said, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from resources.words import Words
from ui.meeting.attendance_panel import AttendancePanel
from ui.meeting.finding import MeetingFinder
from ui.meeting.points_panel import PointsPanel
from ui.meeting.side_panel import MINUTES, SidePanel

if TYPE_CHECKING:
    from db.records import Attendance
    from ui.meeting.view import MeetingView

_WIDTHS = (262, 556, 300)
# While the minutes are beside it: narrow enough to type, wide enough to read both.
_BESIDE_MINUTES = (226, 452, 560)


class MeetingDesk(QWidget):
    """Three columns of one meeting.

    Attributes:
        attendance, points, side: the columns.
        finder: Ctrl+F.

    Signals:
        back_requested(): Escape was pressed where it closes nothing else.
        minutes_shown(bool): the minutes are beside the points now, or no longer.
    """

    back_requested = Signal()
    minutes_shown = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting_id = ""
        self.attendance = AttendancePanel(words)
        self.points = PointsPanel(words)
        self.side = SidePanel(words)
        self.points.escaped.connect(self.back_requested)
        self.finder = MeetingFinder(self.attendance, self.points)
        self._widths: list[int] = []
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        for place, (card, least) in enumerate(
            ((self.attendance, 180), (self.points, 330), (self.side, 220))
        ):
            card.setMinimumWidth(least)
            splitter.addWidget(card)
            splitter.setStretchFactor(place, 2 if card is self.points else 1)
        splitter.setSizes(list(_WIDTHS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.side.page_changed.connect(self._make_room)
        self.points.written_changed.connect(self.side.minutes.follow_point)

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting as it is stored now."""
        other = view.dossier.meeting.id != self._meeting_id
        self._meeting_id = view.dossier.meeting.id
        self.attendance.show_meeting(view.dossier, view.known, view.unsaved)
        self.show_points(view)
        if other:
            self.finder.close()
            begun = view.dossier.points or view.dossier.attendances
            self.side.show_page("canvas" if begun and view.dossier.commitments else "data")

    def show_points(self, view: MeetingView) -> None:
        """Show the points of the meeting, and at the side what follows from them."""
        self.points.show_meeting(view.dossier, view.known, view.unsaved)
        self.side.show_meeting(view.dossier, view.commitments, view.follow_ups, view.today)

    def shows_minutes(self) -> bool:
        """Tell whether the minutes are beside the points."""
        return self.side.page() == MINUTES

    def show_attendance(self, line: Attendance) -> None:
        """Show one attendance's new values."""
        self.attendance.show_line(line)

    def focus_start(self) -> None:
        """Put the focus where work goes on: the topic of a new meeting, else the next point."""
        if self.side.page() == "data" and not self.points.list.point_rows():
            self.side.details.focus_topic()
        else:
            self.points.focus_first()

    def leave(self) -> None:
        """Store what is being written, before another meeting or none is shown."""
        self.attendance.leave()
        self.points.leave()
        self.side.details.end_visit()
        self.side.close_minutes()
        self._meeting_id = ""

    def _make_room(self, page: str) -> None:
        """Give the minutes more room while they are shown, and then each column its own back."""
        shown = page == MINUTES
        if shown == bool(self._widths):
            return
        if shown:
            self._widths = self._splitter.sizes()
            self._splitter.setSizes(list(_BESIDE_MINUTES))
        else:
            self._splitter.setSizes(self._widths)
            self._widths = []
        self.minutes_shown.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

"""What earlier meetings left open: closed, carried on, and traced back from the desk."""

from PySide6.QtCore import QObject

from db.commands.follow_ups import carry_follow_up, close_follow_ups
from desktop.controllers.base import Controller
from ui.meeting.screen import MeetingsScreen


class MeetingEarlier(QObject):
    """Carries out what is done with the follow-ups of earlier meetings."""

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller)
        self._words = controller.words
        self._store = controller.store
        self._place = controller.place
        self._tell = controller.parts.tell
        section = view.desk.side.glance.earlier
        section.open.close_requested.connect(self._close)
        section.open.carry_requested.connect(self._carry)
        section.open.origin_requested.connect(self._go_to_meeting)
        section.open.point_requested.connect(self._go_to_point)
        section.dealt_with.connect(view.desk.points.focus_first)
        # Who begins to write sees what is open, and the data makes way for it.
        view.desk.points.composer.focused.connect(view.desk.side.make_way)

    def _close(self, follow_up_id: str) -> None:
        if self._store.run(close_follow_ups, [follow_up_id]) is not None:
            self._tell_undoable(self._words("follow_ups.told.done", n=1))

    def _carry(self, follow_up_id: str) -> None:
        meeting_id = self._place.record("meetings")
        if self._store.run(carry_follow_up, follow_up_id, meeting_id) is not None:
            self._tell_undoable(self._words("follow_ups.told.carried"))

    def _go_to_meeting(self, meeting_id: str) -> None:
        self._store.flush()
        self._place.show("meetings", meeting_id)

    def _go_to_point(self, point_id: str) -> None:
        self._place.go("meetings", points=point_id)

    def _tell_undoable(self, text: str) -> None:
        self._tell(text, "info", (self._words("follow_ups.undo"), self._store.undo))

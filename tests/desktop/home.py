"""The home screen in its window, over a real register."""

from db.queries.records import get_record
from db.records import (
    Plan,
)
from desktop.controllers.home import HomeController
from desktop.frame import Frame
from desktop.waiting import Waiting
from tests.desktop.room import Room


class Home(Room):
    """The home screen in its window."""

    def open(self) -> None:
        parts = self.parts()
        self.waiting = Waiting(parts, self.window.shell)
        Frame(parts, self.waiting, self.window.shell)
        self.controller = HomeController(parts, self.waiting)
        self.view = self.controller.view
        self.show(self.controller)

    def plan(self) -> Plan:
        return self.store.read(get_record, Plan, self.place.record("plans"))

"""A desk and a beamer: told by `python -m tests.desktop.two_displays WORKSPACE SETTINGS` as JSON.

In a process of its own, since Qt takes its displays from the environment once.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.controllers.projector import ProjectorController
from tests.screens.tour import make_workspace, show, start, views, wait_for
from ui.canvas.canvas import Canvas
from ui.projector.view import RoomView
from ui.projector.window import ProjectorWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The real program with a second display, and what is seen on it."""

    def __init__(self, app: QApplication, workspace: Path, settings: Path) -> None:
        self.app = app
        make_workspace(workspace)
        self.program = start(app, workspace, "id", "light", self.wait, settings)
        self.window = self.program.window
        self.window.move(0, 0)
        self.wait(lambda: self.window.screen().name() == "desk")

    wait = staticmethod(wait_for)

    def projector(self) -> ProjectorWindow | None:
        shown = self.window.findChildren(ProjectorWindow)
        return next((one for one in shown if one.isVisible()), None)

    def text(self) -> str:
        window = self.projector()
        return window.view.page().passages[0].text if window else ""

    def come_back(self) -> None:
        """Make the desk's window the active one: this platform gives that to any that opens."""

        def active() -> bool:
            self.window.activateWindow()
            return self.window.isActiveWindow()

        self.wait(active)

    def write_milestone(self, text: str) -> None:
        """Add a milestone in the room view of the window, and write in it."""
        room = self.window.centralWidget().currentWidget()
        assert isinstance(room, RoomView)
        while room.page().section != "milestones":
            QTest.keyClick(self.app.focusWidget(), Qt.Key.Key_Down, _CONTROL)
        for modifier in (Qt.KeyboardModifier.NoModifier, _CONTROL):
            QTest.keyClick(self.app.focusWidget(), Qt.Key.Key_Return, modifier)
        QTest.keyClicks(self.app.focusWidget(), text)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifier)


def tell(desk: Desk) -> dict[str, object]:
    told: dict[str, object] = {}
    views_by_name = {view.name: view for view in views(desk.program)}
    show(desk.program, views_by_name["canvas"], desk.wait)
    desk.come_back()
    canvas = desk.window.findChild(Canvas)
    canvas.go_to(next(key for key in canvas.cards.cards if key.endswith(":problem")))
    field = desk.app.focusWidget()
    desk.press(Qt.Key.Key_F5)
    desk.wait(lambda: desk.projector() is not None)
    window = desk.projector()
    assert window is not None
    desk.wait(lambda: window.view.page().field == "problem")
    told["place"] = window.geometry().getRect()
    told["keys stay"] = desk.app.focusWidget() is field
    desk.program.store.flush()
    QTest.keyClicks(field, "Sekarang 83 kelurahan. ")
    desk.wait(lambda: desk.text().startswith("Sekarang 83 kelurahan. "))
    desk.program.store.flush()
    controller = desk.window.shell.findChild(ProjectorController)
    QTest.keyClicks(field, "Ya. ")
    controller.show_now()
    told["unsaved"] = bool(desk.program.store.unsaved) and "Ya. " in desk.text()
    (start_, end), *_ = window.view.page().passages[0].added
    told["marked"] = desk.text()[start_:end]
    told["on the desk"] = controller.panel.state()
    told["in the status bar"] = desk.window.shell._status._lasting

    beamer = window.screen()
    desk.app.screenRemoved.emit(beamer)
    desk.wait(lambda: desk.projector() is None)
    told["after the cable was pulled"] = desk.app.focusWidget() is field
    QTest.keyClicks(field, "Juga ini. ")
    desk.app.screenAdded.emit(beamer)
    desk.wait(lambda: desk.projector() is not None)
    desk.wait(lambda: "Juga ini. " in desk.text())
    told["after it was plugged in"] = desk.projector().geometry().getRect()
    told["where one wrote meanwhile"] = desk.text()[: desk.projector().view.page().caret][-10:]

    desk.app.screenRemoved.emit(beamer)
    controller.open_room()
    desk.come_back()
    desk.write_milestone("Jadwal")
    desk.app.screenAdded.emit(beamer)
    desk.wait(lambda: desk.projector() is not None)
    desk.come_back()
    QTest.keyClicks(desk.app.focusWidget(), " terbuka")
    told["written on at the desk"] = desk.app.focusWidget().value()
    canvas.go_to_field("problem")

    desk.program.switch_language("en")
    # No loop runs here that would do it.
    desk.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.wait(lambda: desk.projector() is not None and desk.projector().view.page().title != "")
    told["in another language"] = desk.projector().geometry().getRect()
    desk.come_back()
    desk.press(Qt.Key.Key_F5)
    desk.wait(lambda: desk.projector() is None)
    told["closed"] = desk.window.shell.findChild(ProjectorController).panel.state()[0]
    return told


def main(workspace: Path, settings: Path) -> None:
    app = QApplication(sys.argv[:1])
    desk = Desk(app, workspace, settings)
    told = tell(desk)
    desk.program.window.close()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

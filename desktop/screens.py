"""The screens of the window: the one in view first, the others while the person looks at it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.base import Controller
from desktop.controllers.clock import ClockController
from desktop.controllers.deciding import Deciding
from desktop.controllers.palette import PaletteController
from desktop.frame import Frame
from desktop.parts import Parts
from desktop.waiting import Waiting
from desktop.wiring import Make, screen_makers


class Screens(QObject):
    """Makes the screens in one language, each when it is asked for, and shows them.

    What stands around them is there from the beginning.

    Signals:
        completed(): all of them are made.
    """

    completed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window.shell)
        self._shell = parts.window.shell
        waiting = Waiting(parts, self)
        Frame(parts, waiting, self._shell)
        Deciding(parts, waiting)
        self._makers: Mapping[str, Make] = screen_makers(parts, waiting)
        self._made: dict[str, Controller] = {}
        # Between two screens, what the person does has its turn.
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._make_next)
        PaletteController(parts, self.all)
        ClockController(parts)

    def nearest(self, key: str) -> str:
        """Return the key of this screen, or of the first where there is none of it."""
        return key if key in self._makers else next(iter(self._makers))

    def show(self, key: str) -> None:
        """Bring a screen to the front, up to date."""
        self.controller(key).bring_up_to_date()
        self._shell.show_screen(key)

    def controller(self, key: str) -> Controller:
        """Return a screen's controller."""
        if key not in self._made:
            self._made[key] = controller = self._makers[key]()
            controller.setParent(self._shell)
            self._shell.add_screen(key, controller.screen)
        return self._made[key]

    def all(self) -> list[Controller]:
        """Return the controllers of all screens, in the navigation's order."""
        return [self.controller(key) for key in self._makers]

    def make_others(self) -> None:
        """Begin to make all that are not there yet, behind the one that is shown.

        Their modules are imported here, on the window's thread: they make classes of Qt's.
        """
        self._next.start()

    def _make_next(self) -> None:
        missing = self._missing()
        if not missing:
            self.completed.emit()
            return
        self.controller(missing[0])
        self._next.start()

    def _missing(self) -> list[str]:
        return [key for key in self._makers if key not in self._made]

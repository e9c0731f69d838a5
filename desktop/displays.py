"""Which display the room looks at, whatever is plugged in or pulled out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True)
class Display:
    """A display: its name and its place among the others, in logical pixels."""

    name: str
    place: tuple[int, int, int, int]


def room_display(displays: Sequence[Display], desk: Display) -> Display | None:
    """Return the display that the room looks at; None where there is only the desk's.

    A mirrored one shows the desk itself: whatever covers it would cover the desk.
    """
    others = [one for one in displays if one != desk and not _overlap(one, desk)]
    return max(others, key=_area, default=None)


def _overlap(one: Display, other: Display) -> bool:
    return QRect(*one.place).intersects(QRect(*other.place))


def _area(display: Display) -> int:
    return display.place[2] * display.place[3]


class Displays(QObject):
    """The computer's displays.

    Signals:
        changed(): one came, went, or stands elsewhere; told at once when one goes, before its
            windows are moved to another.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._app = app
        self._gone: QScreen | None = None
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self._on_moved)
        for screen in app.screens():
            self._watch(screen)

    def for_room(self, desk: QScreen) -> QScreen | None:
        """Return the display for the room while the desk stands on this one."""
        screens = {self._display(one): one for one in self._app.screens() if one is not self._gone}
        found = room_display(list(screens), self._display(desk))
        return screens[found] if found else None

    def number_of(self, screen: QScreen, desk: QScreen) -> int:
        """Return how people count it: the desk's is the first, the others go from left to right."""
        others = [one for one in self._app.screens() if one is not desk]
        others.sort(key=lambda one: (one.geometry().x(), one.geometry().y()))
        return [desk, *others].index(screen) + 1

    def _on_added(self, screen: QScreen) -> None:
        self._watch(screen)
        # It gets its place only after this signal.
        QTimer.singleShot(0, self, self.changed.emit)

    def _on_removed(self, screen: QScreen) -> None:
        self._gone = screen
        self.changed.emit()
        self._gone = None

    def _on_moved(self) -> None:
        self.changed.emit()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_moved)

    @staticmethod
    def _display(screen: QScreen) -> Display:
        place = screen.geometry()
        return Display(screen.name(), (place.x(), place.y(), place.width(), place.height()))

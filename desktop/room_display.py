"""The second display: a window that fills it, and goes before it could lie over the desk."""

from PySide6.QtCore import QObject, Signal

from desktop.displays import Displays
from desktop.room_state import RoomState
from desktop.window import MainWindow
from resources.words import Words
from ui.projector.view import RoomView
from ui.projector.window import ProjectorWindow


class RoomDisplay(QObject):
    """Stands on the room's display as long as the projector is on, wherever that display goes.

    Signals:
        shown(): it fills a display, another one maybe than before.
        lost(bool): there is no display for it; True where there was one until now.
    """

    shown = Signal()
    lost = Signal(bool)

    def __init__(self, words: Words, desk: MainWindow, state: RoomState, parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._desk, self._state = words, desk, state
        self._window: ProjectorWindow | None = None
        self._displays = Displays(self)
        self._displays.changed.connect(self.place)
        desk.desk_moved.connect(self.place)
        desk.closed.connect(self.hide)

    @property
    def view(self) -> RoomView | None:
        """What is seen there, None where nothing is."""
        return self._window.view if self._window is not None else None

    def is_there(self) -> bool:
        """Tell whether the room has a display of its own."""
        return self._displays.for_room(self._desk.screen()) is not None

    def place(self) -> None:
        """Let the projector stand on the room's display, or nowhere."""
        if not self._state.on:
            return
        screen = self._displays.for_room(self._desk.screen())
        if screen is None:
            was_shown = self._window is not None
            self.hide()
            self.lost.emit(was_shown)
            return
        if self._window is None:
            # Under the frame: one in another language brings its own.
            self._window = ProjectorWindow(self._words, self._desk.shell)
        if self._window.geometry() != screen.geometry() or not self._window.isVisible():
            active = self._desk.isActiveWindow()
            self._window.fill(screen)
            if active:
                # Some systems give the keys to any window that opens.
                self._desk.activateWindow()
        self.shown.emit()

    def hide(self) -> None:
        """Let the display go."""
        if self._window is not None:
            window, self._window = self._window, None
            window.hide()
            window.deleteLater()

    def name(self) -> str:
        """Say which display it is, by the name that stands on it where that is known."""
        if self._window is None:
            return ""
        model = self._window.screen().model().strip()
        key = "projector.on_named_display" if model else "projector.on_display"
        return self._words(key, n=self._number(self._window), name=model)

    def fact(self) -> str:
        """Say in a few words where the projector is and what it does."""
        if self._window is None:
            return self._words("projector.fact.lost") if self._state.on else ""
        where = self._words("projector.fact.display", n=self._number(self._window))
        what = self._words(f"projector.fact.{self._state.subject}")
        return self._words("projector.fact.shown", where=where, what=what)

    def _number(self, window: ProjectorWindow) -> int:
        return self._displays.number_of(window.screen(), self._desk.screen())

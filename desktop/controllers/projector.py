"""What the room sees: the second display, or the room view in the same window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.parts import Parts
from desktop.room_display import RoomDisplay
from desktop.room_following import RoomFollowing
from desktop.room_in_window import RoomInWindow
from desktop.room_menu import RoomMenu
from desktop.room_reading import RoomReading
from desktop.room_walk import RoomWalk
from ui.canvas.canvas import Canvas
from ui.projector.content import build_page
from ui.projector.page import RoomPage
from ui.projector.panel import ProjectorPanel
from ui.projector.view import RoomView

# Soon enough for the room, late enough for the letter to be painted on the desk first.
SOON_MS = 30
MEETING_MS = 300
PICTURE_MS = 400
MINUTE_MS = 10_000
_MESSAGE = "projector"


class ProjectorController(QObject):
    """Shows the room what is written, while it is written.

    It never writes but for the room view, takes no focus on the second display, and leaves
    that display before anything of it can come to lie over the desk.

    Attributes:
        panel: the desk's side of it.
        menu: what can be chosen to be seen.
    """

    def __init__(self, parts: Parts, canvas: Canvas) -> None:
        self._shell = parts.window.shell
        super().__init__(self._shell)
        self._parts, self._words, self._store = parts, parts.words, parts.store
        self._state = parts.window.room
        self._reading = RoomReading(parts, self._state)
        self._following = RoomFollowing(parts, self._state, self._reading, canvas, self._page, self)
        self._display = RoomDisplay(parts.words, parts.window, self._state, self)
        self._room, self._canvas = RoomInWindow(parts, self), canvas
        self._walk = RoomWalk(parts, self._state, self._reading, self._room, self.show_now, self)
        self.menu = RoomMenu(
            parts.words, self._state, self._reading, self._room,
            self.show_now, self._start_or_stop, self._turn_window,
        )  # fmt: skip
        self.panel = ProjectorPanel(parts.words)
        self._shell.add_sidebar_part(self.panel)
        self._soon = self._timer(SOON_MS, self.show_now)
        self._later = self._timer(MEETING_MS, self._read_meeting)
        self._pictured = self._timer(PICTURE_MS, self._show_picture)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._show_time)
        self._connect()
        self._display.place()

    def toggle(self) -> None:
        """Open the projector; on a second display or, without one, in this window. Or close it."""
        if self._room.view is not None:
            self.close_room()
        else:
            self._start_or_stop()

    def start(self) -> None:
        """Show the room what is written."""
        self._begin()
        if not self._display.is_there():
            self.open_room()
            return
        self._state.on = True
        self._display.place()

    def stop(self) -> None:
        """Let the second display go."""
        self._state.on = False
        self._state.meeting_id = ""
        self._display.hide()
        self._tell_desk()

    def open_room(self) -> None:
        """Show the room view in this window; Escape leads back to where one was."""
        if self._room.view is not None:
            return
        self._begin()
        self._walk.begin(self._canvas)
        self._minute.start()

    def close_room(self) -> None:
        """Go back to the desk."""
        self._room.close()

    def show_now(self) -> None:
        """Show this moment, wherever something is shown."""
        views = self._views()
        if not views:
            return
        state = self._state
        matter = self._reading.now()
        page = build_page(self._words, state.subject, matter, *state.place())
        for view in views:
            view.show_page(page)
        self._room.show_matter(matter)
        self._show_time()
        self._tell_desk()
        if self._display.view is not None:
            self._pictured.start()

    def open_menu(self) -> None:
        """Offer what can be shown, and where."""
        self.menu.open(self.panel.button)

    def _turn_window(self) -> None:
        if self._room.view is None:
            self.open_room()
        else:
            self.close_room()

    def _start_or_stop(self) -> None:
        if self._state.on:
            self.stop()
        else:
            self.start()

    def _connect(self) -> None:
        window = self._parts.window
        window.projector_requested.connect(self.toggle)
        window.projector_menu_requested.connect(self.open_menu)
        window.closed.connect(self._end)
        self.panel.pressed.connect(self._press)
        self._display.shown.connect(self._on_shown)
        self._display.lost.connect(self._on_lost)
        self._following.moved.connect(self._show_soon)
        self._following.meeting_changed.connect(self._later.start)
        self._following.closed.connect(self.show_now)

    def _end(self) -> None:
        """Start nothing any more: the window goes, and the register with it."""
        for timer in (self._soon, self._later, self._pictured, self._minute):
            timer.stop()

    def _begin(self) -> None:
        self._state.since = self._state.since or self._store.workspace.instant()

    def _press(self) -> None:
        if self._state.on:
            self.open_menu()
        else:
            self.start()

    def _on_shown(self) -> None:
        found, self._state.lost = self._state.lost, False
        self._walk.end(self._canvas)
        self._minute.start()
        if found:
            text = self._words("projector.found")
            self._shell.show_message(text, "success", None, _MESSAGE)
        self.show_now()

    def _on_lost(self, was_shown: bool) -> None:
        self._tell_desk()
        if was_shown:
            self._state.lost = True
            action = (self._words("projector.in_window"), self.open_room)
            self._shell.show_message(self._words("projector.lost"), "info", action, _MESSAGE)

    def _tell_desk(self) -> None:
        """Say at the desk where the room looks, what it sees and what it doesn't."""
        self._shell.set_lasting_fact(self._display.fact())
        page = self._page()
        if self._display.view is None or page is None:
            where = self._words("projector.no_display") if self._state.on else ""
            self.panel.show_state(self._state.on, where)
            return
        named = self._state.names
        hidden = self._words("projector.named" if named else "projector.hidden")
        self.panel.show_state(True, self._display.name(), page.name or page.title, hidden, named)

    def _views(self) -> list[RoomView]:
        return [view for view in (self._room.view, self._display.view) if view is not None]

    def _page(self) -> RoomPage | None:
        views = self._views()
        return views[0].page() if views else None

    def _show_soon(self) -> None:
        if self._views():
            self._soon.start()

    def _read_meeting(self) -> None:
        if self._views():
            self._reading.renew_meeting(self.show_now)
        else:
            self._reading.kept.forget_meeting()

    def _show_time(self) -> None:
        views = self._views()
        if not views:
            self._minute.stop()
            return
        time = self._reading.time()
        for view in views:
            view.show_time(time)

    def _show_picture(self) -> None:
        if self._display.view is not None:
            self.panel.show_picture(self._display.view.grab())

    def _timer(self, wait: int, run: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(run)
        return timer

"""A person who has only a keyboard: every key goes to what has the focus in the real program."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.program import Program
from tests.ui.helpers import accessible_name
from ui.dialogs.base import Dialog

KEY = Qt.Key
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_FURTHEST = 120

Wait = Callable[[Callable[[], bool]], None]


class Hand:
    """Presses keys in a program that runs; it never touches a widget itself.

    Attributes:
        strokes: how many keys were pressed.
    """

    def __init__(self, program: Program, wait: Wait) -> None:
        self.program = program
        self.wait = wait
        self.strokes = 0
        self._app = QApplication.instance()

    def focus(self) -> QWidget:
        """Return what has the focus; the window is made active where the platform forgot it."""
        self.settle()
        if QApplication.activeModalWidget() is None and not self.program.window.isActiveWindow():
            self.program.window.activateWindow()
            self.settle()
        popup = QApplication.activePopupWidget()
        inside = popup.focusWidget() if popup else QApplication.focusWidget()
        return inside or popup or self.program.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifier)
            self.strokes += 1
        self.settle()

    def type(self, text: str) -> None:
        """Type a text; its line ends are Shift+Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(KEY.Key_Return, SHIFT)
            QTest.keyClicks(self.focus(), line)
            self.strokes += len(line)
        self.settle()

    def enter(self, *texts: str) -> None:
        """Type texts, each with Enter."""
        for text in texts:
            self.type(text)
            self.press(KEY.Key_Return)

    def tab_to(self, name: str, back: bool = False) -> None:
        """Press Tab until what is called so has the focus."""
        for _ in range(_FURTHEST):
            if accessible_name(self.focus()) == name:
                return
            if back:
                self.press(KEY.Key_Backtab, SHIFT)
            else:
                self.press(KEY.Key_Tab)
        raise AssertionError(f"no Tab leads to {name!r}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field by Tab and write in it."""
        self.tab_to(name)
        self.press(KEY.Key_A, CONTROL)
        self.type(text)

    def choose(self, number: int) -> None:
        """Take a choice of the menu that is open."""
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        self.press(KEY.Key_Down, times=number)
        self.press(KEY.Key_Return)
        self.settle()

    def agree(self, act: Callable[[], None]) -> None:
        """Do what asks a question, and agree to it with Ctrl+Enter."""
        self.meet(act, lambda: self.press(KEY.Key_Return, CONTROL))

    def meet(self, act: Callable[[], None], answer: Callable[[], None]) -> None:
        """Do what opens a dialog, and answer the dialog."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, Dialog) or not dialog.isActiveWindow():
                QTimer.singleShot(5, look)
                return
            try:
                answer()
            except BaseException:
                # Left open, it would keep the test that failed for ever.
                dialog.close()
                raise

        QTimer.singleShot(0, look)
        act()
        self.settle()

    def settle(self) -> None:
        """Let what was begun come to its end."""
        assert self._app is not None
        self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

"""The parts of the window that F6 goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.common.screen import Screen
from ui.frame.header import Header
from ui.frame.messages import Messages
from ui.frame.sidebar import Sidebar
from ui.frame.status_bar import StatusBar

Part = Sidebar | Header | StatusBar


class Regions:
    """Leads the focus from region to region, passing over those that have nothing to offer.

    Args:
        before, after: what stands before the messages and behind the screens.
    """

    def __init__(
        self,
        before: Sequence[Part],
        messages: Messages,
        screens: QStackedWidget,
        after: Sequence[Part],
    ) -> None:
        self._messages = messages
        self._screens = screens
        self._regions: list[Part | Messages | QStackedWidget] = [
            *before,
            messages,
            screens,
            *after,
        ]

    def go_round(self, step: int) -> None:
        """Put the focus into the next region (1) or the one before (-1)."""
        focused = QApplication.focusWidget()
        here = [focused is not None and self._holds(part, focused) for part in self._regions]
        place = here.index(True) if True in here else self._regions.index(self._screens)
        for further in range(1, len(self._regions)):
            region = self._regions[(place + step * further) % len(self._regions)]
            self._enter(region)
            now = QApplication.focusWidget()
            if now is not None and self._holds(region, now):
                return

    def _holds(self, region: Part | Messages | QStackedWidget, widget: QWidget) -> bool:
        if isinstance(region, Messages):
            return region.contains(widget)
        # News lies over the screens and is a region of its own.
        return region.isAncestorOf(widget) and not self._messages.contains(widget)

    def _enter(self, region: Part | Messages | QStackedWidget) -> None:
        if not isinstance(region, QStackedWidget):
            region.focus_start()
        elif isinstance(screen := region.currentWidget(), Screen):
            screen.focus_start()
        elif screen is not None:
            screen.setFocus(Qt.FocusReason.ShortcutFocusReason)

"""The entries of the sidebar."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from resources.words import Words
from ui.common.icons import icon_pixmap
from ui.common.labels import plain_tool_tip
from ui.common.letters import px, sized
from ui.common.theme import current_theme

_ICON = 18
_HEIGHT = 38


@dataclass(frozen=True)
class NavigationEntry:
    """One way to a screen.

    Attributes:
        key: the screen's name.
        label: its words.
        icon: a drawing of resources/icons.
    """

    key: str
    label: str
    icon: str


class NavigationButton(QPushButton):
    """An entry of the sidebar: drawing, words, and how much waits there."""

    def __init__(self, words: Words, entry: NavigationEntry, shortcut: str) -> None:
        super().__init__()
        self.entry = entry
        self._words = words
        self._shortcut = shortcut
        self._count = 0
        self._folded = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rename()

    def set_count(self, count: int) -> None:
        """Show how much waits; 0 shows nothing."""
        self._count = count
        self._rename()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the drawing alone, with the words in the tool tip."""
        self._folded = folded
        self._rename()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own arrows would switch the screen on the way; Enter and Space do that here.
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        ink = "sidebar_strong" if self.isChecked() else "sidebar_text"
        colour = current_theme().colour(ink)
        side = px(_ICON)
        left = (self.width() - side) // 2 if self._folded else 13
        drawing = icon_pixmap(self.entry.icon, ink, side)
        painter.drawPixmap(left, (self.height() - side) // 2, drawing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._folded:
            painter.setFont(self._words_font())
            painter.setPen(colour)
            room = self.rect().adjusted(24 + side, 0, -12 - self._badge_width(), 0)
            text = QFontMetrics(painter.font()).elidedText(
                self.entry.label, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self._count:
            self._paint_badge(painter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def _rename(self) -> None:
        label = self.entry.label
        name = self._words("shell.sidebar.waiting", label=label, n=self._count)
        self.setAccessibleName(name if self._count else label)
        tip = f"{label} ({self._shortcut})" if self._shortcut else label
        self.setToolTip(plain_tool_tip(tip))

    def _words_font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        return sized(self.font(), weight=weight)

    def _badge_font(self) -> QFont:
        return sized(self.font(), 12, QFont.Weight.DemiBold)

    def _badge_text(self) -> str:
        return str(self._count) if self._count < 1000 else "999+"

    def _badge_width(self) -> int:
        if not self._count:
            return 0
        return max(
            px(21), QFontMetrics(self._badge_font()).horizontalAdvance(self._badge_text()) + 12
        )

    def _paint_badge(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("badge"))
        if self._folded:
            painter.drawEllipse(QRect(self.width() // 2 + 5, 7, 9, 9))
            return
        frame = QRect(self.width() - 12 - self._badge_width(), 0, self._badge_width(), px(17))
        frame.moveTop((self.height() - frame.height()) // 2)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setFont(self._badge_font())
        painter.setPen(theme.colour("on_badge"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._badge_text())

"""Buttons: the main one, the quiet ones, and those that are only a drawing."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui.common.icons import icon_pixmap
from ui.common.labels import plain_tool_tip
from ui.common.letters import px, sized
from ui.common.theme import current_theme

GAP = 7
_ICON = 16


class Button(QPushButton):
    """A push button that draws its own words: plain text, an icon and the key that does the same.

    Args:
        text: what it does.
        icon: a drawing's name, or "".
        keys: the shortcut that is shown in it ("Ctrl+E"); who makes the shortcut work is the
            one who owns the action.
    """

    ink = "text"
    filled = False
    compact = False

    def __init__(
        self, text: str, icon: str = "", keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._keys = keys
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        # An ampersand that a person typed is no mnemonic.
        self.setShortcut(QKeySequence())
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        """Show another drawing."""
        self._icon = name
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, words and keys in the tool tip; nothing without an icon."""
        compact = compact and bool(self._icon)
        if compact != self.compact:
            self.compact = compact
            hint = f"{self.text()} ({self._keys})" if self._keys else self.text()
            self.setToolTip(plain_tool_tip(hint) if compact else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        height = max(self.fontMetrics().height(), px(_ICON, self) if self._icon else 0)
        contents = QSize(self._contents_width(), height)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, contents, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own buttons take Enter in dialogs only.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self.filled and self.hasFocus():
            self._paint_ring(painter)
        part = QStyle.SubElement.SE_PushButtonContents
        self._paint_contents(painter, self.style().subElementRect(part, option, self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _ink(self) -> QColor:
        return current_theme().colour(self.ink if self.isEnabled() else "disabled")

    def _parts(self) -> list[int]:
        parts = [px(_ICON, self)] if self._icon else []
        if self.compact:
            return parts
        if self.text():
            parts.append(self.fontMetrics().horizontalAdvance(self.text()) + 1)
        if self._keys:
            parts.append(self._keys_width())
        return parts

    def _contents_width(self) -> int:
        parts = self._parts()
        return sum(parts) + GAP * (len(parts) - 1)

    def _paint_contents(self, painter: QPainter, room: QRect) -> None:
        left = room.left() + max(0, (room.width() - self._contents_width()) // 2)
        if self._icon:
            side = px(_ICON, self)
            top = room.top() + (room.height() - side) // 2
            painter.drawPixmap(left, top, icon_pixmap(self._icon, self._ink().name(), side))
            left += side + GAP
        if self.compact:
            return
        if self.text():
            taken = self._keys_width() + GAP if self._keys else 0
            width = room.right() + 1 - left - taken
            painter.setPen(self._ink())
            words = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, max(0, width)
            )
            place = QRect(left, room.top(), width, room.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left += self.fontMetrics().horizontalAdvance(words) + 1 + GAP
        if self._keys:
            self._paint_keys(painter, left, room)

    def _paint_ring(self, painter: QPainter) -> None:
        # On a coloured ground an outer ring is hardly seen.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink(), 2))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(4, 4, -4, -4), 5, 5)

    def _keys_font(self) -> QFont:
        return sized(self.font(), 11, QFont.Weight.Medium, self)

    def _keys_width(self) -> int:
        return QFontMetrics(self._keys_font()).horizontalAdvance(self._keys) + 11

    def _paint_keys(self, painter: QPainter, left: int, room: QRect) -> None:
        height = px(17, self)
        top = room.center().y() - height // 2
        frame = QRect(left, top, self._keys_width(), height)
        line = self._ink()
        line.setAlphaF(0.45)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line)
        painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._ink())
        painter.setFont(self._keys_font())
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._keys)


class PrimaryButton(Button):
    """The one thing that a screen or a dialog is for."""

    ink = "on_accent"
    filled = True


class GhostButton(Button):
    """Any other action."""


class DangerButton(Button):
    """An action that takes something away; it is undoable or asked for first."""

    ink = "on_danger"
    filled = True


class LinkButton(Button):
    """An action inside running content, as quiet as a link."""

    ink = "accent_text"

    def __init__(
        self, text: str, icon: str = "", keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon, keys, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class IconButton(Button):
    """A drawing only; its name is in the tool tip and for the screen reader."""

    ink = "muted"

    def __init__(self, label: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, "", parent)
        self.set_label(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str) -> None:
        """Change what it says it does."""
        self.setAccessibleName(label)
        self.setToolTip(plain_tool_tip(label))

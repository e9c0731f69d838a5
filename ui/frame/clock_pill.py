"""The meeting's clock in the window's head."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.buttons import GAP, Button
from ui.common.chip import Kind
from ui.common.icons import icon_pixmap
from ui.common.labels import plain_tool_tip
from ui.common.letters import px
from ui.common.look import announce, set_look
from ui.common.theme import current_theme

KEYS = "F9"


@dataclass(frozen=True)
class ClockFace:
    """What the clock shows.

    Attributes:
        time: a running or whole time such as "00.42.10", "" before the begin.
        note: words beside it, such as "sisa 8 menit".
        kind: its colour, which only helps the words.
        does: what pressing it does, for the tool tip and the screen reader.
        spoken: said by a screen reader when the colour changes, "" for nothing.
    """

    time: str
    note: str
    kind: Kind
    does: str
    spoken: str = ""


class ClockPill(Button):
    """Shows how long the meeting runs; pressing it, or F9, notes the begin or the end.

    A tick paints the pill and nothing else: its width changes only with its words.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "clock", KEYS, parent)
        self.setObjectName("clockPill")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name = name
        self._face = ClockFace("", "", "neutral", "")
        self.hide()
        key = QShortcut(QKeySequence(KEYS), self)
        key.activated.connect(self.click)

    def show_face(self, face: ClockFace) -> None:
        """Show another moment."""
        old, self._face = self._face, face
        if (len(old.time), old.note) != (len(face.time), face.note):
            self.updateGeometry()
        if (old.time[:-3], old.note, old.does) != (face.time[:-3], face.note, face.does):
            # A screen reader hears of minutes, not of seconds.
            said = ", ".join(part for part in (self._name, face.time, face.note, face.does) if part)
            self.setAccessibleName(said)
            self.setToolTip(plain_tool_tip(f"{face.does} ({KEYS})"))
        if face.spoken and face.kind != old.kind:
            announce(self, face.spoken)
        set_look(self, "kind", face.kind)
        self.update()

    def face(self) -> ClockFace:
        """Return what is shown."""
        return self._face

    def _parts(self) -> list[int]:
        parts = [px(16)]
        if self._face.time:
            digits = QFontMetrics(self._digits())
            # As wide for any digits.
            parts.append(digits.horizontalAdvance(re.sub(r"\d", "0", self._face.time)))
        if self._face.note:
            parts.append(self.fontMetrics().horizontalAdvance(self._face.note) + 1)
        if not self._face.time:
            parts.append(self._keys_width())
        return parts

    def _ink(self) -> QColor:
        return current_theme().colour(self._face.kind)

    def _paint_contents(self, painter: QPainter, room: QRect) -> None:
        widths = iter(self._parts())
        left = room.left() + max(0, (room.width() - self._contents_width()) // 2)
        side = next(widths)
        top = room.top() + (room.height() - side) // 2
        painter.drawPixmap(left, top, icon_pixmap("clock", self._ink().name(), side))
        left += side + GAP
        painter.setPen(self._ink())
        for text, font in ((self._face.time, self._digits()), (self._face.note, self.font())):
            if text:
                width = next(widths)
                painter.setFont(font)
                place = QRect(left, room.top(), width, room.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
                left += width + GAP
        if not self._face.time:
            self._paint_keys(painter, left, room)

    def _digits(self) -> QFont:
        font = QFont(self.font())
        # All digits equally wide: nothing moves while it counts.
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

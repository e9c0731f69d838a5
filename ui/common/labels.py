"""Words on the screen: always plain text, whatever a person typed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """Text that wraps, never read as markup.

    Args:
        text: what it says.
        role: how it looks: "" (body), "muted", "small", "label", "head", "strong", "title",
            "problem".
        wraps: whether it flows over several lines.
    """

    def __init__(
        self, text: str = "", role: str = "", wraps: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if wraps:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if role:
            self.setProperty("role", role)
        self.setText(text)


class ElidedLabel(QLabel):
    """One line of plain text that ends in … where room ends, whole in its tool tip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        # Line ends would make room for lines that are never drawn.
        super().setText(" ".join(text.split("\n")))
        self._update_tool_tip()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("mmm…")), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tool_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        painter.drawText(room, int(self.alignment()), self._elided(room.width()))

    def _elided(self, width: int) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _update_tool_tip(self) -> None:
        cut = self._elided(self.contentsRect().width()) != self.text()
        self.setToolTip(plain_tool_tip(self.text()) if cut else "")


def plain_tool_tip(text: str) -> str:
    """Return text for a tool tip, which Qt would else read as markup where it looks like it."""
    if "<" not in text and "&lt;" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<span style="white-space: pre-wrap">{escaped}</span>'


class Line(QFrame):
    """A thin line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")

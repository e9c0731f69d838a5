"""Cards: the framed parts that screens are made of."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.chip import Chip, KeyHint, Kind
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.look import set_look


class Card(QFrame):
    """A framed part with a head (title, badge, widgets, key) and a body.

    Args:
        title: its head and its accessible name.
        badge: a short fact beside the title; "" for none.
        keys: a shortcut that jumps to the card's first field, shown in the head.
        padded: False where a list or table fills the card to its edges.
        framed_head: False for the small cards of a form, whose title stands in the body and
            flows over as many lines as it needs.

    Attributes:
        body: the layout to add content to.
        head: the head's layout; `add_head_widget` puts something at its right.
    """

    def __init__(
        self,
        title: str,
        badge: str = "",
        keys: str = "",
        padded: bool = True,
        framed_head: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = KeyHint(keys) if keys else None
        self._title = ElidedLabel(title, "head") if framed_head else PlainLabel(title, "head")
        self._badge = Chip(badge)
        self._badge.setVisible(bool(badge))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = self._build_head(framed_head)
        column.addWidget(self._head)
        self.body = QVBoxLayout()
        margin = 13 if padded else 0
        self.body.setContentsMargins(margin, 10 if framed_head and padded else 0, margin, margin)
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self.setAccessibleName(title)
        if keys:
            jump = QShortcut(QKeySequence(keys), self)
            jump.activated.connect(self.focus_first)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_badge(self, text: str, kind: Kind = "neutral") -> None:
        """Change the fact beside the title; "" takes it away."""
        self._badge.show_chip(text, kind)

    def hide_head(self) -> None:
        """Leave only the body, for a card whose content says itself what it is."""
        self._head.hide()

    def set_current(self, current: bool) -> None:
        """Show the card as the one that is worked on."""
        set_look(self, "current", current)

    def add_head_widget(self, widget: QWidget) -> None:
        """Put a button or a fact at the right of the head, before the key."""
        self.head.insertWidget(self.head.count() - (1 if self._keys else 0), widget)

    def add_foot(self, widget: QWidget) -> None:
        """Put something below the body, as far from the edges as a form's head."""
        row = QHBoxLayout()
        row.setContentsMargins(13, 0, 13, 0)
        row.addWidget(widget)
        self._column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._keys:
            self._keys.setVisible(self._head_room() >= self._keys.sizeHint().width())

    def _head_room(self) -> int:
        """Return what the title and what stands beside it leave of the head."""
        parts = [one for one in self._head.findChildren(QWidget) if one.parent() is self._head]
        for part in parts:
            part.ensurePolished()
        shown = [one for one in parts if one is not self._keys and not one.isHidden()]
        taken = sum(part.sizeHint().width() for part in shown)
        gaps = self.head.count() * self.head.spacing() + 2 * self.head.contentsMargins().left()
        return self.width() - taken - gaps

    def focus_first(self) -> None:
        """Move the focus to the card's first field or list."""
        for widget in self.findChildren(QWidget):
            takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            usable = widget.isVisible() and widget.isEnabled()
            if takes_keys and usable and not self._head.isAncestorOf(widget):
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _build_head(self, framed: bool) -> QFrame:
        head = QFrame()
        if framed:
            head.setObjectName("cardHead")
            head.setFixedHeight(40)
        self.head = QHBoxLayout(head)
        self.head.setContentsMargins(13, 0 if framed else 9, 13, 0 if framed else 4)
        self.head.setSpacing(8)
        if not framed:
            # On one line with what stands beside it, such as a chip.
            self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self._title, 0 if framed else 1)
        self.head.addWidget(self._badge)
        if framed:
            self.head.addStretch(1)
        if self._keys:
            self.head.addWidget(self._keys)
        return head

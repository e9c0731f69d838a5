"""A ground that scrolls when its cards need more room than there is."""

from weakref import WeakSet

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

_MARGIN = 12
# How long after it was led to something the ground still grows into its height.
_SETTLING_MS = 400


class ScrollColumn(QScrollArea):
    """Widgets under each other, scrolled up and down; the focused one and its caret stay in view.

    Attributes:
        column: the layout to add to; what room is left over stays empty at the end.
    """

    # There already while Qt dresses what is not made yet.
    _text: QTextEdit | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setProperty("role", "scrolled")
        ends = QVBoxLayout(ground)
        ends.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(10)
        ends.addLayout(self.column)
        ends.addStretch(1)
        self.setWidget(ground)
        # A text that grows with a letter is laid out only after the letter.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._follow_caret)
        self._wanted: QWidget | None = None
        self._heard: WeakSet[QTextEdit] = WeakSet()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._bring_wanted)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget is seen, its beginning when it is higher than the room.

        What was shown only now gets its height a little later; the widget stays in view then.
        """
        self._wanted = widget
        self._settling.start()
        self._bring(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._text is not None:
            # Letters of another size: what is written in stands elsewhere then.
            self._wanted = self._text
            self._settling.start()
            self._again.start()

    def _on_range(self) -> None:
        if self._settling.isActive():
            self._again.start()

    def _bring_wanted(self) -> None:
        if self._wanted is not None and isValid(self._wanted):
            self._bring(self._wanted)
            # Where somebody writes is seen before anything else.
            self._follow_caret()

    def _bring(self, widget: QWidget) -> None:
        layout = self.widget().layout()
        if layout is not None:
            layout.activate()
        top = widget.mapTo(self.widget(), QPoint(0, 0)).y()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bottom = top + widget.height()
        if top < bar.value() or bottom - top > room:
            bar.setValue(top - _MARGIN)
        elif bottom > bar.value() + room:
            bar.setValue(bottom + _MARGIN - room)

    def _on_focus(self) -> None:
        # The signal's own widgets are not asked for: while a window is destroyed they are half
        # gone, and the bindings would keep a name for an address that the next widget gets.
        now = QApplication.focusWidget()
        self._settling.stop()
        inside = isinstance(now, QTextEdit) and self.isAncestorOf(now)
        self._text = now if inside and isinstance(now, QTextEdit) else None
        if self._text is not None and self._text not in self._heard:
            # For good: one that goes while it is written in could not be disconnected any more.
            self._heard.add(self._text)
            self._text.cursorPositionChanged.connect(self._on_caret)

    def _on_caret(self) -> None:
        if self.sender() is not self._text:
            return
        # From now on the person says what is in view.
        self._settling.stop()
        self._again.stop()
        self._later.start()

    def _follow_caret(self) -> None:
        if self._text is None or not isValid(self._text) or not self._text.isVisible():
            return
        caret = self._text.cursorRect().center()
        place = self._text.viewport().mapTo(self.widget(), caret)
        # Letters may be large here: all of the line, and what frames it.
        self.ensureVisible(place.x(), place.y(), 0, max(24, self._text.cursorRect().height()))


def scroll_around(widget: QWidget) -> QScrollArea | None:
    """Return the nearest ground that scrolls what a widget stands in, None for none."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def scrolled(widget: QWidget) -> ScrollColumn:
    """Return a ground that scrolls a single widget."""
    scroll = ScrollColumn()
    scroll.column.addWidget(widget)
    return scroll

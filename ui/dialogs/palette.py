"""The palette: one field over the window that finds records and carries out commands."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from resources.words import Words
from ui.common.chip import KeyHint
from ui.common.icons import IconLabel
from ui.common.labels import Line, PlainLabel
from ui.common.letters import px
from ui.common.line_edit import LineEdit
from ui.common.look import announce
from ui.dialogs.palette_list import PaletteList, PaletteRow

DEBOUNCE_MS = 60
_WIDTH = 700
_TOP = 58
_SHADE = QColor(10, 24, 22, 90)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_POPUP = Qt.FocusReason.PopupFocusReason
_PASSING = (_POPUP, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class _Field(LineEdit):
    """Keeps every key to itself: the window below must not act while the palette is open."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Palette(QWidget):
    """Lies over the window while it is open; typing, arrows, Enter and Escape are all it needs.

    It shows what it is given for a text, and nothing that was found for another: Enter waits
    for the rows of what has been typed. The focus goes back where it was.

    Signals:
        asked(str): show rows for this text by `show_rows`; "" is the beginning.
        chosen(str): a row was chosen, by its key; the palette has closed.
        closed(): it has closed.
    """

    asked = Signal(str)
    chosen = Signal(str)
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._before: QWidget | None = None
        self._shown: str | None = None
        self._choosing = False
        self.setAccessibleName(words("search.palette.name"))
        self.field = _Field(words("search.palette.field"), words("search.palette.placeholder"))
        self.field.setObjectName("paletteField")
        self.field.installEventFilter(self)
        self.list = PaletteList(words("search.palette.list"))
        self._nothing = QWidget()
        self._panel = self._build_panel()
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(lambda _: self._timer.start())
        self.list.opened.connect(self._choose)
        self.list.current_changed.connect(lambda _: self._announce())
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Come to the front, empty."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self.field.reset("")
        self.setGeometry(self.parentWidget().rect())
        self._ask()
        self.show()
        self.raise_()
        # As a menu does: what was being typed below goes on afterwards.
        self.field.setFocus(_POPUP)

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        if self.isVisible():
            self.hide()
            if self._before is not None and isValid(self._before) and self._before.isVisible():
                self._before.setFocus(_POPUP)
            self.closed.emit()

    def show_rows(self, text: str, rows: Sequence[PaletteRow]) -> None:
        """Show what there is for a text; rows for a text that has changed since are dropped."""
        if text != self.text():
            return
        self._shown = text
        self.list.set_rows(rows)
        self.list.set_current(self.list.first_key())
        self.list.scrollToTop()
        self._title.setText(self._words("search.palette.nothing", text=text))
        self._fit()
        self._announce()
        if self._choosing:
            self._choose(self.list.current_key())

    def text(self) -> str:
        """Return what was typed, without blanks around it."""
        return self.field.value().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self.parentWidget().rect())
                self._fit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        elif event.type() == QEvent.Type.FocusOut and self._went_on(event):
            self._before = None
            self.close_palette()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), _SHADE)

    @staticmethod
    def _went_on(event: QEvent) -> bool:
        """Whether the focus left for good, and not for a menu or another window."""
        return isinstance(event, QFocusEvent) and event.reason() not in _PASSING

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False leaves it to the field."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_K):
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
        elif key in _STEPS:
            self.list.go(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.list.go(self.list.page() * (1 if key == Qt.Key.Key_PageDown else -1))
        else:
            self._choosing = False
            return False
        return True

    def _choose_current(self) -> None:
        if self._shown == self.text():
            self._choose(self.list.current_key())
            return
        self._choosing = True
        if self._timer.isActive():
            self._ask()

    def _choose(self, key: str) -> None:
        self._choosing = False
        if key:
            self.close_palette()
            self.chosen.emit(key)

    def _ask(self) -> None:
        self._timer.stop()
        self._choosing = self._choosing and self.isVisible()
        if self._shown != self.text() or not self.isVisible():
            self._shown = None
            self.asked.emit(self.text())

    def _announce(self) -> None:
        row = next((r for r in self.list.rows() if r.key == self.list.current_key()), None)
        announce(self.field, row.read_aloud() if row else self._title.text())

    def _build_panel(self) -> QFrame:
        panel = QFrame(self)
        panel.setObjectName("palette")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 12, 6)
        head.addWidget(IconLabel("search"))
        head.addWidget(self.field, 1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.list, 1)
        column.addWidget(self._build_nothing())
        column.addWidget(Line())
        column.addLayout(self._build_keys())
        return panel

    def _build_nothing(self) -> QWidget:
        self._title = PlainLabel("", "strong")
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(46, 16, 16, 16)
        column.addWidget(self._title)
        column.addWidget(PlainLabel(self._words("search.palette.nothing_hint"), "muted"))
        return self._nothing

    def _build_keys(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(6)
        for keys, name in (("↑ ↓", "choose"), ("Enter", "open"), ("Esc", "close")):
            row.addWidget(KeyHint(keys))
            row.addWidget(PlainLabel(self._words(f"search.palette.{name}"), "small", wraps=False))
            row.addSpacing(8)
        row.addStretch(1)
        return row

    def _fit(self) -> None:
        """Give the panel the room that its rows need, within the window."""
        found = bool(self.list.rows())
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        width = min(px(_WIDTH), self.width() - 40)
        frame = self._panel.layout()
        if found:
            rows = self.list.rows_height() - self.list.sizeHint().height()
            wanted = frame.sizeHint().height() + rows + 12
        else:
            frame.invalidate()
            wanted = frame.totalHeightForWidth(width)
        height = min(self.height() - 2 * _TOP, wanted)
        self._panel.setGeometry((self.width() - width) // 2, _TOP, width, height)

"""The list that is open while a sign is typed: it lies over the window and never has the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import PlainLabel
from ui.common.letters import px
from ui.common.look import announce
from ui.common.picks import Pick
from ui.common.row_list import Row, RowList

_WIDTH = 330
_MOST_ROWS = 6
_GAP = 4
_FRAME = 6
_FEW_LINES = 90


class SignList(QFrame):
    """Shows what can be chosen beside the caret, under it or above it where there is more room.

    Signals:
        picked(Pick): one was clicked.
    """

    picked = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pickPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._words = words
        self._picks: Sequence[Pick] = ()
        self._rows: list[Row] = []
        self.list = RowList(words("signs.list"), chooses=True, title_lines=1, compact=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(_FRAME - 1, _FRAME - 1, _FRAME - 1, _FRAME - 1)
        column.addWidget(self.list)
        self._notice = PlainLabel("")
        self._advice = PlainLabel("", "small")
        for label in (self._notice, self._advice):
            label.setContentsMargins(8, 2, 8, 2)
            label.hide()
            column.addWidget(label)
        self.list.opened.connect(lambda key: self.picked.emit(self._picks[int(key)]))
        self.hide()

    def show_picks(self, label: str, picks: Sequence[Pick], marked: bool) -> None:
        """Show these; `marked` marks the first one."""
        self._picks = picks
        rows = [Row(str(place), pick.text, pick.note) for place, pick in enumerate(picks)]
        if rows != self._rows or self.isHidden():
            self._rows = rows
            self.list.setAccessibleName(self._words("common.pick.list", label=label))
            self.list.set_rows(rows)
            self.list.scrollToTop()
        self.list.set_current("0" if marked else "")
        self._show_parts(notice=False)
        self._tell()

    def show_notice(self, notice: str, advice: str) -> None:
        """Say that there is nothing to choose, and what can be done about it."""
        self._picks, self._rows = (), []
        self._notice.setText(notice)
        self._advice.setText(advice)
        self._show_parts(notice=True)
        announce(self.parentWidget(), f"{notice} {advice}")

    def _show_parts(self, notice: bool) -> None:
        self.list.setVisible(not notice)
        for label in (self._notice, self._advice):
            label.setVisible(notice)
        self.show()
        self.raise_()

    def offers(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._picks)

    def marked(self) -> Pick | None:
        """Return the pick that Enter takes."""
        key = self.list.current_key() if self._picks else ""
        return self._picks[int(key)] if key else None

    def first(self) -> Pick | None:
        """Return the first pick."""
        return self._picks[0] if self._picks else None

    def step(self, event: QKeyEvent) -> None:
        """Mark another one: the keys for lists."""
        if self.list.current_key():
            self.list.keyPressEvent(event)
        else:
            last = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
            self.list.set_current(str(len(self._picks) - 1 if last else 0))
        self._tell()

    def _tell(self) -> None:
        if pick := self.marked():
            announce(self.parentWidget(), pick.text)

    def place(self, caret: QRect, text: QRect) -> None:
        """Lie under the caret, or above a text where there is more room; both in the window.

        It keeps to the text's right edge, so that it covers nothing else that it need not.
        """
        window = self.parentWidget()
        width = min(px(_WIDTH), window.width() - 2 * _GAP)
        height = self._wanted_height(width)
        top_edge = text.top() if caret.top() - text.top() < px(_FEW_LINES) else caret.top()
        below = window.height() - caret.bottom() - 2 * _GAP
        above = top_edge - 2 * _GAP
        up = height > below and above > below
        height = min(height, above if up else below)
        edge = min(text.right(), window.width() - _GAP)
        left = max(_GAP, min(caret.left() - px(12), edge - width))
        top = top_edge - _GAP - height if up else caret.bottom() + _GAP
        self.setGeometry(left, top, width, height)

    def _wanted_height(self, width: int) -> int:
        if not self._picks:
            labels = (self._notice, self._advice)
            wanted = sum(label.heightForWidth(width - 2 * _FRAME) for label in labels)
            return wanted + self.layout().spacing() + 2 * _FRAME
        shown = range(min(len(self._picks), _MOST_ROWS))
        rows = sum(self.list.sizeHintForRow(place) for place in shown)
        return rows + 2 * (_FRAME + self.list.frameWidth()) + 2

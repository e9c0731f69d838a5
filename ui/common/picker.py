"""Choosing one of many by typing a part of it: a button with its value, and the list below it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import Button
from ui.common.keys import add_key
from ui.common.labels import PlainLabel, plain_tool_tip
from ui.common.letters import px
from ui.common.line_edit import LineEdit
from ui.common.picks import Pick, find_picks
from ui.common.row_list import Row, RowList

__all__ = ["Pick", "PickButton", "PickPopup"]

_WIDTH = 360
_HEIGHT = 330
_WIDEST = 240
_GAP = 3
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PickPopup(QFrame):
    """A list that narrows while a person types. Enter chooses, Escape closes it.

    Signals:
        picked(Pick): something was chosen, or written where that is free.
    """

    picked = Signal(object)

    def __init__(
        self, words: Words, label: str, picks: Sequence[Pick], free: bool, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("pickPopup")
        self._words = words
        self._picks = picks
        self._free = free
        self._found: list[Pick] = []
        self._is_above = False
        self.line = LineEdit(label, words("common.pick.find" if free else "common.pick.choose"))
        self.list = RowList(words("common.pick.list", label=label), chooses=True, title_lines=2)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 7, 7, 7)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.nothing = PlainLabel(words("common.pick.nothing"), "muted")
        self.nothing.setContentsMargins(8, 4, 8, 8)
        column.addWidget(self.nothing)
        self.line.edited.connect(lambda _: self._filter())
        self.list.opened.connect(lambda key: self._take(int(key)))
        self.setFixedWidth(max(px(_WIDTH), parent.width()))
        self._filter()

    def show_below(self, widget: QWidget, part: QRect | None = None) -> None:
        """Open under a widget or a part of it, or above it, always whole on its screen."""
        self._fit()
        room = widget.screen().availableGeometry()
        part = part or widget.rect()
        place = widget.mapToGlobal(part.bottomLeft() + QPoint(0, _GAP))
        self._is_above = place.y() + self.height() > room.bottom()
        if self._is_above:
            place = widget.mapToGlobal(part.topLeft() - QPoint(0, self.height() + _GAP))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() < room.top():
            # What is as high as the screen has room for it neither below nor above.
            self._is_above = False
            place.setY(room.top())
        self.move(place)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be as high as what was found, up to a limit; below or above what it belongs to."""
        rows = sum(self.list.sizeHintForRow(place) for place in range(min(len(self._found), 9)))
        bottom = self.geometry().bottom()
        shown = rows if rows else self.nothing.sizeHint().height()
        self.setFixedHeight(min(px(_HEIGHT), self.line.sizeHint().height() + shown + 26))
        if self.isVisible() and self._is_above:
            self.move(self.x(), bottom - self.height() + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.list.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab chooses what is marked, as in a list of completions.
        if forward:
            self._take(self.list.currentIndex().row())
        return True

    def _filter(self) -> None:
        text = self.line.value().strip()
        self._found = find_picks(self._picks, text, inside=True)
        exact = any(pick.text.casefold() == text.casefold() for pick in self._found)
        if self._free and text and not exact:
            self._found.append(Pick(text, text))
        rows = [Row(str(i), self._shown(pick), pick.note) for i, pick in enumerate(self._found)]
        self.list.set_rows(rows)
        self.list.set_current("0")
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        if self.isVisible():
            self._fit()

    def _shown(self, pick: Pick) -> str:
        written = pick.value == pick.text and pick not in self._picks
        return self._words("common.pick.use", text=pick.text) if written else pick.text

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._found):
            pick = self._found[place]
            self.close()
            self.picked.emit(pick)


class PickButton(Button):
    """Shows one value and lets another be chosen. Enter, Space or its key opens the list.

    A click leaves the focus where it is, so that one can go on typing.

    Args:
        label: what it is about, before its value.
        keys: the shortcut that opens it; it works inside `scope`.
        sign: what is typed for the same in a text, shown in the place of the keys.
        labelled: whether the label stands before the value.
        free: whether text that is in no list may be written; its value is that text.

    Signals:
        picked(Pick): another value was chosen.
    """

    ink = "muted"
    picked = Signal(object)

    def __init__(
        self,
        words: Words,
        label: str,
        keys: str = "",
        free: bool = False,
        labelled: bool = False,
        scope: QWidget | None = None,
        sign: str = "",
    ) -> None:
        super().__init__(label, "", sign or keys)
        self._shortcut = keys
        self._labelled = labelled
        self._words = words
        self._label = label
        self._free = free
        self._picks: Sequence[Pick] = ()
        self._value: object = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _=False: self.open_list())
        if keys and scope is not None:
            add_key(scope, keys, self.open_list)

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Offer these."""
        self._picks = picks

    def picks(self) -> Sequence[Pick]:
        """Return what is offered."""
        return self._picks

    def value(self) -> object:
        return self._value

    def set_value(self, value: object, text: str = "") -> None:
        """Show a value, by its own words or these."""
        self._value = value
        known = next((pick for pick in self._picks if pick.value == value), None)
        shown = text or (known.short or known.text if known else "")
        said = shown if shown and shown != self._label else "–"
        name = self._words("common.pick.button", label=self._label, value=said)
        self.setText(name if self._labelled else shown or self._label)
        self.setAccessibleName(name)
        keys = f" ({self._shortcut})" if self._shortcut else ""
        self.setToolTip(plain_tool_tip(f"{name}{keys}"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), px(_WIDEST)), hint.height())

    def open_list(self) -> None:
        """Show what there is to choose from."""
        popup = PickPopup(self._words, self._label, self._picks, self._free, self)
        popup.picked.connect(self.picked)
        popup.show_below(self)

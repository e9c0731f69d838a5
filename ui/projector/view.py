"""A page as the room sees it: a head, large letters that fit themselves, cards and a foot."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.keys import add_key
from ui.projector.caption import RoomCaption
from ui.projector.card import RoomCard
from ui.projector.fields import RoomFields
from ui.projector.fitting import CAPTION, LEAST, SIZES, SURELY_LONG, WITH_CARDS, fit_size, pixels
from ui.projector.foot import RoomFoot
from ui.projector.head import RoomHead
from ui.projector.page import RoomPage
from ui.projector.text import RoomText

_SIDE = 44
_SUBJECTS = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoomView(QWidget):
    """Shows pages, on the second display or in the window.

    Args:
        writable: whether a page of one text can be written in; never on the second display.

    Signals:
        edited(str, str, object), left(str, str): a commitment's text was written, or left.
        writing_requested(int): one of the texts that are read is to be written in, by its place.
        step_requested(int): the section before (-1) or behind (1) is wanted.
        subject_requested(int): another subject is wanted, by its place from 0.
        closed(): Escape was pressed.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    writing_requested = Signal(int)
    step_requested = Signal(int)
    subject_requested = Signal(int)
    closed = Signal()

    def __init__(self, words: Words, writable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words("projector.room"))
        self._page = RoomPage("")
        self._size = 0
        self._head, self.foot = RoomHead(), RoomFoot(words, writable)
        self._caption = RoomCaption()
        self.text = RoomText(words, writable)
        self.text.edited.connect(self.edited)
        self.text.left.connect(self.left)
        self.text.grown.connect(self._refit)
        self.fields: RoomFields | None = None
        self._cards = [RoomCard(), RoomCard()]
        self._arrange()
        self._add_keys()
        self._writable = writable
        self.text.pressed.connect(self._ask_to_write)

    def show_page(self, page: RoomPage) -> None:
        """Show a page; what is written at the moment keeps its caret."""
        self._page = page
        if self.fields is not None and not self.fields.is_of(page):
            self.close_fields()
        self._head.show_head(page.title, page.note)
        self.foot.show_facts(page.facts)
        manner = page.manner if self._writable or page.manner == "page" else "text"
        self.foot.show_keys("fields" if self.fields is not None else manner)
        for card, passage in zip(self._cards, (*page.cards, None, None), strict=False):
            card.show_passage(passage)
        self.text.show_page(page)
        alone = len(page.passages) == 1 and self.fields is None
        self._caption.show_passage(page.passages[0] if alone else None)
        self.fit()

    def show_time(self, time: str) -> None:
        """Show the time of day at the foot."""
        self.foot.show_time(time)

    def show_fields(self, fields: RoomFields) -> None:
        """Put a section's fields in the place of what is read of it; Escape takes them away."""
        self.fields = fields
        for part in (self._caption, self.text, self._filler, *self._cards):
            part.hide()
        self._column.insertWidget(1, fields, 1)
        fields.left.connect(self.close_fields)
        fields.show()
        self.foot.show_keys("fields")
        self._dress()

    def close_fields(self) -> None:
        """Show what is read of the section again, with the marks of what is new."""
        fields, self.fields = self.fields, None
        if fields is not None:
            self.setFocus()
            self._column.removeWidget(fields)
            fields.hide()
            fields.deleteLater()
            self.text.show()
            self.show_page(self._page)

    def page(self) -> RoomPage:
        """Return what is shown."""
        return self._page

    def letters(self) -> int:
        """Return how large the page's own letters are, in pixels."""
        return self._size

    def caret(self) -> int:
        """Return where in the text is written, -1 where none can be."""
        return self.text.editor.textCursor().position() if self.text.edits() else -1

    def focus_start(self) -> None:
        """Put the caret into the text, or the keys to this view where there is none."""
        self.setFocus()
        self.text.focus_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._page.title:
            # What stands in here is dressed only after this, and takes the window's letters.
            QTimer.singleShot(0, self, self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.hasFocus():
            self._ask_to_write(self._page.current)
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Choose the largest letters that fit, without the cards if need be, then scroll."""
        if self.width() < 2 or self.fields is not None:
            return
        self.text.begin_fit(self._px(CAPTION))
        sizes = [self._px(points) for points in SIZES]
        if sum(len(one.text) for one in self._page.passages) > SURELY_LONG:
            self._size, cards = sizes[-1], False
        else:
            self._size, cards = self._choose(sizes)
        self._place_cards(cards)
        self.layout().activate()
        self.text.settle()

    def _choose(self, sizes: list[int]) -> tuple[int, bool]:
        """Return the largest size that fits, and whether the cards do, too."""
        wanted = bool(self._page.cards)
        best, _ = fit_size(self.text.height_at, self._room(wanted), sizes, self._size)
        if not wanted or best >= self._px(WITH_CARDS):
            return best, wanted
        best, _ = fit_size(self.text.height_at, self._room(False), sizes, best)
        return best, False

    def _dress(self) -> None:
        self._resize_letters()
        if self.fields is not None:
            self.fields.set_letters(self._px(LEAST))
        self.fit()

    def _place_cards(self, shown: bool) -> None:
        """Let the cards follow the text, with as much of theirs as there is room for."""
        height = self.text.height_at(self._size) + 2
        free = self._room(False) - height - 2 * self._column.spacing()
        for card in self._cards:
            card.setVisible(shown and bool(card.text()))
            if shown:
                card.set_room(free)
        self._filler.setVisible(shown)
        self.text.hold_height(height if shown else 0)

    def _refit(self) -> None:
        """Fit what is written at once; its marks come with the next page."""
        if self._size:
            self.fit()

    def _room(self, cards: bool) -> float:
        """Return how high the text may be."""
        margins = self._column.contentsMargins()
        taken = (
            self._head.minimumHeight()
            + self.foot.minimumHeight()
            + margins.top()
            + margins.bottom()
        )
        if not self._caption.isHidden():
            taken += self._caption.sizeHint().height() + self._column.spacing()
        if cards:
            taken += self._cards[0].least_height() + 3 * self._column.spacing()
        return self.height() - taken - 4

    def _px(self, points: float) -> int:
        return pixels(points, self.width(), self.height())

    def _resize_letters(self) -> None:
        scale = min(self.width() / 1280, self.height() / 720)
        side = round(_SIDE * scale)
        self._head.set_sizes(self.width(), scale, side, self._px)
        self.foot.set_sizes(scale, side, self._px)
        self._column.setContentsMargins(side, round(24 * scale), side, round(14 * scale))
        self._column.setSpacing(round(10 * scale))
        self._cards_row.setSpacing(round(26 * scale))
        self._cards_row.setContentsMargins(0, self._column.spacing(), 0, 0)
        self._caption.set_sizes(scale, self._px)
        for card in self._cards:
            card.set_sizes(self._px)

    def _ask_to_write(self, place: int) -> None:
        if self._writable:
            self.writing_requested.emit(place)

    def _add_keys(self) -> None:
        # Not as keys that are pressed: a text takes those of Alt for letters.
        for place in range(_SUBJECTS):
            add_key(self, f"Alt+{place + 1}", partial(self.subject_requested.emit, place))
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            add_key(self, keys, partial(self.step_requested.emit, step))

    def _arrange(self) -> None:
        self._cards_row = QHBoxLayout()
        for card in self._cards:
            self._cards_row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
            card.hide()
        self._filler = QWidget()
        self._filler.hide()
        self._column = QVBoxLayout()
        self._column.addWidget(self._caption)
        self._column.addWidget(self.text, 1)
        self._column.addLayout(self._cards_row)
        self._column.addWidget(self._filler, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._column, 1)
        whole.addWidget(self.foot)

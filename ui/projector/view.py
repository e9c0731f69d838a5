"""A page as the room sees it: a head, large letters that fit themselves, cards and a foot."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.words import Words
from ui.common.form import Form
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.look import set_look
from ui.common.wrapping import break_lines
from ui.projector.body import (
    RoomEditor,
    RoomReader,
    cut_no_line,
    look_at,
    mark_added,
    set_letters,
    show_whole_lines,
)
from ui.projector.card import ANY_WIDTH, RoomCard, write_large
from ui.projector.fitting import (
    CAPTION,
    CARD,
    SIZES,
    TITLE,
    WITH_CARDS,
    fit_size,
    pixels,
)
from ui.projector.page import Passage, RoomPage

_SIDE, _HEAD, _FOOT = 44, 72, 45


class RoomView(QWidget):
    """Shows pages, on the second display or in the window.

    Args:
        writable: whether a page of one text can be written in; never on the second display.

    Signals:
        edited(str, str, object), left(str, str): a commitment's text was written, or left.
        step_requested(int): the section before (-1) or behind (1) is wanted.
        closed(): Escape was pressed.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, words: Words, writable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words("projector.room"))
        self._words = words
        self._page = RoomPage("")
        self._writable = writable
        self._size = 0
        self._title, self._note = PlainLabel(wraps=False), PlainLabel(wraps=False)
        self._caption = ElidedLabel()
        self._facts, self._time = ElidedLabel(), PlainLabel(wraps=False)
        self._keys = PlainLabel(words("projector.keys"), wraps=False)
        self._keys.setObjectName("roomKeys")
        self.editor = RoomEditor(words("projector.text"))
        self.reader = RoomReader(words("projector.text"))
        self._cards = [RoomCard(), RoomCard()]
        self._form = Form(self)
        self._form.add("text", self.editor)
        self._form.edited.connect(lambda key, _, value: self.edited.emit(*key.split("/"), value))
        self._form.left.connect(lambda key, _: self.left.emit(*key.split("/")))
        self.editor.textChanged.connect(self._refit)
        self._arrange()

    def show_page(self, page: RoomPage) -> None:
        """Show a page; what is written at the moment keeps its caret."""
        self._page = page
        self._note.setText(page.note)
        self._fit_title()
        self._facts.setText("        ".join(page.facts))
        for card, passage in zip(self._cards, (*page.cards, None, None), strict=False):
            card.show_passage(passage)
        if self._edits():
            key = f"{page.record_id}/{page.field}"
            self._form.show_record(key, {"text": page.passages[0].text})
            self._body.setCurrentWidget(self.editor)
        else:
            self._body.setCurrentWidget(self.reader)
        single = len(page.passages) == 1
        self._caption.setText(page.passages[0].caption if single else "")
        self._caption.setVisible(single and bool(page.passages[0].caption))
        self.fit()

    def show_time(self, time: str) -> None:
        """Show the time of day at the foot."""
        self._time.setText(time)

    def show_problem(self, problem: str) -> None:
        """Say in the keys' place what the one who writes has to know; "" takes it away."""
        self._keys.setText(problem or self._words("projector.keys"))
        set_look(self._keys, "problem", bool(problem))

    def page(self) -> RoomPage:
        """Return what is shown."""
        return self._page

    def letters(self) -> int:
        """Return how large the page's own letters are, in pixels."""
        return self._size

    def focus_start(self) -> None:
        """Put the caret into the text, or the keys to this view where there is none."""
        self.setFocus()
        if self._edits():
            self.editor.setFocus()
            look_at(self.editor, self._page.caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_letters()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._page.title:
            self._resize_letters()
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_requested.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Choose the largest letters that fit, without the cards if need be, then scroll."""
        if not self._page.passages or self.width() < 2:
            return
        body = self.editor if self._edits() else self.reader
        if body is self.reader:
            single = len(self._page.passages) == 1
            texts = [Passage("", self._page.passages[0].text)] if single else self._page.passages
            self.reader.show_passages(texts, self._px(CAPTION))
        sizes = [self._px(points) for points in SIZES]
        room = self._room(bool(self._page.cards))
        best, _ = fit_size(self._height_at, room, sizes, self._size)
        cards = bool(self._page.cards) and best >= self._px(WITH_CARDS)
        if self._page.cards and not cards:
            best, _ = fit_size(self._height_at, self._room(False), sizes, best)
        for card in self._cards:
            card.setVisible(cards and bool(card.text()))
        self._size = best
        set_letters(body, best)
        self.layout().activate()
        if body is self.editor:
            show_whole_lines(body, self._body.height())
        self._mark()
        if body is self.reader:
            cut_no_line(body, self._body.height())

    def _mark(self) -> None:
        page = self._page
        if self._edits():
            mark_added(self.editor, page.passages[0].added)
            return
        spans = [
            (start + self.reader.start_of(n), end + self.reader.start_of(n))
            for n, passage in enumerate(page.passages)
            for start, end in passage.added
        ]
        mark_added(self.reader, spans)
        look_at(self.reader, self.reader.start_of(page.current) + max(0, page.caret))

    def _edits(self) -> bool:
        return self._writable and self._page.writable

    def _refit(self) -> None:
        """Fit what is written at once; its marks come with the next page."""
        if self._edits() and self._size:
            self.fit()
            self.editor.ensureCursorVisible()

    def _height_at(self, size: int) -> float:
        body = self.editor if self._edits() else self.reader
        set_letters(body, size)
        return body.document().documentLayout().documentSize().height()

    def _room(self, cards: bool) -> float:
        """Return how high the text may be."""
        taken = self._head.height() + self._foot.height() + 2 * self._column.contentsMargins().top()
        if not self._caption.isHidden():
            taken += self._caption.sizeHint().height() + self._column.spacing()
        if cards:
            taken += self._cards[0].wanted_height() + self._column.spacing()
        return self.height() - taken - 4

    def _fit_title(self) -> None:
        """Write the title in one line, or smaller in two."""
        margins = self._head_row.contentsMargins().left() * 2 + self._head_row.spacing()
        room = max(100, self.width() - margins - self._note.sizeHint().width())
        for points, lines in ((TITLE, 1), (CAPTION, 2)):
            write_large(self._title, self._px(points), QFont.Weight.Bold)
            broken, cut = break_lines(self._page.title, self._title.font(), room, lines)
            self._title.setText("\n".join(broken))
            if not cut:
                return

    def _px(self, points: float) -> int:
        return pixels(points, self.width(), self.height())

    def _resize_letters(self) -> None:
        scale = min(self.width() / 1280, self.height() / 720)
        self._head.setFixedHeight(round(_HEAD * scale))
        self._foot.setFixedHeight(round(_FOOT * scale))
        side = round(_SIDE * scale)
        for row in (self._head_row, self._foot_row):
            row.setContentsMargins(side, 0, side, 0)
            row.setSpacing(round(20 * scale))
        self._column.setContentsMargins(side, round(24 * scale), side, round(14 * scale))
        self._column.setSpacing(round(10 * scale))
        self._cards_row.setSpacing(round(26 * scale))
        for label, points, weight in (
            (self._note, CAPTION, QFont.Weight.Normal),
            (self._caption, CAPTION, QFont.Weight.Bold),
            (self._facts, CAPTION, QFont.Weight.Normal),
            (self._time, CAPTION, QFont.Weight.Normal),
            (self._keys, CAPTION * 0.7, QFont.Weight.Normal),
        ):
            write_large(label, self._px(points), weight)
        self._fit_title()
        for card in self._cards:
            card.set_sizes(self._px(CAPTION), self._px(CARD))

    def _arrange(self) -> None:
        self._head, self._foot = QFrame(), QFrame()
        self._head.setObjectName("roomHead")
        self._note.setObjectName("roomQuiet")
        self._foot.setObjectName("roomFoot")
        self._caption.setObjectName("roomCaption")
        self._head_row, self._foot_row = QHBoxLayout(self._head), QHBoxLayout(self._foot)
        self._title.setSizePolicy(ANY_WIDTH, QSizePolicy.Policy.Preferred)
        self._head_row.addWidget(self._title, 1)
        self._head_row.addWidget(self._note)
        self._foot_row.addWidget(self._facts, 1)
        if self._writable:
            self._foot_row.addWidget(self._keys)
        self._foot_row.addWidget(self._time)
        self._body = QStackedWidget()
        self._body.addWidget(self.reader)
        self._body.addWidget(self.editor)
        self._cards_row = QHBoxLayout()
        for card in self._cards:
            self._cards_row.addWidget(card, 1)
            card.hide()
        self._column = QVBoxLayout()
        self._column.addWidget(self._caption)
        self._column.addWidget(self._body, 1)
        self._column.addLayout(self._cards_row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._column, 1)
        whole.addWidget(self._foot)

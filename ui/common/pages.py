"""Pages as they will be printed, painted only as far as they are looked at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from resources.words import Words
from ui.common.theme import current_theme

_GAP = 14
_MOST_WIDTH = 900
_BAR = 4


@dataclass(frozen=True)
class PagePart:
    """A part of a page from one edge to the other: `top` and `bottom` are shares of its height."""

    page: int
    top: float
    bottom: float


class Page(QFrame):
    """One sheet of paper; it asks for its picture when it is painted without one.

    Signals:
        wanted: it is in view and has no picture, or none of its size, or an old one.
    """

    wanted = Signal()

    def __init__(self, points: tuple[float, float], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.points = points
        self._image = QImage()
        self._marked: tuple[float, float] | None = None
        # The width that was asked for, so that it is asked once.
        self._asked = 0.0

    def set_width(self, width: int) -> None:
        """Fit the sheet to a width in pixels."""
        across, down = self.points
        # A landscape sheet is as wide as the room, a portrait one no wider than reads well.
        width = min(width, _MOST_WIDTH if across <= down else int(_MOST_WIDTH * 1.3))
        self.setFixedSize(QSize(width, round(width * down / across)))

    def set_points(self, points: tuple[float, float]) -> None:
        """Become a sheet of another form."""
        if points != self.points:
            self.points = points
            self._image = QImage()

    def make_old(self) -> None:
        """Ask for another picture when it is painted next; until then it shows the old one."""
        self._asked = 0.0
        self.update()

    def mark(self, part: tuple[float, float] | None) -> None:
        """Set a part off by a bar at its side."""
        if part != self._marked:
            self._marked = part
            self.update()

    def show_image(self, image: QImage) -> None:
        """Show the page's picture."""
        self._image = image
        self._asked = float(image.width())
        self.update()

    def device_width(self) -> float:
        """Return how wide its picture has to be."""
        return self.width() * self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        if self._marked is not None:
            top, bottom = (share * self.height() for share in self._marked)
            painter.fillRect(
                QRectF(0, top, _BAR, max(bottom - top, _BAR)), current_theme().colour("accent")
            )
        if abs(self._asked - self.device_width()) > self.devicePixelRatioF():
            self._asked = self.device_width()
            self.wanted.emit()


class PagesView(QScrollArea):
    """A document's pages below each other. Page Up, Page Down, Home and End go through them.

    Signals:
        image_wanted(int, float): the page (from 0) and its width in device pixels.
        page_changed(int): another page (from 0) is the first that is looked at.
    """

    image_wanted = Signal(int, float)
    page_changed = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._pages: list[Page] = []
        self._first = -1
        self.setAccessibleName(words("documents_screen.preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Coming and going it would make the pages wider and narrower.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._ground = QWidget()
        self._ground.setProperty("role", "desk")
        self.setWidget(self._ground)
        self.verticalScrollBar().valueChanged.connect(self._note_first)

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document whose pages have these sizes (in points), from its first page."""
        for page in self._pages:
            page.show_image(QImage())
        self.renew_pages(sizes)
        self.verticalScrollBar().setValue(0)

    def renew_pages(self, sizes: Sequence[tuple[float, float]], same: Collection[int] = ()) -> None:
        """Show a newer state of the same document, where the person is in it.

        Pages keep their pictures until the newer ones have come; those in `same` for good.
        """
        for page in self._pages[len(sizes) :]:
            page.hide()
            page.deleteLater()
        del self._pages[len(sizes) :]
        for index, size in enumerate(sizes):
            if index == len(self._pages):
                self._add_page(size)
            page = self._pages[index]
            page.set_points(size)
            page.setAccessibleName(self._words("documents_screen.page", n=index + 1, of=len(sizes)))
            if index not in same:
                page.make_old()
        self._fit()
        self._note_first()

    def show_image(self, index: int, image: QImage) -> None:
        """Show a page's picture, which was asked for."""
        if index < len(self._pages):
            self._pages[index].show_image(image)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    def first_page(self) -> int:
        """Return the first page that is looked at, -1 for none."""
        return self._first

    def pages_in_view(self) -> dict[int, float]:
        """Return the pages that are looked at (from 0), with their widths in device pixels."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return {
            index: page.device_width()
            for index, page in enumerate(self._pages)
            if page.y() + page.height() > top and page.y() < bottom
        }

    def mark(self, parts: Sequence[PagePart]) -> None:
        """Set parts of pages off by a bar at their side, and nothing else."""
        marked = {part.page: (part.top, part.bottom) for part in parts}
        for index, page in enumerate(self._pages):
            page.mark(marked.get(index))

    def reveal(self, part: PagePart) -> None:
        """Scroll as little as it takes to see a part of a page, with some room around it."""
        if part.page >= len(self._pages):
            return
        page, room = self._pages[part.page], self.viewport().height()
        top = page.y() + round(part.top * page.height()) - _GAP
        bottom = page.y() + round(part.bottom * page.height()) + _GAP
        bar = self.verticalScrollBar()
        if bottom > bar.value() + room:
            bar.setValue(min(bottom - room + room // 4, max(top, bottom - room)))
        if top < bar.value():
            bar.setValue(top - room // 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[event.key()])
        else:
            super().keyPressEvent(event)

    def _add_page(self, size: tuple[float, float]) -> None:
        page, index = Page(size, self._ground), len(self._pages)
        page.wanted.connect(lambda: self.image_wanted.emit(index, page.device_width()))
        self._pages.append(page)
        page.show()

    def _fit(self) -> None:
        """Give every page its width and place, at once, so that one can scroll to any of them."""
        bar, room = self.verticalScrollBar(), self.viewport()
        place, before = bar.value() / max(1, self._ground.height()), self._ground.width()
        top = _GAP
        for page in self._pages:
            page.set_width(room.width() - 2 * _GAP)
            page.move((room.width() - page.width()) // 2, top)
            top += page.height() + _GAP
        self._ground.resize(room.width(), max(top, room.height()))
        if before != room.width():
            # What was looked at stays in view when pages become wider or narrower.
            bar.setValue(round(place * self._ground.height()))

    def _note_first(self) -> None:
        first = next(iter(self.pages_in_view()), 0 if self._pages else -1)
        if first != self._first:
            self._first = first
            self.page_changed.emit(first)

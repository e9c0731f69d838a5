"""Pages as they will be printed, painted only as far as they are looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from resources.words import Words

_GAP = 14
_MOST_WIDTH = 900


class Page(QFrame):
    """One sheet of paper; it asks for its picture when it is painted for the first time.

    Signals:
        wanted: it is in view and has no picture for its size.
    """

    wanted = Signal()

    def __init__(self, points: tuple[float, float], name: str) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self._points = points
        self._image = QImage()

    def set_width(self, width: int) -> None:
        """Fit the sheet to a width in pixels."""
        across, down = self._points
        # A landscape sheet is as wide as the room, a portrait one no wider than reads well.
        width = min(width, _MOST_WIDTH if across <= down else int(_MOST_WIDTH * 1.3))
        self.setFixedSize(QSize(width, round(width * down / across)))

    def show_image(self, image: QImage) -> None:
        """Show the page's picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        ratio = self.devicePixelRatioF()
        if abs(self._image.width() - self.width() * ratio) > ratio:
            self.wanted.emit()


class Preview(QScrollArea):
    """A document's pages below each other. Page Up, Page Down, Home and End go through them.

    Signals:
        image_wanted(int, float): the page (from 0) and its width in device pixels.
    """

    image_wanted = Signal(int, float)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._pages: list[Page] = []
        self.setAccessibleName(words("documents_screen.preview"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground = QWidget()
        self._ground.setProperty("role", "desk")
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._ground)

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document whose pages have these sizes (in points), from its first page."""
        for page in self._pages:
            self._column.removeWidget(page)
            page.deleteLater()
        self._pages = []
        for index, size in enumerate(sizes):
            page = Page(size, self._words("documents_screen.page", n=index + 1, of=len(sizes)))
            page.wanted.connect(lambda i=index: self._ask(i))
            self._pages.append(page)
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_image(self, index: int, image: QImage) -> None:
        """Show a page's picture, which was asked for."""
        if index < len(self._pages):
            self._pages[index].show_image(image)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

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

    def _fit(self) -> None:
        for page in self._pages:
            page.set_width(self.viewport().width() - 2 * _GAP)

    def _ask(self, index: int) -> None:
        page = self._pages[index]
        self.image_wanted.emit(index, page.width() * page.devicePixelRatioF())

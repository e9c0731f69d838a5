"""The minutes as they would be printed now, beside what is being written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton, IconButton
from ui.common.labels import Line, PlainLabel
from ui.common.pages import PagePart, PagesView


class MinutesPreview(QWidget):
    """Shows pages that follow the writing; the person stays where they look.

    Signals:
        image_shown(int): a page (from 0) has a newer picture.
        image_wanted(int, float): a page (from 0) and its width in device pixels.
        finalisation_requested(): these minutes shall become final.
        closed(): the person has seen enough.
    """

    image_wanted = Signal(int, float)
    image_shown = Signal(int)
    finalisation_requested = Signal()
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._parts: Mapping[str, Sequence[PagePart]] = {}
        self._point = ""
        self._marked: tuple[PagePart, ...] = ()
        self.pages = PagesView(words)
        self.pages.setAccessibleName(words("meetings.preview.name"))
        self.pages.image_wanted.connect(self.image_wanted)
        self.pages.page_changed.connect(lambda _: self._count())
        self._place = PlainLabel("", "small", wraps=False)
        self._sign = PlainLabel("", "small", wraps=False)
        self._text = PlainLabel(words("documents_screen.rendering"), "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setContentsMargins(20, 0, 20, 0)
        self._fault = PlainLabel("", "problem")
        self._fault.setContentsMargins(13, 8, 13, 8)
        self._fault.hide()
        self._panes = QStackedWidget()
        self._panes.addWidget(self._text)
        self._panes.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(Line())
        column.addWidget(self._fault)
        column.addWidget(self._panes, 1)

    def begin(self) -> None:
        """Say that the pages of a meeting are on their way."""
        self._parts, self._point, self._marked = {}, "", ()
        self._fault.hide()
        self._text.setText(self._words("documents_screen.rendering"))
        self._panes.setCurrentWidget(self._text)
        self.pages.show_pages(())
        self._count()

    def show_pages(
        self,
        sizes: Sequence[tuple[float, float]],
        parts: Mapping[str, Sequence[PagePart]],
        same: Collection[int] = (),
    ) -> None:
        """Show the newest pages; `parts` says by id where each point stands on them.

        `same` are the pages that look as they did.
        """
        self._parts = parts
        self._fault.hide()
        self.pages.renew_pages(sizes, same)
        self._panes.setCurrentWidget(self.pages)
        self._mark(self._point)
        self._count()

    def show_image(self, index: int, image: QImage) -> None:
        """Show a page's picture."""
        self.pages.show_image(index, image)
        self.image_shown.emit(index)

    def show_behind(self, behind: bool) -> None:
        """Say whether something was written that the pages don't show yet."""
        self._sign.setText(self._words("meetings.preview.behind") if behind else "")

    def is_behind(self) -> bool:
        """Tell whether something was written that the pages don't show yet."""
        return bool(self._sign.text())

    def show_fault(self, sentence: str) -> None:
        """Say why there are no newer pages; those of before stay."""
        if self._panes.currentWidget() is self.pages:
            self._fault.setText(sentence)
            self._fault.show()
        else:
            self._text.setText(sentence)

    def show_finalise(self, text: str) -> None:
        """Word the button that makes the minutes final."""
        self._finalise.setText(text)
        self._finalise.setVisible(bool(text))

    def follow_point(self, point_id: str) -> None:
        """Mark the point that is being written and keep its end in view; "" for none."""
        if point_id != self._point:
            self._mark(point_id)

    def _mark(self, point_id: str) -> None:
        parts = tuple(self._parts.get(point_id, ()))
        moved = (point_id, parts) != (self._point, self._marked)
        self._point, self._marked = point_id, parts
        self.pages.mark(parts)
        # Who reads elsewhere is not called back by each letter.
        if parts and moved and not self.pages.hasFocus():
            self.pages.reveal(parts[-1])

    def _count(self) -> None:
        count, first = self.pages.page_count(), self.pages.first_page()
        named = self._words("documents_screen.page", n=first + 1, of=count) if count else ""
        self._place.setText(named)

    def _build_head(self) -> QWidget:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(13, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._sign)
        self._finalise = GhostButton("", "lock")
        self._finalise.clicked.connect(lambda _=False: self.finalisation_requested.emit())
        self._finalise.hide()
        row.addWidget(self._finalise)
        close = IconButton(self._words("meetings.preview.close"), "x")
        close.clicked.connect(lambda _=False: self.closed.emit())
        row.addWidget(close)
        return ground

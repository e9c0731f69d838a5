"""A ground that is as high as what it holds, up to a limit, and scrolls beyond it."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal

from ui.common.scroll import ScrollColumn


class FittingScroll(ScrollColumn):
    """As high as the texts in it where there is room, else scrolled.

    Args:
        least, most: its height in pixels; no more than what it holds, whatever `least` says.
        frame: what its own frame takes of the height.
        grows: whether it asks the window around for all its height; Qt would ask for the least.

    Attributes:
        is_fitted: whether it knows its height yet.

    Signals:
        fitted(): its height may be other than before.
    """

    fitted = Signal()

    def __init__(
        self, least: int, most: int | None = None, frame: int = 2, grows: bool = False
    ) -> None:
        super().__init__()
        self._least = least
        self._most = most
        self._frame = frame
        self._grows = grows
        self.is_fitted = False
        self.widget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.maximumHeight()) if self.is_fitted and self._grows else hint

    def _fit(self) -> None:
        wanted = self.widget().sizeHint().height() + self._frame
        most = min(wanted, self._most) if self._most else wanted
        if most != self.maximumHeight():
            self.setMinimumHeight(min(self._least, most))
            self.setMaximumHeight(most)
            self.is_fitted = True
            self.updateGeometry()
            self.fitted.emit()

"""Icons: the bundled drawings in a colour of the theme, crisp at the screen's own resolution."""

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QLabel, QWidget

from resources import FOLDER
from ui.common.theme import current_theme


def icon(name: str, colour: str = "text", size: int = 18) -> QIcon:
    """Return a drawing of resources/icons as an icon.

    Args:
        name: the file's name without its ending, for instance "file-text".
        colour: a token of the theme ("muted", "accent_text") or a colour like "#0b6e5f".
        size: the side in logical pixels.

    An icon keeps its colour: ask again in `changeEvent` (StyleChange) when the theme changes;
    the buttons of ui.common.buttons do so themselves.
    """
    return QIcon(icon_pixmap(name, colour, size))


def icon_pixmap(name: str, colour: str = "text", size: int = 18) -> QPixmap:
    """Return the same drawing as a picture."""
    hex_colour = current_theme().colours.get(colour, colour)
    ratio = _pixel_ratio()
    key = f"rembuk:{name}:{hex_colour}:{size}:{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _draw(name, hex_colour, round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _pixel_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _draw(name: str, colour: str, side: int) -> QPixmap:
    # Here and not above: a program without a window, or before its first icon, need not pay.
    from PySide6.QtSvg import QSvgRenderer

    drawing = (FOLDER / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


class IconLabel(QLabel):
    """A drawing beside words, which follows the theme; it says nothing to a screen reader."""

    def __init__(
        self, name: str, colour: str = "muted", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawing = (name, colour, size)
        self.setFixedSize(size, size)
        self.setPixmap(icon_pixmap(*self._drawing))

    def set_icon(self, name: str, colour: str) -> None:
        """Show another drawing of the same size."""
        self._drawing = (name, colour, self._drawing[2])
        self.setPixmap(icon_pixmap(*self._drawing))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.setPixmap(icon_pixmap(*self._drawing))

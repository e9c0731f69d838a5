"""How large letters are, and what grows with them: every size on the screen that holds words."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

TYPE_SIZES = (100, 125, 150)
"""The sizes to choose from, in percent."""
_PROPERTY = "rembuk_type_size"
_SCALE = "rembuk_scale"


def type_size() -> int:
    """Return the size that the person chose, in percent."""
    app = QApplication.instance()
    return (app.property(_PROPERTY) if app else None) or TYPE_SIZES[0]


def set_type_size(app: QApplication, percent: int) -> None:
    """Let `px` count in another size; ui.common.theme dresses the windows anew."""
    app.setProperty(_PROPERTY, percent if percent in TYPE_SIZES else TYPE_SIZES[0])


def set_scale(widget: QWidget, scale: float) -> None:
    """Let `px` count so many times larger in a part of a window; ui.common.theme dresses it."""
    widget.setProperty(_SCALE, scale)


def px(length: int, where: QWidget | None = None) -> int:
    """Return a length in pixels that holds letters, at the chosen size; given at 100 %.

    `where` is a widget that may stand in a part of its window that is written larger.
    """
    return round(length * type_size() * _scale_at(where) / 100)


def sized(
    font: QFont,
    size: int = 0,
    weight: QFont.Weight = QFont.Weight.Normal,
    where: QWidget | None = None,
) -> QFont:
    """Return letters like these, of a size given at 100 % (0: as they are), for what is painted."""
    made = QFont(font)
    made.setWeight(weight)
    if size:
        made.setPixelSize(px(size, where))
    return made


def _scale_at(widget: QWidget | None) -> float:
    while widget is not None:
        scale = widget.property(_SCALE)
        if scale:
            return scale
        widget = widget.parentWidget()
    return 1


def hold(widget: QWidget, **sizes: int) -> None:
    """Give a widget sizes that follow the letters, given at 100 %.

    The names are Qt's: `fixedWidth`, `fixedHeight`, `minimumWidth`, `maximumWidth` …
    """
    found = widget.findChild(_Holder, options=Qt.FindChildOption.FindDirectChildrenOnly)
    holder = found if found is not None else _Holder(widget)
    holder.set_sizes(sizes)


class _Holder(QObject):
    """Gives its parent its sizes anew whenever the letters may have changed."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._sizes: dict[str, int] = {}
        widget.installEventFilter(self)

    def set_sizes(self, sizes: dict[str, int]) -> None:
        self._sizes = sizes
        self._resize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self._resize()
        return False

    def _resize(self) -> None:
        for name, length in self._sizes.items():
            getattr(self._widget, f"set{name[0].upper()}{name[1:]}")(px(length, self._widget))

"""The way that Tab goes, where widgets come and go."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(root: QWidget) -> None:
    """Let Tab go through a widget as its layouts stand; Qt alone goes by the time of making.

    The first stop keeps its place among what is outside.
    """
    for one, next_one in pairwise(list(tab_stops(root))):
        QWidget.setTabOrder(one, next_one)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside a widget, itself included, as its layouts stand."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        held = item.widget() if item is not None else None
        if inner is not None:
            yield from _stops_in(inner)
        elif held is not None:
            yield from tab_stops(held)

"""The way that Tab goes, where widgets come and go."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(root: QWidget) -> None:
    """Let Tab go through a widget as its layouts stand; Qt alone goes by the time of making.

    A field of several widgets comes right before the one that it leads to: from any other place
    it would lead Tab there once more. Qt moves it only while it leads nowhere.
    """
    stops = list(tab_stops(root))
    fields = [(one, one.focusProxy(), one.focusPolicy()) for one in _fields_of_several(root)]
    for field, _, _ in fields:
        field.setFocusProxy(None)
        field.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    leading = {inner: field for field, inner, _ in fields}
    way = [one for stop in stops for one in (leading.get(stop), stop) if one is not None]
    for one, next_one in pairwise(way):
        QWidget.setTabOrder(one, next_one)
    for field, inner, policy in fields:
        # In this order: with its inner widget set, a field would hand its policy on to it.
        field.setFocusPolicy(policy)
        field.setFocusProxy(inner)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside a widget, itself included, as its layouts stand."""
    for one in _within(widget):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            yield one


def _fields_of_several(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that hand the focus on to one inside them."""
    return (one for one in _within(root) if one is not root and one.focusProxy() is not None)


def _within(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        held = item.widget() if item is not None else None
        if inner is not None:
            yield from _in_layout(inner)
        elif held is not None:
            yield from _within(held)

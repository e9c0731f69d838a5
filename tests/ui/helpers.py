"""What tests of windows ask again and again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QScrollArea, QWidget


def accessible_name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def unnamed(widget: QWidget) -> list[str]:
    """List the widgets that take the focus and have no name."""
    takers = [one for one in [widget, *widget.findChildren(QWidget)] if _takes_focus(one)]
    return [
        f"{type(one).__name__} {one.objectName()}" for one in takers if not accessible_name(one)
    ]


def assert_all_named(widget: QWidget) -> None:
    """Fail unless everything that takes the focus has a name for the screen reader."""
    assert unnamed(widget) == []


def named(widget: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Find the visible widget that a screen reader calls so."""
    found = [
        one for one in widget.findChildren(kind) if one.isVisible() and accessible_name(one) == name
    ]
    assert found, f"nothing is called {name!r}"
    return found[0]


def focused() -> QWidget:
    """Return the widget with the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, QScrollArea | QMenu) or not widget.isVisible():
        return False
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    # The inner part of a scroll area or a combo box speaks through its owner.
    owner = widget.parentWidget()
    if isinstance(owner, QAbstractScrollArea) and owner.viewport() is widget:
        return False
    # Asked last: PySide takes a focus proxy for a child of whoever is asked. A table's head is
    # the proxy of its own viewport; two wrappers that own each other are collected, head and all.
    return widget.focusProxy() is None

"""A list that goes on at its end, like a discussion: what came last stays in view."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView


class EndInView:
    """Keeps the end of a list in view while its size changes, until somebody scrolls up.

    Args:
        busy: tells whether something else decides what is in view.
    """

    def __init__(self, view: QAbstractItemView, busy: Callable[[], bool]) -> None:
        self._bar = view.verticalScrollBar()
        self._busy = busy
        self._at_end = True
        self._bar.valueChanged.connect(self._note)
        self._bar.rangeChanged.connect(lambda _, end: self._follow(end))

    def note_wanted(self) -> None:
        """Keep the end in view from now on."""
        self._at_end = True

    def _note(self, value: int) -> None:
        self._at_end = value >= self._bar.maximum() - 2

    def _follow(self, end: int) -> None:
        if self._at_end and not self._busy():
            self._bar.setValue(end)

"""Lists and tables dressed alike."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView


def prepare_list(view: QListView, label: str) -> None:
    """Name a list and fit it into a card without a frame; call it before it gets a model."""
    _prepare(view, label)
    view.setUniformItemSizes(False)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def prepare_table(view: QTableView, label: str) -> None:
    """Name a table, with left-aligned heads and wrapped cells; call it before it gets a model."""
    _prepare(view, label)
    view.verticalHeader().hide()
    view.setWordWrap(True)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    head = view.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setStretchLastSection(True)


def _prepare(view: QAbstractItemView, label: str) -> None:
    view.setAccessibleName(label)
    view.setProperty("quiet", True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    # Else a list that scrolls before it is shown keeps the heights of undressed rows.
    view.ensurePolished()

"""Rows are put in order with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.common.row_drag import RowDrag
from ui.common.row_list import Row, RowList


@pytest.fixture
def rows(show):
    view = RowList("Daftar")
    view.set_rows([Row(key, key) for key in "abcd"])
    view.resize(240, 400)
    show(view)
    drag = RowDrag(view)
    view.drops, view.opens = [], []
    drag.dropped.connect(lambda *move: view.drops.append(move))
    view.opened.connect(view.opens.append)
    return view


def mouse(view, kind, at: QPoint, buttons=Qt.MouseButton.LeftButton) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    place = QPointF(at)
    event = QMouseEvent(
        kind, place, view.viewport().mapToGlobal(place), button, buttons,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def middle(view, row: int, lower: bool = False) -> QPoint:
    rect = view.visualRect(view.model().index(row, 0))
    return rect.center() + QPoint(0, rect.height() // 4 * (1 if lower else -1))


def drag(view, row: int, to: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, middle(view, row))
    mouse(view, QEvent.Type.MouseMove, to)
    mouse(view, QEvent.Type.MouseButtonRelease, to, Qt.MouseButton.NoButton)


def test_a_row_is_dropped_before_or_behind_another(rows):
    drag(rows, 0, middle(rows, 2, lower=True))
    drag(rows, 3, middle(rows, 1))
    assert (rows.drops, rows.opens) == ([(0, 3), (3, 1)], [])


def test_below_the_last_means_last_and_its_own_place_means_nothing(rows):
    drag(rows, 1, QPoint(40, 390))
    drag(rows, 1, middle(rows, 1, lower=True))
    drag(rows, 2, middle(rows, 1, lower=True))
    assert rows.drops == [(1, 4)]


def test_a_click_stays_a_click(rows):
    at = middle(rows, 1)
    mouse(rows, QEvent.Type.MouseButtonPress, at)
    mouse(rows, QEvent.Type.MouseMove, at + QPoint(1, 1))
    mouse(rows, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)
    assert (rows.drops, rows.opens) == ([], ["b"])

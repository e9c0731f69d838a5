"""The list of points by itself: what stays current, what the pointer finds, what stays in view."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from db.snapshot import MeetingDossier
from resources.words import Words
from tests.ui.meeting.test_point_rows import dossier, point
from ui.meeting.point_list import PointList
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_rows import build_rows

HAND, ARROW = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor


class Shown:
    """A list in its window, and the points that it shows."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.list = PointList(words)
        self.list.resize(600, 240)

    def points(self, *points) -> None:
        shown: MeetingDossier = dossier(*points)
        self.list.show_rows(
            build_rows(self.words, shown), PointChoices(self.words, shown, known=())
        )

    def selected(self) -> list[str]:
        chosen = self.list.selectedIndexes()
        rows = self.list.point_rows()
        return [rows[place].point.text for place in sorted(index.row() for index in chosen)]

    def select(self, *places: int) -> None:
        model = self.list.selectionModel()
        for place in places:
            flag = QItemSelectionModel.SelectionFlag.Select
            model.select(self.list.model().index(place, 0), flag)

    def chip(self, place: int) -> QPoint:
        rect = self.list.visualRect(self.list.model().index(place, 0))
        return QPoint(rect.right() - 20, rect.top() + 15)


@pytest.fixture
def shown(indonesian: Words, show) -> Shown:
    made = Shown(indonesian)
    show(made.list)
    return made


def test_other_rows_leave_the_current_and_the_selected_points_as_they_were(shown: Shown) -> None:
    one, two, three, four = (point(text) for text in ("satu", "dua", "tiga", "empat"))
    shown.points(one, two, three, four)
    shown.list.set_current(three.id)
    shown.select(1)
    shown.points(point("nol"), one, two, three, four)
    assert (shown.list.current_id(), shown.selected()) == (three.id, ["dua", "tiga"])
    shown.points(one, two, four)
    assert shown.list.current_id() == four.id, "what comes in the place of a point that is gone"
    shown.points(one)
    assert shown.list.current_id() == one.id


def test_the_edited_point_is_let_go_of_when_it_is_gone(shown: Shown) -> None:
    one, two = point("satu"), point("dua")
    shown.points(one, two)
    shown.list.editing.begin(two.id, 1)
    assert (shown.list.editor.text.value(), shown.list.editor.text.caret()) == ("dua", 1)
    other = two.model_copy(update={"text": "dua, lagi"})
    shown.points(point("nol"), one, other)
    assert shown.list.editor.isVisible()
    assert shown.list.editor.geometry() == shown.list.visualRect(shown.list.model().index(2, 0))
    shown.points(one)
    assert shown.list.editor.isHidden()
    assert QApplication.focusWidget() is shown.list


def moved(ground: QWidget, at: QPoint) -> QMouseEvent:
    """Return that the pointer has come here; where it really is, other tests have left it."""
    button, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(at)
    kind = QEvent.Type.MouseMove
    return QMouseEvent(kind, place, ground.mapToGlobal(place), button, button, none)


def test_the_pointer_learns_what_the_chip_of_a_question_does(shown: Shown) -> None:
    shown.points(point("Kapan?", kind="question"), point("Siapa?"))
    tips = []
    for at in (shown.chip(0) - QPoint(300, 0), shown.chip(0)):
        ground = shown.list.viewport()
        QApplication.sendEvent(ground, moved(ground, at))
        shape = ground.cursor().shape()
        QApplication.sendEvent(ground, QHelpEvent(QEvent.Type.ToolTip, at, ground.mapToGlobal(at)))
        tips.append((shape, QToolTip.text()))
    label = shown.words("points.asks.question")
    assert tips == [(ARROW, ""), (HAND, f"{label} (Alt+T)")]


def test_what_was_said_last_stays_in_view_unless_somebody_reads_further_up(shown: Shown) -> None:
    shown.points(*(point(f"butir {n}") for n in range(30)))
    bar = shown.list.verticalScrollBar()
    shown.list.scroll_to_end()
    shown.list.resize(600, 160)
    QApplication.processEvents()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(40)
    shown.list.resize(600, 120)
    QApplication.processEvents()
    assert bar.value() == 40


def test_a_point_that_grows_at_the_foot_of_the_list_stays_in_view(shown: Shown) -> None:
    points = [point(f"butir {number}") for number in range(12)]
    shown.points(*points)
    shown.list.set_current(points[-4].id)
    place = shown.list.model().index(8, 0)
    assert shown.list.viewport().rect().contains(shown.list.visualRect(place))
    grown = points[-4].model_copy(update={"text": "Sampah dipilah di sumbernya. " * 12})
    shown.points(*points[:8], grown, *points[9:])
    QApplication.processEvents()
    assert shown.list.viewport().rect().contains(shown.list.visualRect(place))
    # Whoever looks elsewhere is left there.
    shown.list.scrollToTop()
    shown.points(*points)
    assert shown.list.verticalScrollBar().value() == 0

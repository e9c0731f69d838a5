"""What earlier meetings left open: closed, carried on and traced back by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db.following import EarlierFollowUp, FollowUpLine
from resources.words import Words
from tests.ui.helpers import assert_all_named
from ui.followups.open_list import OpenFollowUps

TODAY = "2025-03-10"
_CONTROL = Qt.KeyboardModifier.ControlModifier


def item(key: str, carried_by: str = "", **fields) -> EarlierFollowUp:
    values = {"id": key, "text": key, "meeting_id": f"m-{key}", "meeting_date": "2025-03-01"}
    return EarlierFollowUp(FollowUpLine(**(values | fields)), carried_by)


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def panel(words: Words, show, told) -> OpenFollowUps:
    made = OpenFollowUps(words)
    for name in ("close_requested", "carry_requested", "origin_requested", "point_requested"):
        getattr(made, name).connect(lambda key, name=name: told.append((name, key)))
    made.resize(300, 320)
    made.show_follow_ups([item("a", due="2025-03-07"), item("b", "p1"), item("c")], TODAY)
    show(made)
    made.list.setFocus()
    return made


def press(panel: OpenFollowUps, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel.list, key, modifier)


def test_keys_close_carry_on_and_lead_back(panel, told):
    press(panel, Qt.Key.Key_Space)
    press(panel, Qt.Key.Key_Return, _CONTROL)
    press(panel, Qt.Key.Key_Return)
    assert told == [
        ("close_requested", "a"), ("carry_requested", "a"), ("origin_requested", "m-a"),
    ]  # fmt: skip


def test_what_is_carried_on_leads_to_its_point(panel, told):
    press(panel, Qt.Key.Key_Down)
    press(panel, Qt.Key.Key_Return, _CONTROL)
    press(panel, Qt.Key.Key_Return)
    press(panel, Qt.Key.Key_Space)
    assert told == [
        ("point_requested", "p1"), ("point_requested", "p1"), ("close_requested", "b"),
    ]  # fmt: skip


def test_the_mouse_reaches_mark_arrow_and_text(panel, told):
    view = panel.list
    first = view.visualRect(view.model().index(0))
    for at in (
        QPoint(first.left() + 20, first.center().y()),
        QPoint(first.right() - 20, first.top() + 18),
        QPoint(first.left() + 60, first.center().y()),
    ):
        QTest.mouseMove(view.viewport(), at)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [name for name, _ in told] == ["close_requested", "carry_requested", "origin_requested"]


def test_the_next_one_becomes_current_when_one_is_gone(panel):
    press(panel, Qt.Key.Key_Down)
    panel.show_follow_ups([item("a"), item("c")], TODAY)
    assert panel.list.item(panel.list.current_row()).line.id == "c"
    panel.show_follow_ups([item("c"), item("a")], TODAY)
    assert panel.list.current_row() == 0
    assert panel.count() == 2


def test_a_row_tells_all_that_it_shows(panel, words: Words):
    index = panel.list.model().index(0)
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert words("follow_ups.due.late", n=3) in spoken
    assert words("follow_ups.earlier.age", n=9) in spoken
    assert_all_named(panel)


def test_nothing_open_says_so(panel, words: Words):
    panel.show_follow_ups([], TODAY)
    assert not panel.list.isVisible()
    assert panel.count() == 0


def test_hundreds_of_long_ones_open_at_once(panel, theme):
    many = [item(f"{n} " + "teks panjang " * 8_000) for n in range(300)]
    panel.show_follow_ups(many, TODAY)

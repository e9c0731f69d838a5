"""The follow-ups screen alone: what it shows and what it wishes for, by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.following import FollowUpLine
from db.overview import PlanLine
from resources.words import Words
from tests.ui.helpers import assert_all_named, focused, named
from ui.followups.model import DUE, MARK, ORIGIN, OWNER, STATE, TEXT
from ui.followups.screen import FollowUpsScreen
from ui.followups.view import FollowUpsView

TODAY = "2025-03-10"
_CONTROL = Qt.KeyboardModifier.ControlModifier


def line(key: str, **fields) -> FollowUpLine:
    values = {"id": key, "text": key, "meeting_id": "m", "plan_id": "p", "owner": "Bappeda"}
    return FollowUpLine(**(values | fields))


LINES = (
    line("c"),
    line("b", due="2025-03-20"),
    line("a", due="2025-03-01", meeting_date="2025-02-01", commitment_number=4,
         commitment_id="c4", about=("c4",), owner=""),
    line("d", status="done", closed_on="2025-03-01"),
)  # fmt: skip
PLAN = PlanLine("p", "Rencana", "RAK", "2025-01", "2026-12")


@pytest.fixture
def told() -> list[tuple]:
    return []


@pytest.fixture
def screen(words: Words, show, told) -> FollowUpsScreen:
    made = FollowUpsScreen(words)
    made.resize(1142, 600)
    table = made.table
    for signal in (
        table.choices.owner_chosen, table.state_requested, table.origin_requested,
        table.writing.edited, table.writing.left,
    ):  # fmt: skip
        signal.connect(lambda *values: told.append(values))
    made.show_follow_ups(view())
    show(made)
    table.setFocus()
    return made


def view(lines=LINES, **fields) -> FollowUpsView:
    return FollowUpsView(
        lines, TODAY, **({"plan": PLAN, "plans": [PLAN], "meetings": True} | fields)
    )


def shown(screen: FollowUpsScreen) -> list[str]:
    return [one.id for one in screen.shown()]


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def go(screen: FollowUpsScreen, row: int, column: int) -> None:
    screen.table.setCurrentIndex(screen.table.lines.index(row, column))
    screen.table.setFocus()


def test_what_is_overdue_comes_first_and_says_so(screen, words: Words, theme):
    assert shown(screen) == ["a", "b", "c"]
    due = str(screen.table.lines.index(0, DUE).data())
    assert due.endswith(words("follow_ups.due.late", n=9))
    assert screen.table.lines.index(0, STATE).data() == words("follow_ups.states.overdue")
    assert not screen.grab().isNull()
    assert_all_named(screen)


def test_enter_writes_in_the_text_and_every_letter_is_told(screen, told):
    go(screen, 1, TEXT)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "X")
    assert told == [("b", "text", "bX")]
    press(Qt.Key.Key_Return)
    assert told[1:] == [("b", "text")]
    assert focused() is screen.table
    assert screen.table.lines.lines[1].text == "bX"


def test_escape_takes_back_what_was_written(screen, told):
    go(screen, 0, DUE)
    press(Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "5/3/2025")
    press(Qt.Key.Key_Escape)
    assert told[-2:] == [("a", "due", "2025-03-01"), ("a", "due")]
    assert focused() is screen.table


def test_a_date_that_is_none_stays_to_be_mended(screen, told):
    go(screen, 0, DUE)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "31 Feb 2025")
    press(Qt.Key.Key_Return)
    assert screen.table.writing.line_id == "a"
    focused().selectAll()
    QTest.keyClicks(focused(), "12 Mei 2025")
    press(Qt.Key.Key_Tab)
    assert told[-2:] == [("a", "due", "2025-05-12"), ("a", "due")]
    assert screen.table.currentIndex().column() == STATE


def test_going_elsewhere_ends_writing(screen, told):
    go(screen, 0, TEXT)
    press(Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "!")
    screen.filters.line.setFocus()
    assert screen.table.writing.line_id == ""
    assert told[-1] == ("a", "text")


def test_an_owner_is_chosen_or_written(screen, told, words: Words):
    go(screen, 0, OWNER)
    press(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.line, "bapp")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == [("a", {"owner": "Bappeda", "owner_id": None})]
    press(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.line, "Warga RT 3")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told[1] == ("a", {"owner": "Warga RT 3", "owner_id": None})


def test_space_ticks_off_and_opens_again_and_delete_drops(screen, told):
    go(screen, 0, TEXT)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Delete)
    named(screen, screen.words("follow_ups.filters.button_spoken",
          name=screen.words("follow_ups.filters.done"), n=1)).click()  # fmt: skip
    go(screen, 0, TEXT)
    press(Qt.Key.Key_Space)
    assert told == [
        (["a"], "done"), (["a", "b"], "done"), (["a", "b"], "dropped"), (["d"], "open"),
    ]  # fmt: skip


def test_each_cell_has_its_own_work(screen, told, words: Words):
    go(screen, 0, ORIGIN)
    press(Qt.Key.Key_Return)
    go(screen, 1, TEXT)
    press(Qt.Key.Key_O, _CONTROL)
    go(screen, 1, MARK)
    press(Qt.Key.Key_Return)
    assert told == [("a",), ("b",), (["b"], "done")]
    go(screen, 2, STATE)
    press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert told[-1] == (["c"], "dropped")


def test_the_mouse_ticks_off_and_traces_back(screen, told):
    for column in (MARK, ORIGIN):
        at = screen.table.visualRect(screen.table.lines.index(1, column)).center()
        QTest.mouseMove(screen.table.viewport(), at)
        QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    at = screen.table.visualRect(screen.table.lines.index(1, TEXT)).center()
    QTest.mouseDClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == [(["b"], "done"), ("b",)]
    assert screen.table.writing.line_id == "b"


def test_text_filter_by_its_key_and_nothing_found_leads_on(screen, words: Words):
    press(Qt.Key.Key_F, _CONTROL)
    assert focused() is screen.filters.line
    QTest.keyClicks(focused(), "zzz")
    assert shown(screen) == []
    named(screen, words("follow_ups.empty.no_match_button")).click()
    assert shown(screen) == ["a", "b", "c", "d"]
    assert focused() is screen.table


def test_arrows_choose_the_next_filter(screen):
    screen.filters._buttons["open"].setFocus()
    press(Qt.Key.Key_Right)
    assert shown(screen) == ["a"]
    press(Qt.Key.Key_Right)
    assert shown(screen) == ["d"]
    assert focused() is screen.filters._buttons["done"]


def test_heads_sort_and_turn_round(screen):
    head = screen.table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(TEXT) + 20, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.filters.wish().order == "text"
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(screen) == ["c", "b", "a"]


def test_rows_keep_still_while_one_is_written_in(screen):
    go(screen, 2, DUE)
    press(Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "1/1/2025")
    screen.update_lines([line("c", due="2025-01-01")])
    assert shown(screen) == ["a", "b", "c"]
    press(Qt.Key.Key_Return)
    screen.settle()
    assert shown(screen) == ["c", "a", "b"]
    assert screen.table.current_line().id == "c"


def test_news_reach_the_open_editor_unless_it_is_newer(screen):
    go(screen, 0, TEXT)
    press(Qt.Key.Key_F2)
    screen.update_lines([line("a", text="dari luar")])
    assert focused().value() == "dari luar"
    press(Qt.Key.Key_End)
    QTest.keyClicks(focused(), "!")
    screen.show_follow_ups(view([line("a", text="lain"), *LINES[:2]]))
    assert focused().value() == "dari luar!"
    screen.show_follow_ups(view(LINES[:2]))
    assert screen.table.writing.line_id == ""


def test_going_to_one_that_is_filtered_out_shows_it(screen):
    screen.filters.line.setText("zzz")
    screen.go_to("d")
    assert screen.table.current_line().id == "d"


def test_an_empty_screen_says_what_to_do(screen, words: Words, qtbot):
    with qtbot.waitSignal(screen.creation_requested):
        screen.show_follow_ups(view([]))
        focused().click()
    with qtbot.waitSignal(screen.meetings_requested):
        screen.show_follow_ups(view([], meetings=False))
        screen.focus_start()
        focused().click()
    with qtbot.waitSignal(screen.home_requested):
        screen.show_follow_ups(view([], plan=None, plans=[], meetings=False))
        screen.focus_start()
        focused().click()
    assert screen.header_actions() == []


def test_plans_can_be_chosen_when_there_are_several(screen, words: Words):
    assert "plan" not in [action.key for action in screen.header_actions()]
    other = PlanLine("q", "", "", "2027-01", "2028-12")
    screen.show_follow_ups(view(plans=[PLAN, other], every_plan=True))
    choices = screen.header_actions()[0].choices
    assert [choice and choice[0] for choice in choices] == [
        "RAK",
        words("follow_ups.untitled_plan"),
        None,
        words("follow_ups.current", name=words("follow_ups.all_plans")),
    ]
    assert screen.subtitle() == words("follow_ups.all_plans")


def test_small_windows_hide_what_is_said_twice(screen):
    screen.resize(760, 500)
    QApplication.processEvents()
    assert screen.table.isColumnHidden(STATE)
    assert screen.table.columnWidth(TEXT) >= 200


def test_two_thousand_are_shown_at_once(screen):
    many = [line(str(n), due="2025-03-01", text="Menyampaikan surat " * 20) for n in range(2000)]
    screen.show_follow_ups(view(many))

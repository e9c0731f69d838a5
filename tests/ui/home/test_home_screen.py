"""The home screen's pages as a person with a keyboard uses them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.overview import CommitmentLine, MeetingLine, PlanLine, PlanOverview, WaitingInput
from db.records import Chapter, Plan
from tests.ui.helpers import accessible_name, assert_all_named, focused, named
from ui.common.buttons import LinkButton
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.home.chapters import ChaptersEditor
from ui.home.rows import waiting_groups
from ui.home.screen import HomeScreen
from ui.home.waiting_card import WaitingCard

ID = "00000000-0000-4000-8000-00000000000"


def overview(number: int = 1, **content) -> PlanOverview:
    plan = Plan(id=f"{ID}{number}", short_title=f"RAN {number}", start="2021-01", end="2022-12")
    return PlanOverview(plan, **content)


def plan_line(number: int) -> PlanLine:
    return PlanLine(f"{ID}{number}", "", f"RAN {number}", "", "")


def told(signal) -> list:
    said: list = []
    signal.connect(lambda *what: said.append(what[0] if len(what) == 1 else what))
    return said


@pytest.fixture
def screen(show, words) -> HomeScreen:
    made = HomeScreen(words)
    made.resize(1150, 600)
    return show(made)


def test_each_way_to_begin_is_a_wish(screen):
    screen.show_welcome()
    assert_all_named(screen)
    page = screen.welcome
    for button, wish in (
        (page.plan, screen.plan_requested),
        (page.receive, screen.receive_requested),
        (page.sample, screen.sample_requested),
    ):
        said = told(wish)
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert len(said) == 1
    assert (screen.title(), screen.facts()) == (screen.words("home.title"), [])


def test_the_title_tells_only_when_it_is_another(screen):
    said = told(screen.title_changed)
    for _ in range(3):
        screen.show_overview(overview(), [plan_line(1)], (), "2021-01-01")
    assert len(said) == 1
    assert screen.title() == "RAN 1"
    assert screen.words("common.months.12") in screen.subtitle()


def test_a_stage_that_the_plan_does_not_have_is_not_named(screen):
    meeting = MeetingLine("m", "", "", "", "", "", 9, 0, 0)
    screen.show_overview(overview(meetings=(meeting,)), [plan_line(1)], (), "")
    assert "9" not in screen.subtitle()


def test_the_menu_offers_other_plans_only_when_there_are_some(screen):
    screen.show_overview(overview(), [plan_line(1)], (), "")
    assert len(screen.header_actions()[0].choices) == 2
    screen.show_overview(overview(), [plan_line(2), plan_line(1)], (), "")
    choices = screen.header_actions()[0].choices
    said = told(screen.plan_chosen)
    choices[3][1]()
    assert said == [f"{ID}2"]
    assert choices[4][0] == screen.words("home.band.current", name="RAN 1")


def test_another_plan_closes_the_data_of_the_one_before(screen):
    screen.show_overview(overview(1), [plan_line(1)], (), "")
    screen.edit_plan()
    screen.show_overview(overview(1), [plan_line(1)], (), "")
    assert screen.is_editing_plan()
    screen.show_overview(overview(2), [plan_line(2)], (), "")
    assert not screen.is_editing_plan()


def test_a_plans_page_begins_what_it_offers_as_new_by_key(screen):
    screen.show_overview(overview(1), [plan_line(1)], (), "")
    screen.edit_plan()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(focused(), Qt.Key.Key_N, control)
    assert accessible_name(focused()) == screen.words("home.plan.chapter_title", n=1)
    named(screen, screen.words("common.list.add"), LinkButton).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_N, control)
    label = screen.words("home.plan.stages")
    assert accessible_name(focused()) == screen.words("common.list.item", label=label, n=1)


def test_a_plan_that_ends_before_it_begins_is_hinted_at(screen):
    screen.show_overview(overview(1), [plan_line(1)], (), "")
    screen.edit_plan()
    turned = screen.words("canvas_fields.dates.turned")
    said = [label for label in screen.findChildren(PlainLabel) if label.text() == turned]
    assert said == []
    named(screen, screen.words("home.plan.end"), LineEdit).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "12/2020")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    shown = [label for label in screen.findChildren(PlainLabel) if label.text() == turned]
    assert [label.isVisible() for label in shown] == [True]


def test_a_narrow_window_puts_two_cards_under_each_other(screen):
    lines = tuple(CommitmentLine(str(n), n, f"Komitmen {n}", "") for n in range(24))
    screen.show_overview(overview(commitments=lines), [plan_line(1)], (), "")
    assert screen.page.commitments.x() > screen.page.meetings.x()
    screen.resize(800, 540)
    QTest.qWait(0)
    assert screen.page.commitments.x() == screen.page.meetings.x()
    assert screen.page.commitments.y() > screen.page.meetings.y()


def test_the_notice_about_the_sample_stays_dismissed(screen):
    screen.show_overview(overview(), [plan_line(1)], (), "")
    screen.page.show_sample(f"{ID}1")
    screen.page._notice.dismiss()
    screen.page.show_sample(f"{ID}1")
    assert screen.page._notice is None


def test_many_that_wait_are_shown_when_asked_for(show, words):
    inputs = tuple(WaitingInput(str(n), "m", f"Usul {n}", "", "", "") for n in range(9))
    card = show(WaitingCard(words))
    card.show_groups(waiting_groups(words, overview(inputs=inputs), (), ""))
    assert [row.title for row in card.list.rows()][1:] == [
        "Usul 0", "Usul 1", "Usul 2", "Usul 3", words("home.waiting.more", n=5),
    ]  # fmt: skip
    card.list.set_current("more:inputs")
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert len(card.list.rows()) == 11
    assert card.list.rows()[-1].title == words("home.waiting.less")
    card.list.opened.emit("more:inputs")
    assert len(card.list.rows()) == 6


def test_one_more_than_few_is_shown_rather_than_announced(show, words):
    inputs = tuple(WaitingInput(str(n), "m", f"Usul {n}", "", "", "") for n in range(5))
    card = show(WaitingCard(words))
    card.show_groups(waiting_groups(words, overview(inputs=inputs), (), ""))
    assert len(card.list.rows()) == 6


# -- chapters ----------------------------------------------------------------------------


@pytest.fixture
def chapters(show, words) -> ChaptersEditor:
    made = ChaptersEditor(words, "Bab")
    made.resize(500, 500)
    return show(made)


def test_chapters_are_added_written_moved_and_removed_by_key(chapters, words):
    edited = told(chapters.edited)
    QTest.keyClick(chapters.add_button, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Satu")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "isi")
    QTest.keyClick(chapters.add_button, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Dua")
    assert chapters.value() == (Chapter(title="Satu", text="isi"), Chapter(title="Dua"))
    assert edited[-1] == chapters.value()
    QTest.keyClick(named(chapters, words("home.plan.chapter_up", n=2)), Qt.Key.Key_Return)
    assert [chapter.title for chapter in chapters.value()] == ["Dua", "Satu"]
    assert focused() is named(chapters, words("home.plan.chapter_title", n=1))
    QTest.keyClick(named(chapters, words("home.plan.remove_chapter", n=1)), Qt.Key.Key_Return)
    assert chapters.value() == (Chapter(title="Satu", text="isi"),)
    assert_all_named(chapters)


def test_an_undone_text_leaves_the_focus_where_it_is(chapters):
    chapters.reset((Chapter(title="Satu"), Chapter(title="Dua")))
    field = chapters._rows[1].title
    field.setFocus()
    chapters.set_value((Chapter(title="Satu"), Chapter(title="Semula")))
    assert focused() is field
    assert field.value() == "Semula"
    chapters.set_value((Chapter(title="Satu"),))
    assert focused() is chapters.add_button


def test_ordering_is_a_visit_of_its_own(chapters):
    chapters.reset((Chapter(title="Satu"), Chapter(title="Dua")))
    said: list = []
    chapters.edited.connect(lambda _: said.append("edited"))
    chapters.left.connect(lambda: said.append("left"))
    chapters._rows[0].down.click()
    assert said == ["left", "edited", "left"]

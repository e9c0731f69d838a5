"""The directory page: search, filters, joining."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.overview import OrganisationLine
from tests.ui.helpers import assert_all_named, focused, named
from ui.common.picker import PickPopup
from ui.organisations.directory import DirectoryPage

ID = "00000000-0000-4000-8000-00000000000"
SECTORS = ("ministry", "subnational", "cso")


def line(number: int, name: str, sector: str = "", **values) -> OrganisationLine:
    return OrganisationLine(f"{ID}{number}", name, sector=sector, **values)


LINES = (
    line(1, "Bappenas", "ministry"),
    line(2, "Dinas Kesehatan", "subnational", joined=(f"{ID}5",)),
    line(3, "Forum Warga", "cso"),
    line(4, "Jaring Data", "cso"),
    line(5, "Dinkes", "subnational", same_as=f"{ID}2"),
)


def told(signal) -> list:
    said: list = []
    signal.connect(lambda *what: said.append(what[0] if len(what) == 1 else what))
    return said


@pytest.fixture
def page(show, words) -> DirectoryPage:
    made = show(DirectoryPage(words, SECTORS))
    made.resize(1150, 560)
    made.show_lines(LINES, LINES[0].id)
    made.show_organisation(LINES[0], ())
    return made


def names(page) -> list[str]:
    return [row.title for row in page.list.rows()]


def test_everything_has_a_name(page):
    assert_all_named(page)


def test_typing_narrows_the_list_and_goes_to_the_first_that_fits(page):
    chosen = told(page.chosen)
    page.focus_start()
    QTest.keyClicks(focused(), "warga")
    assert names(page) == ["Forum Warga"]
    assert chosen == [LINES[2].id]
    QTest.keyClicks(focused(), "xyz")
    assert names(page) == []


def test_sectors_are_counted_and_filter(page, words):
    buttons = [b for b in page.filters._buttons.values() if not b.isHidden()]
    assert [button.text()[-1] for button in buttons] == ["4", "1", "1", "2", "1"]
    buttons[3].click()
    assert names(page) == ["Forum Warga", "Jaring Data"]
    buttons[4].click()
    assert names(page) == ["Dinkes"]


def test_a_filter_that_has_none_left_gives_way_to_all(page):
    page.filters._buttons["ministry"].click()
    page.show_lines(LINES[1:], LINES[2].id)
    assert len(names(page)) == 3


def test_arrows_go_along_the_filters(page):
    first = page.filters._buttons["all"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert focused() is page.filters._buttons["ministry"]
    assert names(page) == ["Bappenas"]
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert (focused(), len(names(page))) == (first, 4)


def test_one_that_is_led_to_is_shown_whatever_is_filtered(page):
    page.filters._buttons["cso"].click()
    page.show_lines(LINES, LINES[0].id)
    assert page.list.current_key() == LINES[0].id
    assert len(names(page)) == 4


def test_enter_goes_to_the_name_and_delete_asks_for_removal(page):
    removed = told(page.removal_requested)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert removed == [LINES[0].id]
    assert focused() is page.detail.name


def test_after_a_removal_the_neighbour_is_next(page):
    assert page.neighbour(LINES[0].id) == LINES[1].id
    assert page.neighbour(LINES[3].id) == LINES[2].id
    assert page.neighbour("unknown") == ""


def test_joining_offers_all_others_that_stand_for_themselves(page, words):
    wished = told(page.joining.join_requested)
    page.joining.join.setFocus()
    QTest.keyClick(page.joining.join, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PickPopup)
    assert [row.title for row in popup.list.rows()] == [one.name for one in LINES[1:4]]
    QTest.keyClicks(popup.line, "jaring")
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert wished == [(LINES[0].id, LINES[3].id)]


def test_what_was_joined_can_be_seen_and_separated_from_both_sides(page, words):
    separated, opened = told(page.joining.separation_requested), told(page.chosen)
    page.show_organisation(LINES[1], ())
    separate = words("organisations.joining.separate_spoken", name="Dinkes")
    named(page, separate).click()
    page.show_organisation(LINES[4], ())
    assert page.joining.join.isHidden()
    other = words("organisations.joining.separate_spoken", name="Dinas Kesehatan")
    named(page, other).click()
    named(page, words("organisations.joining.open_spoken", name="Dinas Kesehatan")).click()
    assert (separated, opened) == ([LINES[4].id, LINES[4].id], [LINES[1].id])


def test_a_name_is_one_line_however_it_comes(page):
    field = page.detail.name
    field.setFocus()
    field.selectAll()
    QApplication.clipboard().setText("Kementerian\nDalam Negeri")
    field.paste()
    assert field.value() == "Kementerian Dalam Negeri"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert focused() is not field
    assert field.value() == "Kementerian Dalam Negeri"


def test_1500_organisations_are_shown_and_searched_at_once(page):
    many = [line(1, "Bappenas")] + [
        OrganisationLine(str(n), f"Organisasi nomor {n}", sector=SECTORS[n % 3])
        for n in range(1500)
    ]
    page.show_lines(many, many[0].id)
    page.filters.line.setText("nomor 14")

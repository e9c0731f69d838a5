"""The fields, through the keys that a person presses."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.helpers import assert_all_named, focused
from ui.common.check_list import CheckList
from ui.common.choice_box import ChoiceBox
from ui.common.date_field import DateField
from ui.common.line_edit import LineEdit
from ui.common.parsed_field import MonthField, NumberField, TimeField
from ui.common.string_list import StringListEditor
from ui.common.text_edit import GrowingTextEdit


class Page(QWidget):
    """A field between two others, with the window's own undo."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.after = LineEdit("sesudah")
        column = QVBoxLayout(self)
        column.addWidget(field)
        column.addWidget(self.after)
        column.addStretch(1)
        self.undone = 0
        undo = QAction(self)
        undo.setShortcut("Ctrl+Z")
        undo.triggered.connect(self._count)
        self.addAction(undo)
        self.edits: list[object] = []
        self.lefts = 0
        field.edited.connect(self.edits.append)
        field.left.connect(self._leave)

    def _count(self) -> None:
        self.undone += 1

    def _leave(self) -> None:
        self.lefts += 1


@pytest.fixture
def page(show):
    def build(field: QWidget) -> Page:
        built = show(Page(field))
        built.resize(420, 300)
        field.setFocus()
        return built

    return build


@pytest.fixture(params=[LineEdit, GrowingTextEdit])
def text_page(request, page):
    """A page with each of the two text fields."""
    return page(request.param("Topik"))


def type_keys(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    both = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        both |= modifier
    QTest.keyClick(focused(), key, both)


def paste(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def undo() -> None:
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


class TestTexts:
    def test_a_key_with_alt_that_nothing_takes_writes_no_letter(self, text_page):
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        type_keys("a")
        press(Qt.Key.Key_P, alt)
        press(Qt.Key.Key_P, alt, Qt.KeyboardModifier.ShiftModifier)
        # AltGr, as Windows tells it, composes a letter.
        press(Qt.Key.Key_E, alt, control)
        assert text_page.field.value() == "ae"

    def test_typing_is_told_letter_by_letter_and_leaving_once(self, text_page):
        type_keys("abc")
        assert text_page.edits == ["a", "ab", "abc"]
        assert text_page.lefts == 0
        press(Qt.Key.Key_Tab)
        assert text_page.lefts == 1
        assert focused() is text_page.after

    def test_a_value_from_outside_is_not_told(self, text_page):
        text_page.field.set_value("dari luar")
        assert text_page.field.value() == "dari luar"
        assert text_page.edits == []

    def test_an_equal_value_leaves_caret_and_undo_alone(self, text_page):
        type_keys("abc")
        press(Qt.Key.Key_Left)
        text_page.field.set_value("abc")
        type_keys("X")
        assert text_page.field.value() == "abXc"
        undo()
        assert text_page.field.value() == "abc"

    def test_undo_reaches_back_to_the_begin_of_the_visit_then_is_the_windows(self, text_page):
        text_page.field.set_value("lama")
        press(Qt.Key.Key_End)
        type_keys("X")
        undo()
        assert (text_page.field.value(), text_page.undone) == ("lama", 0)
        undo()
        assert (text_page.field.value(), text_page.undone) == ("lama", 1)

    def test_a_finished_visit_is_beyond_the_fields_own_undo(self, text_page):
        type_keys("abc")
        press(Qt.Key.Key_Tab)
        text_page.field.setFocus()
        undo()
        assert (text_page.field.value(), text_page.undone) == ("abc", 1)

    def test_editing_means_changed_and_still_there(self, text_page):
        assert not text_page.field.is_editing()
        type_keys("a")
        assert text_page.field.is_editing()
        undo()
        assert not text_page.field.is_editing()
        type_keys("b")
        press(Qt.Key.Key_Tab)
        assert not text_page.field.is_editing()

    def test_pasted_text_comes_in_clean_and_plain(self, text_page):
        paste("R&D <b>kuat</b>\x07 é\ufffe", html="<h1>R&amp;D</h1>")
        assert text_page.field.value() == "R&D <b>kuat</b> é"

    def test_no_break_spaces_and_rare_letters_survive(self, text_page):
        rare = "50\u00a0% — “kutip” 👩‍🌾 ꦗꦮ عربي"
        text_page.field.set_value(rare)
        press(Qt.Key.Key_End)
        type_keys("!")
        assert text_page.field.value() == rare + "!"

    def test_it_has_a_name(self, text_page):
        assert_all_named(text_page)


class TestLineEdit:
    def test_lines_become_one(self, page):
        page(LineEdit("Nama"))
        paste("satu\r\ndua\u2028tiga")
        assert focused().value() == "satu dua tiga"


class TestGrowingTextEdit:
    def test_it_is_as_high_as_a_line_edit_while_it_has_one_line(self, page):
        shown = page(GrowingTextEdit("Teks"))
        assert abs(shown.field.height() - shown.after.height()) <= 1

    def test_it_grows_with_its_text_and_scrolls_from_its_most_lines_on(self, page):
        field = GrowingTextEdit("Teks", most_lines=5)
        page(field)
        one = field.height()
        type_keys("a")
        for _ in range(2):
            press(Qt.Key.Key_Return)
        three = field.height()
        assert three > one
        assert not field.verticalScrollBar().isVisible()
        for _ in range(20):
            press(Qt.Key.Key_Return)
        assert three < field.height() < 8 * one
        assert field.verticalScrollBar().isVisible()

    def test_it_grows_when_it_gets_narrower(self, page):
        field = GrowingTextEdit("Teks")
        shown = page(field)
        field.set_value("kata " * 60)
        wide = field.height()
        shown.resize(220, 300)
        QTest.qWait(0)
        assert field.height() > wide

    def test_lines_are_kept(self, page):
        field = GrowingTextEdit("Teks")
        page(field)
        paste("satu\r\ndua\u2028tiga\n\n")
        assert field.value() == "satu\ndua\ntiga\n\n"

    def test_what_is_copied_is_plain(self, page):
        field = GrowingTextEdit("Teks")
        page(field)
        field.set_value("satu\ndua")
        field.selectAll()
        field.copy()
        data = QGuiApplication.clipboard().mimeData()
        assert (data.text(), data.hasHtml()) == ("satu\ndua", False)

    @pytest.mark.parametrize("text", ["kata " * 20_000, "kata " * 19 + "kata\n"])
    def test_a_hundred_thousand_letters_stay_quick(self, page, text: str):
        field = GrowingTextEdit("Teks")
        page(field)
        whole = (text * (100_000 // len(text) + 1))[:100_000]
        field.set_value(whole)
        press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        type_keys("abcde")
        assert field.value() == whole + "abcde"


class TestChoiceBox:
    CHOICES = (("", "—"), ("note", "catatan"), ("input", "masukan"))

    def test_it_tells_the_value_and_shows_the_words(self, page):
        shown = page(ChoiceBox("Jenis", self.CHOICES))
        press(Qt.Key.Key_Down)
        assert shown.edits == ["note"]
        assert shown.field.currentText() == "catatan"

    def test_an_unknown_value_is_kept(self, page):
        shown = page(ChoiceBox("Jenis", self.CHOICES))
        shown.field.set_value("ogp-2031")
        assert (shown.field.value(), shown.field.currentText()) == ("ogp-2031", "ogp-2031")
        assert shown.edits == []

    def test_its_list_shows_every_choice_whole(self, page):
        shown = page(ChoiceBox("Jenis", self.CHOICES))
        press(Qt.Key.Key_Space)
        QApplication.processEvents()
        rows = shown.field.view()
        # No arrow for scrolling stands in the place of a row.
        assert rows.verticalScrollBar().maximum() == 0
        assert rows.viewport().height() == sum(
            map(rows.sizeHintForRow, range(rows.model().rowCount()))
        )
        shown.field.hidePopup()

    def test_other_choices_keep_the_value(self, page):
        shown = page(ChoiceBox("Jenis", self.CHOICES))
        shown.field.set_value("input")
        shown.field.set_choices([("", "—"), ("input", "contribution")])
        assert (shown.field.value(), shown.field.currentText()) == ("input", "contribution")


class TestCheckList:
    def test_a_click_adds_the_value_in_the_choices_order(self, page):
        shown = page(CheckList("Nilai", [("a", "Transparansi & data"), ("b", "Inovasi")]))
        shown.field.set_value(("b", "x"))
        shown.field._boxes["a"].click()
        assert shown.edits == [("a", "b", "x")]
        assert_all_named(shown)


class TestParsedFields:
    @pytest.mark.parametrize(
        ("kind", "typed", "value", "shown"),
        [
            (DateField, "24/8/2018", "2018-08-24", "24 Agustus 2018"),
            (MonthField, "jan 2021", "2021-01", "Januari 2021"),
            (TimeField, "1400", "14:00", "14.00"),
            (NumberField, "12", 12, "12"),
        ],
    )
    def test_what_is_typed_is_understood_and_written_out_on_leaving(
        self, page, indonesian, kind, typed: str, value: object, shown: str
    ):
        built = page(kind(indonesian, "Isian"))
        type_keys(typed)
        assert built.edits[-1] == value
        press(Qt.Key.Key_Tab)
        assert built.field.line.text() == shown
        assert (built.field.value(), built.lefts) == (value, 1)
        assert not built.field.has_problem()

    @pytest.mark.parametrize("kind", [DateField, MonthField, TimeField, NumberField])
    def test_bad_text_stays_with_a_hint_and_the_value_stays_good(self, page, words, kind):
        built = page(kind(words, "Isian"))
        type_keys("besok <b>")
        press(Qt.Key.Key_Tab)
        assert built.edits == []
        assert built.field.line.text() == "besok <b>"
        assert built.field.has_problem()
        built.field.setFocus()
        built.field.line.selectAll()
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Tab)
        assert not built.field.has_problem()

    def test_what_is_typed_is_told_though_it_is_what_it_was(self, page, indonesian):
        built = page(MonthField(indonesian, "Mulai"))  # Meanwhile another one may be stored.
        built.field.set_value("2021-01")
        type_keys("x")
        press(Qt.Key.Key_Backspace)
        assert built.edits == ["2021-01"]

    def test_emptied_text_is_the_empty_value(self, page, indonesian):
        built = page(DateField(indonesian, "Tanggal"))
        built.field.set_value("2018-08-24")
        built.field.line.selectAll()
        press(Qt.Key.Key_Delete)
        assert built.edits == [""]

    def test_a_day_in_words_counts_from_the_reference_when_the_field_is_left(
        self, page, indonesian
    ):
        built = page(DateField(indonesian, "Tenggat"))
        built.field.set_reference("2018-08-24")
        type_keys("minggu depan")
        assert built.edits == []
        press(Qt.Key.Key_Tab)
        assert (built.edits, built.field.line.text()) == (["2018-08-31"], "31 Agustus 2018")
        built.field.setFocus()
        built.field.line.selectAll()
        type_keys("31 Feb")
        press(Qt.Key.Key_Tab)
        assert built.edits == ["2018-08-31"]
        assert "tidak ada di kalender" in built.field.line.accessibleDescription()

    def test_a_day_is_picked_from_the_calendar(self, page, words):
        built = page(DateField(words, "Tanggal"))
        built.field.set_value("2018-08-24")
        press(Qt.Key.Key_F4)
        popup = built.field.findChild(QWidget, "calendarPopup")
        assert popup.isVisible()
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert built.edits == ["2018-08-25"]
        assert focused() is built.field.line

    def test_escape_closes_the_calendar(self, page, words):
        built = page(DateField(words, "Tanggal"))
        press(Qt.Key.Key_F4)
        popup = built.field.findChild(QWidget, "calendarPopup")
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not popup.isVisible()
        assert built.edits == []

    def test_they_have_names(self, page, words):
        for kind in (DateField, MonthField, TimeField, NumberField):
            assert_all_named(page(kind(words, "Isian")))


class TestStringList:
    def test_lines_are_added_ordered_and_removed(self, page, words):
        shown = page(StringListEditor(words, "Tahap"))
        shown.field.set_value(("satu", "dua"))
        shown.field.add_button.click()
        type_keys("tiga")
        assert shown.edits[-1] == ("satu", "dua", "tiga")
        rows = shown.field._rows
        rows[2].up.click()
        assert shown.edits[-1] == ("satu", "tiga", "dua")
        shown.field._rows[0].remove.click()
        assert shown.field.value() == ("tiga", "dua")
        assert_all_named(shown)

    def test_enter_begins_the_next_line(self, page, words):
        shown = page(StringListEditor(words, "Tahap"))
        shown.field.set_value(("satu", "dua"))
        shown.field._rows[0].line.setFocus()
        press(Qt.Key.Key_Return)
        type_keys("sela")
        assert shown.field.value() == ("satu", "sela", "dua")

    def test_a_long_text_is_all_in_sight(self, page, words):
        shown = page(StringListEditor(words, "Tahap"))
        shown.field.set_value(("Forum Warga", "Direktorat Jenderal Bina Kewilayahan " * 6))
        short, long = (row.line for row in shown.field._rows)
        QApplication.processEvents()
        assert long.height() > short.height()
        assert long.document().size().height() <= long.viewport().height() + 1

    def test_an_empty_line_is_no_part_of_the_value(self, page, words):
        shown = page(StringListEditor(words, "Tahap"))
        shown.field.add_button.click()
        assert shown.field.value() == ()
        assert shown.edits == []

    def test_tab_goes_through_the_lines_before_the_button(self, page, words):
        shown = page(StringListEditor(words, "Tahap", ordered=False))
        shown.field.set_value(("satu", "dua"))
        rows = shown.field._rows
        rows[0].line.setFocus()
        for stop in (rows[0].remove, rows[1].line, rows[1].remove, shown.field.add_button):
            press(Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is stop
        press(Qt.Key.Key_Tab)
        assert shown.after.hasFocus()

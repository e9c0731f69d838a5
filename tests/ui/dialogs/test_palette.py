"""The palette by keys: typing, going, choosing, and giving the focus back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.helpers import assert_all_named, focused
from ui.common.line_edit import LineEdit
from ui.dialogs.palette import Palette
from ui.dialogs.palette_list import PaletteRow

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ROWS = (
    PaletteRow("heading/a", "Pertemuan", heading=True),
    PaletteRow(
        "a1", "Bilateral — Banjir", "24 Agu 2018", matches=((12, 18),), icon="calendar-days"
    ),
    PaletteRow("a2", "Finalisasi", note="Masalah: banjir", note_matches=((9, 15),)),
    PaletteRow("heading/b", "Perintah", heading=True),
    PaletteRow("b1", "Buka Beranda", icon="house", keys="Ctrl+1"),
)


class Window(QWidget):
    """A window with a field below the palette, and what the palette asked and told."""

    def __init__(self, words) -> None:
        super().__init__()
        self.field = LineEdit("Topik")
        QVBoxLayout(self).addWidget(self.field)
        self.palette_ = Palette(words, self)
        self.asked: list[str] = []
        self.chosen: list[str] = []
        self.palette_.asked.connect(self.asked.append)
        self.palette_.chosen.connect(self.chosen.append)
        self.resize(1024, 640)


@pytest.fixture
def window(show, words) -> Window:
    shown = show(Window(words))
    shown.field.setFocus()
    return shown


@pytest.fixture
def palette(window: Window) -> Palette:
    """The palette, open and filled for the empty text."""
    window.palette_.open()
    window.palette_.show_rows("", ROWS)
    return window.palette_


def type_text(qtbot, palette: Palette, text: str) -> None:
    with qtbot.waitSignal(palette.asked):
        QTest.keyClicks(palette.field, text)


def test_it_opens_empty_with_the_focus_and_everything_named(window: Window, palette: Palette):
    assert focused() is palette.field
    assert window.asked == [""]
    assert palette.list.current_key() == "a1"
    assert_all_named(window)


def test_what_is_typed_is_asked_for_once_when_the_typing_pauses(qtbot, window, palette):
    type_text(qtbot, palette, " banjir ")
    assert window.asked == ["", "banjir"]


def test_rows_for_an_earlier_text_are_not_shown(qtbot, window, palette):
    type_text(qtbot, palette, "banjir")
    palette.show_rows("ban", (PaletteRow("old", "Lama"),))
    assert palette.list.current_key() == "a1"
    palette.show_rows("banjir", (PaletteRow("new", "Baru"),))
    assert palette.list.current_key() == "new"


def test_the_arrows_go_round_over_headings(palette):
    keys = [KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Tab, KEY.Key_Backtab]
    went = []
    for key in keys:
        QTest.keyClick(palette.field, key)
        went.append(palette.list.current_key())
    assert went == ["a2", "b1", "a1", "b1", "a1", "b1"]
    QTest.keyClick(palette.field, KEY.Key_PageUp)
    assert palette.list.current_key() == "a1"
    QTest.keyClick(palette.field, KEY.Key_PageDown)
    assert palette.list.current_key() == "b1"
    assert focused() is palette.field


def test_enter_chooses_and_gives_the_focus_back_first(window, palette):
    seen = []
    palette.chosen.connect(lambda key: seen.append((key, palette.isVisible(), focused())))
    QTest.keyClick(palette.field, KEY.Key_Down)
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert seen == [("a2", False, window.field)]


def test_enter_waits_for_the_rows_of_what_was_typed(qtbot, window, palette):
    QTest.keyClicks(palette.field, "banjir")
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert window.asked == ["", "banjir"]
    assert window.chosen == []
    palette.show_rows("banjir", (PaletteRow("found", "Banjir"),))
    assert window.chosen == ["found"]


def test_typing_on_takes_the_enter_back(qtbot, window, palette):
    QTest.keyClicks(palette.field, "ban")
    QTest.keyClick(palette.field, KEY.Key_Return)
    type_text(qtbot, palette, "jir")
    palette.show_rows("banjir", (PaletteRow("found", "Banjir"),))
    assert window.chosen == []
    assert palette.isVisible()


def test_enter_on_nothing_does_nothing(qtbot, window, palette, words):
    type_text(qtbot, palette, "<b>xyz")
    palette.show_rows("<b>xyz", ())
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert window.chosen == []
    texts = [label.text() for label in palette.findChildren(QWidget) if hasattr(label, "text")]
    assert words("search.palette.nothing", text="<b>xyz") in texts


def test_a_click_chooses(window, palette):
    row = palette.list.visualRect(palette.list.model().index(4, 0))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert window.chosen == ["b1"]


@pytest.mark.parametrize("close", ["escape", "key", "outside"])
def test_it_closes_without_a_choice_and_gives_the_focus_back(window, palette, close: str):
    if close == "escape":
        QTest.keyClick(palette.field, KEY.Key_Escape)
    elif close == "key":
        QTest.keyClick(palette.field, KEY.Key_K, CONTROL)
    else:
        QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert not palette.isVisible()
    assert focused() is window.field
    assert window.chosen == []


def test_a_click_between_its_rows_keeps_it_open(palette):
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(512, 70))
    assert palette.isVisible()


def test_the_windows_keys_wait_until_it_has_closed(window, palette):
    pressed = []
    key = QShortcut(QKeySequence("Ctrl+1"), window)
    key.activated.connect(lambda: pressed.append(1))
    QTest.keyClick(palette.field, KEY.Key_1, CONTROL)
    assert pressed == []
    QTest.keyClick(palette.field, KEY.Key_Escape)
    QTest.keyClick(window.field, KEY.Key_1, CONTROL)
    assert pressed == [1]


def test_it_goes_when_something_else_takes_the_focus(window, palette):
    window.field.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not palette.isVisible()
    assert focused() is window.field


def test_a_field_below_is_still_being_written_in(window):
    """As after a menu: its visit goes on, and its own undo is still there."""
    left = []
    window.field.left.connect(lambda: left.append(1))
    QTest.keyClicks(window.field, "Ban")
    window.palette_.open()
    QTest.keyClick(window.palette_.field, KEY.Key_Escape)
    assert (left, window.field.is_editing()) == ([], True)


def test_opening_again_begins_anew(qtbot, window, palette):
    type_text(qtbot, palette, "banjir")
    QTest.keyClick(palette.field, KEY.Key_Escape)
    window.palette_.open()
    assert palette.text() == ""
    assert window.asked == ["", "banjir", ""]


def test_it_stays_within_a_small_window(window, palette, theme):
    many = tuple(
        PaletteRow(f"r{n}", "Nama yang panjang sekali " * 9, "Catatan " * 40, icon="flag")
        for n in range(60)
    )
    palette.show_rows("", many)
    window.resize(960, 560)
    panel = palette.findChild(QWidget, "palette")
    assert palette.rect().contains(panel.geometry())
    assert palette.list.height() > 300
    QTest.keyClick(palette.field, KEY.Key_Up)
    assert palette.list.current_key() == "r59"
    assert not palette.list.visualRect(palette.list.currentIndex()).isEmpty()
    assert not window.grab().isNull()


def test_a_row_says_all_that_it_shows():
    assert ROWS[1].read_aloud() == "Bilateral — Banjir, 24 Agu 2018"
    assert ROWS[4].read_aloud() == "Buka Beranda, Ctrl+1"

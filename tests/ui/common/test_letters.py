"""Large letters: everything that holds words grows while the window is open, and shrinks back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from ui.common.chip import Chip
from ui.common.labels import PlainLabel
from ui.common.letters import TYPE_SIZES, hold, px, type_size
from ui.common.row_list import Row, RowList
from ui.common.scroll import ScrollColumn
from ui.common.text_edit import GrowingTextEdit
from ui.common.theme import apply_theme
from ui.shell import NavigationEntry, Shell

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def usual(qapp: QApplication):
    yield
    apply_theme(qapp, "light", 100)


def heights(rows: RowList) -> list[int]:
    return [rows.sizeHintForRow(row) for row in range(len(rows.rows()))]


def test_words_rows_and_held_sizes_follow_the_letters(qapp, show):
    rows = RowList("Peserta")
    rows.set_rows([Row("a", "Kepala Bidang Data", "Dinas Kominfo", chips=(("Pemda", "info"),))])
    rows.resize(300, 200)
    show(rows)
    label, chip, narrow = PlainLabel("Beranda", "title"), Chip("final"), QLabel()
    for widget in (label, chip, narrow):
        widget.setParent(rows)
        widget.show()
    hold(narrow, fixedWidth=100)
    before = [heights(rows)[0], label.sizeHint().height(), chip.sizeHint().height()]
    assert narrow.width() == 100
    apply_theme(qapp, "dark", 150)
    qapp.processEvents()
    after = [heights(rows)[0], label.sizeHint().height(), chip.sizeHint().height()]
    assert narrow.width() == 150
    assert rows.fontInfo().pixelSize() == 21
    assert [new > 1.3 * old for old, new in zip(before, after, strict=True)] == [True] * 3
    # Another theme alone leaves the letters as they are.
    apply_theme(qapp, "light")
    assert type_size() == 150
    apply_theme(qapp, "light", 100)
    qapp.processEvents()
    assert [heights(rows)[0], label.sizeHint().height(), chip.sizeHint().height()] == before


def test_a_size_that_does_not_exist_is_the_usual_one(qapp):
    apply_theme(qapp, "light", 1000)
    assert (type_size(), px(14)) == (100, 14)


def test_keys_and_a_button_go_through_the_sizes_and_make_room(qapp, show, indonesian):
    shell = Shell(indonesian)
    shell.set_navigation([NavigationEntry("home", "Beranda", "house")])
    shell.type_size_requested.connect(lambda percent: apply_theme(qapp, "light", percent))
    shell.resize(1366, 690)
    show(shell)
    wide = shell._sidebar.width()
    sizes = []
    for key in (Qt.Key.Key_Equal, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
        QTest.keyClick(shell, key, CONTROL)
        sizes.append(type_size())
    assert sizes == [125, 150, 150, 125]
    assert shell._sidebar.width() == round(wide * 1.25)
    QTest.keyClick(shell, Qt.Key.Key_Equal, CONTROL)
    qapp.processEvents()
    assert shell._sidebar.width() < wide
    # It is the window that is narrow: the person did not fold anything.
    assert not shell._sidebar.is_folded()
    QTest.keyClick(shell, Qt.Key.Key_0, CONTROL)
    assert (type_size(), shell._sidebar.width()) == (100, wide)
    shell._status._type_size.click()
    assert type_size() == TYPE_SIZES[1]


def test_where_one_writes_stays_in_view_when_letters_grow(qapp, qtbot, show):
    scroll = ScrollColumn()
    texts = [GrowingTextEdit(name, most_lines=200) for name in ("Permasalahan", "Bentuk")]
    for text in texts:
        text.set_value("Layanan aduan belum menjangkau semua warga. " * 40)
        scroll.column.addWidget(text)
    scroll.resize(420, 260)
    show(scroll)
    texts[1].setFocus()
    texts[1].move_to_end()

    def is_seen() -> bool:
        caret = texts[1].cursorRect().center()
        place = texts[1].viewport().mapTo(scroll.viewport(), caret)
        return scroll.viewport().rect().contains(place)

    qtbot.waitUntil(is_seen)
    for percent in (150, 100):
        apply_theme(qapp, "light", percent)
        qapp.processEvents()
        qtbot.waitUntil(is_seen)

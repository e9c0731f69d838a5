"""Fields and grounds that grow with what is in them."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from db.records import Party
from tests.ui.helpers import focused
from ui.common.choice_box import ChoiceBox
from ui.common.name_edit import NameEdit
from ui.common.party_editor import PartyEditor
from ui.common.scroll import ScrollColumn
from ui.common.tab_order import order_tabs, tab_stops
from ui.common.text_edit import GrowingTextEdit

LONG = "Rembuk warga tentang jadwal posyandu di seluruh kelurahan " * 4


@pytest.fixture
def form(show) -> QVBoxLayout:
    """An empty form in a window, narrow enough for long texts to wrap."""
    ground = QWidget()
    ground.resize(300, 400)
    layout = QVBoxLayout(ground)
    show(ground)
    return layout


def put(form: QVBoxLayout, widget: QWidget) -> QWidget:
    form.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    return widget


def test_a_title_wraps_and_enter_goes_on(form):
    line = put(form, NameEdit("Judul"))
    put(form, QLineEdit())
    low = line.height()
    line.setFocus()
    QTest.keyClicks(line, LONG)
    assert line.height() > 2 * low
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert focused() is not line
    assert "\n" not in line.value()


def test_lines_pasted_into_a_title_become_one(form):
    line = put(form, NameEdit("Judul"))
    data = QMimeData()
    data.setText("Jadwal\nposyandu \r\n")
    line.insertFromMimeData(data)
    assert line.value().strip() == "Jadwal posyandu"


def test_guidance_that_wraps_in_a_narrower_window_has_its_ground(form):
    row = QHBoxLayout()
    form.addLayout(row)
    text = NameEdit("Unit koordinasi", "Misalnya: unit di kota")
    text.setStyleSheet("padding: 0 7px; border: 1px solid black;")
    row.addWidget(text, 1)
    row.addStretch(1)
    ground = form.parentWidget()
    ground.resize(600, 400)
    QApplication.processEvents()
    low, frame = text.height(), text.height() - text.viewport().height()
    ground.resize(200, 400)
    QApplication.processEvents()
    assert text.height() > low
    assert text.height() - text.viewport().height() == frame


def test_guidance_in_an_empty_text_shows_whole(form):
    text = put(form, GrowingTextEdit("Masalah", LONG))
    whole = text.height()
    assert whole > 60
    text.set_value("x")
    assert text.height() < whole
    text.set_value("")
    text.setPlaceholderText("Tulis di sini…")
    assert text.height() < whole
    assert text.placeholderText() == "Tulis di sini…"


def test_a_text_may_have_to_fill_its_place(form):
    text = put(form, GrowingTextEdit("Sel"))
    text.set_least_height(90)
    assert text.height() == 90
    text.set_least_height(0)
    assert text.height() < 60


def test_a_choice_that_is_too_long_is_whole_in_its_tip(form):
    box = put(form, ChoiceBox("Formulir", [("", LONG), ("x", "Pendek")]))
    box.grab()
    assert box.toolTip().startswith("Rembuk")
    box.set_value("x")
    box.grab()
    assert box.toolTip() == ""


def test_names_are_added_where_the_last_one_stands(form, indonesian):
    form.parentWidget().resize(700, 400)
    editor = put(form, PartyEditor(indonesian, "Aktor", inline=True))
    behind = put(form, QLineEdit())
    editor.set_value((Party(name="Bappeda"), Party(name="Dinas")))
    QApplication.processEvents()
    chips = editor._chips
    assert editor.line.mapTo(editor, editor.line.rect().topLeft()).x() > chips[0].x()
    chips[0].setFocus()
    for expected in (chips[1], editor.line, behind):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is expected


def test_suggestions_are_prepared_where_they_are_needed(form, indonesian):
    editor = put(form, PartyEditor(indonesian, "Aktor"))
    other = put(form, QLineEdit())
    other.setFocus()
    editor.set_suggestions([("Bappeda", "x")])
    assert editor.line.completer() is None
    editor.line.setFocus()
    assert editor.line.completer().model().rowCount() == 1
    editor.set_suggestions([("Bappeda", "x"), ("Dinas", "y")])
    assert editor.line.completer().model().rowCount() == 2


def test_tab_follows_the_eye_where_fields_were_made_in_another_order(form):
    late, early = QLineEdit("late"), QLineEdit("early")
    put(form, early)
    form.insertWidget(0, late)
    late.show()
    ground = form.parentWidget()
    order_tabs(ground)
    assert list(tab_stops(ground)) == [late, early]
    late.setFocus()
    QTest.keyClick(late, Qt.Key.Key_Tab)
    assert focused() is early


def test_what_was_revealed_stays_in_view_while_the_ground_grows(show, qtbot):
    scroll = ScrollColumn()
    scroll.resize(300, 200)
    texts = [GrowingTextEdit(f"Teks {n}", most_lines=80) for n in range(3)]
    for text in texts:
        scroll.column.addWidget(text)
    show(scroll)
    texts[2].setFocus()
    scroll.reveal(texts[2])
    texts[0].set_value("baris\n" * 30)

    def top() -> int:
        return texts[2].mapTo(scroll.viewport(), texts[2].rect().topLeft()).y()

    qtbot.waitUntil(lambda: texts[0].height() > 400 and 0 <= top() < 180)


def test_a_scrolled_ground_reveals_and_follows_the_caret(show, qtbot):
    scroll = ScrollColumn()
    scroll.resize(300, 200)
    texts = [GrowingTextEdit(f"Teks {n}", most_lines=80) for n in range(3)]
    for text in texts:
        text.set_value("baris\n" * 12)
        scroll.column.addWidget(text)
    show(scroll)
    scroll.reveal(texts[2])
    top = texts[2].mapTo(scroll.viewport(), texts[2].rect().topLeft()).y()
    assert 0 <= top <= 20
    scroll.verticalScrollBar().setValue(0)
    texts[0].setFocus()
    QTest.keyClick(texts[0], Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    def caret() -> int:
        return texts[0].viewport().mapTo(scroll.viewport(), texts[0].cursorRect().center()).y()

    qtbot.waitUntil(lambda: 0 <= caret() <= 200)
    texts[0].deleteLater()
    QApplication.processEvents()
    texts[1].setFocus()
    assert focused() is texts[1]


def test_a_text_that_goes_while_it_is_written_in_is_let_go_of(show, qtbot):
    scroll, text, after = ScrollColumn(), GrowingTextEdit("isi"), GrowingTextEdit("sesudah")
    scroll.column.addWidget(text)
    scroll.column.addWidget(after)
    show(scroll)
    text.setFocus()
    QTest.keyClicks(text, "a")
    text.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after.setFocus()
    scroll.resize(300, 120)
    after.insertPlainText("b\n" * 15)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 100)

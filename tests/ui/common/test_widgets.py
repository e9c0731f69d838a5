"""The common widgets: what they say, and that a person's words stay words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.common.buttons import GhostButton, IconButton, PrimaryButton
from ui.common.card import Card
from ui.common.chip import Chip
from ui.common.empty_state import EmptyState
from ui.common.field import FieldRow
from ui.common.flow_layout import FlowLayout
from ui.common.labels import ElidedLabel, PlainLabel, plain_tool_tip
from ui.common.line_edit import LineEdit
from ui.common.message_bar import MessageBar
from ui.common.saved_sign import SavedSign

MARKUP = "<b>R&D</b> &amp; <img src='/etc/passwd'>"


def test_every_label_reads_markup_as_text(show, words):
    ground = QWidget()
    column = QVBoxLayout(ground)
    widgets = [
        PlainLabel(MARKUP),
        ElidedLabel(MARKUP),
        Chip(MARKUP),
        Card(MARKUP, MARKUP),
        FieldRow(MARKUP, LineEdit("x"), MARKUP),
        EmptyState("users", MARKUP, MARKUP),
        MessageBar(words, MARKUP, "warning"),
    ]
    for widget in widgets:
        column.addWidget(widget)
    show(ground)
    labels = [label for label in ground.findChildren(QLabel) if label.text()]
    assert len(labels) >= 9
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("text", [MARKUP, "a < b", "&lt;b&gt;", "biasa & saja"])
def test_a_tool_tip_shows_what_was_typed(text: str):
    tip = plain_tool_tip(text)
    document = QTextDocument()
    if Qt.TextFormat and tip.startswith("<span"):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    assert document.toPlainText() == text


def test_a_button_keeps_ampersands_and_makes_no_mnemonic(show):
    button = show(GhostButton("R&D"))
    assert (button.text(), accessible_name(button)) == ("R&D", "R&D")
    assert button.shortcut().isEmpty()


def test_a_button_is_as_wide_as_its_words_icon_and_key(show):
    plain, full = GhostButton("Simpan"), GhostButton("Simpan", "save", "Ctrl+S")
    assert show(full).sizeHint().width() > show(plain).sizeHint().width() + 60


def test_an_icon_button_says_what_it_does(show):
    button = show(IconButton("Hapus <ini>", "trash-2"))
    assert accessible_name(button) == "Hapus <ini>"
    assert button.toolTip()


def test_an_elided_label_tells_the_whole_in_its_tip(show):
    label = show(ElidedLabel("kata " * 50))
    label.resize(90, 20)
    assert label.toolTip() == label.text()
    label.resize(4000, 20)
    assert label.toolTip() == ""


def test_a_cards_key_goes_to_its_first_field_past_the_head(show):
    ground = QWidget()
    column = QVBoxLayout(ground)
    card = Card("Peserta", keys="Alt+1")
    card.add_head_widget(IconButton("Lainnya", "ellipsis"))
    field, elsewhere = LineEdit("Nama"), LineEdit("Lain")
    card.body.addWidget(field)
    column.addWidget(card)
    column.addWidget(elsewhere)
    show(ground)
    elsewhere.setFocus()
    QTest.keyClick(elsewhere, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert focused() is field


def test_a_rows_guidance_is_read_with_its_field(show):
    field = LineEdit("Masalah")
    show(FieldRow("Masalah", field, "Sebutkan angka dasar."))
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface.text(QAccessible.Text.Description) == "Sebutkan angka dasar."


def test_the_saved_sign_says_each_state_in_words(show, words):
    sign = show(SavedSign(words))
    sign.show_saving()
    assert sign.text() == words("common.saved.saving")
    sign.show_saved("14.03")
    assert "14.03" in sign.text()
    sign.show_not_saved("{penuh} <b>")
    assert "{penuh} <b>" in sign.text()


def test_an_empty_states_button_asks_for_the_next_step(show):
    state = show(EmptyState("users", "Belum ada", "Tambahkan.", "Tambah"))
    pressed = []
    state.pressed.connect(lambda: pressed.append(1))
    state.button.setFocus()
    QTest.keyClick(state.button, Qt.Key.Key_Space)
    QTest.keyClick(state.button, Qt.Key.Key_Return)
    assert pressed == [1, 1]


class TestMessageBar:
    def test_its_action_runs_once_and_takes_it_away(self, show, words, qtbot):
        bar = show(MessageBar(words, "Dihapus", "success", "Urungkan"))
        said = []
        bar.action_pressed.connect(lambda: said.append("action"))
        bar.dismissed.connect(lambda: said.append("gone"))
        assert_all_named(bar)
        bar.findChildren(GhostButton)[0].click()
        assert said == ["action", "gone"]

    def test_escape_dismisses_it(self, show, words):
        bar = show(MessageBar(words, "Peringatan", "warning"))
        with_focus = bar.findChild(IconButton)
        with_focus.setFocus()
        QTest.keyClick(with_focus, Qt.Key.Key_Escape)
        assert not bar.isVisible()

    def test_it_passes_by_after_its_seconds(self, show, words, qtbot):
        ground = QWidget()
        elsewhere, bar = LineEdit("Lain"), MessageBar(words, "Tersimpan", "info", seconds=0.01)
        column = QVBoxLayout(ground)
        column.addWidget(elsewhere)
        column.addWidget(bar)
        show(ground)
        elsewhere.setFocus()
        with qtbot.waitSignal(bar.dismissed):
            bar.start()

    def test_it_waits_for_whoever_stands_on_it(self, show, words, qtbot):
        bar = show(MessageBar(words, "Dihapus", "info", "Urungkan", seconds=0.01))
        bar.findChildren(GhostButton)[0].setFocus()
        with qtbot.assertNotEmitted(bar.dismissed, wait=60):
            bar.start()


def test_a_disabled_primary_button_looks_disabled(show):
    button = show(PrimaryButton("Simpan"))
    before = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != before


def test_a_flow_shows_what_is_spare_only_where_room_is_left(show):
    ground = QWidget()
    flow, words, hints = FlowLayout(ground, 5), QWidget(), [QWidget(), QWidget()]
    for widget in (words, *hints):
        widget.setFixedHeight(20)
        widget.setMinimumWidth(100)
    flow.addWidget(words)
    for hint in hints:
        flow.add_spare(hint)
    show(ground)
    for width, shown in ((330, [True, True]), (250, [True, False]), (150, [False, False])):
        ground.resize(width, 40)
        flow.activate()
        assert flow.heightForWidth(width) == 20
        assert [hint.x() > 0 for hint in hints] == shown, width
    assert flow.count() == 3


def test_a_button_that_shows_its_icon_alone_tells_its_words_and_keys(show):
    button = show(GhostButton("Cetak", "printer", "Ctrl+P"))
    button.set_compact(True)
    assert button.toolTip() == "Cetak (Ctrl+P)"
    button.set_compact(False)
    assert button.toolTip() == ""

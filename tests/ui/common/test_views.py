"""Lists and tables as they look."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTableView

from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.common.card import Card
from ui.common.line_edit import LineEdit
from ui.common.scroll import ScrollColumn
from ui.common.views import prepare_list, prepare_table


def test_rows_don_t_overlap_in_a_list_that_scrolled_before_it_was_shown(show):
    view = QListView()
    prepare_list(view, "Peserta")
    model = QStringListModel(["satu", "dua", "tiga"], view)
    view.setModel(model)
    view.setCurrentIndex(model.index(2))
    card = Card("Peserta", padded=False)
    card.body.addWidget(view)
    show(card)
    tops = [view.visualRect(model.index(row)).top() for row in range(3)]
    assert tops[1] - tops[0] >= view.visualRect(model.index(0)).height()
    assert accessible_name(view) == "Peserta"


def test_tab_leaves_a_table(show):
    view = QTableView()
    prepare_table(view, "Matriks")
    show(view)
    assert not view.tabKeyNavigation()
    assert accessible_name(view) == "Matriks"


def test_a_scrolled_column_brings_the_focused_field_into_view(show):
    ground = ScrollColumn()
    fields = [LineEdit(f"Isian {n}") for n in range(40)]
    for field in fields:
        ground.column.addWidget(field)
    show(ground)
    ground.resize(300, 200)
    fields[0].setFocus()
    for _ in fields[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is fields[-1]
    assert fields[-1].mapTo(ground, fields[-1].rect().bottomLeft()).y() <= ground.height()
    assert_all_named(ground)

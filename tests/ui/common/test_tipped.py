"""Whose words are cut tells them whole below the pointer, and never as markup."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ui.common.row_list import Row, RowList

LONG = "<b>Rancangan</b> " + "target komitmen yang namanya panjang sekali " * 6


def test_a_row_tells_its_words_where_they_are_cut(show) -> None:
    view = RowList("Daftar", title_lines=1)
    view.set_rows([Row("a", "Singkat", "apa"), Row("b", LONG, "catatan")])
    view.resize(260, 160)
    show(view)
    told: list[str] = []
    for row in (0, 1):
        at = view.visualRect(view.model().index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
        told.append(QToolTip.text())
    assert told[0] == ""
    assert "&lt;b&gt;Rancangan" in told[1]
    assert told[1].endswith("catatan</span>")

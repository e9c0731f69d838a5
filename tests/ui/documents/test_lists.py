"""What can be exported is shown whole, also where its list became narrower."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.documents.lists import CheckedList

TITLE = "Memperbaiki pelayanan terminal agar warga mengetahui jadwal keberangkatan"


def test_a_long_name_keeps_all_its_lines_in_a_narrower_list(show):
    listed = CheckedList("Yang diekspor")
    listed.show_items([("a", TITLE, "Bilateral, 27 Agustus 2026")], ["a"], "a")
    show(listed)
    for width in (700, 260, 200):
        listed.resize(width, 400)
        QApplication.processEvents()
        row = listed.visualItemRect(listed.item(0))
        # A box, its gap and the padding stand before the words.
        room = row.adjusted(40, 0, -8, 0)
        words = listed.fontMetrics().boundingRect(
            0, 0, room.width(), 1000, Qt.TextFlag.TextWordWrap, listed.item(0).text()
        )
        assert row.height() >= words.height()

"""Marks of what changed, on the ground of a text that is written."""

from db.differences import word_differences
from ui.common.live_marks import LiveMarks
from ui.common.text_edit import GrowingTextEdit


def test_a_blank_is_marked_only_where_nothing_came_for_what_went(show):
    text = show(GrowingTextEdit("Masalah"))
    now = "Jalan desa 83 km rusak."
    text.set_value(now)
    before = "Jalan besar desa sebagian rusak."
    LiveMarks(text).show_spans(word_differences(before, now))
    marks = text.extraSelections()
    assert [one.cursor.selectedText() for one in marks] == [" ", "83 km"]
    assert marks[0].cursor.selectionStart() == len("Jalan")

"""What people paste in a meeting, into the desk's fields by real keys: text stays text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from db.text import clean
from tests.desktop.desk import Desk

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key

TEXTS = {
    "a hundred thousand letters": "Rembuk warga " * 7_700,
    "one word without an end": "x" * 20_000,
    "five thousand lines": "\n".join(f"Baris {number}" for number in range(5_000)),
    "people from many code points": "👩‍👩‍👧‍👦 🇮🇩 👍🏽 é ﬁ",
    "letters from right to left": "مرحبا بالعالم \u202eسري\u202c",
    "Javanese": "ꦧꦱꦗꦮ ꧋ꦲꦏ꧀ꦱꦫ",
    "markup": "<b>R&D</b> <img src='x'> &lt; </body><script>alert(1)</script>",
    "formulas": "=1+1 +SUM(A1) @x -1 |cmd",
    "letters that no document can carry": "a\x00b\x07c\x1b[31md\x7f\ufffe\x85e",
    "line ends of every kind": "satu\r\ndua\rtiga\u2028empat\u2029lima",
    "sequences that mean something elsewhere": "{0} %s ${x} \\n '; DROP TABLE points; -- ../..",
}


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    room = Desk(qtbot, tmp_path)
    room.begin()
    yield room
    room.close()


def paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.press(KEY.Key_V, CONTROL)


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_pasted_as_a_point_is_stored_and_shown_as_it_is(desk, name: str):
    text = TEXTS[name]
    desk.press(KEY.Key_2, ALT)
    paste(desk, text)
    desk.press(KEY.Key_Return)
    desk.write("sesudahnya")
    wanted = clean(text).rstrip()
    assert [point.text for point in desk.dossier().points] == [wanted, "sesudahnya"]
    assert [row.point.text for row in desk.points.point_rows()] == [wanted, "sesudahnya"]
    desk.window.grab()


@pytest.mark.parametrize("name", TEXTS)
def test_it_can_be_pasted_into_a_point_and_taken_back(desk, name: str):
    desk.write("satu")
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F2)
    paste(desk, TEXTS[name])
    desk.press(KEY.Key_Escape)
    assert desk.dossier().points[0].text == clean("satu" + TEXTS[name])
    desk.undo()
    assert desk.outline() == desk.shown() == ["1 satu"]


@pytest.mark.parametrize("name", ["letters that no document can carry", "markup", "Javanese"])
def test_fields_of_one_line_take_it_as_one_line(desk, name: str):
    desk.view.desk.side.show_page("data")
    desk.view.desk.side.details._form.field("place").setFocus()
    paste(desk, TEXTS[name])
    desk.settle()
    assert desk.dossier().meeting.place == " ".join(clean(TEXTS[name]).split("\n"))
    desk.window.grab()

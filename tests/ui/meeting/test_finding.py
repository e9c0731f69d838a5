"""What Ctrl+F finds on the desk, and how it is marked."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from db.search.letters import wanted_words
from db.snapshot import MeetingDossier
from resources.words import Words
from tests.exports.meetings import ID, a_full_meeting
from ui.common.marked_text import Marks
from ui.common.theme import load_theme
from ui.meeting.finding import ATTENDANCE, POINT, find_hits
from ui.meeting.point_letters import span_in_view
from ui.meeting.point_rows import build_rows


def found(dossier: MeetingDossier, text: str) -> list[tuple[str, str]]:
    rows = build_rows(Words("id"), dossier)
    return list(find_hits(rows, dossier.attendances, wanted_words(text)))


def test_points_are_found_by_text_speaker_and_reason_then_who_attends() -> None:
    dossier = a_full_meeting()
    points = [ID.format(100 + n) for n in range(8)]
    assert found(dossier, "jadwal") == [(POINT, points[2])]
    assert found(dossier, "anggaran kader") == [(POINT, points[4])], "reason and text together"
    kader = [key for kind, key in found(dossier, "jejaring") if kind == ATTENDANCE]
    assert kader == [ID.format(201)]
    assert found(dossier, "JEJARING")[0] == (POINT, points[4])
    assert found(dossier, "tidak ada ini") == found(dossier, "  ") == []


def test_the_words_are_marked_only_where_a_row_was_found() -> None:
    text = "Data warga 🌱 dan dátà desa"
    marks = Marks(["a"], wanted_words("data"))
    formats = marks.formats("a", text, load_theme("light"), (0, len(text)))
    # Qt counts the leaf as two.
    assert [(one.start, one.length) for one in formats] == [(0, 4), (18, 4)]
    assert marks.formats("b", text, load_theme("light"), (0, len(text))) == []


def test_of_a_very_long_text_only_what_is_in_view_is_marked(qtbot) -> None:
    text = "\n".join(f"data {number:04}" for number in range(5_000))
    marks = Marks(["a"], wanted_words("data"))
    layout = lay_out(text)
    view = span_in_view(layout, top=20 * LINE, bottom=24 * LINE)
    formats = marks.formats("a", text, load_theme("light"), view)
    # A line to spare at each end: Qt goes through all marks for each line that it draws.
    lines = [one.start // len("data 0000 ") for one in formats]
    assert lines[0] <= 20
    assert lines[-1] >= 24
    assert len(lines) < 10
    assert span_in_view(layout, top=-50, bottom=9_999 * LINE) == (0, len(text))


LINE = 20


def lay_out(text: str) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"))
    layout.beginLayout()
    top = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1000)
        line.setPosition(QPointF(0, top))
        top += LINE
    layout.endLayout()
    return layout

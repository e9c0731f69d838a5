"""What Ctrl+F finds on the desk, and how it is marked."""

from db.search.letters import wanted_words
from db.snapshot import MeetingDossier
from resources.words import Words
from tests.exports.meetings import ID, a_full_meeting
from ui.common.marked_text import Marks
from ui.common.theme import load_theme
from ui.meeting.finding import ATTENDANCE, POINT, find_hits
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
    formats = marks.formats("a", text, load_theme("light"))
    # Qt counts the leaf as two.
    assert [(one.start, one.length) for one in formats] == [(0, 4), (18, 4)]
    assert marks.formats("b", text, load_theme("light")) == []

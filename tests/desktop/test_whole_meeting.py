"""A meeting from an empty workspace to its final minutes, by a person who has only a keyboard."""

from itertools import cycle, islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.queries.meetings import list_meetings, meeting_dossier
from db.rules import in_order
from resources.words import Words
from tests.desktop.hand import ALT, CONTROL, KEY, Hand
from tests.exports.pdf_reading import page_texts, read_words
from tests.screens.tour import start
from ui.meeting.details import MeetingDetails

WORDS = Words("id")
TITLE = "Jadwal Posyandu yang Terbuka hingga Tingkat Dusun"
PEOPLE = (
    "Direktorat Gizi, Perencanaan, dan Data Keluarga (DGPDK), Kemenkes",
    "Biro Hukum, Kemenkes",
    "Pusat Data, Kemenkes",
    "Subdirektorat Layanan Dasar, Kementerian PAN dan RB",
    "Bagian Perencanaan, Dinas Kesehatan Muara Seruni",
    "Bidang Gizi, Dinas Kesehatan Muara Seruni",
    "Sekretariat Desa Sehat",
    "Jejaring Kader Posyandu Nusantara (JKPN)",
    "Forum Ibu Muara",
    "Radio Warga",
    "Yayasan Tumbuh Bersama",
    "Sekretariat Rencana Aksi Muara Seruni",
)
SAID = (
    "Menindaklanjuti kick off; hadir 83%.",
    "SiPandu-KIA! dan bantuan@dinas.example tetap.",
    "Diumumkan #JadiTerbuka & radio <Warga> 3x.",
    "Peraturan 3/2017 memberi mandat.",
)
POINTS = [f"{text} ({number})" for number, text in enumerate(islice(cycle(SAID), 17), 1)]


def test_twelve_people_and_seventeen_points_become_final_minutes_by_keys_alone(
    qtbot, tmp_path: Path
):
    def wait(done):
        qtbot.waitUntil(done, timeout=20_000)

    app = QApplication.instance()
    program = start(app, tmp_path / "w.db", "id", "light", wait, tmp_path / "settings.json")
    qtbot.addWidget(program.window)
    program.window.resize(1366, 690)
    paper = tmp_path / "notulen.pdf"
    program.dialogs.pick_target = lambda *_: paper
    program.dialogs.open_path = lambda _: None
    hand = Hand(program, wait)

    _make_plan(hand)
    _make_commitment(hand)
    _hold_meeting(hand)
    hand.press(KEY.Key_1, ALT)
    hand.enter(*PEOPLE)
    hand.press(KEY.Key_2, ALT)
    hand.enter(*POINTS)

    program.store.flush()
    meeting = program.store.read(list_meetings)[0]
    dossier = program.store.read(meeting_dossier, meeting.id)
    # Signs inside of words, and those that nothing was chosen for, stay as they were typed.
    assert [point.text for point in in_order(dossier.points)] == POINTS
    listed = [", ".join(filter(None, (a.unit, a.organisation))) for a in dossier.attendances]
    assert listed == list(PEOPLE)

    _finish(hand, paper)
    _check_paper(paper.read_bytes())
    program.window.close()


def _make_plan(hand: Hand) -> None:
    hand.press(KEY.Key_Return)
    hand.fill(WORDS("home.plan.title"), "Rencana Aksi Muara Seruni 2026-2028")
    hand.fill(WORDS("home.plan.organiser"), "Pemerintah Kota Muara Seruni")


def _make_commitment(hand: Hand) -> None:
    hand.press(KEY.Key_3, CONTROL)
    hand.press(KEY.Key_N, CONTROL)
    hand.type(TITLE)
    hand.tab_to(WORDS("canvas.milestones.add"))
    hand.press(KEY.Key_Return)
    hand.type("Jadwal terbit di 40 dusun")


def _hold_meeting(hand: Hand) -> None:
    hand.press(KEY.Key_2, CONTROL)
    hand.press(KEY.Key_N, CONTROL)
    hand.choose(0)
    hand.enter("Posyandu yang Terbuka")
    fields = {
        "date": "5 Maret 2026", "start_time": "13.30", "end_time": "15.00",
        "place": "Ruang Seruni", "chair": "Kepala Dinas", "subtitle": "Pembahasan Usulan",
    }  # fmt: skip
    for name, text in fields.items():
        hand.fill(WORDS(f"meetings.fields.{name}"), text)


def _finish(hand: Hand, paper: Path) -> None:
    details = hand.program.window.findChild(MeetingDetails)
    hand.wait(lambda: details._finalise.isVisibleTo(details))
    hand.press(KEY.Key_3, ALT, times=2)
    hand.tab_to(WORDS("finalise.finalise"))
    hand.agree(lambda: hand.press(KEY.Key_Return))
    hand.press(KEY.Key_E, CONTROL)
    hand.wait(lambda: paper.exists() and not hand.program.workers.is_busy())


def _check_paper(data: bytes) -> None:
    pages = [" ".join(text.split()) for text in page_texts(data)]
    said = " ".join(read_words(data))
    assert said.startswith("PEMERINTAH KOTA MUARA SERUNI NOTULEN RAPAT Pembahasan Usulan Topik:")
    for line in (
        "Kamis, 5 Maret 2026", "13.30-15.00 WIB", "Ruang Seruni", "Kepala Dinas",
        *(f"{n}. {text}" for n, text in enumerate(PEOPLE, 1)),
        *(f"{n}. {text}" for n, text in enumerate(POINTS, 1)),
    ):  # fmt: skip
        assert line in said, line
    assert "DRAF" not in said
    assert "Versi 1" in pages[0]
    # The appendix comes last, on a page of its own.
    assert "Ringkasan Hasil Pembahasan Usulan Aksi" in pages[-1]
    assert TITLE.split()[0] in pages[-1]
    assert "Jadwal terbit di 40 dusun" in pages[-1]

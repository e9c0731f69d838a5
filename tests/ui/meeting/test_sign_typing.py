"""Signs in the next point's text: what is taken vanishes and is chosen, all else stays."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Attendance, Commitment, Meeting, Plan
from db.snapshot import CommitmentDossier, KnownAttendance, MeetingDossier
from resources.words import Words
from tests.ui.helpers import assert_all_named
from ui.common.labels import PlainLabel
from ui.meeting.composer import Composer
from ui.meeting.point_picks import PointChoices

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def uid(number: int) -> str:
    return str(UUID(int=number))


KNOWN = [
    KnownAttendance("", "Forum Tirta", uid(1), "cso", ("Forum Tirta", "FT", "Tirta Foundation")),
    KnownAttendance("", "Transparansi Kota", uid(2), "cso", ("Transparansi Kota",)),
    *(KnownAttendance("", f"Lembaga {n}", uid(n), "cso", (f"Lembaga {n}",)) for n in range(3, 200)),
]


def choices(words: Words, commitments: int = 2) -> PointChoices:
    """What can be chosen in a meeting of two, about two commitments."""
    plan = Plan(id=uid(300), form="ogi-2018")
    meeting = Meeting(id=uid(301), plan_id=plan.id, date="2018-08-24")
    here = (
        {"person": "Rima Kelana", "organisation": "Transit"},
        {"unit": "Biro Perencanaan", "organisation": "Kemendes"},
    )
    lines = [
        Attendance(id=uid(310 + n), meeting_id=meeting.id, **one) for n, one in enumerate(here)
    ]
    found = [
        Commitment(id=uid(320 + n), plan_id=plan.id, number=n, title=f"Judul {n}")
        for n in range(1, commitments + 1)
    ]
    dossiers = tuple(CommitmentDossier(plan, one) for one in found)
    dossier = MeetingDossier(plan, meeting, tuple(lines), commitments=dossiers)
    return PointChoices(words, dossier, tuple(KNOWN))


class Page(QWidget):
    """The next point at the window's bottom."""

    def __init__(self, words) -> None:
        super().__init__()
        self.composer = Composer(words)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.composer)
        self.composer.set_choices(choices(words), None)
        self.told: list[dict] = []
        self.left: list[str] = []
        self.composer.draft_edited.connect(lambda _, values: self.told.append(values))
        self.composer.draft_left.connect(self.left.append)
        self.resize(560, 560)

    @property
    def text(self) -> str:
        return self.composer.text.value()

    def type(self, text: str) -> None:
        for letter in text:
            keys = {"⏎": KEY.Key_Return, "⇥": KEY.Key_Tab, "↓": KEY.Key_Down, "⎋": KEY.Key_Escape}
            if letter in keys:
                QTest.keyClick(self.composer.text, keys[letter])
            elif not letter.isascii():
                self.composer.text.insertPlainText(letter)
            else:
                QTest.keyClicks(self.composer.text, letter)

    def offered(self) -> list[str]:
        signs = self.composer.signs
        return [row.title for row in signs._list.list.rows()] if signs.is_open() else []

    def saved(self) -> dict:
        """Enter, and what was told last."""
        self.type("⏎")
        assert len(self.left) == 1
        return self.told[-1]


@pytest.fixture
def page(show, indonesian) -> Page:
    made = Page(indonesian)
    show(made)
    made.composer.text.setFocus()
    return made


def test_a_follow_up_is_told_by_signs_and_its_day_by_words(page):
    page.type("Usulan dua kota disampaikan @fou")
    assert page.offered() == ["FT", "Seperti diketik: fou"]
    page.type("⏎!tindak-lanjut⏎21 Sep")
    assert page.text == "Usulan dua kota disampaikan 21 Sep"
    assert page.composer.task.until.text() == "Tenggat 21 Sep 2018?"
    QTest.keyClick(page.composer.text, KEY.Key_D, ALT)
    page.type(" #2-masalah⇥")
    assert page.saved() == {
        "text": "Usulan dua kota disampaikan 21 Sep", "kind": "follow_up",
        "raised_by": "FT", "raised_by_id": uid(1), "owner": "FT", "owner_id": uid(1),
        "due": "2018-09-21", "commitment_id": uid(322), "canvas_field": "problem",
        "parent_id": None, "visibility": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Usul @rima⏎ lanjut", "Usul lanjut"),
        ("Usul @rima⏎, lanjut", "Usul, lanjut"),
        ("@rima⏎ Usul", "Usul"),
        ("Usul @rima⏎  lanjut", "Usul  lanjut"),
        ("Usul (@rima⏎ lanjut", "Usul ( lanjut"),
    ],
)
def test_a_blank_typed_by_habit_after_a_sign_is_not_a_second_one(page, typed: str, text: str):
    page.type(typed)
    assert page.text == text


def test_a_sign_taken_before_a_stop_leaves_no_blank_and_undo_gives_all_back(page):
    page.type("Usul . Lalu")
    for _ in range(len(". Lalu")):
        QTest.keyClick(page.composer.text, KEY.Key_Left)
    page.type("@rima⏎")
    assert page.text == "Usul. Lalu"
    QTest.keyClick(page.composer.text, KEY.Key_Z, CONTROL)
    assert page.text == "Usul @rima. Lalu"


def test_without_commitments_the_list_says_so_and_how_to_choose_one(page):
    page.composer.set_choices(choices(page.composer._words, commitments=0), None)
    page.type("Lihat #")
    signs = page.composer.signs
    assert signs.is_open()
    said = " ".join(label.text() for label in signs._list.findChildren(PlainLabel))
    assert page.composer._words("signs.no_commitment") in said
    assert page.composer._words("signs.choose_commitment") in said
    # It takes no key away from whoever writes on, and is gone with the next letter.
    page.type("3↓")
    assert not signs.is_open()
    page.type(" dan #⏎")
    assert page.told[-1]["text"] == "Lihat #3 dan #"


def test_the_day_is_only_offered_and_the_owner_can_be_another(page):
    page.type("!tl⏎Surat 21 Sep, 31 Feb @rima⏎")
    assert page.composer.task.until.text() == "Tenggat 21 Sep 2018?"
    page.composer.task.chosen.emit({"owner": "Biro", "owner_id": None})
    page.type("@ft⏎")
    saved = page.saved()
    assert (saved["raised_by"], saved["owner"], saved["due"]) == ("FT", "Biro", "")
    assert saved["text"] == "Surat 21 Sep, 31 Feb"
    page.type("Surat 31 Feb")
    assert not page.composer.task.until.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        "Kanal SP4N-LAPOR!", "Gerakan #JadiOpen", "surat ke budi@contoh.go.id", "Catat!",
        "Setuju !", "@desa", "!segera dibahas", "@rima dan lainnya", "@TII ", "😀@ft",
    ],
)  # fmt: skip
def test_what_is_not_chosen_stays_as_typed(page, text: str):
    page.type(text)
    saved = page.saved()
    assert saved["text"] == text.rstrip()
    assert (saved["kind"], saved["raised_by"], saved["canvas_field"]) == ("note", "", "")


def test_enter_after_a_blank_goes_on_but_a_whole_name_is_taken(page):
    page.type("@biro per")
    assert page.offered() == ["Kemendes · Biro Perencanaan", "Seperti diketik: biro per"]
    page.type("⇥!tindak lanjut⏎")
    assert page.text == ""
    page.type("Kirim @rima k")
    assert page.offered()
    saved = page.saved()
    assert (saved["text"], saved["kind"]) == ("Kirim @rima k", "follow_up")
    assert saved["raised_by"] == "Kemendes · Biro Perencanaan"


def test_the_list_follows_what_is_typed_and_closes(page):
    page.type("Kota @")
    assert page.offered()[:3] == ["Rima Kelana", "Kemendes · Biro Perencanaan", "FT"]
    page.type("tran")
    assert page.offered() == ["Rima Kelana", "Transparansi Kota", "Seperti diketik: tran"]
    assert page.composer.text.hasFocus()
    assert_all_named(page)
    page.type("⎋")
    assert page.offered() == []
    page.type("s⏎")
    assert page.told[-1]["text"] == "Kota @trans"
    page.type("#zzz")
    assert page.offered() == []
    QTest.keyClick(page.composer.text, KEY.Key_Backspace)
    QTest.keyClick(page.composer.text, KEY.Key_Backspace)
    QTest.keyClick(page.composer.text, KEY.Key_Backspace)
    assert page.offered()[0] == "Seluruh komitmen"
    QTest.keyClick(page.composer.text, KEY.Key_Left)
    assert page.offered() == []


def test_a_name_of_no_list_is_taken_as_typed_and_arrows_choose(page):
    page.type("@Wulan↓⏎Setuju 😀 !↓↓⏎")
    assert page.told[-1]["raised_by"] == "Wulan"
    assert (page.text, page.told[-1]["kind"]) == ("Setuju 😀 ", "input")


def test_undo_gives_the_sign_back_and_what_was_chosen_before(page):
    page.type("Kota @ft⏎@rima⏎")
    text = page.composer.text
    assert (page.text, page.told[-1]["raised_by"]) == ("Kota ", "Rima Kelana")
    QTest.keyClick(text, KEY.Key_Z, CONTROL)
    assert (page.text, page.told[-1]["raised_by"]) == ("Kota @rima", "FT")
    assert page.offered() == []
    QTest.keyClick(text, KEY.Key_Y, CONTROL)
    assert (page.text, page.told[-1]["raised_by"]) == ("Kota ", "Rima Kelana")
    for _ in range(9):
        QTest.keyClick(text, KEY.Key_Z, CONTROL)
    assert (page.text, page.composer.picks.shown(["raised_by"])) == ("", {"raised_by": ""})


def test_the_list_stays_in_the_window_and_off_the_text(page):
    page.type("@")
    assert page.composer.signs.is_open()
    shown = page.composer.signs._list
    assert page.rect().contains(shown.geometry())
    text = page.composer.text
    assert not shown.geometry().intersects(QRect(text.mapTo(page, QPoint()), text.size()))
    page.composer.text.clearFocus()
    assert shown.isHidden()

"""The note-taker's desk over a real register, by keyboard: what is typed is there."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from db.commands.meetings import create_meeting
from db.commands.points import delete_points
from db.commands.records import add_record, delete_records, edit_fields
from db.exchange.receive import receive
from db.models import RevisionRow
from db.queries.meetings import list_meetings, meeting_dossier
from db.queries.records import get_record
from db.recorder import Recorder
from db.records import Attendance, Commitment, Meeting, Organisation, Plan, Point
from db.rules import number_points
from db.workspace import Author, Workspace
from desktop.controllers.meetings import MeetingsController
from tests.desktop.room import Room
from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.common.line_edit import LineEdit
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.progress import ProgressDialog
from ui.meeting.invitee_dialog import InviteeDialog

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, KEY = Qt.KeyboardModifier.ShiftModifier, Qt.Key
LONG = "Rembuk warga " * 7_700


def new_id() -> str:
    return str(uuid4())


class Desk(Room):
    """The meetings screen in its window."""

    def open(self) -> None:
        self.controller = MeetingsController(self.parts())
        self.view = self.controller.view
        self.show(self.controller)

    def add(self, record):
        """Store a record behind the screen's back."""
        add_record(self.workspace, self.store.author, record)
        return record

    def begin(self, **values) -> Meeting:
        """Make a plan with a meeting and open it on the desk."""
        self.plan = self.add(Plan(id=new_id(), short_title="Muara Seruni", form="ogi-2018"))
        self.commitment = self.add(
            Commitment(id=new_id(), plan_id=self.plan.id, number=1, title="Jadwal terbuka")
        )
        values.setdefault("commitment_ids", (self.commitment.id,))
        meeting = self.add(
            Meeting(id=new_id(), plan_id=self.plan.id, kind="bilateral", topic="Jadwal", **values)
        )
        self.place.show("plans", self.plan.id)
        self.place.show("meetings", meeting.id)
        self.open()
        return meeting

    def dossier(self):
        return self.store.read(meeting_dossier, self.place.record("meetings"))

    def outline(self) -> list[str]:
        points = number_points(self.dossier().points)
        return [f"{'  ' * p.depth}{p.number} {p.point.text}" for p in points]

    def shown(self) -> list[str]:
        rows = self.view.desk.points.list.point_rows()
        return [f"{'  ' * row.depth}{row.number} {row.point.text}" for row in rows]

    def attendances(self) -> list[tuple[str, str]]:
        return [(line.unit, line.organisation) for line in self.dossier().attendances]

    def write(self, *texts: str) -> None:
        """Write points, each with Enter."""
        self.press(KEY.Key_2, ALT)
        for text in texts:
            self.type(text)
            self.press(KEY.Key_Return)

    def pick(self, key: Qt.Key, text: str) -> None:
        """Choose from the list that Alt with a key opens."""
        self.press(key, ALT)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClicks(popup.line, text)
        QTest.keyClick(popup.line, KEY.Key_Return)

    def come_back(self) -> None:
        """Make the window active again, which this platform forgets after a menu."""
        QApplication.processEvents()
        self.window.activateWindow()
        QApplication.processEvents()

    def undo(self) -> None:
        self.press(KEY.Key_Z, CONTROL)

    def redo(self) -> None:
        self.press(KEY.Key_Y, CONTROL)

    @property
    def points(self):
        return self.view.desk.points.list


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    room = Desk(qtbot, tmp_path)
    yield room
    room.close()


@pytest.fixture
def english(qtbot, tmp_path: Path):
    room = Desk(qtbot, tmp_path, language="en", name="e.db")
    yield room
    room.close()


class TestNewPoints:
    def test_enter_stores_and_opens_the_next(self, desk):
        desk.begin()
        desk.write("satu", "dua")
        assert desk.outline() == desk.shown() == ["1 satu", "2 dua"]
        assert focused() is desk.view.desk.points.composer.text
        assert accessible_name(focused()) == "Butir baru 3"

    def test_half_a_sentence_is_durable_within_a_second(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        with desk.qtbot.waitSignal(desk.store.saved, timeout=10_000):
            desk.type("Usulan dua ko")
        assert desk.outline() == ["1 Usulan dua ko"]
        with desk.qtbot.waitSignal(desk.store.saved, timeout=10_000):
            desk.type("ta")
        assert desk.outline() == ["1 Usulan dua kota"]
        assert desk.shown() == []
        desk.press(KEY.Key_Return)
        assert desk.shown() == ["1 Usulan dua kota"]

    def test_a_point_is_one_step_of_undo_however_long_it_took(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        for part in ("Usulan", " dua", " kota"):
            desk.type(part)
            desk.store.flush()
        desk.press(KEY.Key_Return)
        desk.undo()
        assert desk.outline() == desk.shown() == []
        desk.redo()
        assert desk.outline() == desk.shown() == ["1 Usulan dua kota"]

    def test_one_visit_is_one_revision(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        for part in ("Usulan", " dua", " kota"):
            desk.type(part)
            desk.store.flush()
        desk.press(KEY.Key_Return)
        (point,) = desk.dossier().points
        with desk.workspace.read() as session:
            found = [r for r in session.exec(select(RevisionRow)) if r.record_id == point.id]
        assert [r.value for r in found if r.field == "text"] == ["Usulan dua kota"]

    def test_undo_of_the_letters_comes_first_and_leaves_nothing_behind(self, desk):
        desk.begin()
        desk.write("satu")
        desk.type("dua")
        desk.store.flush()
        desk.undo()
        assert (desk.outline(), desk.view.desk.points.composer.draft_id) == (["1 satu"], "")
        desk.undo()
        assert desk.outline() == desk.shown() == []

    def test_emptied_text_leaves_no_point_even_after_something_else(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.type("ab")
        desk.store.flush()
        desk.store.run(edit_fields, "meetings", desk.place.record("meetings"), {"place": "Balai"})
        assert desk.outline() == ["1 ab"]
        desk.press(KEY.Key_Backspace)
        desk.press(KEY.Key_Backspace)
        assert desk.outline() == []
        assert desk.dossier().meeting.place == "Balai"

    def test_a_point_taken_back_from_elsewhere_leaves_the_field(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.type("satu")
        desk.press(KEY.Key_1, ALT)
        desk.undo()
        assert desk.view.desk.points.composer.text.value() == ""
        assert desk.outline() == []
        desk.redo()
        assert desk.shown() == ["1 satu"]

    def test_shift_enter_is_a_new_line(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.type("satu")
        desk.press(KEY.Key_Return, SHIFT)
        desk.type("lagi")
        desk.press(KEY.Key_Return)
        assert desk.dossier().points[0].text == "satu\nlagi"

    def test_tab_at_the_start_makes_a_sub_point_and_goes_on_with_its_siblings(self, desk):
        desk.begin()
        desk.write("satu")
        desk.press(KEY.Key_Tab)
        desk.write("anak", "adik")
        desk.press(KEY.Key_Return)
        desk.write("dua")
        assert desk.outline() == ["1 satu", "  a anak", "  b adik", "2 dua"]

    def test_shift_tab_promotes_what_is_being_written(self, desk):
        desk.begin()
        desk.write("satu")
        desk.press(KEY.Key_Tab)
        desk.type("dua")
        desk.press(KEY.Key_Home)
        desk.press(KEY.Key_Tab, SHIFT)
        desk.press(KEY.Key_Return)
        assert desk.outline() == ["1 satu", "2 dua"]

    def test_kind_speaker_and_part_are_chosen_by_key_and_belong_to_the_same_step(self, desk):
        meeting = desk.begin()
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, organisation="JKS"))
        desk.controller.invalidate()
        desk.press(KEY.Key_2, ALT)
        desk.type("Tambah kota")
        desk.pick(KEY.Key_J, "masuk")
        desk.pick(KEY.Key_O, "jks")
        desk.pick(KEY.Key_K, "masalah")
        desk.type(" lagi")
        desk.press(KEY.Key_Return)
        (point,) = desk.dossier().points
        assert (point.text, point.kind, point.raised_by) == ("Tambah kota lagi", "input", "JKS")
        assert (point.commitment_id, point.canvas_field) == (desk.commitment.id, "problem")
        (row,) = desk.points.point_rows()
        assert (row.note, row.about) == ("JKS", "B. Masalah masyarakat")
        desk.undo()
        assert desk.outline() == []

    def test_a_follow_up_has_its_own_from_the_first_letter(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.pick(KEY.Key_J, "tindak")
        desk.type("Surat ")
        desk.store.flush()
        desk.type("dikirim")
        desk.press(KEY.Key_Return)
        (owned,) = desk.dossier().follow_ups
        assert (owned.text, owned.status) == ("Surat dikirim", "open")
        desk.undo()
        assert desk.dossier().follow_ups == ()

    def test_signs_and_a_day_in_words_make_a_follow_up_with_owner_and_due_date(self, desk):
        meeting = desk.begin(date="2018-08-24")
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, organisation="JKS"))
        desk.controller.invalidate()
        desk.press(KEY.Key_2, ALT)
        desk.type("Surat ke budi@contoh.go.id minggu depan !tin")
        desk.press(KEY.Key_Return)
        desk.store.flush()
        desk.press(KEY.Key_D, ALT)
        desk.type("@jk")
        desk.press(KEY.Key_Return)
        desk.press(KEY.Key_Return)
        (owned,) = desk.dossier().follow_ups
        assert (owned.text, owned.owner, owned.due) == (
            "Surat ke budi@contoh.go.id minggu depan", "JKS", "2018-08-31",
        )  # fmt: skip
        assert desk.points.point_rows()[0].follow_up == owned
        desk.undo()
        assert (desk.outline(), desk.dossier().follow_ups) == ([], ())
        desk.redo()
        assert desk.dossier().follow_ups == (owned,)

    def test_new_points_are_about_the_only_commitment(self, desk):
        desk.begin()
        desk.write("satu")
        assert desk.dossier().points[0].commitment_id == desk.commitment.id

    def test_leaving_the_screen_keeps_the_text_and_the_point(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.type("setengah")
        desk.store.flush()
        desk.place.go("home")
        desk.place.go("meetings")
        desk.press(KEY.Key_2, ALT)
        desk.type(" jadi")
        desk.press(KEY.Key_Return)
        assert desk.outline() == desk.shown() == ["1 setengah jadi"]

    def test_another_meeting_gets_nothing_of_it(self, desk):
        meeting = desk.begin()
        other = desk.add(Meeting(id=new_id(), plan_id=desk.plan.id, kind="kickoff"))
        desk.press(KEY.Key_2, ALT)
        desk.type("setengah")
        desk.place.show("meetings", other.id)
        assert (desk.outline(), desk.view.desk.points.composer.text.value()) == ([], "")
        desk.place.show("meetings", meeting.id)
        assert desk.shown() == ["1 setengah"]

    def test_a_new_screen_shows_a_half_written_point_as_a_point(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.type("setengah")
        desk.store.flush()
        fresh = MeetingsController(desk.parts())
        desk.show(fresh)
        fresh.bring_up_to_date()
        assert [r.point.text for r in fresh.view.desk.points.list.point_rows()] == ["setengah"]

    @pytest.mark.parametrize("text", ["R&D <b>kuat</b>", "=1+1", "SP4N-LAPOR! @desa #JadiOpen {n}"])
    def test_signs_stay_as_they_are_typed(self, desk, text: str):
        desk.begin()
        desk.write(text)
        assert desk.dossier().points[0].text == text
        assert text in desk.points.model().data(desk.points.model().index(0, 0))

    def test_with_the_storage_away_writing_goes_on_and_is_stored_when_it_is_back(
        self, desk, tmp_path: Path
    ):
        desk.begin()
        desk.write("satu")
        away = tmp_path.with_name(tmp_path.name + "-away")
        tmp_path.rename(away)
        with desk.qtbot.waitSignal(desk.store.not_saved):
            desk.write("dua", "tiga")
        desk.type("em")
        away.rename(tmp_path)
        desk.qtbot.waitUntil(lambda: desk.store.unsaved == (), timeout=5000)
        assert desk.shown() == ["1 satu", "2 dua", "3 tiga"]
        desk.type("pat")
        desk.press(KEY.Key_Return)
        assert desk.outline() == desk.shown() == ["1 satu", "2 dua", "3 tiga", "4 empat"]


class TestEditing:
    def test_a_point_is_edited_in_place_and_stored_by_itself(self, desk):
        desk.begin()
        desk.write("satu", "dua")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Up)
        desk.press(KEY.Key_F2)
        with desk.qtbot.waitSignal(desk.store.saved, timeout=10_000):
            desk.type(" lagi")
        assert desk.outline() == ["1 satu lagi", "2 dua"]
        desk.press(KEY.Key_Return)
        assert focused() is desk.points
        assert desk.shown() == ["1 satu lagi", "2 dua"]

    def test_undo_and_redo_show_in_the_open_editor(self, desk):
        desk.begin()
        desk.write("satu")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        desk.type("!")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        desk.undo()
        assert (desk.outline(), desk.points.editor.text.value()) == (["1 satu"], "satu")
        desk.redo()
        assert (desk.outline(), desk.points.editor.text.value()) == (["1 satu!"], "satu!")

    def test_tab_and_shift_tab_at_the_start_change_the_level(self, desk):
        desk.begin()
        desk.write("satu", "dua")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        desk.press(KEY.Key_Home)
        desk.press(KEY.Key_Tab)
        assert desk.outline() == desk.shown() == ["1 satu", "  a dua"]
        assert focused() is desk.points.editor.text
        desk.press(KEY.Key_Tab, SHIFT)
        assert desk.shown() == ["1 satu", "2 dua"]
        desk.undo()
        assert desk.shown() == ["1 satu", "  a dua"]
        desk.undo()
        assert desk.shown() == ["1 satu", "2 dua"]

    def test_keys_of_the_list_move_and_change_levels(self, desk):
        desk.begin()
        desk.write("satu", "dua", "tiga")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Up, ALT)
        assert desk.outline() == desk.shown() == ["1 satu", "2 tiga", "3 dua"]
        assert focused() is desk.points
        desk.press(KEY.Key_Right, ALT)
        assert desk.shown() == ["1 satu", "  a tiga", "2 dua"]
        desk.press(KEY.Key_Left, ALT)
        desk.press(KEY.Key_Down, ALT)
        assert desk.outline() == desk.shown() == ["1 satu", "2 dua", "3 tiga"]
        for _ in range(4):
            desk.undo()
        assert desk.shown() == ["1 satu", "2 dua", "3 tiga"]
        for _ in range(2):
            desk.redo()
        assert desk.shown() == ["1 satu", "  a tiga", "2 dua"]

    def test_delete_takes_sub_points_along_and_offers_undo(self, desk):
        desk.begin()
        desk.write("satu")
        desk.press(KEY.Key_Tab)
        desk.write("anak")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Up)
        desk.press(KEY.Key_Delete)
        assert desk.outline() == desk.shown() == []
        assert desk.told[-1] == ("info", "2 butir dihapus.")
        desk.actions[desk.words("meetings.undo")]()
        assert desk.outline() == desk.shown() == ["1 satu", "  a anak"]

    def test_several_are_selected_and_deleted_in_one_step(self, desk):
        desk.begin()
        desk.write("satu", "dua", "tiga")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Up, SHIFT)
        desk.press(KEY.Key_Delete)
        assert desk.shown() == ["1 satu"]
        desk.undo()
        assert desk.shown() == ["1 satu", "2 dua", "3 tiga"]

    def test_an_input_gets_its_answer_and_reason(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.pick(KEY.Key_J, "masukan")
        desk.write("Tambah kota")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        editor = desk.points.editor
        editor.response.setFocus()
        desk.press(KEY.Key_Return)
        popup = QApplication.activePopupWidget()
        QTest.keyClicks(popup.line, "disesu")
        QTest.keyClick(popup.line, KEY.Key_Return)
        editor.reason.setFocus()
        desk.type("Bertahap")
        desk.press(KEY.Key_Escape)
        (point,) = desk.dossier().points
        assert (point.response, point.reason) == ("adapted", "Bertahap")
        assert [text for text, _ in desk.points.point_rows()[0].chips] == ["masukan", "disesuaikan"]
        desk.undo()
        desk.undo()
        assert (desk.dossier().points[0].response, desk.dossier().points[0].reason) == ("", "")

    def test_a_follow_up_gets_owner_and_due_date(self, desk):
        desk.begin()
        desk.write("Surat dikirim")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        desk.pick(KEY.Key_J, "tindak")
        editor = desk.points.editor
        assert focused() is editor.text
        editor.owner.setFocus()
        desk.press(KEY.Key_Return)
        popup = QApplication.activePopupWidget()
        QTest.keyClicks(popup.line, "Bappeda Kota")
        QTest.keyClick(popup.line, KEY.Key_Return)
        desk.come_back()
        editor.text.setFocus()
        desk.press(KEY.Key_D, ALT)
        desk.type("14 September 2018")
        desk.press(KEY.Key_Escape)
        (owned,) = desk.dossier().follow_ups
        assert (owned.owner, owned.due, owned.text) == (
            "Bappeda Kota",
            "2018-09-14",
            "Surat dikirim",
        )
        assert "Bappeda Kota" in desk.points.point_rows()[0].more

    def test_signs_and_a_day_in_words_work_in_place_too(self, desk):
        meeting = desk.begin(date="2018-08-24")
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, organisation="JKS"))
        desk.controller.invalidate()
        desk.write("Surat dikirim 21 Sep")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        desk.type(" !tin")
        desk.press(KEY.Key_Return)
        desk.type("@jks")
        desk.press(KEY.Key_Tab)
        assert focused() is desk.points.editor.text
        desk.press(KEY.Key_D, ALT)
        desk.press(KEY.Key_Z, CONTROL)
        assert desk.points.editor.text.value() == "Surat dikirim 21 Sep @jks"
        assert desk.dossier().points[0].raised_by == ""
        desk.press(KEY.Key_Y, CONTROL)
        desk.press(KEY.Key_Return)
        (owned,) = desk.dossier().follow_ups
        (point,) = desk.dossier().points
        assert (point.text, point.raised_by) == ("Surat dikirim 21 Sep ", "JKS")
        assert (point.kind, owned.due) == ("follow_up", "2018-09-21")

    def test_a_text_edited_further_reaches_its_follow_up(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.pick(KEY.Key_J, "tindak")
        desk.write("Surat")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        for part in (" dikirim", " lagi"):
            desk.type(part)
            desk.store.flush()
        desk.press(KEY.Key_Escape)
        assert desk.dossier().follow_ups[0].text == "Surat dikirim lagi"
        desk.undo()
        assert (desk.outline(), desk.dossier().follow_ups[0].text) == (["1 Surat"], "Surat")

    def test_a_click_opens_the_row_and_the_field_below_closes_it(self, desk):
        desk.begin()
        desk.write("satu", "dua")
        place = desk.points.visualRect(desk.points.model().index(0, 0)).center()
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(desk.points.viewport(), left, Qt.KeyboardModifier.NoModifier, place)
        assert focused() is desk.points.editor.text
        desk.type("?")
        desk.press(KEY.Key_2, ALT)
        assert desk.points.editor.isHidden()
        assert desk.shown() == ["1 satu?", "2 dua"]

    def test_a_point_deleted_elsewhere_closes_its_editor(self, desk):
        desk.begin()
        desk.write("satu", "dua")
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        edited = desk.points.editor.point_id()
        desk.store.run(delete_points, [edited])
        assert desk.points.editor.isHidden()
        assert desk.shown() == ["1 satu"]

    def test_a_text_of_100_000_letters_is_shown_and_edited(self, desk):
        meeting = desk.begin()
        desk.add(Point(id=new_id(), meeting_id=meeting.id, text=LONG))
        desk.controller.invalidate()
        desk.press(KEY.Key_2, ALT)
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Return)
        desk.type("?")
        desk.press(KEY.Key_Escape)
        assert desk.dossier().points[0].text == LONG + "?"


class TestAttendance:
    def test_each_enter_adds_one_and_stays(self, desk):
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        for text in ("Biro Perencanaan, Kemendagri", "Medialink"):
            desk.type(text)
            desk.press(KEY.Key_Return)
        assert desk.attendances() == [("Biro Perencanaan", "Kemendagri"), ("", "Medialink")]
        assert focused() is desk.view.desk.attendance.quick
        titles = [row.title for row in desk.view.desk.attendance.list.rows()]
        assert titles == ["Biro Perencanaan", "Medialink"]

    def test_half_a_name_is_durable_and_one_step(self, desk):
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        with desk.qtbot.waitSignal(desk.store.saved, timeout=10_000):
            desk.type("Biro")
        assert desk.attendances() == [("", "Biro")]
        desk.type(" Hukum, Pemkot")
        desk.press(KEY.Key_Return)
        assert desk.attendances() == [("Biro Hukum", "Pemkot")]
        desk.undo()
        assert desk.attendances() == []
        desk.redo()
        assert desk.attendances() == [("Biro Hukum", "Pemkot")]

    def test_going_elsewhere_means_the_name_too(self, desk):
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        desk.type("Medialink")
        desk.press(KEY.Key_2, ALT)
        assert desk.attendances() == [("", "Medialink")]
        assert len(desk.view.desk.attendance.list.rows()) == 1

    def test_the_directory_gives_the_sector(self, desk):
        known = desk.add(
            Organisation(id=new_id(), name="Jejaring Kader", short_name="JKS", sector="cso")
        )
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        desk.type("Bidang Gizi, jks")
        desk.press(KEY.Key_Return)
        (line,) = desk.dossier().attendances
        assert (line.sector, line.organisation_id) == ("cso", known.id)
        assert desk.view.desk.attendance.list.rows()[0].chips == (("OMS", "success"),)

    def test_a_suggestion_is_taken_with_down_and_enter(self, desk):
        desk.add(Organisation(id=new_id(), name="Jejaring Kader", sector="cso"))
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        desk.type("jeja")
        popup = desk.view.desk.attendance.quick.completer().popup()
        assert popup.isVisible()
        QTest.keyClick(popup, KEY.Key_Down)
        QTest.keyClick(popup, KEY.Key_Return)
        desk.qtbot.waitUntil(lambda: desk.attendances() == [("", "Jejaring Kader")])
        assert desk.view.desk.attendance.quick.value() == ""

    def test_details_are_edited_in_place_and_by_key_only(self, desk):
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        desk.type("Biro Hukum, Pemkot")
        desk.press(KEY.Key_Return)
        desk.press(KEY.Key_Tab)
        desk.press(KEY.Key_Return)
        desk.type("Ratri Wulandari")
        desk.press(KEY.Key_Tab)
        desk.type("Analis")
        for _ in range(3):
            desk.press(KEY.Key_Tab)
        assert focused().accessibleName() == "Sektor"
        desk.press(KEY.Key_P)
        desk.press(KEY.Key_Tab)
        desk.press(KEY.Key_D)
        desk.press(KEY.Key_Tab)
        desk.press(KEY.Key_P)
        desk.press(KEY.Key_Tab)
        desk.type("4")
        desk.press(KEY.Key_Escape)
        (line,) = desk.dossier().attendances
        assert (line.person, line.title, line.unit) == ("Ratri Wulandari", "Analis", "Biro Hukum")
        assert (line.gender, line.people) == ("f", 4)
        assert line.sector in ("subnational", "parliament")
        assert line.presence in ("online", "represented")
        assert focused() is desk.view.desk.attendance.list
        (row,) = desk.view.desk.attendance.list.rows()
        assert row.title == "Ratri Wulandari"
        assert "4 orang" in row.note

    def test_lines_are_put_in_order_and_deleted_with_undo(self, desk):
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        for text in "abc":
            desk.type(text)
            desk.press(KEY.Key_Return)
        desk.press(KEY.Key_Tab)
        desk.press(KEY.Key_Up, ALT)
        assert [name for _, name in desk.attendances()] == ["a", "c", "b"]
        desk.press(KEY.Key_Delete)
        assert [name for _, name in desk.attendances()] == ["a", "b"]
        assert desk.told[-1][1] == "Peserta “c” dihapus."
        desk.undo()
        desk.undo()
        assert [name for _, name in desk.attendances()] == ["a", "b", "c"]
        desk.redo()
        assert [name for _, name in desk.attendances()] == ["a", "c", "b"]

    def test_one_key_says_who_has_come_and_a_menu_says_it_of_all(self, desk):
        meeting = desk.begin()
        for name in "abc":
            values = {"organisation": name, "presence": "invited"}
            desk.add(Attendance(id=new_id(), meeting_id=meeting.id, **values))
        desk.controller.invalidate()
        panel = desk.view.desk.attendance
        assert panel._sums[1].text() == "3 diundang"
        panel.list.setFocus()
        desk.press(KEY.Key_Space)
        desk.press(KEY.Key_Down)
        for _ in range(2):
            desk.press(KEY.Key_Space)
        presences = [line.presence for line in desk.dossier().attendances]
        assert presences == ["present", "online", "invited"]
        assert panel.list.rows()[1].chips[0] == ("daring", "info")
        desk.undo()
        assert desk.dossier().attendances[1].presence == "present"
        desk.choose(panel.more, 1)
        assert [line.presence for line in desk.dossier().attendances] == ["present"] * 3
        assert desk.view.facts()[1] == "3 peserta"
        desk.come_back()
        panel.list.setFocus()
        desk.undo()
        assert desk.dossier().attendances[2].presence == "invited"

    def test_a_pasted_list_is_looked_through_and_added_in_one_step(self, desk):
        known = desk.add(Organisation(id=new_id(), name="Kementerian Desa", short_name="Kemendesa"))
        meeting = desk.begin()
        there = {"organisation": "Medialink", "presence": "present"}
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, **there))
        desk.controller.invalidate()
        QApplication.clipboard().setText(
            "Nama\tJabatan\tInstansi\tSurel\n"
            "Ratri Wulandari\tAnalis\tBiro Hukum, Kemendesa\tratri@desa.example\n"
            "\t\tMedialink\t\n=1+1\t\tYayasan <b>Teduh</b>\x00\t\n"
        )
        desk.press(KEY.Key_1, ALT)
        desk.press(KEY.Key_V, CONTROL)
        dialog = desk.window.findChild(InviteeDialog)
        assert dialog.ok.text() == "Tambahkan 2 undangan"
        assert [dialog.model.state(place) for place in range(3)] == ["known", "twin", "new"]
        dialog.model.setData(dialog.model.index(2, 5), "cso")
        QTest.keyClick(dialog.table, KEY.Key_Return)
        desk.settle()
        lines = desk.dossier().attendances[1:]
        assert [(a.person, a.title, a.unit, a.organisation) for a in lines] == [
            ("Ratri Wulandari", "Analis", "Biro Hukum", "Kemendesa"),
            ("=1+1", "", "", "Yayasan <b>Teduh</b>"),
        ]
        assert [(a.presence, a.sector) for a in lines] == [
            ("invited", "ministry"),
            ("invited", "cso"),
        ]
        assert lines[0].organisation_id == known.id
        assert desk.told[-1] == ("info", "2 undangan ditambahkan.")
        desk.actions["Urungkan"]()
        assert desk.attendances() == [("", "Medialink")]

    def test_a_long_pasted_list_is_added_behind_the_window_and_can_be_stopped(self, desk):
        desk.begin()
        panel = desk.view.desk.attendance
        panel.paste_requested.emit("\n".join(f"Biro {n}, Bappenas" for n in range(200)))
        desk.settle()
        desk.window.findChild(InviteeDialog).accept()
        desk.window.findChild(ProgressDialog).reject()
        desk.settle()
        assert desk.refusals == ["attendances_stopped"]
        assert desk.attendances() == []
        desk.window.findChild(InviteeDialog).accept()
        desk.settle()
        assert len(desk.attendances()) == 200
        desk.store.undo()
        assert desk.attendances() == []

    def test_a_name_like_a_known_one_is_asked_about_and_never_in_the_way(self, desk):
        known = desk.add(
            Organisation(id=new_id(), name="Perkumpulan Media Lintas Komunitas", sector="cso")
        )
        desk.begin()
        desk.press(KEY.Key_1, ALT)
        for text in ("Medialink", "Bappeda"):
            desk.type(text)
            desk.press(KEY.Key_Return)
        same = desk.view.desk.attendance.same
        desk.settle()
        assert same.isHidden()
        desk.come_back()
        desk.press(KEY.Key_1, ALT)
        desk.type("Medialink")
        desk.press(KEY.Key_Return)
        desk.qtbot.waitUntil(lambda: not same.isHidden())
        assert "Media Lintas Komunitas" in same._text.text()
        desk.come_back()
        desk.press(KEY.Key_Tab)
        assert focused() is same.yes
        desk.press(KEY.Key_Return)
        line = desk.dossier().attendances[-1]
        assert (line.organisation, line.organisation_id, line.sector) == (
            "Medialink", known.id, "cso",
        )  # fmt: skip
        assert desk.store.read(get_record, Organisation, known.id).aliases == ("Medialink",)
        desk.store.undo()
        assert desk.dossier().attendances[-1].organisation_id is None
        assert desk.store.read(get_record, Organisation, known.id).aliases == ()

    def test_a_name_like_one_said_before_is_asked_about_without_a_directory(self, desk):
        desk.begin()
        same = desk.view.desk.attendance.same
        for text in ("Medialink", "Medialink", "Media Link"):
            desk.settle()
            assert same.isHidden()
            desk.come_back()
            desk.press(KEY.Key_1, ALT)
            desk.type(text)
            desk.press(KEY.Key_Return)
        desk.qtbot.waitUntil(lambda: not same.isHidden())
        desk.come_back()
        desk.press(KEY.Key_Tab)
        desk.press(KEY.Key_Return)
        desk.settle()
        assert [line.organisation for line in desk.dossier().attendances] == ["Medialink"] * 3
        desk.store.undo()
        assert desk.dossier().attendances[-1].organisation == "Media Link"

    def test_more_men_and_women_than_people_are_told_and_kept(self, desk):
        meeting = desk.begin()
        line = desk.add(
            Attendance(
                id=new_id(), meeting_id=meeting.id, organisation="Warga", people=3, men=2, women=2
            )
        )
        desk.controller.invalidate()
        editor = desk.view.desk.attendance.editor
        desk.view.desk.attendance.open_line(line.id)
        assert "4, lebih dari 3 orang" in editor._doubt.text()
        named = editor._form.field("named")
        named.setFocus()
        desk.press(KEY.Key_S)
        editor._form.field("people").setFocus()
        desk.press(KEY.Key_A, CONTROL)
        desk.type("5")
        desk.press(KEY.Key_Escape)
        (stored,) = desk.dossier().attendances
        assert (stored.people, stored.men, stored.named) == (5, 2, "yes")
        assert editor._doubt.isHidden()

    def test_the_foot_counts_people_units_and_organisations(self, desk):
        meeting = desk.begin()
        for values in (
            {"organisation": "Pemkot", "unit": "Biro A", "sector": "subnational", "gender": "f"},
            {"organisation": "Pemkot", "unit": "Biro B", "sector": "subnational", "gender": "m"},
            {"organisation": "Warga", "sector": "public", "people": 5, "men": 2, "women": 3},
            {"organisation": "JKS", "sector": "cso", "presence": "excused"},
        ):
            desk.add(Attendance(id=new_id(), meeting_id=meeting.id, **values))
        desk.controller.invalidate()
        shown = [label.text() for label in desk.view.desk.attendance._sums]
        assert shown == [
            "Pemda 2 · Publik 5 · L 3 · P 4",
            "7 orang · 2 unit · 2 organisasi · 1 berhalangan",
        ]
        assert desk.view.facts()[1] == "7 peserta"


class TestDetails:
    def test_the_head_follows_what_is_typed(self, desk):
        desk.begin(date="2018-08-24", start_time="14:00", end_time="16:00", timezone="WIB")
        desk.view.desk.side.show_page("data")
        field = desk.find("meetings.fields.topic", GrowingTextEdit)
        field.setFocus()
        field.move_to_end()
        with desk.qtbot.waitSignal(desk.store.saved, timeout=10_000):
            desk.type(" posyandu")
        assert desk.view.title() == "Bilateral — Jadwal posyandu"
        assert desk.view.subtitle() == "Jumat, 24 Agustus 2018 · 14.00–16.00 WIB"
        assert desk.dossier().meeting.topic == "Jadwal posyandu"

    def test_signatures_are_one_value_each(self, desk):
        desk.begin()
        desk.view.desk.side.show_page("data")
        label = desk.words("meetings.fields.note_taker")
        for part, text in (("name", "Sekar"), ("nip", "123")):
            name = desk.words(f"meetings.signature.{part}")
            desk.find("meetings.signature.part", LineEdit, label=label, part=name).setFocus()
            desk.type(text)
        desk.settle()
        taker = desk.dossier().meeting.note_taker
        assert (taker.name, taker.title, taker.nip) == ("Sekar", "", "123")

    def test_commitments_are_checked_and_shown_at_a_glance(self, desk):
        desk.begin(commitment_ids=())
        desk.view.desk.side.show_page("data")
        box = desk.find("meetings.points.of_commitment", number="1 – Jadwal terbuka")
        box.setFocus()
        desk.press(KEY.Key_Space)
        assert desk.dossier().meeting.commitment_ids == (desk.commitment.id,)
        desk.view.desk.side.show_page("canvas")
        names = [row.title for row in desk.view.desk.side.glance._list.rows()]
        assert "B. Masalah masyarakat" in names
        desk.undo()
        assert desk.dossier().meeting.commitment_ids == ()

    def test_alt_3_goes_to_the_panel_and_then_to_its_other_page(self, desk):
        desk.begin()
        side = desk.view.desk.side
        assert side.page() == "data"
        desk.press(KEY.Key_2, ALT)
        # Who begins to write sees what it is about.
        before = side.page()
        assert before == "canvas"
        desk.press(KEY.Key_3, ALT)
        assert (side.page(), side.isAncestorOf(focused())) == (before, True)
        desk.press(KEY.Key_3, ALT)
        assert side.page() != before

    def test_inputs_of_this_meeting_are_counted_beside_the_part(self, desk):
        meeting = desk.begin()
        desk.add(
            Point(
                id=new_id(),
                meeting_id=meeting.id,
                kind="input",
                text="x",
                commitment_id=desk.commitment.id,
                canvas_field="problem",
            )
        )
        desk.controller.invalidate()
        rows = {row.title: row for row in desk.view.desk.side.glance._list.rows()}
        assert ("+1", "info") in rows["B. Masalah masyarakat"].chips
        assert rows["B. Masalah masyarakat"].note == "belum diisi"


class TestList:
    def test_without_a_plan_it_says_what_to_do(self, desk):
        desk.open()
        desk.press(KEY.Key_Return)
        assert desk.place.screen == "home"

    def test_a_new_meeting_of_a_kind_opens_on_its_topic(self, desk):
        desk.begin()
        desk.press(KEY.Key_2, ALT)
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_Escape)
        assert desk.place.record("meetings") == ""
        desk.choose(desk.header("new"), 2)
        meeting = desk.dossier().meeting
        assert (meeting.kind, meeting.status) == ("workshop", "draft")
        desk.come_back()
        desk.type("Lokakarya")
        desk.settle()
        assert desk.dossier().meeting.topic == "Lokakarya"

    def test_meetings_are_listed_opened_deleted_and_brought_back(self, desk):
        meeting = desk.begin()
        desk.write("satu")
        desk.place.show("meetings", "")
        (row,) = desk.view.page.list.rows()
        assert row.title == "Bilateral — Jadwal"
        assert "1 butir" in row.note
        assert focused() is desk.view.page.list
        desk.press(KEY.Key_Delete)
        assert desk.view.page.list.rows() == ()
        assert desk.told[-1][1] == "Pertemuan “Bilateral — Jadwal” dihapus."
        desk.undo()
        desk.view.page.list.setFocus()
        desk.press(KEY.Key_Return)
        assert desk.place.record("meetings") == meeting.id
        assert desk.outline() == desk.shown() == ["1 satu"]

    def test_the_meeting_in_view_can_be_deleted(self, desk):
        meeting = desk.begin()
        desk.view.removal_requested.emit(meeting.id)
        assert desk.place.record("meetings") == ""
        assert desk.store.read(list_meetings) == ()
        desk.undo()
        assert [m.id for m in desk.store.read(list_meetings)] == [meeting.id]

    def test_a_meeting_that_is_gone_leads_to_the_list(self, desk):
        meeting = desk.begin()
        delete_records(desk.workspace, desk.store.author, "meetings", [meeting.id])
        desk.store.forget_history()
        assert desk.place.record("meetings") == ""
        assert desk.view.title() == "Pertemuan"

    def test_another_plan_has_other_meetings(self, desk):
        desk.begin()
        other = desk.add(Plan(id=new_id(), short_title="Lain"))
        desk.place.show("plans", other.id)
        assert desk.place.record("meetings") == ""
        assert desk.view.page.list.rows() == ()


class TestAuthor:
    def test_what_is_written_on_the_desk_comes_out_of_the_meeting(self, desk):
        meeting = desk.begin()
        desk.write("satu")
        desk.type("dua")
        desk.place.show("meetings", "")
        desk.store.run(create_meeting, desk.plan.id, "kickoff")
        with desk.workspace.read() as session:
            found = {(r.entity, r.meeting_id) for r in session.exec(select(RevisionRow))}
        assert ("points", meeting.id) in found
        assert ("points", None) not in found
        assert ("meetings", meeting.id) not in found

    def test_another_screen_writes_outside_the_meeting(self, desk):
        meeting = desk.begin()
        assert desk.store.author.meeting_id == meeting.id
        desk.place.go("home")
        assert desk.store.author.meeting_id is None
        desk.place.go("meetings")
        assert desk.store.author.meeting_id == meeting.id


class TestMuch:
    @pytest.fixture
    def many(self, desk):
        meeting = desk.begin()
        with desk.workspace.write() as session:
            recorder = Recorder(session, desk.store.author, desk.workspace.instant())
            for number in range(500):
                text = f"Butir {number} " + "kata " * (number % 40)
                recorder.create(
                    Point(id=new_id(), meeting_id=meeting.id, position=number, text=text)
                )
        desk.place.show("meetings", "")
        desk.meeting = meeting
        return desk

    def test_new_points_follow_500_others(self, many):
        many.place.show("meetings", many.meeting.id)
        many.press(KEY.Key_2, ALT)
        for number in range(3):
            many.write(f"Baru {number}")
        assert many.shown()[-1] == "503 Baru 2"

    def test_the_last_point_is_in_view_and_stays_there(self, many):
        many.place.show("meetings", many.meeting.id)
        many.settle()
        bar = many.points.verticalScrollBar()
        many.qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
        many.press(KEY.Key_2, ALT)
        many.type("Panjang " * 40)
        many.qtbot.waitUntil(lambda: bar.value() == bar.maximum())

    def test_editing_in_the_middle_disturbs_nothing(self, many):
        many.place.show("meetings", many.meeting.id)
        many.points.edit_point(many.points.point_rows()[250].id)
        many.type("!")
        many.press(KEY.Key_Down, ALT)
        assert focused() is many.points.editor.text
        many.press(KEY.Key_Escape)
        assert many.points.point_rows()[251].point.text.endswith("!")
        assert many.dossier().points[251].text.endswith("!")


class TestBothLanguages:
    @pytest.mark.parametrize("room", ["desk", "english"])
    def test_everything_has_a_name(self, room, request):
        one = request.getfixturevalue(room)
        one.begin()
        one.write("satu")
        one.press(KEY.Key_Escape)
        one.press(KEY.Key_Return)
        for page in ("data", "canvas"):
            one.view.desk.side.show_page(page)
            assert_all_named(one.window)
        one.press(KEY.Key_1, ALT)
        one.type("x")
        one.press(KEY.Key_Return)
        one.view.desk.attendance.open_line(one.dossier().attendances[0].id)
        assert_all_named(one.window)
        one.place.show("meetings", "")
        assert_all_named(one.window)


def test_the_real_meeting_is_taken_by_keyboard_alone(desk, reference_data, tmp_path: Path):
    """Twelve attendances and seventeen points, from nothing, as they stand in the reference."""
    source = Workspace.open(tmp_path / "source.db")
    receive(source, Author("x", "y"), [reference_data / "bilateral-2018-08-24.rembuk"])
    with source.read() as session:
        wanted = meeting_dossier(session, list_meetings(session)[0].id)
    source.close()
    for line in wanted.attendances:
        desk.add(Organisation(id=new_id(), name=line.organisation, sector=line.sector))
    desk.begin(commitment_ids=())
    desk.place.show("meetings", "")
    QTest.keyClick(desk.window, KEY.Key_N, CONTROL)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, KEY.Key_Return)
    desk.come_back()
    desk.type(wanted.meeting.topic)
    desk.press(KEY.Key_1, ALT)
    for line in wanted.attendances:
        desk.type(", ".join(part for part in (line.unit, line.organisation) if part))
        desk.press(KEY.Key_Return)
    desk.press(KEY.Key_2, ALT)
    for point in wanted.points:
        desk.type(point.text)
        desk.press(KEY.Key_Return)
    found = desk.dossier()
    assert found.meeting.topic == wanted.meeting.topic
    assert [(a.unit, a.organisation, a.sector) for a in found.attendances] == [
        (a.unit, a.organisation, a.sector) for a in wanted.attendances
    ]
    assert [point.text for point in found.points] == [point.text for point in wanted.points]
    assert len(desk.shown()) == 17

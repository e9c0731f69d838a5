"""A meeting's data, the list of meetings, and long meetings, at the desk by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from db.commands.meetings import create_meeting
from db.commands.records import delete_records
from db.exchange.receive import receive
from db.models import RevisionRow
from db.queries.meetings import list_meetings, meeting_dossier
from db.recorder import Recorder
from db.records import Organisation, Plan, Point
from db.workspace import Author, Workspace
from tests.desktop.desk import ALT, CONTROL, KEY, new_id
from tests.ui.helpers import assert_all_named, focused
from ui.common.line_edit import LineEdit
from ui.common.text_edit import GrowingTextEdit


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
        many.points.editing.begin(many.points.point_rows()[250].id)
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

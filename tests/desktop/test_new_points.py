"""New points at the desk: written one after the other, safe from the first letter."""

from pathlib import Path

import pytest
from sqlmodel import select

from db.commands.records import edit_fields
from db.models import RevisionRow
from db.records import Attendance, Meeting
from desktop.controllers.meetings import MeetingsController
from tests.desktop.desk import ALT, KEY, SHIFT, new_id
from tests.ui.helpers import accessible_name, focused


def test_enter_stores_and_opens_the_next(desk):
    desk.begin()
    desk.write("satu", "dua")
    assert desk.outline() == desk.shown() == ["1 satu", "2 dua"]
    assert focused() is desk.view.desk.points.composer.text
    assert accessible_name(focused()) == "Butir baru 3"


def test_half_a_sentence_is_durable_within_a_second(desk):
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


def test_a_point_is_one_step_of_undo_however_long_it_took(desk):
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


def test_a_point_is_closed_while_it_is_written_and_the_next_one_is_open(desk):
    desk.begin()
    desk.press(KEY.Key_2, ALT)
    desk.press(KEY.Key_P, ALT)
    desk.type("Nama pelapor")
    private = desk.view.desk.points.composer.private
    assert accessible_name(private) == desk.words("points.commands.public")
    desk.press(KEY.Key_Return)
    desk.write("Terbuka")
    assert accessible_name(private) == desk.words("points.commands.private")
    assert [point.visibility for point in desk.dossier().points] == ["private", ""]
    assert desk.outline() == ["1 Nama pelapor", "2 Terbuka"]


def test_one_visit_is_one_revision(desk):
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


def test_undo_of_the_letters_comes_first_and_leaves_nothing_behind(desk):
    desk.begin()
    desk.write("satu")
    desk.type("dua")
    desk.store.flush()
    desk.undo()
    assert (desk.outline(), desk.view.desk.points.composer.draft_id) == (["1 satu"], "")
    desk.undo()
    assert desk.outline() == desk.shown() == []


def test_emptied_text_leaves_no_point_even_after_something_else(desk):
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


def test_a_point_taken_back_from_elsewhere_leaves_the_field(desk):
    desk.begin()
    desk.press(KEY.Key_2, ALT)
    desk.type("satu")
    desk.press(KEY.Key_1, ALT)
    desk.undo()
    assert desk.view.desk.points.composer.text.value() == ""
    assert desk.outline() == []
    desk.redo()
    assert desk.shown() == ["1 satu"]


def test_shift_enter_is_a_new_line(desk):
    desk.begin()
    desk.press(KEY.Key_2, ALT)
    desk.type("satu")
    desk.press(KEY.Key_Return, SHIFT)
    desk.type("lagi")
    desk.press(KEY.Key_Return)
    assert desk.dossier().points[0].text == "satu\nlagi"


def test_tab_at_the_start_makes_a_sub_point_and_goes_on_with_its_siblings(desk):
    desk.begin()
    desk.write("satu")
    desk.press(KEY.Key_Tab)
    desk.write("anak", "adik")
    desk.press(KEY.Key_Return)
    desk.write("dua")
    assert desk.outline() == ["1 satu", "  a anak", "  b adik", "2 dua"]


def test_shift_tab_promotes_what_is_being_written(desk):
    desk.begin()
    desk.write("satu")
    desk.press(KEY.Key_Tab)
    desk.type("dua")
    desk.press(KEY.Key_Home)
    desk.press(KEY.Key_Tab, SHIFT)
    desk.press(KEY.Key_Return)
    assert desk.outline() == ["1 satu", "2 dua"]


def test_kind_speaker_and_part_are_chosen_by_key_and_belong_to_the_same_step(desk):
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


def test_a_follow_up_has_its_own_from_the_first_letter(desk):
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


def test_signs_and_a_day_in_words_make_a_follow_up_with_owner_and_due_date(desk):
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


def test_new_points_are_about_the_only_commitment(desk):
    desk.begin()
    desk.write("satu")
    assert desk.dossier().points[0].commitment_id == desk.commitment.id


def test_leaving_the_screen_keeps_the_text_and_the_point(desk):
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


def test_another_meeting_gets_nothing_of_it(desk):
    meeting = desk.begin()
    other = desk.add(Meeting(id=new_id(), plan_id=desk.plan.id, kind="kickoff"))
    desk.press(KEY.Key_2, ALT)
    desk.type("setengah")
    desk.place.show("meetings", other.id)
    assert (desk.outline(), desk.view.desk.points.composer.text.value()) == ([], "")
    desk.place.show("meetings", meeting.id)
    assert desk.shown() == ["1 setengah"]


def test_a_new_screen_shows_a_half_written_point_as_a_point(desk):
    desk.begin()
    desk.press(KEY.Key_2, ALT)
    desk.type("setengah")
    desk.store.flush()
    fresh = MeetingsController(desk.parts())
    desk.show(fresh)
    fresh.bring_up_to_date()
    assert [r.point.text for r in fresh.view.desk.points.list.point_rows()] == ["setengah"]


@pytest.mark.parametrize("text", ["R&D <b>kuat</b>", "=1+1", "SP4N-LAPOR! @desa #JadiOpen {n}"])
def test_signs_stay_as_they_are_typed(desk, text: str):
    desk.begin()
    desk.write(text)
    assert desk.dossier().points[0].text == text
    assert text in desk.points.model().data(desk.points.model().index(0, 0))


def test_with_the_storage_away_writing_goes_on_and_is_stored_when_it_is_back(desk, tmp_path: Path):
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


def test_what_is_told_on_leaving_stays_in_the_meeting_that_is_left(desk):
    here = desk.begin()
    desk.press(KEY.Key_2, ALT)
    desk.type("Usulan")
    composer = desk.view.desk.points.composer
    told = (composer.draft_id, {"text": "Usulan kota"})

    def tell_late(name: str) -> None:
        if name == "meetings":
            composer.draft_edited.emit(*told)

    # Before the desk hears of it, as a field does that is told only now that it is left.
    desk.place.moved.disconnect()
    desk.place.moved.connect(tell_late)
    desk.place.moved.connect(desk.controller._on_moved)
    desk.place.show("meetings", "")
    desk.settle()
    desk.place.show("meetings", here.id)
    assert desk.outline() == ["1 Usulan kota"]

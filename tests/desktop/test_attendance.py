"""Who attends: added by typing, edited, put in order, invited by a pasted list."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.queries.records import get_record
from db.records import Attendance, Organisation
from tests.desktop.desk import ALT, CONTROL, KEY, new_id
from tests.ui.helpers import focused, named
from ui.common.buttons import Button
from ui.dialogs.progress import ProgressDialog
from ui.matrix.clipboard import parse_block
from ui.meeting.attendance_summary import AttendanceSummary
from ui.meeting.invitee_dialog import InviteeDialog


def test_each_enter_adds_one_and_stays(desk):
    desk.begin()
    desk.press(KEY.Key_1, ALT)
    for text in ("Biro Perencanaan, Kemendagri", "Medialink"):
        desk.type(text)
        desk.press(KEY.Key_Return)
    assert desk.attendances() == [("Biro Perencanaan", "Kemendagri"), ("", "Medialink")]
    assert focused() is desk.view.desk.attendance.quick
    titles = [row.title for row in desk.view.desk.attendance.list.rows()]
    assert titles == ["Biro Perencanaan", "Medialink"]


def test_half_a_name_is_durable_and_one_step(desk):
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


def test_going_elsewhere_means_the_name_too(desk):
    desk.begin()
    desk.press(KEY.Key_1, ALT)
    desk.type("Medialink")
    desk.press(KEY.Key_2, ALT)
    assert desk.attendances() == [("", "Medialink")]
    assert len(desk.view.desk.attendance.list.rows()) == 1


def test_the_directory_gives_the_sector(desk):
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


def test_a_suggestion_is_taken_with_down_and_enter(desk):
    desk.add(Organisation(id=new_id(), name="Jejaring Kader", sector="cso"))
    desk.begin()
    desk.press(KEY.Key_1, ALT)
    desk.type("jeja")
    popup = desk.view.desk.attendance.quick.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.attendances() == [("", "Jejaring Kader")])
    quick = desk.view.desk.attendance.quick
    assert (quick.value(), quick.hasFocus()) == ("", True)
    # Where nothing is offered, Down goes to the list.
    desk.press(KEY.Key_Down)
    assert focused() is desk.view.desk.attendance.list


def test_details_are_edited_in_place_and_by_key_only(desk):
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


def test_lines_are_put_in_order_and_deleted_with_undo(desk):
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


def test_one_key_says_who_has_come_and_a_menu_says_it_of_all(desk):
    meeting = desk.begin()
    for name in "abc":
        values = {"organisation": name, "presence": "invited"}
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, **values))
    desk.controller.invalidate()
    panel = desk.view.desk.attendance
    assert panel.people.sums()[1] == "3\xa0diundang"
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
    desk.choose(panel.people.more, 1)
    assert [line.presence for line in desk.dossier().attendances] == ["present"] * 3
    assert desk.view.facts()[1] == "3 peserta"
    desk.come_back()
    panel.list.setFocus()
    desk.undo()
    assert desk.dossier().attendances[2].presence == "invited"


def test_a_pasted_list_is_looked_through_and_added_in_one_step(desk):
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


def test_a_long_pasted_list_is_added_behind_the_window_and_can_be_stopped(desk):
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


def test_a_name_like_a_known_one_is_asked_about_and_never_in_the_way(desk):
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


def test_a_name_like_one_said_before_is_asked_about_without_a_directory(desk):
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


def test_more_men_and_women_than_people_are_told_and_kept(desk):
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


def test_the_foot_counts_people_units_and_organisations(desk):
    meeting = desk.begin()
    for values in (
        {"organisation": "Pemkot", "unit": "Biro A", "sector": "subnational", "gender": "f"},
        {"organisation": "Pemkot", "unit": "Biro B", "sector": "subnational", "gender": "m"},
        {"organisation": "Warga", "sector": "public", "people": 5, "men": 2, "women": 3},
        {"organisation": "JKS", "sector": "cso", "presence": "excused"},
    ):
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, **values))
    desk.controller.invalidate()
    # A number stays in the line of what it counts.
    shown = [said.replace("\xa0", " ") for said in desk.view.desk.attendance.people.sums()]
    assert shown == [
        "Pemda 2 · Publik 5 · L 3 · P 4",
        "7 orang · 2 unit · 2 organisasi · 1 berhalangan",
    ]
    assert desk.view.facts()[1] == "7 peserta"


def test_who_takes_part_is_summed_up_by_sector_and_copied_as_a_table(desk):
    meeting = desk.begin()
    for values in (
        {"organisation": "Forum", "sector": "cso", "gender": "f"},
        {"organisation": "Warga", "sector": "cso", "people": 12, "men": 5, "women": 7},
        {"organisation": "Pemkot", "unit": "Biro", "sector": "subnational", "presence": "absent"},
    ):
        desk.add(Attendance(id=new_id(), meeting_id=meeting.id, **values))
    desk.store.forget_history()

    def act(dialog: AttendanceSummary) -> None:
        named(dialog, desk.words("meetings.summary.copy"), Button).click()
        QTest.keyClick(dialog, KEY.Key_Escape)

    desk.during(AttendanceSummary, act)
    button = desk.view.desk.attendance.people.summary
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Return)
    head, *rows = parse_block(QApplication.clipboard().text())
    assert head[:4] == ["Sektor", "Orang", "Laki-laki", "Perempuan"]
    assert rows == [
        ["Pemda", "–", "–", "–", "–", "–", "–", "1", "–"],
        ["OMS", "13", "5", "8", "–", "2", "–", "–", "–"],
        ["Semua sektor", "13", "5", "8", "–", "2", "–", "1", "–"],
    ]

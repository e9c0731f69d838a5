"""Points that are edited where they stand, moved and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.points import delete_points
from db.commands.records import edit_field
from db.records import Attendance, Point
from desktop.turning import turn
from tests.desktop.desk import ALT, CONTROL, KEY, LONG, SHIFT, new_id
from tests.ui.helpers import focused
from ui.dialogs.history import HistoryDialog


def test_a_point_is_edited_in_place_and_stored_by_itself(desk):
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


def test_undo_and_redo_show_in_the_open_editor(desk):
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


def test_tab_and_shift_tab_at_the_start_change_the_level(desk):
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


def test_keys_of_the_list_move_and_change_levels(desk):
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


def test_delete_takes_sub_points_along_and_offers_undo(desk):
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


def test_several_are_selected_and_deleted_in_one_step(desk):
    desk.begin()
    desk.write("satu", "dua", "tiga")
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Up, SHIFT)
    desk.press(KEY.Key_Delete)
    assert desk.shown() == ["1 satu"]
    desk.undo()
    assert desk.shown() == ["1 satu", "2 dua", "3 tiga"]


def test_an_input_gets_its_answer_and_reason(desk):
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


def test_a_follow_up_gets_owner_and_due_date(desk):
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


def test_signs_and_a_day_in_words_work_in_place_too(desk):
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


def test_a_text_edited_further_reaches_its_follow_up(desk):
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


def test_a_click_opens_the_row_and_the_field_below_closes_it(desk):
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


def test_a_point_deleted_elsewhere_closes_its_editor(desk):
    desk.begin()
    desk.write("satu", "dua")
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Return)
    edited = desk.points.editor.point_id()
    desk.store.run(delete_points, [edited])
    assert desk.points.editor.isHidden()
    assert desk.shown() == ["1 satu"]


def test_a_text_of_100_000_letters_is_shown_and_edited(desk):
    meeting = desk.begin()
    desk.add(Point(id=new_id(), meeting_id=meeting.id, text=LONG))
    desk.controller.invalidate()
    desk.press(KEY.Key_2, ALT)
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Return)
    desk.type("?")
    desk.press(KEY.Key_Escape)
    assert desk.dossier().points[0].text == LONG + "?"


def test_an_earlier_text_of_a_point_comes_back_with_its_follow_ups(desk):
    meeting = desk.begin()
    key = desk.add(Point(id=new_id(), meeting_id=meeting.id, text="Siapkan data")).id
    desk.store.run(edit_field, "points", key, "kind", "follow_up")
    desk.press(KEY.Key_2, ALT)
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F2)
    desk.type(" hujan")

    def restore(dialog: HistoryDialog) -> None:
        one = desk.words("points.one", number="1")
        assert dialog.windowTitle() == desk.words("drafts.history.title", field=one)
        assert desk.words("drafts.history.no_draft") not in dialog.provenance.origin.text()
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, KEY.Key_Down)
        dialog.restore.setFocus()
        QTest.keyClick(dialog.restore, KEY.Key_Space)

    desk.during(HistoryDialog, restore)
    desk.press(KEY.Key_H, CONTROL | SHIFT)
    desk.come_back()
    desk.qtbot.waitUntil(lambda: desk.outline() == ["1 Siapkan data"])
    assert focused() is desk.points.editor.text
    assert desk.points.editor.text.value() == "Siapkan data"
    assert [task.text for task in desk.dossier().follow_ups] == ["Siapkan data"]
    desk.undo()
    assert [task.text for task in desk.dossier().follow_ups] == ["Siapkan data hujan"]
    assert desk.shown() == ["1 Siapkan data hujan"]
    # From the list it is asked for by the same key.
    desk.press(KEY.Key_Escape)
    left: list[bool] = []

    def leave(dialog: HistoryDialog) -> None:
        QTest.keyClick(dialog, KEY.Key_Escape)
        left.append(not dialog.isVisible())

    desk.during(HistoryDialog, leave)
    desk.press(KEY.Key_H, CONTROL | SHIFT)
    desk.qtbot.waitUntil(lambda: left == [True])
    desk.come_back()
    assert focused() is desk.points


def test_undo_says_which_point_it_took_back_and_goes_there(desk):
    meeting = desk.begin()
    for number in range(1, 41):
        desk.add(Point(id=new_id(), meeting_id=meeting.id, position=number, text=f"p{number}"))
    desk.store.forget_history()
    desk.write("terakhir")
    desk.points.editing.begin(desk.points.point_rows()[0].id)
    assert turn(desk.store, desk.words) == desk.words("shell.points_gone", n=1, number="41")
    assert desk.points.current_id() == desk.points.point_rows()[39].id
    assert focused() is desk.points
    assert turn(desk.store, desk.words, again=True) == (
        desk.words("shell.points_back", n=1, number="41")
    )
    assert desk.points.current_id() == desk.points.point_rows()[40].id
    shown = desk.points.visualRect(desk.points.currentIndex())
    assert desk.points.viewport().rect().contains(shown)
    # What is taken back in the point that is edited leaves the editor open.
    desk.points.editing.begin(desk.points.current_id())
    desk.store.run(edit_field, "points", desk.points.current_id(), "text", "lain")
    what = desk.words("changes.edit_field")
    assert turn(desk.store, desk.words) == (
        desk.words("shell.undone_point", what=what, number="41")
    )
    assert focused() is desk.points.editor.text
    assert turn(desk.store, desk.words) != ""
    assert turn(desk.store, desk.words) == ""

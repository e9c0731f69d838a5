"""What can be done with points that stand in the list, by keys, as a note-taker does it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.records import Point
from tests.desktop.desk import ALT, CONTROL, KEY, SHIFT, Desk, new_id
from tests.ui.helpers import assert_all_named, focused


def said(desk: Desk, *points: dict) -> list[Point]:
    """Open a meeting of these points, the first one current in the list."""
    meeting = desk.begin()
    made = [
        desk.add(Point(id=new_id(), meeting_id=meeting.id, **{"text": f"butir {n}", **values}))
        for n, values in enumerate(points, 1)
    ]
    desk.controller.invalidate()
    desk.points.setFocus()
    desk.points.set_current(made[0].id)
    return made


def chips(desk: Desk) -> list[list[str]]:
    return [[text for text, _ in row.chips] for row in desk.points.point_rows()]


def choose(text: str) -> None:
    """Take what is typed from the list that is open."""
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClicks(popup.line, text)
    QTest.keyClick(popup.line, KEY.Key_Return)


def test_a_point_is_divided_and_joined_where_the_caret_stands(desk):
    said(desk, {"text": "😀 satu dua"}, {"text": "tiga"})
    desk.press(KEY.Key_Return)
    editor = desk.points.editor
    editor.text.set_caret(len("😀 satu"))
    assert editor.text.caret() == len("😀 satu")
    desk.type("!")
    desk.press(KEY.Key_Return, CONTROL | SHIFT)
    assert desk.outline() == desk.shown() == ["1 😀 satu!", "2 dua", "3 tiga"]
    assert (focused(), editor.text.value(), editor.text.caret()) == (editor.text, "dua", 0)
    desk.press(KEY.Key_Backspace, CONTROL)
    assert desk.outline() == desk.shown() == ["1 😀 satu! dua", "2 tiga"]
    assert (focused(), editor.text.caret()) == (editor.text, len("😀 satu! "))
    desk.type("dan ")
    desk.press(KEY.Key_Escape)
    assert desk.outline() == desk.shown() == ["1 😀 satu! dan dua", "2 tiga"]
    for _ in range(2):
        desk.undo()
    assert desk.outline() == desk.shown() == ["1 😀 satu!", "2 dua", "3 tiga"]
    # In the list as well, and refused where nothing stands above, with everything as it was.
    desk.points.set_current(desk.dossier().points[0].id)
    desk.press(KEY.Key_J, CONTROL)
    assert desk.refusals == ["point_first"]
    desk.press(KEY.Key_End)
    desk.press(KEY.Key_J, CONTROL)
    assert desk.shown() == ["1 😀 satu!", "2 dua tiga"]
    assert desk.points.selection.current_row().point.text == "dua tiga"
    assert focused() is desk.points


def test_a_text_edited_in_place_stays_shown_when_the_next_point_comes(desk):
    said(desk, {"text": "satu"}, {"text": "dua"})
    desk.press(KEY.Key_Return)
    desk.type("!")
    desk.press(KEY.Key_Escape)
    desk.write("tiga")
    assert desk.shown() == desk.outline() == ["1 satu!", "2 dua", "3 tiga"]


def test_what_is_being_written_stays_when_another_point_changes(desk):
    (first,) = said(desk, {"text": "satu", "kind": "question"})
    desk.press(KEY.Key_2, ALT)
    desk.type("setengah")
    desk.points.commands.values_requested.emit([first.id], {"kind": "note"})
    desk.type(" kalimat")
    desk.points.commands.values_requested.emit([first.id], {"kind": "input"})
    assert desk.view.desk.points.composer.text.value() == "setengah kalimat"
    desk.press(KEY.Key_Return)
    assert desk.shown() == desk.outline() == ["1 satu", "2 setengah kalimat"]


def test_the_answer_is_a_key_away_and_another_leads_to_the_next_input(desk):
    said(desk, {"kind": "input"}, {}, {"kind": "input", "response": "accepted"}, {"kind": "input"})
    waiting = desk.view.desk.points.waiting
    assert (waiting.text(), waiting.isVisible()) == ("3 belum ditanggapi", True)
    assert "3 belum ditanggapi" in desk.view.facts()[0]
    desk.press(KEY.Key_T, ALT)
    choose("disesu")
    assert focused() is desk.points.editor.reason
    desk.type("Bertahap")
    desk.store.flush()
    assert waiting.accessibleName() == "2 masukan belum ditanggapi"
    assert desk.points.point_rows()[0].more == "Alasan: Bertahap"
    # This one has its response already: its reason is what is missing.
    desk.press(KEY.Key_N, ALT)
    assert focused() is desk.points.editor.reason
    desk.type("Sesuai")
    desk.press(KEY.Key_N, ALT)
    choose("diterima")
    desk.type("Murah")
    desk.press(KEY.Key_Escape)
    answers = [(point.response, point.reason) for point in desk.dossier().points]
    assert answers == [
        ("adapted", "Bertahap"), ("", ""), ("accepted", "Sesuai"), ("accepted", "Murah"),
    ]  # fmt: skip
    assert waiting.isHidden()
    desk.press(KEY.Key_N, ALT)
    assert focused() is desk.points


def test_a_question_is_marked_by_a_key_and_by_a_click(desk):
    said(desk, {"kind": "question"}, {"kind": "question"})
    desk.press(KEY.Key_T, ALT)
    assert chips(desk) == [["pertanyaan", "terjawab"], ["pertanyaan", "belum terjawab"]]
    rect = desk.points.visualRect(desk.points.model().index(1, 0))
    chip = QPoint(rect.right() - 20, rect.top() + 15)
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(desk.points.viewport(), Qt.MouseButton.LeftButton, none, chip)
    assert all(point.answered_on for point in desk.dossier().points)
    assert desk.points.editor.isHidden()
    desk.undo()
    assert chips(desk)[1] == ["pertanyaan", "belum terjawab"]


def test_a_decision_says_how_it_came_about_and_who_objected(desk):
    said(desk, {"kind": "decision"})
    desk.press(KEY.Key_T, ALT)
    choose("catatan")
    choose("Forum Warga")
    assert focused() is desk.points.editor.objection
    desk.type("biaya")
    desk.press(KEY.Key_Escape)
    (point,) = desk.dossier().points
    assert (point.consensus, point.objection_by, point.objection) == (
        "objection", "Forum Warga", "biaya",
    )  # fmt: skip
    assert desk.points.point_rows()[0].more == "Mufakat · keberatan Forum Warga: biaya"
    assert_all_named(desk.window)


def test_several_are_marked_given_a_kind_and_moved_together(desk):
    said(desk, {}, {}, {"visibility": "private"}, {})
    desk.press(KEY.Key_Down, SHIFT)
    desk.press(KEY.Key_P, ALT)
    assert [row.private for row in desk.points.point_rows()] == ["Tertutup"] * 3 + [""]
    desk.press(KEY.Key_J, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, KEY.Key_2)
    desk.come_back()
    assert [point.kind for point in desk.dossier().points] == ["input", "input", "", ""]
    desk.points.setFocus()
    desk.press(KEY.Key_Down, ALT)
    desk.press(KEY.Key_Down, ALT)
    assert [row.point.text[-1] for row in desk.points.point_rows()] == ["3", "4", "1", "2"]
    assert [row.point.text[-1] for row in desk.points.selection.rows()] == ["1", "2"]
    desk.press(KEY.Key_Right, ALT)
    assert [line.split()[0] for line in desk.shown()] == ["1", "2", "a", "b"]
    for _ in range(5):
        desk.undo()
    assert [point.visibility for point in desk.dossier().points] == ["", "", "private", ""]


def test_the_menu_offers_what_can_be_done_with_the_point(desk):
    said(desk, {"text": "satu dua", "kind": "question"}, {"kind": "input"})
    menu = desk.points.commands.open_menu(desk.points.menu_place(), place=4)
    entries = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert not entries["Gabungkan dengan butir di atas"].isEnabled()
    assert entries["Tandai terjawab"].text().endswith("\tAlt+T")
    entries["Pisahkan di kursor"].trigger()
    menu.close()
    assert desk.shown() == ["1 satu", "2 dua", "3 butir 2"]

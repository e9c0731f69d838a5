"""The room view on one display: what is no text is written in as well, field by field."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.records import add_record, edit_field
from db.queries.records import list_records
from db.records import Milestone, Party
from tests.desktop.faults import protected_file
from tests.desktop.projected import COMMITMENT, ProjectedRoom
from ui.projector.view import RoomView

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(qtbot, tmp_path):
    made = ProjectedRoom(qtbot, tmp_path)
    yield made
    made.close()


def open_view(room, field: str) -> RoomView:
    """Open the room view with F5 from a section of the canvas."""
    canvas = room.canvas.view.canvas
    canvas.go_to_field(field)
    room.press(KEY.Key_F5)
    view = room.window.centralWidget().currentWidget()
    assert isinstance(view, RoomView)
    return view


def marked(room, view: RoomView) -> list[str]:
    room.projector.show_now()
    (passage,) = view.page().passages
    return [passage.text[start:end] for start, end in passage.added]


def step_to(room, view: RoomView, section: str) -> None:
    for _ in range(20):
        if view.page().section == section:
            return
        room.press(KEY.Key_Down, CONTROL)
    raise AssertionError(section)


def test_organisations_values_and_months_are_written_in_front_of_the_room(room):
    view = open_view(room, "problem")
    room.press(KEY.Key_Up, CONTROL)
    assert view.page().section == "leads"
    room.press(KEY.Key_Return)
    room.type("Dinas Kesehatan")
    room.press(KEY.Key_Return)
    room.type("Pukesmas")
    assert [one.name for one in room.stored().leads] == ["Dinas Kesehatan", "Pukesmas"]
    assert view.fields.letters() == view._px(24)
    # Escape leads to what is read, with the marks of what is new, and only then to the desk.
    room.press(KEY.Key_Escape)
    assert view.fields is None
    assert marked(room, view) == ["Dinas Kesehatan\nPukesmas"]
    room.press(KEY.Key_Z, CONTROL)
    assert room.stored().leads == ()

    step_to(room, view, "values_text")
    room.press(KEY.Key_Return)
    room.press(KEY.Key_Backtab, SHIFT)
    room.press(KEY.Key_Space)
    assert len(room.stored().values) == 1
    room.press(KEY.Key_Down, CONTROL)
    assert view.fields is None

    for _ in range(20):
        room.press(KEY.Key_Up, CONTROL)
    assert view.page().section == "period"
    QTest.mouseClick(view.text.reader.viewport(), Qt.MouseButton.LeftButton)
    room.type("Jan 2021")
    room.press(KEY.Key_Tab)
    assert room.stored().start == "2021-01"
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_Escape)
    assert room.window.centralWidget().currentWidget() is room.window.shell


def test_milestones_are_added_moved_removed_and_brought_back_in_front_of_the_room(room):
    view = open_view(room, "milestones")
    # Whoever wrote in a section of fields goes on writing.
    room.press(KEY.Key_Return, CONTROL)
    room.type("Jadwal terbuka")
    room.press(KEY.Key_Return, CONTROL)
    room.type("Aduan dijawab")
    room.press(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)

    def texts() -> list[str]:
        room.store.flush()
        stones = room.store.read(list_records, Milestone)
        return [one.text for one in sorted(stones, key=lambda one: one.position)]

    assert texts() == ["Aduan dijawab", "Jadwal terbuka"]
    # The last that was done is undone first, not what was typed before it.
    room.press(KEY.Key_Z, CONTROL)
    assert texts() == ["Jadwal terbuka", "Aduan dijawab"]
    room.press(KEY.Key_Y, CONTROL)
    assert texts() == ["Aduan dijawab", "Jadwal terbuka"]
    (rows,) = view.fields.rows("milestones")
    assert [row.start.value() for row in rows.rows()] == texts()
    room.type(" cepat")
    room.press(KEY.Key_Delete, CONTROL | SHIFT)
    assert texts() == ["Jadwal terbuka"]
    assert view.foot.keys.text()
    room.press(KEY.Key_Z, CONTROL)
    room.projector.show_now()
    assert texts() == ["Aduan dijawab cepat", "Jadwal terbuka"]
    assert [row.start.value() for row in rows.rows()] == texts()
    # Seen from the desk, the same row is written in on the way in and on the way out.
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_Escape)
    canvas = room.canvas.view.canvas
    (at_desk,) = canvas.cards.rows("milestones")
    at_desk.rows()[1].start.setFocus()
    room.press(KEY.Key_F5)
    view = room.window.centralWidget().currentWidget()
    (rows,) = view.fields.rows("milestones")
    assert rows.rows()[1].start.hasFocus()


def test_a_part_of_the_whole_canvas_is_clicked_on_and_written_in(room):
    view = open_view(room, "problem")
    room.press(KEY.Key_2, Qt.KeyboardModifier.AltModifier)
    assert view.page().manner == "canvas"
    captions = [one.caption for one in view.page().passages]
    reader = view.text.reader
    reader.verticalScrollBar().setValue(0)
    cursor = reader.document().find(captions[1].split()[0])
    place = reader.cursorRect(cursor).center() - QPoint(0, 1)
    QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.fields is not None
    assert view.page().passages[0].caption == captions[1]
    # A page of the meeting's has nothing to be written in.
    room.press(KEY.Key_3, Qt.KeyboardModifier.AltModifier)
    assert view.fields is None
    room.press(KEY.Key_Return)
    assert view.page().manner == "page"
    assert QApplication.focusWidget() is view


def wait_until_seen(room, widget) -> None:
    """Wait until all of a widget is in view."""
    room.qtbot.waitUntil(lambda: widget.visibleRegion().boundingRect() == widget.rect())


def test_what_is_written_in_stays_in_view_in_letters_of_the_room(room):
    names = [f"Badan Pengelola Data Terbuka Wilayah {n}" for n in range(9)]
    parties = tuple(Party(name=name) for name in names)
    room.store.run(edit_field, "commitments", COMMITMENT, "government_actors", parties)
    for n in range(5):
        stone = Milestone(id=str(uuid4()), commitment_id=COMMITMENT, position=float(n), text="A")
        room.store.run(add_record, stone)
    view = open_view(room, "problem")
    step_to(room, view, "milestones")
    room.press(KEY.Key_Return)
    wait_until_seen(room, view.fields.row_of(QApplication.focusWidget()))
    # A new row is seen with all that it unfolds, and so is the one that Tab comes to.
    room.press(KEY.Key_Return, CONTROL)
    room.type("Aduan dijawab")
    wait_until_seen(room, view.fields.row_of(QApplication.focusWidget()))
    for _ in range(3):
        room.press(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
        wait_until_seen(room, view.fields.row_of(QApplication.focusWidget()))
    for _ in range(3):
        room.press(KEY.Key_Backtab, SHIFT)
    wait_until_seen(room, view.fields.row_of(QApplication.focusWidget()))
    step_to(room, view, "government_actors")
    room.press(KEY.Key_Return)
    wait_until_seen(room, QApplication.focusWidget())
    line = QApplication.focusWidget()
    for name in ("Komisi Informasi", "Ombudsman Provinsi"):
        line.setFocus()
        room.type(f"{name};")
        room.press(KEY.Key_Return)
        wait_until_seen(room, line)


def test_escape_closes_the_suggested_names_before_it_leaves_the_fields(room):
    known = (Party(name="Dinas Kesehatan"),)
    room.store.run(edit_field, "commitments", COMMITMENT, "other_actors", known)
    view = open_view(room, "leads")
    room.type("Din")
    names = QApplication.activePopupWidget()
    assert names is not None
    QTest.keyClick(names, KEY.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert view.fields is not None
    room.window.activateWindow()
    assert [one.name for one in room.stored().leads] == ["Din"]
    QTest.keyClick(view.fields.focusWidget(), KEY.Key_Escape)
    assert view.fields is None


def test_what_the_disk_did_not_take_is_written_on_from_at_the_desk(room):
    view = open_view(room, "leads")
    with protected_file(room.workspace):
        room.type("Dinas Kesehatan")
        room.press(KEY.Key_Return)
        step_to(room, view, "problem")
        room.type("Jadwal tertutup")
        room.press(KEY.Key_Escape)
        card = room.canvas.view.canvas.cards
        assert card.value_of("problem") == "Jadwal tertutup"
        room.canvas.view.canvas.go_to_field("leads")
        room.type("Puskesmas")
    assert [one.name for one in room.stored().leads] == ["Dinas Kesehatan", "Puskesmas"]
    assert room.stored().problem == "Jadwal tertutup"


def test_a_dialog_is_answered_before_the_view_gives_way_to_a_display(room):
    room.store.run(edit_field, "commitments", COMMITMENT, "leads", (Party(name="Dinas"),))
    view = open_view(room, "leads")
    room.press(KEY.Key_Backtab, SHIFT)
    room.press(KEY.Key_Return)
    room.projector._display.shown.emit()
    assert room.window.centralWidget().currentWidget() is view
    name = QApplication.activeModalWidget().name
    name.selectAll()
    QTest.keyClicks(name, "Puskesmas")
    QTest.keyClick(name, KEY.Key_Return)
    assert [one.name for one in room.stored().leads] == ["Puskesmas"]
    room.qtbot.waitUntil(lambda: not room.window.is_covered())
    # The room, which looks at the desk's display, does not see the desk where the other is gone.
    room.window.activateWindow()
    room.qtbot.waitUntil(room.window.isActiveWindow)
    open_view(room, "leads")
    room.press(KEY.Key_Backtab, SHIFT)
    room.press(KEY.Key_Return)
    room.projector._display.shown.emit()
    room.projector._display.lost.emit(True)
    QTest.keyClick(QApplication.activeModalWidget().name, KEY.Key_Return)
    room.settle()
    assert room.window.is_covered()
    room.projector._display.shown.emit()
    assert not room.window.is_covered()

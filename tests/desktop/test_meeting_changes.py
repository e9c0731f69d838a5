"""The canvas and the minutes are one act: what is changed there waits here to be noted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from db.queries.records import get_record
from db.records import Commitment
from desktop.turning import turn
from tests.desktop.desk import ALT, KEY, Desk
from tests.ui.helpers import assert_all_named, focused
from ui.common.picker import PickPopup


def _change(desk: Desk, field: str, *values: str) -> None:
    """Write in the canvas, as from its screen, letter by letter."""
    desk.place.go("commitments", commitments=desk.commitment.id)
    for value in values:
        desk.store.edit("commitments", desk.commitment.id, field, value)
        desk.store.flush()
    desk.store.leave("commitments", desk.commitment.id, field)
    desk.place.go("meetings")
    desk.settle()


def _texts(desk: Desk) -> list[str]:
    return [row.title for row in desk.view.desk.points.proposals.list.rows()]


def _on_screen(desk: Desk) -> QRect:
    """Return where the current point stands on the screen."""
    part = desk.points.current_part()
    return QRect(desk.points.viewport().mapToGlobal(part.topLeft()), part.size())


def test_a_change_is_proposed_noted_edited_or_left_out_by_keys(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    meeting = desk.begin()
    proposals = desk.view.desk.points.proposals
    assert not proposals.isVisible()
    _change(desk, "problem", "Sungai", "Sungai meluap")
    _change(desk, "title", "Jadwal dibuka")
    _change(desk, "description", "Satu.")
    assert _texts(desk) == [
        "Disepakati: permasalahan pada Komitmen 1 diisi dengan “Sungai meluap”.",
        "Disepakati: judul pada Komitmen 1 diubah dari “Jadwal terbuka” menjadi “Jadwal dibuka”.",
        "Disepakati: uraian komitmen pada Komitmen 1 diisi dengan “Satu.”",
    ]
    assert_all_named(desk.window)
    desk.view.desk.points.composer.text.setFocus()
    desk.press(KEY.Key_U, ALT)
    assert focused() is proposals.list

    desk.press(KEY.Key_Return)
    (point,) = desk.dossier().points
    assert (point.kind, point.canvas_field, len(point.changes)) == ("decision", "problem", 1)
    assert (len(_texts(desk)), focused()) == (2, proposals.list)
    # The point is the one step of undo, and the change waits again.
    desk.undo()
    assert (desk.outline(), len(_texts(desk))) == ([], 3)
    desk.redo()

    desk.press(KEY.Key_F2)
    qtbot.waitUntil(lambda: desk.points.editor.isVisible())
    desk.press(KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    desk.type(" Bulat.")
    desk.settle()
    assert desk.dossier().points[1].text.endswith("“Jadwal dibuka”. Bulat.")

    desk.press(KEY.Key_U, ALT)
    desk.press(KEY.Key_Delete)
    assert _texts(desk) == []
    assert not proposals.isVisible()
    # Nothing is left here, so the next point is written.
    assert focused() is desk.view.desk.points.composer.text
    desk.actions[desk.words("meetings.undo")]()
    assert len(_texts(desk)) == 1
    assert desk.store.read(get_record, Commitment, desk.commitment.id).description == "Satu."
    desk.store.redo()
    said = desk.words("shell.undone", what=desk.words("changes.leave_out"))
    assert turn(desk.store, desk.words) == said
    assert desk.place.record("meetings") == meeting.id
    desk.close()


def test_a_meeting_goes_along_to_the_canvas_and_no_further(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    meeting = desk.begin()
    written_in = []
    for screen in ("commitments", "matrix", "home", "commitments", "meetings"):
        desk.place.go(screen)
        written_in.append(desk.store.author.meeting_id)
    assert written_in == [meeting.id, meeting.id, None, None, meeting.id]
    # What is changed there is counted beside the way back.
    desk.place.go("commitments")
    desk.store.edit("commitments", desk.commitment.id, "problem", "x")
    desk.store.flush()
    shell = desk.window.shell
    qtbot.waitUntil(lambda: shell._sidebar._buttons["meetings"]._badge_text() == "1")
    desk.store.edit("meetings", meeting.id, "status", "final")
    desk.store.flush()
    desk.place.go("meetings")
    desk.place.go("commitments")
    assert desk.store.author.meeting_id is None
    # And in the list of meetings, whichever is in view.
    desk.place.go("meetings", meetings="")
    (row,) = desk.view.page.list.rows()
    assert row.chips[0] == ("1 perubahan kanvas belum dicatat", "warning")
    desk.close()


def test_a_point_goes_into_the_canvas(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    desk.begin()
    desk.write("Tujuh desa terdampak")
    desk.points.setFocus()
    desk.press(KEY.Key_C, ALT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PickPopup)
    # The list of points is as high as the window: it opens beside the point, whole on the screen.
    # Qt's offscreen platform gives even a popup a frame of two pixels.
    room = popup.screen().availableGeometry().adjusted(0, 0, 2, 2)
    assert room.contains(popup.geometry())
    assert not popup.geometry().intersects(_on_screen(desk))
    desk.type("permasalahan")
    desk.press(KEY.Key_Return)
    desk.settle()
    commitment = desk.store.read(get_record, Commitment, desk.commitment.id)
    assert commitment.problem == "Tujuh desa terdampak"
    assert len(desk.dossier().points[0].changes) == 1
    # The point tells of it already.
    assert _texts(desk) == []
    desk.actions[desk.words("meetings.undo")]()
    assert desk.store.read(get_record, Commitment, desk.commitment.id).problem == ""
    desk.close()

"""The minutes beside the desk: they follow the writing, become final, and go into files."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.records import add_record, edit_fields
from db.queries.minutes import minutes_state
from db.records import Attendance, Meeting, Plan, Point
from desktop import following
from desktop.controllers.meetings import MeetingsController
from desktop.dialogs import SystemDialogs
from desktop.parts import Parts
from tests.desktop.room import Room
from tests.exports.pdf_reading import page_texts, read_words
from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.dialogs.finalise import FinaliseDialog

CONTROL, KEY = Qt.KeyboardModifier.ControlModifier, Qt.Key


class Desk(Room):
    """A meeting on the desk, with a folder for what is printed."""

    def __init__(self, qtbot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.target: Path | None = folder / "keluar"
        self.proposed: list[str] = []
        self.opened: list[Path] = []

    def parts(self) -> Parts:
        dialogs = SystemDialogs(pick_target=self._pick, open_path=self.opened.append)
        return replace(super().parts(), dialogs=dialogs)

    def open(self, points: int = 2, **values) -> None:
        plan = Plan(id=str(uuid4()), short_title="Muara Seruni", organiser="Pemerintah Kota")
        self.meeting = Meeting(id=str(uuid4()), plan_id=plan.id, topic="Jadwal", **values)
        line = Attendance(id=str(uuid4()), meeting_id=self.meeting.id, organisation="JKS")
        said = (
            Point(id=str(uuid4()), meeting_id=self.meeting.id, text=f"Butir nomor {n}")
            for n in range(1, points + 1)
        )
        self.line = line
        for record in (plan, self.meeting, line, *said):
            add_record(self.workspace, self.store.author, record)
        self.place.show("plans", plan.id)
        self.place.show("meetings", self.meeting.id)
        self.controller = MeetingsController(self.parts())
        self.view = self.controller.view
        self.show(self.controller)
        self.preview = self.view.desk.side.minutes
        self.qtbot.waitUntil(lambda: bool(self.standing()))

    def standing(self) -> str:
        return self.view.sign()[0]

    def stands(self, words: str) -> None:
        """Wait until the sign says how the minutes stand in these words."""
        self.qtbot.waitUntil(lambda: self.standing() == words)

    def press_preview(self) -> None:
        self.press(KEY.Key_P, CONTROL)

    def followed(self) -> None:
        """Wait until the pages show all that was written."""
        self.store.flush()
        follower = self.controller._papers._follower
        self.qtbot.waitUntil(lambda: not follower.is_busy() and not follower._renewed)

    def printed(self) -> str:
        """Return what the pages say that are shown now."""
        proof = self.controller._papers._follower._proof
        return " ".join(page_texts(b"".join([proof.draw(0)]))[0].split())

    def picture(self, page: int) -> QImage:
        return self.preview.pages._pages[page]._image

    def come_back(self) -> None:
        """Make the window active again, which this platform forgets after a dialog."""
        QApplication.processEvents()
        self.window.activateWindow()
        QApplication.processEvents()

    def _pick(self, _parent, _title, start, _filters) -> Path | None:
        self.proposed.append(start)
        return self.target


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    room = Desk(qtbot, tmp_path)
    yield room
    room.controller._papers.wait()
    room.close()


def test_the_preview_follows_what_is_written_and_gives_its_room_back(desk: Desk):
    desk.open()
    side, sidebar = desk.view.desk.side, desk.window.shell._sidebar
    widths = desk.view.desk._splitter.sizes()
    composer = desk.view.desk.points.composer.text
    composer.setFocus()
    desk.press_preview()
    assert (side.page(), sidebar.is_folded()) == ("minutes", True)
    assert focused() is composer
    assert side.width() > widths[2] + 100
    desk.followed()
    assert "Butir nomor 2" in desk.printed()
    desk.qtbot.waitUntil(lambda: not desk.picture(0).isNull())
    blank = desk.picture(0)
    desk.type("Warga meminta jadwal")
    desk.followed()
    assert "3. Warga meminta jadwal" in desk.printed()
    desk.qtbot.waitUntil(lambda: desk.picture(0) != blank)
    assert_all_named(desk.window)
    desk.press_preview()
    assert (side.page(), sidebar.is_folded()) == ("data", False)
    assert desk.view.desk._splitter.sizes() == widths
    assert focused() is composer
    desk.press_preview()
    desk.place.go("home")
    assert not sidebar.is_folded()
    desk.place.go("meetings")
    assert sidebar.is_folded()
    desk.place.show("meetings", "")
    assert not sidebar.is_folded()


def test_it_scrolls_to_what_is_written_and_stays_where_one_looks(desk: Desk):
    desk.open(points=60)
    desk.press_preview()
    desk.followed()
    pages, points = desk.preview.pages, desk.view.desk.points
    assert pages.page_count() > 1
    points.composer.text.setFocus()
    desk.type("Yang terakhir")
    desk.followed()
    last = pages.page_count() - 1
    assert last in pages.pages_in_view()
    assert pages._pages[last]._marked is not None
    points.list.setFocus()
    desk.press(KEY.Key_Home)
    assert 0 in pages.pages_in_view()
    pages.setFocus()
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum() // 2)
    before = pages.verticalScrollBar().value()
    desk.store.run(edit_fields, "meetings", desk.meeting.id, {"place": "Balai Warga"})
    desk.followed()
    assert pages.verticalScrollBar().value() == before


def test_a_fault_in_the_making_is_a_sentence_and_the_next_change_mends_it(desk: Desk):
    desk.open()
    desk.press_preview()
    desk.followed()
    follower = desk.controller._papers._follower
    lay_out = follower._proofs.lay_out

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    follower._proofs.lay_out = fail
    desk.type("satu")
    desk.followed()
    desk.qtbot.waitUntil(desk.preview._fault.isVisible)
    assert desk.preview._fault.text() == desk.words("meetings.preview.fault")
    desk.qtbot.waitUntil(lambda: not desk.picture(0).isNull())
    follower._proofs.lay_out = lay_out
    desk.type(" dua")
    desk.followed()
    desk.qtbot.waitUntil(lambda: not desk.preview._fault.isVisible())
    assert "satu dua" in desk.printed()


def test_a_page_that_was_asked_for_is_drawn_when_there_are_no_newer_ones(desk: Desk, qtbot):
    desk.open()
    desk.press_preview()
    desk.followed()
    follower = desk.controller._papers._follower

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    follower._proofs.lay_out = fail
    with qtbot.waitSignals([follower.failed, follower.drawn], timeout=3_000, order="strict"):
        follower.renew()
        follower.draw(0, 300)


def test_what_is_stored_at_once_is_painted_before_the_pages_go_on(desk: Desk, monkeypatch):
    monkeypatch.setattr(following, "_LONGEST_REST", 20.0)
    desk.open()
    desk.press_preview()
    desk.followed()
    follower, order = desk.controller._papers._follower, []
    # A round begins, and the window with it: a point is moved, a row is left.
    follower._workers.busy_changed.connect(lambda busy: busy and desk.store.flush())
    follower._aside.timeout.connect(lambda: order.append("painted"))
    follower.laid_out.connect(lambda *_: order.append("laid out"))
    follower.renew()
    desk.qtbot.waitUntil(lambda: "laid out" in order)
    assert order[0] == "painted"
    # Who waits for the end of a round isn't waited for by it.
    follower.renew()
    desk.qtbot.waitUntil(follower._workers.is_busy)
    follower.wait()
    assert follower._aside.isActive()


def agree() -> None:
    """Take the dialog that is about to ask whether minutes become final."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FinaliseDialog)
        if dialog.reason.isVisible():
            QTest.keyClicks(dialog.reason, "Salah tulis")
        dialog.ok.click()

    QTimer.singleShot(0, act)


def test_minutes_become_final_on_the_desk_and_say_what_was_changed_since(desk: Desk):
    words = desk.words
    desk.open(date="2026-03-04")
    desk.stands(words("finalise.standing.draft"))
    for version in (1, 2):
        agree()
        if version > 1:
            # After the papers and a line.
            desk.choose(desk.header("papers"), 5)
        else:
            desk.find("finalise.finalise").click()
        desk.stands(words("finalise.standing.final", version=version))
        assert desk.store.read(minutes_state, desk.meeting.id).latest.version == version
        desk.come_back()
        desk.view.desk.points.composer.text.setFocus()
        desk.type("Lagi")
        desk.press(KEY.Key_Return)
        desk.stands(words("finalise.standing.changed", version=version))
    first, second = desk.store.read(minutes_state, desk.meeting.id).versions
    assert (first.corrects, second.corrects) == (None, 1)


def test_minutes_and_the_list_to_sign_are_saved_where_one_wants_and_opened(desk: Desk):
    desk.open()
    desk.target.mkdir()
    folder, desk.target = desk.target, desk.target / "Notulen saya"
    desk.press(KEY.Key_E, CONTROL)
    desk.qtbot.waitUntil(lambda: bool(desk.opened))
    assert desk.opened == [folder / "Notulen saya.pdf"]
    assert "Butir nomor 1" in " ".join(read_words(desk.opened[0].read_bytes()))
    assert desk.told[-1][0] == "success"
    for number, suffix in ((1, ".docx"), (2, ".pdf"), (4, ".pdf")):
        desk.target = folder / f"lain{number}{suffix}"
        desk.choose(desk.header("papers"), number)
        desk.qtbot.waitUntil(lambda: bool(desk.opened) and desk.opened[-1] == desk.target)
        assert str(folder) in desk.proposed[-1]
    assert (folder / "lain1.docx").read_bytes().startswith(b"PK")
    public = " ".join(read_words((folder / "lain2.pdf").read_bytes()))
    assert desk.words("papers.minutes.public") in public
    desk.target = None
    desk.press(KEY.Key_E, CONTROL)
    QApplication.processEvents()
    assert len(desk.opened) == 4
    assert accessible_name(desk.header("papers"))


def test_what_was_said_and_who_came_is_found_from_where_one_writes(desk: Desk):
    desk.open(points=12)
    points, attendance = desk.view.desk.points, desk.view.desk.attendance
    points.composer.text.setFocus()
    desk.type("setengah kalimat")
    desk.press(KEY.Key_F, CONTROL)
    bar = points.find_bar
    assert focused() is bar.field
    desk.type("nomor 3")
    ids = [row.id for row in points.list.point_rows()]
    assert bar._count.text() == desk.words("search.bar.count", n=1, total=1)
    assert points.list.current_id() == ids[2], "a figure stands alone"
    bar.field.selectAll()
    desk.type("butir")
    assert bar._count.text() == desk.words("search.bar.count", n=3, total=12)
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_Return)
    assert points.list.current_id() == ids[4]
    assert focused() is bar.field
    bar.field.selectAll()
    desk.type("jks")
    assert attendance.list.current_key() == desk.line.id
    desk.press(KEY.Key_Escape)
    assert not bar.isVisible()
    assert focused() is points.composer.text
    desk.press(KEY.Key_Return)
    assert points.list.point_rows()[-1].point.text == "setengah kalimat"

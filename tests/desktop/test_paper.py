"""An office's paper, edited over the documents screen and kept while it is typed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.records import edit_field
from db.queries.commitments import list_plans
from db.records import Paper, Plan
from desktop.controllers.documents import DocumentsController
from desktop.controllers.paper import edit_paper
from desktop.dialogs import SystemDialogs
from desktop.sample import add_sample
from exports.pictures import read_logo
from tests.desktop.room import Room
from tests.exports.test_pictures import a_picture
from tests.ui.helpers import named
from ui.common.buttons import LinkButton
from ui.dialogs.paper import PaperDialog


@pytest.fixture
def room(qtbot, tmp_path: Path):
    made = Room(qtbot, tmp_path)
    add_sample(made.workspace)
    yield made
    made.close()


def the_plan(room: Room) -> Plan:
    return room.store.read(list_plans)[0]


def edit(room: Room, act, files: list[Path] | None = None) -> None:
    """Open the dialog, do something in it, close it by Escape."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PaperDialog)
        if not dialog.isActiveWindow():
            QTimer.singleShot(5, run)
            return
        act(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    dialogs = SystemDialogs(pick_files=lambda *_: files or [])
    QTimer.singleShot(0, run)
    edit_paper(replace(room.parts(), dialogs=dialogs), the_plan(room).id)


def type_name(dialog: PaperDialog, text: str) -> None:
    line = dialog._note_taker._lines["name"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_what_is_typed_is_kept_and_is_one_step_of_undo(room: Room):
    edit(room, lambda dialog: type_name(dialog, "Laras"))
    assert the_plan(room).paper.note_taker.name == "Laras"
    assert room.store.undo() is not None
    assert the_plan(room).paper == Paper()
    assert room.store.redo() is not None
    assert the_plan(room).paper.note_taker.name == "Laras"


def test_the_letterhead_s_name_is_the_plan_s_organiser(room: Room):
    def act(dialog: PaperDialog) -> None:
        dialog._organiser.selectAll()
        QTest.keyClicks(dialog._organiser, "Kantor Baru")

    edit(room, act)
    assert the_plan(room).organiser == "Kantor Baru"


def test_a_chosen_logo_is_kept_small_and_shown(room: Room, tmp_path: Path):
    file = tmp_path / "logo.png"
    file.write_bytes(a_picture(size=(2000, 1000)))
    shown: list[bool] = []

    def act(dialog: PaperDialog) -> None:
        dialog.logo_requested.emit()
        shown.append(not dialog._picture.pixmap().isNull())

    edit(room, act, [file])
    logo = the_plan(room).paper.logo
    picture, _ = read_logo(logo)
    assert shown == [True]
    assert picture is not None
    assert picture.width == 320
    assert len(logo) < 10_000


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("text.png", b"hello", "logo_unreadable"),
        ("huge.png", b"\0" * 8_000_001, "logo_too_large"),
        ("missing.png", None, "logo_unreadable"),
    ],
)
def test_a_bad_picture_is_told_in_the_dialog_and_changes_nothing(
    room: Room, tmp_path: Path, name: str, data: bytes | None, key: str
):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    told: list[str] = []

    def act(dialog: PaperDialog) -> None:
        dialog.logo_requested.emit()
        told.append(dialog._problem.text())

    edit(room, act, [file])
    assert told == [room.words(f"errors.{key}", megabytes=8)]
    assert the_plan(room).paper == Paper()


def test_a_bad_logo_out_of_a_session_file_is_told_when_the_dialog_opens(room: Room):
    bad = Paper(logo="aGVsbG8=")
    room.store.run(edit_field, "plans", the_plan(room).id, "paper", bad)
    told: list[str] = []
    edit(room, lambda dialog: told.append(dialog._problem.text()))
    assert told == [room.words("warnings.logo_unreadable")]
    assert the_plan(room).paper == bad


def test_it_opens_from_the_documents_screen_and_the_preview_follows(room: Room):
    controller = DocumentsController(room.parts())
    room.show(controller)
    before = controller._pages
    QTimer.singleShot(0, lambda: close_after_typing("Notulis Baru"))
    link = named(controller.view, room.words("documents_screen.paper"), LinkButton)
    QTest.keyClick(link, Qt.Key.Key_Return)
    room.settle()
    assert the_plan(room).paper.note_taker.name == "Notulis Baru"
    assert controller._pages is not before


def close_after_typing(text: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PaperDialog)
    if not dialog.isActiveWindow():
        QTimer.singleShot(5, lambda: close_after_typing(text))
        return
    type_name(dialog, text)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

"""What the person is told about saving, and what becomes of texts that nobody can store."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from db.commands.records import add_record, delete_records
from db.queries.records import get_record
from db.records import Meeting, Plan, Point
from db.workspace import Author, Workspace
from desktop.dialogs import SystemDialogs
from desktop.saving import Saving
from desktop.settings import Settings
from desktop.store import Store
from desktop.window import MainWindow
from resources.words import Words
from tests.desktop.faults import full_disk, protected_file
from tests.ui.helpers import accessible_name, assert_all_named, named
from ui.common.buttons import Button
from ui.common.message_bar import MessageBar
from ui.dialogs.unsaved import UnsavedDialog
from ui.shell import Shell

AUTHOR = Author("Sri", "laptop")
LONG = "Rembuk warga " * 7_700


class Office:
    """A window with the store behind it, and nothing in it but what saving tells."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.words = Words("id")
        self.folder = folder
        self.workspace = Workspace.open(folder / "w.db")
        plan = Plan(id=str(uuid4()), short_title="Muara Seruni")
        self.meeting = Meeting(id=str(uuid4()), plan_id=plan.id, kind="bilateral")
        for record in (plan, self.meeting):
            add_record(self.workspace, AUTHOR, record)
        self.window = MainWindow(self.words, Settings())
        self.store = Store(self.workspace, AUTHOR)
        self.dialogs = SystemDialogs(pick_target=lambda *_: self.folder / "isian.txt")
        self.saving = Saving(self.store, self.dialogs, self.window)
        self.saving.show_in(self.window.shell, self.words)
        self.window.may_close = self.saving.may_close
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
            self.window.activateWindow()

    def type(self, field: str, value: object) -> None:
        self.store.edit("meetings", self.meeting.id, field, value)

    def sign(self) -> str:
        return self.window.shell.saved_sign.text()

    def said(self) -> str:
        """Return what the sign says when all is stored, without the time."""
        return self.words("common.saved.at", time="").strip()

    def messages(self) -> list[str]:
        QApplication.processEvents()
        bars = self.window.shell.findChildren(MessageBar)
        return [bar.text for bar in bars if bar.isVisible()]

    def stored(self) -> Meeting:
        return self.store.read(get_record, Meeting, self.meeting.id)

    def close(self, button: str) -> list[str]:
        """Close the window and answer the question with this button; return what it asked."""
        asked: list[str] = []

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, UnsavedDialog)
            assert_all_named(dialog)
            asked.extend((accessible_name(dialog), dialog.accessibleDescription()))
            named(dialog, self.words(button), Button).click()

        QTimer.singleShot(0, act)
        self.window.close()
        return asked


@pytest.fixture
def office(qtbot, tmp_path: Path):
    one = Office(qtbot, tmp_path)
    yield one
    one.window.may_close = lambda: True
    delete(one.store)
    one.workspace.close()


def test_the_sign_says_saved_only_while_nothing_waits(office):
    office.type("place", "Balai")
    assert office.sign() == office.words("common.saved.saving")
    said = []
    office.store.changed.connect(lambda *_: said.append((office.sign(), office.store.unsaved)))
    office.type("topic", "Jadwal")
    office.store.flush()
    # After the first of the two, the other one still waited.
    assert [sign.startswith(office.said()) for sign, _ in said] == [False, True]
    assert office.sign().startswith(office.said())
    office.type("place", "Balai W")
    assert not office.sign().startswith(office.said())


def test_a_full_disk_is_one_warning_until_there_is_room(office):
    with full_disk(office.workspace):
        office.type("topic", LONG)
        office.store.flush()
        (warning,) = office.messages()
        assert office.words.error("disk_full", {"path": office.workspace.location}) in warning
        for text in ("B", "Ba", "Balai"):
            office.type("place", text)
            office.store.flush()
            assert office.messages() == [warning]
            assert office.sign() == office.words(
                "common.saved.failed", reason=office.words("shell.only_here")
            )
    office.qtbot.waitUntil(lambda: office.store.unsaved == (), timeout=5000)
    assert office.messages() == [office.words("shell.saved_again")]
    assert office.sign().startswith(office.said())
    assert office.stored().place == "Balai"


def test_the_warning_cannot_be_closed_and_outlives_a_change_of_language(office):
    english = Words("en")
    with protected_file(office.workspace):
        office.type("place", "Balai")
        office.store.flush()
        office.window.shell.messages.clear()
        (bar,) = office.window.shell.findChildren(MessageBar)
        assert bar.isVisible()
        assert accessible_name(bar.findChildren(Button)[-1]) == office.words("shell.rescue.button")
        office.window.replace_shell(Shell(english))
        office.saving.show_in(office.window.shell, english)
        (text,) = office.messages()
        assert text.startswith("Not saved yet: ")
    office.store.flush()


def test_the_sign_in_another_language_says_what_it_said(office):
    office.type("place", "Balai")
    office.store.flush()
    before = office.sign()
    office.window.replace_shell(Shell(office.words))
    office.saving.show_in(office.window.shell, office.words)
    assert office.sign() == before


class TestClosing:
    def test_all_stored_asks_nothing(self, office):
        office.type("place", "Balai")
        assert office.window.close()
        assert office.stored().place == "Balai"

    def test_going_back_keeps_the_window_and_the_text(self, office):
        with protected_file(office.workspace):
            office.type("place", "Balai <b>")
            title, text = office.close("shell.close_unsaved.stay")
            assert title == office.words("shell.close_unsaved.title")
            refusal = {"path": office.workspace.location}
            assert office.words.error("workspace_read_only", refusal) in text
            assert office.window.isVisible()
        office.store.flush()
        assert office.stored().place == "Balai <b>"

    def test_the_texts_can_be_saved_to_a_file(self, office):
        point = Point(
            id=str(uuid4()), meeting_id=office.meeting.id, text="Setengah\nkalimat", kind="note"
        )
        with protected_file(office.workspace):
            office.type("place", "Balai é")
            office.store.write_unfinished(point)
            office.close("shell.close_unsaved.save")
            assert not office.window.isVisible()
        text = (office.folder / "isian.txt").read_text("utf-8-sig")
        points, meetings = (office.words.list_name(name) for name in ("points", "meetings"))
        where, said = (
            office.words.field_name("meetings", "place"),
            office.words.field_name("points", "text"),
        )
        assert text.endswith(
            f"— {meetings}, {where} —\nBalai é\n\n— {points}, {said} —\nSetengah\nkalimat\n"
        )
        assert office.workspace.location in text

    def test_a_file_that_cannot_be_written_keeps_the_window(self, office):
        (office.folder / "isian.txt").mkdir()
        with protected_file(office.workspace):
            office.type("place", "Balai")
            office.close("shell.close_unsaved.save")
            assert office.window.isVisible()
            refusal = {"path": str(office.folder / "isian.txt")}
            assert office.words.error("document_not_a_file", refusal) in office.messages()

    def test_choosing_no_file_keeps_the_window(self, office):
        office.dialogs.pick_target = lambda *_: None
        with protected_file(office.workspace):
            office.type("place", "Balai")
            office.close("shell.close_unsaved.save")
            assert office.window.isVisible()

    def test_the_texts_can_be_dropped(self, office):
        with protected_file(office.workspace):
            office.type("place", "Balai")
            office.close("shell.close_unsaved.drop")
            assert not office.window.isVisible()
        assert office.stored().place == ""


class TestLost:
    def copy(self, office) -> str:
        named(office.window, office.words("shell.lost.copy"), Button).click()
        return QGuiApplication.clipboard().text()

    def test_a_text_whose_record_is_gone_can_be_copied(self, office):
        delete_records(office.workspace, AUTHOR, "meetings", [office.meeting.id])
        office.type("topic", "Jadwal <b>\nterbuka")
        office.store.flush()
        (warning,) = office.messages()
        assert "“Jadwal <b> terbuka”" in warning
        assert self.copy(office) == "Jadwal <b>\nterbuka"
        assert office.messages() == [office.words("shell.lost.copied")]

    def test_a_field_that_is_typed_on_is_one_message_with_its_latest_text(self, office):
        delete_records(office.workspace, AUTHOR, "meetings", [office.meeting.id])
        for text in ("J", "Ja", "Jadwal"):
            office.type("topic", text)
            office.store.flush()
        office.type("place", "Balai")
        office.store.flush()
        assert len(office.messages()) == 1
        copied = self.copy(office)
        assert copied.endswith("—\nBalai")
        assert "—\nJadwal\n" in copied

    def test_a_long_text_is_told_short_and_copied_whole(self, office):
        delete_records(office.workspace, AUTHOR, "meetings", [office.meeting.id])
        office.type("topic", LONG)
        office.store.flush()
        (warning,) = office.messages()
        assert len(warning) < 500
        assert self.copy(office) == LONG.strip()

    def test_a_refused_value_without_a_text_is_only_told(self, office):
        office.type("place", None)
        office.store.flush()
        refusal = {"kind": "meetings", "field": "place"}
        assert office.messages() == [office.words.error("value_refused", refusal)]

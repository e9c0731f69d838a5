"""Who may write where: a second window, another computer's lock, a place that is protected."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from db.commands.meetings import create_meeting
from db.commands.records import edit_fields
from db.queries.commitments import list_plans
from db.queries.meetings import list_meetings, meeting_dossier
from db.workspace import Author, Workspace
from desktop.documents import every_job
from desktop.exporting import write_documents
from desktop.lock import WorkspaceLock
from desktop.onlooker import Onlooker
from desktop.program import Program
from desktop.settings import Settings
from tests.db.places import as_nobody, protected, public_folder
from tests.screens.tour import make_workspace, show, views
from tests.ui.helpers import accessible_name, assert_all_named, focused, named
from ui.common.buttons import Button
from ui.common.message_bar import MessageBar
from ui.common.read_only import FINDS

AUTHOR = Author("Sri", "laptop")


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "w.db"
    make_workspace(path)
    return path


class House:
    """Programs on one workspace, each in its window."""

    def __init__(self, qtbot, path: Path) -> None:
        self.qtbot = qtbot
        self.path = path
        self.programs: list[Program] = []

    def start(self) -> Program:
        """Start a program and wait until its workspace is open or was refused."""
        settings = self.path.with_name(f"settings-{len(self.programs)}.json")
        app = QApplication.instance()
        program = Program(app, str(self.path), False, Settings(author="Rahayu"), settings)
        self.programs.append(program)
        self.qtbot.addWidget(program.window)
        program.start([])
        self.wait(lambda: bool(program.window.shell.current_screen()))
        return program

    def wait(self, done) -> None:
        self.qtbot.waitUntil(done, timeout=20_000)

    def press(self, program: Program, key: str) -> None:
        named(program.window, program.words(key), Button).click()

    def read_along(self) -> Program:
        program = self.start()
        self.press(program, "shell.not_opened.read")
        self.wait(lambda: program.store is not None)
        program.window.activateWindow()
        self.wait(lambda: not program.workers.is_busy())
        return program

    def close(self) -> None:
        for program in self.programs:
            program.window.may_close = lambda: True
            program.window.close()


@pytest.fixture
def house(qtbot, tmp_path: Path, sample: Path):
    shutil.copy(sample, tmp_path / "w.db")
    one = House(qtbot, tmp_path / "w.db")
    yield one
    one.close()


@pytest.fixture
def occupied(house: House):
    """A house whose workspace somebody else writes in."""
    with WorkspaceLock(house.path):
        yield house


def choices(program: Program) -> list[str]:
    page = program.window.shell._screens["failure"]
    return [accessible_name(button) for button in page.findChildren(Button)]


def messages(program: Program) -> list[str]:
    QApplication.processEvents()
    bars = program.window.shell.messages.bar.findChildren(MessageBar)
    return [bar.text for bar in bars if bar.isVisible()]


def open_meeting(program: Program):
    meeting = program.store.read(list_meetings)[0]
    program.place.go("meetings", meetings=meeting.id)
    program.window.activateWindow()
    QApplication.processEvents()
    return meeting


class TestRefused:
    def test_a_second_window_is_told_who_writes_and_what_it_can_do(self, occupied):
        program = occupied.start()
        words = program.words
        assert choices(program) == [
            words("shell.not_opened.read"),
            words("shell.not_opened.again"),
            words("shell.not_opened.leave"),
        ]
        pid = QApplication.applicationPid()
        assert named(program.window, words.error("workspace_open_here", {"pid": pid}))
        assert_all_named(program.window)

    def test_it_says_so_in_another_language_too(self, occupied):
        program = occupied.start()
        program.switch_language("en")
        assert "Open for reading only" in choices(program)

    def test_trying_again_opens_it_once_the_other_is_gone(self, house):
        lock = WorkspaceLock(house.path)
        lock.take()
        program = house.start()
        house.press(program, "shell.not_opened.again")
        house.wait(lambda: not program.workers.is_busy())
        assert program.store is None
        lock.release()
        house.press(program, "shell.not_opened.again")
        house.wait(lambda: program.store is not None)
        assert not program.store.workspace.read_only

    def test_one_can_leave(self, occupied):
        program = occupied.start()
        occupied.press(program, "shell.not_opened.leave")
        assert not program.window.isVisible()

    def test_another_computers_lock_is_taken_over_after_a_question(self, house):
        lock = WorkspaceLock(house.path)
        lock.path.write_text("1\nrembuk\nnotebook-7\nanother-machine\nanother-boot\n")
        program = house.start()
        assert program.words("shell.not_opened.take_over") in choices(program)

        def agree() -> None:
            dialog = QApplication.activeModalWidget()
            named(dialog, program.words("shell.take_over.ok"), Button).click()

        QTimer.singleShot(0, agree)
        house.press(program, "shell.not_opened.take_over")
        house.wait(lambda: program.store is not None)
        assert lock.holder().host == QSysInfo.machineHostName()

    def test_what_cannot_be_read_either_is_not_offered_for_reading(self, house):
        house.path.write_bytes(b"no database at all" * 100)
        program = house.start()
        assert program.words("shell.not_opened.read") not in choices(program)

    def test_a_folder_that_takes_no_lock_can_be_read(self, house):
        house.path.with_name("w.db.lock").mkdir()
        program = house.read_along()
        assert program.store.read(list_meetings)

    def test_a_protected_file_is_refused_before_anybody_types(self, qtbot, sample: Path):
        with public_folder() as folder:
            shutil.copy(sample, folder / "w.db")
            one = House(qtbot, folder / "w.db")
            with protected(folder / "w.db"), as_nobody():
                program = one.read_along()
                (banner,) = messages(program)
                refusal = program.words.error("workspace_read_only", {"path": str(one.path)})
                assert refusal in banner
                one.close()


class TestReading:
    def test_a_banner_says_why_as_long_as_it_is_so(self, occupied):
        program = occupied.read_along()
        (banner,) = messages(program)
        assert banner.startswith(program.words("shell.read_only.text", reason="").strip())
        assert str(QApplication.applicationPid()) in banner
        program.window.shell.messages.clear()
        program.switch_language("en")
        occupied.wait(lambda: program.words.language == "en")
        (banner,) = messages(program)
        assert banner.startswith("For reading only.")

    def test_every_view_opens_and_no_field_can_be_typed_in(self, occupied):
        program = occupied.read_along()
        before = occupied.path.read_bytes()
        tried = 0
        for view in views(program):
            show(program, view, occupied.wait)
            stack = program.window.shell._stack
            for field in [*stack.findChildren(QLineEdit), *stack.findChildren(QTextEdit)]:
                field.setFocus()
                if field.hasFocus() and not field.property(FINDS):
                    QTest.keyClicks(field, "xyz")
                    said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
                    assert "xyz" not in said
                    tried += 1
        assert tried > 10
        assert occupied.path.read_bytes() == before

    def test_a_command_is_refused_in_one_sentence(self, occupied):
        program = occupied.read_along()
        plan = program.store.read(list_plans)[0]
        assert program.store.run(create_meeting, plan.id, "bilateral") is None
        refusal = program.words.error("workspace_for_reading", {})
        assert messages(program).count(refusal) == 1
        program.store.run(create_meeting, plan.id, "bilateral")
        assert messages(program).count(refusal) == 1

    def test_what_the_other_writes_is_shown(self, house):
        with WorkspaceLock(house.path):
            program = house.read_along()
            writer = Workspace.open(house.path)
            meeting = open_meeting(program)
            edit_fields(writer, AUTHOR, "meetings", meeting.id, {"topic": "Jadwal baru"})
            writer.close()
            with house.qtbot.waitSignal(program.store.replaced, timeout=10_000):
                program.store.findChild(Onlooker).follow()
            assert "Jadwal baru" in program.window.shell._header._title.text()

    def test_it_can_be_written_once_the_other_is_gone(self, house):
        lock = WorkspaceLock(house.path)
        lock.take()
        program = house.read_along()
        meeting = open_meeting(program)
        house.press(program, "shell.read_only.again")
        house.wait(lambda: not program.workers.is_busy())
        assert program.store.workspace.read_only
        lock.release()
        house.press(program, "shell.read_only.again")
        house.wait(lambda: not program.store.workspace.read_only)
        assert messages(program) == []
        assert program.place.record("meetings") == meeting.id
        program.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(program.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        QTest.keyClicks(focused(), "Butir")
        assert program.store.flush()
        dossier = program.store.read(meeting_dossier, meeting.id)
        assert dossier.points[-1].text == "Butir"

    def test_closing_asks_nothing_and_leaves_the_others_lock(self, occupied):
        program = occupied.read_along()
        assert program.window.close()
        assert WorkspaceLock(occupied.path).holder() is not None

    def test_documents_come_out_and_a_session_file_is_refused(self, occupied):
        reader = Workspace.open(occupied.path, read_only=True)
        jobs = every_job(reader, AUTHOR, "id")
        folder = occupied.path.with_name("out")
        errors = {out.path.suffix: out.error for out in write_documents(jobs, folder)}
        reader.close()
        assert {suffix for suffix, error in errors.items() if error} == {".rembuk"}
        assert errors[".rembuk"].key == "workspace_for_reading"
        assert sorted({path.suffix for path in folder.iterdir()}) == [".docx", ".pdf", ".xlsx"]

import json
from functools import partial
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from db.queries.commitments import list_commitments
from db.queries.meetings import list_meetings
from db.records import Point
from db.workspace import Author, Workspace
from desktop.lock import WorkspaceLock
from desktop.program import SCREENS, Program
from desktop.settings import Settings, load_settings
from desktop.workers import Workers
from tests.screens.tour import make_workspace, show, start, views
from tests.ui.helpers import accessible_name, assert_all_named
from ui.common.parsed_field import ParsedField
from ui.common.party_editor import PartyEditor
from ui.common.read_only import FINDS


@pytest.fixture
def begin(qtbot, tmp_path: Path):
    """Start the real program on a workspace; every program is closed at the end."""
    begun: list[Program] = []

    def wait(done):
        qtbot.waitUntil(done, timeout=20_000)

    def run(language: str = "id", theme: str = "light", name: str = "w.db") -> Program:
        app = QApplication.instance()
        program = start(app, tmp_path / name, language, theme, wait, tmp_path / "settings.json")
        begun.append(program)
        qtbot.addWidget(program.window)
        return program

    yield run
    for program in begun:
        program.window.close()


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_view_opens_named_and_worded(qtbot, begin, tmp_path: Path, language: str):
    make_workspace(tmp_path / "w.db")
    program = begin(language)
    program.window.resize(1366, 690)
    for view in views(program):
        show(program, view, lambda done: qtbot.waitUntil(done, timeout=20_000))
        assert program.window.shell.current_screen() == view.screen
        assert_all_named(program.window)


def test_what_is_typed_is_stored_by_itself_within_a_second(qtbot, begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program = begin()
    meeting = program.store.read(list_meetings)[0]
    with qtbot.waitSignal(program.store.saved, timeout=10_000):
        program.store.edit("meetings", meeting.id, "place", "Balai Warga")
    other = Workspace.open(tmp_path / "w.db")
    with other.read() as session:
        assert list_meetings(session)[0].place == "Balai Warga"
    other.close()
    assert program.window.shell.saved_sign.text()


def test_no_field_on_any_screen_keeps_to_itself_what_is_typed(qtbot, begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program, typed = begin(), 0
    program.window.activateWindow()
    for view in views(program):
        show(program, view, lambda done: qtbot.waitUntil(done, timeout=20_000))
        for field in writable_fields(program.window.shell._stack):
            field.setFocus()
            program.store.flush()
            QTest.keyClicks(field, "2")
            assert program.store.unsaved, accessible_name(field)
            assert program.store.flush()
            typed += 1
    assert typed > 20


def writable_fields(ground: QWidget) -> list[QWidget]:
    """Find the fields that are written in; a date counts only once it is one."""
    fields = [*ground.findChildren(QLineEdit), *ground.findChildren(QTextEdit)]
    return [
        one
        for one in fields
        if one.isVisible()
        and not one.property(FINDS)
        and not isinstance(one.parentWidget(), ParsedField)
    ]


def test_closing_stores_what_was_never_confirmed(begin, tmp_path: Path, qtbot):
    make_workspace(tmp_path / "w.db")
    program = begin()
    commitment = program.store.read(list_commitments)[0]
    program.place.go("commitments", commitments=commitment.id)
    program.window.activateWindow()
    QApplication.processEvents()
    editors = program.window.findChildren(PartyEditor)
    editor = next(one for one in editors if one.isVisible())
    editor.setFocus()
    QTest.keyClicks(editor.line, "Forum Warga Baru")
    assert program.window.close()
    workspace = Workspace.open(tmp_path / "w.db")
    with workspace.read() as session:
        stored = list_commitments(session)[0].model_dump_json()
    workspace.close()
    assert "Forum Warga Baru" in stored


def test_no_work_outlives_the_window(begin, tmp_path: Path, qtbot):
    make_workspace(tmp_path / "w.db")
    program, done = begin(), []
    program.place.go("organisations")
    parts = program.window.findChildren(Workers)
    assert len(parts) > 1
    everyone = [program.workers, *parts]
    for workers in everyone:
        workers.run(partial(sleep_a_little, done), done.append)
    program.window.close()
    assert done == ["done"] * len(everyone)
    for workers in everyone:
        workers.run(partial(done.append, "late"), done.append)
        assert not workers.is_busy()
    QApplication.processEvents()
    assert "late" not in done


def sleep_a_little(done: list[str]) -> None:
    Event().wait(0.02)
    done.append("done")


def test_undo_and_redo_are_keys_of_the_window(qtbot, begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program = begin()
    meeting = program.store.read(list_meetings)[0]
    program.store.edit("meetings", meeting.id, "place", "Balai Warga")
    program.store.flush()
    program.window.undo_requested.emit()
    assert program.store.read(list_meetings)[0].place == meeting.place
    program.window.redo_requested.emit()
    assert program.store.read(list_meetings)[0].place == "Balai Warga"


def test_the_next_start_reopens_there_even_after_the_power_went(qtbot, begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program = begin()
    meeting = program.store.read(list_meetings)[0]
    program.place.go("meetings", meetings=meeting.id)
    where = {"screen": "meetings", "meetings": meeting.id}
    settings = tmp_path / "settings.json"
    qtbot.waitUntil(lambda: where.items() <= load_settings(settings).place.items())


def test_closing_stores_what_was_typed_and_the_next_start_reopens_there(begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program = begin()
    meeting = program.store.read(list_meetings)[0]
    program.place.go("matrix")
    program.store.edit("meetings", meeting.id, "place", "Balai Warga")
    program.window.close()
    assert load_settings(tmp_path / "settings.json").place["screen"] == "matrix"
    workspace = Workspace.open(tmp_path / "w.db")
    with workspace.read() as session:
        assert list_meetings(session)[0].place == "Balai Warga"
    workspace.close()


def test_another_language_is_the_same_place_in_other_words(qtbot, begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program = begin()
    program.place.go("matrix")
    meeting = program.store.read(list_meetings)[0]
    program.store.write_unfinished(Point(id=str(uuid4()), meeting_id=meeting.id, text="Usul"))
    program.switch_language("en")
    qtbot.waitUntil(lambda: program.words.language == "en")
    assert program.window.shell.current_screen() == "matrix"
    assert program.words.language == "en"
    assert json.loads((tmp_path / "settings.json").read_text())["language"] == "en"
    # Its field went with the screen: nobody will say that it is done, and the room waits for it.
    assert program.store.unfinished == frozenset()


def test_another_language_waits_for_what_comes_in_so_that_it_is_told(qtbot, begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program, go, asked = begin(), Event(), []
    refused = tmp_path / "rusak.rembuk"
    refused.write_bytes(b"no session")
    qtbot.waitUntil(lambda: not program.workers.is_busy())
    program.workers.run(go.wait, lambda _: None)
    program.screens.controller("documents").receiving.preview([refused])
    program.switch_language("en")
    # No loop runs here that would do it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTimer.singleShot(0, partial(dismiss, asked))
    go.set()
    qtbot.waitUntil(lambda: program.words.language == "en")
    assert asked == ["ArrivalDialog"]


def dismiss(asked: list[str]) -> None:
    """Close the dialog that is about to open, and note which it was."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(5, partial(dismiss, asked))
        return
    asked.append(type(dialog).__name__)
    dialog.close()


def test_a_workspace_that_is_open_elsewhere_is_told_and_can_be_tried_again(qtbot, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    other = WorkspaceLock(tmp_path / "w.db")
    other.take()
    app = QApplication.instance()
    program = Program(
        app, str(tmp_path / "w.db"), False, Settings(author="Sri"), tmp_path / "settings.json"
    )
    qtbot.addWidget(program.window)
    program.start([])
    qtbot.waitUntil(lambda: program.window.shell.current_screen() == "failure", timeout=20_000)
    assert program.store is None
    other.release()
    failure = program.window.shell._screens["failure"]
    failure.pressed.emit()
    qtbot.waitUntil(lambda: program.store is not None, timeout=20_000)
    program.window.close()


class Opened(QObject):
    """Notes every window that opens."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.windows: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_screens_are_made_behind_the_first_in_one_window_and_know_what_happened_before(
    qtbot, tmp_path: Path
):
    make_workspace(tmp_path / "w.db")
    workspace = Workspace.open(tmp_path / "w.db")
    with workspace.read() as session:
        meeting, commitment = list_meetings(session)[0], list_commitments(session)[0]
    workspace.close()
    app = QApplication.instance()
    opened = Opened(app)
    place = {"screen": "meetings", "plans": meeting.plan_id, "meetings": meeting.id}
    settings = Settings(author="Rahayu", place=place)
    program = Program(app, str(tmp_path / "w.db"), False, settings, tmp_path / "settings.json")
    qtbot.addWidget(program.window)
    made = program.window.shell._screens
    seen: list[list[str]] = []

    def act(_) -> None:
        # Before there is a canvas: it is a part of the meeting all the same, and up to date.
        seen.append(list(made))
        program.store.edit("commitments", commitment.id, "title", "Lumbung benih warga")
        program.store.flush()
        program.place.go("commitments", commitments=commitment.id)

    program._access.opened.connect(act)
    program.start([])
    qtbot.waitUntil(lambda: len(made) == len(SCREENS), timeout=20_000)
    assert seen == [["meetings"]]
    assert program.store.author.meeting_id == meeting.id
    assert "Lumbung benih warga" in made["commitments"].title()
    assert list(made)[1] == "commitments"
    assert program.window.shell.current_screen() == "commitments"
    app.removeEventFilter(opened)
    assert opened.windows == ["MainWindow"]
    program.window.close()


def test_changes_carry_the_name_of_who_works_here(begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    program = begin()
    assert program.store.author.name == "Rahayu"
    assert isinstance(program.store.author, Author)

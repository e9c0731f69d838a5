"""Ctrl+K in the real program: from a few letters to the record, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.records import add_record
from db.queries.commitments import list_commitments, list_plans
from db.queries.meetings import list_meetings
from db.queries.organisations import list_organisations
from db.queries.records import list_records
from db.records import Meeting, Plan, Point
from db.workspace import Author, Workspace
from desktop.controllers.palette import PaletteController
from desktop.controllers.palette_commands import list_commands
from desktop.program import Program
from desktop.settings import load_settings
from resources.words import LANGUAGES, Words
from tests.db.session_files import new_id
from tests.screens.tour import make_workspace, start
from tests.ui.helpers import assert_all_named, focused
from ui.common.theme import current_theme

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
Begin = Callable[..., Program]


@pytest.fixture
def begin(qtbot, tmp_path: Path):
    """Start the real program on the sample; every program is closed at the end."""
    begun: list[Program] = []
    make_workspace(tmp_path / "w.db")

    def run(language: str = "id") -> Program:
        def wait(done: Callable[[], bool]) -> None:
            qtbot.waitUntil(done, timeout=20_000)

        app = QApplication.instance()
        program = start(app, tmp_path / "w.db", language, "light", wait, tmp_path / "settings.json")
        begun.append(program)
        qtbot.addWidget(program.window)
        activate(qtbot, program)
        return program

    yield run
    for program in begun:
        program.window.close()


def activate(qtbot, program: Program) -> None:
    """Have the window in front; the offscreen platform forgets that when its inside changes."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)


def palette_of(program: Program):
    return program.window.shell.findChild(PaletteController).palette


def look_for(qtbot, program: Program, text: str):
    """Press Ctrl+K, type, and wait for what is found."""
    QTest.keyClick(QApplication.focusWidget() or program.window, KEY.Key_K, CONTROL)
    palette = palette_of(program)
    assert palette.isVisible()
    QTest.keyClicks(palette.field, text)
    qtbot.waitUntil(lambda: palette._shown == palette.text(), timeout=20_000)
    return palette


def choose(qtbot, program: Program, text: str) -> None:
    """Find something and take the first that is found."""
    palette = look_for(qtbot, program, text)
    QTest.keyClick(palette.field, KEY.Key_Return)
    QApplication.processEvents()
    assert not palette.isVisible()


def titles(palette) -> list[str]:
    return [row.title for row in palette.list.rows() if not row.heading]


def test_a_meeting_is_found_and_opened_by_keys_alone(qtbot, begin: Begin):
    program = begin()
    meeting = program.store.read(list_meetings)[1]
    choose(qtbot, program, meeting.topic[:20])
    assert (program.place.screen, program.place.record("meetings")) == ("meetings", meeting.id)
    assert program.window.shell.current_screen() == "meetings"


def test_a_point_gets_the_focus_in_its_meeting(qtbot, begin: Begin):
    program = begin()
    point = max(program.store.read(list_records, Point), key=lambda one: len(one.text))
    program.place.go("matrix")
    choose(qtbot, program, point.text[:60])
    qtbot.waitUntil(lambda: focused_point(program) == point.id)
    assert program.place.record("meetings") == point.meeting_id
    other = next(p for p in program.store.read(list_records, Point) if p.id != point.id)
    choose(qtbot, program, other.text[:60])
    qtbot.waitUntil(lambda: focused_point(program) == other.id)
    assert "points" not in program.place.as_settings()


def focused_point(program: Program) -> str:
    controller = program.screens.controller("meetings")
    points = controller.view.desk.points.list
    return points.current_id() if focused() is points else ""


def test_a_record_of_another_plan_brings_its_plan_along(qtbot, begin: Begin, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    workspace = Workspace.open(tmp_path / "w.db")
    author, plan = Author("Sri", "laptop"), Plan(id=new_id(), short_title="RAK Lain")
    meeting = Meeting(id=new_id(), plan_id=plan.id, topic="Jalur evakuasi", kind="workshop")
    add_record(workspace, author, plan)
    add_record(workspace, author, meeting)
    workspace.close()
    program = begin()
    sample = next(one for one in program.store.read(list_plans) if one.id != plan.id)
    program.place.go("home", plans=sample.id)
    palette = look_for(qtbot, program, "jalur evakuasi")
    assert "RAK Lain" in palette.list.rows()[1].note
    QTest.keyClick(palette.field, KEY.Key_Return)
    place = program.place
    assert (place.record("plans"), place.record("meetings")) == (plan.id, meeting.id)
    assert program.window.shell.current_screen() == "meetings"


@pytest.mark.parametrize("screen", ["commitments", "organisations"])
def test_commitments_and_organisations_open_too(qtbot, begin: Begin, screen: str):
    program = begin()
    query = {"commitments": list_commitments, "organisations": list_organisations}[screen]
    record = program.store.read(query)[1]
    choose(qtbot, program, getattr(record, "title", "") or record.name)
    assert (program.place.screen, program.place.record(screen)) == (screen, record.id)


def test_what_was_typed_a_moment_ago_is_found(qtbot, begin: Begin):
    program = begin()
    meeting = program.store.read(list_meetings)[0]
    program.store.edit("meetings", meeting.id, "topic", "Layanan terapung")
    assert "Layanan terapung" in titles(look_for(qtbot, program, "terapung"))[0]


def test_a_command_is_run_by_typing_its_name(qtbot, begin: Begin):
    program = begin()
    choose(qtbot, program, "buka matriks")
    assert program.window.shell.current_screen() == "matrix"
    choose(qtbot, program, "tampilan gelap")
    assert current_theme().name == "dark"
    choose(qtbot, program, "pertemuan baru multilateral")
    found = program.store.read(list_meetings)
    new = next(one for one in found if one.id == program.place.record("meetings"))
    assert (new.kind, program.place.screen) == ("multilateral", "meetings")
    choose(qtbot, program, "urungkan")
    assert new.id not in [one.id for one in program.store.read(list_meetings)]
    choose(qtbot, program, "ulangi")
    assert new.id in [one.id for one in program.store.read(list_meetings)]


def test_a_meeting_that_is_looked_for_by_its_kind_stands_before_the_command_that_makes_one(
    qtbot, begin: Begin
):
    program = begin()
    meetings = program.store.read(list_meetings)
    found = titles(look_for(qtbot, program, "finalisasi"))
    assert found[-1].startswith("Pertemuan baru"), found
    assert not found[0].startswith("Pertemuan baru"), found
    QTest.keyClick(palette_of(program).field, KEY.Key_Escape)
    asked = titles(look_for(qtbot, program, "pertemuan baru"))
    assert asked[0].startswith("Pertemuan baru")
    assert program.store.read(list_meetings) == meetings


def test_the_language_changes_and_the_palette_with_it(qtbot, begin: Begin):
    program = begin()
    choose(qtbot, program, "bahasa inggris")
    assert program.words.language == "en"
    qtbot.waitUntil(lambda: not program.workers.is_busy())
    activate(qtbot, program)
    choose(qtbot, program, "open documents")
    assert program.window.shell.current_screen() == "documents"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_offers_its_commands_once_and_in_words(begin: Begin, language: str):
    program = begin(language)
    words = Words(language)
    controllers = program.screens.all()
    parts = controllers[0].parts
    for controller in controllers:
        program.place.go(controller.key)
        actions = [command.action for command in list_commands(parts, controllers)]
        labels = [action.label for action in actions]
        assert len(labels) == len(set(labels))
        assert all(labels)
        assert not any(action.choices for action in actions)
        keys = {action.key for action in actions}
        offered = {action.key for action in controller.screen.header_actions() if action.enabled}
        menus = {key.rpartition("-")[0] for key in keys}
        assert offered <= keys | menus
        assert f"go-{controller.key}" not in keys
        others = {f"go-{other.key}" for other in controllers} - {f"go-{controller.key}"}
        assert others | {"who", "receive", "new-plan"} <= keys
        assert {words("shell.status.dark"), words("home.actions.new_commitment")} <= {*labels}


def test_what_was_open_lately_is_offered_first_also_after_a_new_start(
    qtbot, begin: Begin, tmp_path: Path
):
    program = begin()
    first, second = program.store.read(list_meetings)[:2]
    commitment = program.store.read(list_commitments)[0]
    program.place.go("meetings", meetings=first.id)
    program.place.go("commitments", commitments=commitment.id)
    program.place.go("meetings", meetings=second.id)
    palette = look_for(qtbot, program, "")
    expected = [f"commitments/{commitment.id}", f"meetings/{first.id}"]
    assert [row.key for row in palette.list.rows()[1:3]] == expected
    QTest.keyClick(palette.field, KEY.Key_Escape)
    program.window.close()
    recent = load_settings(tmp_path / "settings.json").recent
    assert recent[:2] == [f"meetings/{second.id}", f"commitments/{commitment.id}"]


def test_the_window_closes_while_something_is_being_looked_for(qtbot, begin: Begin):
    program = begin()
    QTest.keyClick(program.window, KEY.Key_K, CONTROL)
    palette = palette_of(program)
    QTest.keyClicks(palette.field, "data")
    QTest.keyClick(palette.field, KEY.Key_Return)
    program.window.close()
    assert not program.window.isVisible()


def test_the_status_bar_opens_it_and_everything_is_named(qtbot, begin: Begin):
    program = begin()
    program.window.shell.palette_requested.emit()
    assert palette_of(program).isVisible()
    assert_all_named(program.window)

"""Every view of the window, one after the other, on the sample: for pictures and for tests."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from db.queries.commitments import list_commitments
from db.queries.meetings import list_meetings
from db.queries.organisations import list_working_groups
from db.workspace import Workspace
from desktop.program import Program
from desktop.sample import add_sample
from desktop.settings import Settings
from ui.common.theme import apply_theme

Wait = Callable[[Callable[[], bool]], None]


@dataclass(frozen=True)
class View:
    """One view: its name in file names, the screen, and the records in view there."""

    name: str
    screen: str
    records: dict[str, str]


def make_workspace(path: Path) -> None:
    """Make a workspace with the sample."""
    workspace = Workspace.open(path)
    add_sample(workspace)
    workspace.close()


def wait_for(done: Callable[[], bool], seconds: float = 20) -> None:
    """Let the program run until something is so."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to where it should")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def start(
    app: QApplication, path: Path, language: str, theme: str, wait: Wait, settings: Path
) -> Program:
    """Open the real program on a workspace and wait until its screens are there."""
    apply_theme(app, theme)
    chosen = Settings(author="Rahayu", language=language, theme=theme)
    program = Program(app, str(path), False, chosen, settings)
    program.start([])
    wait(lambda: program.place is not None and bool(program.place.screen))
    return program


def views(program: Program) -> Iterator[View]:
    """Give every view of the program, the lists before what they open."""
    assert program.store is not None
    meetings = program.store.read(list_meetings)
    commitments = program.store.read(list_commitments)
    groups = program.store.read(list_working_groups)
    yield View("home", "home", {})
    yield View("meetings", "meetings", {"meetings": ""})
    for meeting in meetings:
        yield View(f"meeting-{meeting.kind}", "meetings", {"meetings": meeting.id})
    yield View("commitments", "commitments", {"commitments": ""})
    yield View("canvas", "commitments", {"commitments": commitments[0].id})
    section = {"commitments": commitments[0].id, "fields": "description"}
    yield View("canvas-section", "commitments", section)
    yield View("matrix", "matrix", {"commitments": commitments[0].id})
    yield View("follow-ups", "followups", {})
    yield View("responses", "responses", {})
    yield View("organisations", "organisations", {})
    yield View("working-groups", "organisations", {"working_groups": groups[0].id})
    yield View("documents", "documents", {})


def show(program: Program, view: View, wait: Wait) -> None:
    """Bring a view to the front and wait until it is complete."""
    assert program.place is not None
    program.place.go(view.screen, **view.records)
    wait(lambda: not program.workers.is_busy())

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog

from db.exchange.receipts import list_receipts
from db.exchange.receive import receive
from db.queries.commitments import list_plans
from db.queries.meetings import list_meetings
from db.workspace import Author, Workspace
from desktop.controllers.documents import DocumentsController
from desktop.dialogs import SystemDialogs
from desktop.parts import Parts
from desktop.place import Place
from desktop.sample import add_sample
from desktop.settings import Settings
from desktop.store import Store
from desktop.window import MainWindow
from desktop.workers import Workers
from resources.words import Words
from ui.documents.arrival_dialog import ArrivalDialog


class Desk:
    """The documents screen with everything behind it, and what the person was told."""

    def __init__(self, qtbot, folder: Path, language: str = "id") -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.workspace = Workspace.open(folder / "w.db")
        self.files: list[Path] = []
        self.told: list[tuple[str, str]] = []
        self.actions: dict[str, Callable[[], object]] = {}
        self.store = Store(self.workspace, Author("Sri"))
        self.place = Place({})
        self.workers = Workers()
        self.words = Words(language)
        self.window = MainWindow(self.words, Settings())
        qtbot.addWidget(self.window)
        self.parts = Parts(
            self.words, self.store, self.place, Settings(), self.workers,
            self._tell,
            self.window,
            SystemDialogs(
                pick_folder=lambda *_: self.folder / "out", pick_files=lambda *_: self.files
            ),
        )  # fmt: skip
        self.controller = DocumentsController(self.parts)
        self.view = self.controller.view
        qtbot.addWidget(self.view)
        self.view.resize(1150, 600)
        self.view.show()

    def _tell(self, text, kind="info", action=None) -> None:
        self.told.append((kind, text))
        self.actions |= [action] if action else []

    def open(self) -> None:
        self.place.go("documents")
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        self.qtbot.waitUntil(lambda: not self.workers.is_busy(), timeout=20_000)

    def choose(self, kind: str) -> None:
        self.view.set_kind(kind)
        self.settle()

    def out(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "out").glob("*"))


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    made = Desk(qtbot, tmp_path)
    yield made
    made.workers.wait()
    made.workspace.close()


@pytest.fixture
def sampled(desk: Desk) -> Desk:
    add_sample(desk.workspace)
    desk.open()
    return desk


def test_an_empty_workspace_says_what_to_do(desk: Desk):
    desk.open()
    assert desk.view.checked() == []
    assert not any(
        action.key == "export" and action.enabled for action in desk.view.header_actions()
    )


def test_the_chosen_minutes_are_previewed_and_written(sampled: Desk):
    assert sampled.view.preview.pages.page_count() >= 2
    sampled.view.export_requested.emit()
    sampled.settle()
    (name,) = sampled.out()
    assert name.endswith(".pdf")
    assert (sampled.folder / "out" / name).read_bytes().startswith(b"%PDF")
    assert sampled.told[-1][0] == "success"
    assert str(sampled.folder / "out") in sampled.told[-1][1]


@pytest.mark.parametrize(
    ("kind", "ext", "start"),
    [
        ("matrix", ".xlsx", b"PK"),
        ("canvas", ".pdf", b"%PDF"),
        ("plan", ".pdf", b"%PDF"),
        ("attendance", ".pdf", b"%PDF"),
        ("follow_ups", ".pdf", b"%PDF"),
        ("responses", ".pdf", b"%PDF"),
        ("session", ".rembuk", b"PK"),
    ],
)
def test_every_kind_is_written(sampled: Desk, kind: str, ext: str, start: bytes):
    sampled.choose(kind)
    sampled.view.export_requested.emit()
    sampled.settle()
    (name,) = sampled.out()
    assert name.endswith(ext)
    assert (sampled.folder / "out" / name).read_bytes().startswith(start)


def test_the_page_that_is_looked_at_is_drawn(sampled: Desk):
    page = sampled.view.preview.pages._pages[0]
    sampled.qtbot.waitUntil(lambda: not page._image.isNull())
    assert page._image.width() == page.width()


def test_coming_from_a_screen_chooses_its_document(sampled: Desk):
    sampled.place.go("matrix")
    sampled.place.go("documents")
    sampled.settle()
    assert sampled.view.kind() == "matrix"
    meeting = sampled.store.read(list_meetings)[-1]
    sampled.place.go("meetings", meetings=meeting.id)
    sampled.place.go("documents")
    sampled.settle()
    assert sampled.view.kind() == "minutes"
    assert sampled.view.checked() == [meeting.id]


def test_a_folder_that_cannot_be_written_is_told_once_and_nothing_is_left(sampled: Desk):
    (sampled.folder / "out").write_text("in the way")
    sampled.view.export_requested.emit()
    sampled.settle()
    assert [kind for kind, _ in sampled.told] == ["danger"]
    assert (sampled.folder / "out").read_text() == "in the way"


def accept(qtbot, desk: Desk) -> None:
    """Press Enter in the dialog that asks, once it is there."""
    dialogs: list[QDialog] = []

    def press() -> None:
        dialogs[:] = desk.window.findChildren(ArrivalDialog)
        if dialogs and dialogs[0].isVisible():
            qtbot.keyClick(dialogs[0], Qt.Key.Key_Return)

    timer = QTimer(desk.window, interval=20)
    timer.timeout.connect(press)
    timer.start()


def test_session_files_are_shown_first_then_received_and_taken_back(
    qtbot, desk: Desk, tmp_path: Path
):
    (tmp_path / "sender").mkdir()
    sender = Desk(qtbot, tmp_path / "sender")
    add_sample(sender.workspace)
    sender.open()
    sender.choose("session")
    sender.view.export_requested.emit()
    sender.settle()
    broken = tmp_path / "broken.rembuk"
    broken.write_bytes(b"no zip")
    desk.files = [next((sender.folder / "out").glob("*.rembuk")), broken]
    desk.open()
    accept(qtbot, desk)
    desk.view.receive_requested.emit()
    qtbot.waitUntil(lambda: any(kind == "success" for kind, _ in desk.told), timeout=20_000)
    assert len(desk.store.read(list_meetings)) == 2
    # The plan that came is named, and one step away: the lists still show the plan before.
    told = desk.words("documents_screen.arrival.plans", n=1, names="RAKP Tirtasari 2027-2028")
    assert desk.told[-1][1].endswith(told)
    desk.actions[desk.words("documents_screen.arrival.open_plan")]()
    (plan,) = desk.store.read(list_plans)
    assert (desk.place.screen, desk.place.record("plans")) == ("home", plan.id)
    (receipt,) = desk.store.read(list_receipts)
    desk.view.undo_import_requested.emit(receipt.id)
    assert desk.store.read(list_meetings) == ()
    sender.workers.wait()
    sender.workspace.close()


def test_the_session_file_holds_what_was_typed_a_moment_ago(sampled: Desk):
    meeting = sampled.store.read(list_meetings)[0]
    sampled.store.edit("meetings", meeting.id, "topic", "Baru saja diketik")
    sampled.choose("session")
    sampled.view.export_requested.emit()
    sampled.settle()
    (name,) = sampled.out()
    text = zipfile.ZipFile(sampled.folder / "out" / name).read("session.json").decode()
    assert "Baru saja diketik" in text


def test_real_files_come_in_by_the_same_way(desk: Desk, reference_data: Path):
    files = sorted(reference_data.glob("*.rembuk"))
    receipts = receive(desk.workspace, Author(), files)
    assert [receipt.error for receipt in receipts] == [None] * len(files)
    desk.open()
    desk.choose("plan")
    assert desk.view.preview.pages.page_count() > 5

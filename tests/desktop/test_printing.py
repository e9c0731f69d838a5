from dataclasses import replace
from pathlib import Path
from threading import Event

from desktop.dialogs import SystemDialogs
from desktop.jobs import Job
from desktop.printing import write_picked
from exports.document import Document
from tests.desktop.room import Room


def test_only_of_a_document_that_takes_a_while_is_told_that_it_is_being_made(qtbot, tmp_path: Path):
    room, made = Room(qtbot, tmp_path), Event()
    dialogs = SystemDialogs(pick_folder=lambda *_: tmp_path / "surat")
    parts = replace(room.parts(), dialogs=dialogs)

    def render() -> Document:
        assert made.wait(20)
        return Document(b"isi")

    write_picked(parts, [Job("lama.pdf", render)])
    qtbot.waitUntil(lambda: bool(room.told))
    assert room.told == [("info", room.words("documents_screen.preparing", n=1))]
    made.set()
    room.settle()
    write_picked(parts, [Job("segera.pdf", render)])
    room.settle()
    assert [kind for kind, _ in room.told] == ["info", "success", "success"]
    assert {path.name for path in (tmp_path / "surat").iterdir()} == {"lama.pdf", "segera.pdf"}
    room.close()

"""Whether the register is whole."""

import sqlite3
from pathlib import Path

from db.exchange.receive import receive
from db.queries.integrity import Finding, check_register
from db.workspace import Author, Workspace
from tests.session_files import MEETING, POINT, pack, small_session


def filled(folder: Path) -> Path:
    """Return a workspace that received one session file."""
    path, file = folder / "w.db", folder / "one.rembuk"
    file.write_bytes(pack(small_session()))
    workspace = Workspace.open(path)
    (receipt,) = receive(workspace, Author(), [file])
    workspace.close()
    assert receipt.error is None
    return path


def findings(path: Path) -> tuple[Finding, ...]:
    workspace = Workspace.open(path)
    with workspace.read() as session:
        found = check_register(session)
    workspace.close()
    return found


def change(path: Path, statement: str) -> None:
    """Change the file behind the program's back."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_what_was_received_is_whole(tmp_path: Path) -> None:
    assert findings(filled(tmp_path)) == ()


def test_a_text_that_its_history_does_not_know_is_found(tmp_path: Path) -> None:
    path = filled(tmp_path)
    change(path, "UPDATE points SET text = 'dari luar'")
    assert findings(path) == (Finding("shown_value", "points", POINT, "text"),)


def test_a_text_that_lost_its_history_is_found(tmp_path: Path) -> None:
    path = filled(tmp_path)
    change(path, "DELETE FROM revisions WHERE field = 'date'")
    assert findings(path) == (Finding("shown_value", "meetings", MEETING, "date"),)


def test_a_reference_into_nothing_is_found(tmp_path: Path) -> None:
    path = filled(tmp_path)
    change(path, "DELETE FROM meetings")
    assert Finding("reference", "points", "1") in findings(path)

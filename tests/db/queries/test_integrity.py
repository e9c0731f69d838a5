"""Whether the register is whole."""

import sqlite3
from pathlib import Path

import pytest

from db.commands.minutes import finalise_minutes
from db.exchange.receive import receive
from db.queries.integrity import Finding, check_register
from db.workspace import Author, Workspace
from resources.words import LANGUAGES, Words
from tests.db.session_files import a_meeting, a_plan, a_point, build_session_file

PLAN = a_plan()
MEETING = a_meeting(PLAN, date="2025-03-04")
POINT = a_point(MEETING)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace that received a session file with one meeting and one point."""
    lists = {"plans": [PLAN], "meetings": [MEETING], "points": [POINT]}
    file = build_session_file(tmp_path / "one.rembuk", lists)
    path = tmp_path / "w.db"
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


def test_what_was_received_is_whole(path: Path) -> None:
    assert findings(path) == ()


def test_a_text_that_its_history_does_not_know_is_found(path: Path) -> None:
    change(path, "UPDATE points SET text = 'dari luar'")
    assert findings(path) == (Finding("shown_value", "points", POINT["id"], "text"),)


def test_a_text_that_lost_its_history_is_found(path: Path) -> None:
    change(path, "DELETE FROM revisions WHERE field = 'date'")
    assert findings(path) == (Finding("shown_value", "meetings", MEETING["id"], "date"),)


def test_a_reference_into_nothing_is_found(path: Path) -> None:
    change(path, "DELETE FROM meetings")
    assert Finding("reference", "points", "1") in findings(path)


def test_a_frozen_copy_that_is_not_what_was_frozen_is_found(path: Path):
    workspace = Workspace.open(path)
    content = {"format": "rembuk-minutes", "papers": {"id": {"title": "NOTULEN RAPAT"}}}
    finalise_minutes(workspace, Author(), MEETING["id"], content)
    workspace.close()
    assert findings(path) == ()
    change(path, "UPDATE minutes SET content = replace(content, 'NOTULEN', 'NOTULIN')")
    (found,) = findings(path)
    assert (found.key, found.kind) == ("frozen", "minutes")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE points SET deleted = 1", Finding("deleted", "points", POINT["id"])),
        ("UPDATE meetings SET date = '2025-02-30'", Finding("record", "meetings", MEETING["id"])),
        ("UPDATE points SET text = char(0)", Finding("record", "points", POINT["id"])),
        ("UPDATE points SET kind = 'kabar'", Finding("record", "points", POINT["id"])),
        ("UPDATE meetings SET commitment_ids = '['", Finding("record", "meetings", MEETING["id"])),
        ("UPDATE points SET text = CAST(x'c3' AS TEXT)", Finding("record", "points", POINT["id"])),
        (
            "UPDATE revisions SET value = '\"2025-02-30\"' WHERE field = 'date'",
            Finding("history", "meetings", MEETING["id"], "date"),
        ),
    ],
)
def test_damage_is_found_where_it_is(path: Path, statement: str, found: Finding) -> None:
    change(path, statement)
    assert found in findings(path)


def test_damage_in_one_place_leaves_the_rest_to_be_checked(path: Path) -> None:
    change(path, "UPDATE meetings SET commitment_ids = '{'")
    change(path, "UPDATE points SET text = 'dari luar'")
    assert {finding.key for finding in findings(path)} == {"record", "shown_value"}


def test_a_history_that_turns_in_a_circle_is_found(path: Path) -> None:
    change(
        path,
        "INSERT INTO revision_parents SELECT id, 0, id FROM revisions WHERE field = 'date'",
    )
    assert ("history", "revisions") in {(f.key, f.kind) for f in findings(path)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_a_sentence(language: str) -> None:
    words = Words(language)
    keys = ("pages", "reference", "shown_value", "frozen", "deleted", "record", "history")
    assert set(words.table("cli.findings")) == set(keys)
    for key in keys:
        said = words.about(f"cli.findings.{key}", vars(Finding(key, "attendances", "x", "person")))
        assert "attendances" not in said

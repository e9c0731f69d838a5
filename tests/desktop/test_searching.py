"""Searching in the background: only the newest text counts, and trouble is told."""

from pathlib import Path

import pytest

from db.commands.records import add_record
from db.records import Organisation
from db.workspace import Author, Workspace
from desktop.searching import Searching
from desktop.store import Store
from tests.db.session_files import new_id

AUTHOR = Author("Sri", "laptop")


@pytest.fixture
def store(tmp_path: Path):
    workspace = Workspace.open(tmp_path / "w.db")
    for name in ("Dinas Pengairan", "Dinas Kesehatan"):
        add_record(workspace, AUTHOR, Organisation(id=new_id(), name=name))
    yield Store(workspace, AUTHOR)
    workspace.close()


def test_the_newest_text_is_answered_and_those_between_are_not(qtbot, store: Store) -> None:
    searching = Searching(store)
    answers = []
    searching.found.connect(lambda text, hits: answers.append((text, len(hits))))
    for text in ("d", "di", "din", "kesehatan"):
        searching.search(text)
    qtbot.waitUntil(lambda: bool(answers))
    searching.wait()
    assert answers == [("kesehatan", 1)]


def test_what_is_given_up_is_not_told(qtbot, store: Store) -> None:
    searching = Searching(store)
    answers = []
    searching.found.connect(lambda text, _: answers.append(text))
    searching.search("dinas")
    searching.wait()
    searching.search("kesehatan")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["kesehatan"]


def test_a_register_that_is_gone_is_told_and_searching_goes_on(
    qtbot, store: Store, tmp_path: Path
) -> None:
    searching = Searching(store)
    content = (tmp_path / "w.db").read_bytes()
    store.workspace.close()
    (tmp_path / "w.db").write_bytes(b"not a database" * 400)
    with qtbot.waitSignal(store.refused) as refused:
        searching.search("dinas")
    assert refused.args[0].key == "workspace_not_ours"
    store.workspace.close()
    (tmp_path / "w.db").write_bytes(content)
    with qtbot.waitSignal(searching.found) as found:
        searching.search("dinas")
    assert len(found.args[1]) == 2

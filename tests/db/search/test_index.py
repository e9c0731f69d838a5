"""The index always says what the records say, whatever wrote them."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import col, delete, update

from db.changes import Change
from db.commands.records import add_record, delete_records, edit_field, reverse
from db.commands.unfinished import write_unfinished
from db.exchange.receipts import list_receipts, undo_import
from db.models import PointRow
from db.records import Commitment, Meeting, Organisation, Plan, Point
from db.search.texts import SEARCHED
from db.workspace import Author, Workspace
from tests.db.registers import take
from tests.db.search.indexes import built_anew, found, held, register
from tests.db.session_files import build_session_file, new_id, one_of_each


def test_a_command_is_found_at_once_and_so_is_its_undo(
    workspace: Workspace, author: Author, meeting: Meeting
) -> None:
    point = Point(id=new_id(), meeting_id=meeting.id, text="Peta risiko")
    add_record(workspace, author, point)
    assert found(workspace, "risiko") == [point.id]
    change = edit_field(workspace, author, "points", point.id, "text", "Jalur evakuasi")
    assert found(workspace, "risiko") == []
    assert found(workspace, "evakuasi") == [point.id]
    redo = reverse(workspace, author, change)
    assert found(workspace, "risiko") == [point.id]
    reverse(workspace, author, redo)
    assert found(workspace, "risiko") == []


def test_an_autosave_written_again_leaves_no_letters_behind(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    point = Point(id=new_id(), meeting_id=meeting.id, text="P")
    write_unfinished(workspace, author, point, False)
    visit = ""
    for text in ("Pe", "Peta", "Peta ris", "Peta rusak"):
        change = edit_field(workspace, author, "points", point.id, "text", text, visit)
        visit = change.edits[0].revision_id
    assert found(workspace, "ris") == []
    assert found(workspace, "rusak") == [point.id]
    assert held(register(tmp_path)) == built_anew(register(tmp_path))


def test_what_is_deleted_leaves_with_all_that_belongs_to_it(
    workspace: Workspace, author: Author, meeting: Meeting
) -> None:
    point = Point(id=new_id(), meeting_id=meeting.id, text="Peta risiko")
    add_record(workspace, author, point)
    change = delete_records(workspace, author, "meetings", [meeting.id])
    assert found(workspace, "risiko") == found(workspace, "banjir") == []
    reverse(workspace, author, change)
    assert found(workspace, "risiko") == [point.id]
    assert found(workspace, "banjir") == [meeting.id]


def test_an_import_and_its_undo(workspace: Workspace, author: Author, tmp_path: Path) -> None:
    path = build_session_file(tmp_path / "s.rembuk", one_of_each())
    empty = held(register(tmp_path))
    take(workspace, path, dry_run=True)
    assert held(register(tmp_path)) == empty == {}
    take(workspace, path)
    full = held(register(tmp_path))
    assert {kind for kind, _ in full} == set(SEARCHED)
    assert full == built_anew(register(tmp_path))
    with workspace.read() as session:
        receipt = list_receipts(session)[0].id
    undo_import(workspace, receipt)
    assert held(register(tmp_path)) == {}


def test_what_belongs_to_a_meeting_moves_with_its_date(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    points = [Point(id=new_id(), meeting_id=meeting.id, text="Peta") for _ in range(3)]
    for point in points:
        add_record(workspace, author, point)
    edit_field(workspace, author, "meetings", meeting.id, "date", "2026-01-31")
    after = held(register(tmp_path))
    assert {after["points", point.id][0] for point in points} == {"2026-01-31"}
    assert after == built_anew(register(tmp_path))


def test_writing_many_at_once_is_seen_too(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    for _ in range(5):
        add_record(workspace, author, Point(id=new_id(), meeting_id=meeting.id, text="Peta"))
    with workspace.write() as session:
        session.exec(update(PointRow).where(col(PointRow.text) == "Peta").values(text="Denah"))
    assert len(found(workspace, "denah")) == 5
    with workspace.write() as session:
        session.exec(delete(PointRow))
    assert found(workspace, "denah") == []
    assert held(register(tmp_path)) == built_anew(register(tmp_path))


def test_what_is_given_up_leaves_the_index_as_it_was(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    before = held(register(tmp_path))

    def fail() -> None:
        with workspace.write() as session:
            session.add(PointRow(id=new_id(), meeting_id=meeting.id, text="Peta"))
            session.flush()
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        fail()
    assert held(register(tmp_path)) == before


def test_any_run_of_commands_leaves_what_building_anew_would(
    workspace: Workspace, author: Author, tmp_path: Path
) -> None:
    chance = random.Random(7)
    plan = add_record(workspace, author, Plan(id=new_id(), title="Rencana")).record_id
    makers: list[Callable[[str], tuple[str, Meeting | Commitment | Organisation | Point]]] = [
        lambda text: ("meetings", Meeting(id=new_id(), plan_id=plan, topic=text)),
        lambda text: ("commitments", Commitment(id=new_id(), plan_id=plan, title=text, number=3)),
        lambda text: ("organisations", Organisation(id=new_id(), name=text, aliases=(text, "B"))),
    ]
    fields = {"meetings": "topic", "commitments": "problem", "organisations": "short_name"}
    alive: list[tuple[str, str]] = []
    done: list[Change] = []
    for step in range(120):
        text = " ".join(chance.choices(["peta", "banjir", "Café", "SP4N-LAPOR!", "", "ꦗꦮ"], k=4))
        choice = chance.random()
        if choice < 0.4 or not alive:
            kind, record = chance.choice(makers)(text)
            done.append(add_record(workspace, author, record))
            alive.append((kind, record.id))
        elif choice < 0.75:
            kind, record_id = chance.choice(alive)
            done.append(
                edit_field(workspace, author, kind, record_id, fields[kind], f"{text}{step}")
            )
        elif choice < 0.85:
            kind, record_id = alive.pop(chance.randrange(len(alive)))
            reverse(workspace, author, delete_records(workspace, author, kind, [record_id]))
            alive.append((kind, record_id))
        else:
            kind, record_id = alive.pop(chance.randrange(len(alive)))
            delete_records(workspace, author, kind, [record_id])
    assert held(register(tmp_path)) == built_anew(register(tmp_path))

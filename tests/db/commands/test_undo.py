"""Undo and redo of one command: new revisions that take back all of a step."""

from collections.abc import Callable

from sqlalchemy import Engine, event

from db.changes import Change
from db.commands.attendances import add_attendances
from db.commands.records import (
    add_record,
    edit_field,
    edit_fields,
)
from db.records import (
    Attendance,
    Point,
)
from db.workspace import Workspace
from tests.db.commands.one_commitment import Desk, refused
from tests.db.registers import dump
from tests.db.session_files import new_id


def test_undo_and_redo_write_new_revisions(desk: Desk) -> None:
    undone = desk.undo(desk.edit("title", "Satu"))
    assert desk.shown() == "Data banjir"
    desk.undo(undone)
    assert desk.shown() == "Satu"
    history = desk.history()
    assert [r["value"] for r in history] == ["Data banjir", "Satu", "Data banjir", "Satu"]
    assert [r["parents"] for r in history[1:]] == [[r["id"]] for r in history[:-1]]


def test_undo_takes_back_all_of_a_step(desk: Desk) -> None:
    before = dump(desk.workspace)["commitments"]
    change = edit_fields(
        desk.workspace, desk.author, "commitments", desk.id, {"title": "x", "problem": "y"}
    )
    assert (change.kinds, change.ids) == ({"commitments"}, {desk.id})
    desk.undo(change)
    assert dump(desk.workspace)["commitments"] == before


def test_undo_of_adding_deletes_and_redo_brings_it_back_with_its_texts(desk: Desk) -> None:
    point = Point(id=new_id(), meeting_id=desk.meeting_id, text="Usul", position=1)
    change = add_record(desk.workspace, desk.author, point)
    undone = desk.undo(change)
    assert dump(desk.workspace)["points"][point.id]["deleted"]
    desk.undo(undone)
    assert dump(desk.workspace)["points"][point.id] == point.model_dump(mode="json")


def test_undo_is_refused_when_something_else_changed_the_field(desk: Desk) -> None:
    change = desk.edit("title", "Satu")
    desk.edit("title", "Dua")
    assert refused(lambda: desk.undo(change)).key == "undo_overtaken"
    assert desk.shown() == "Dua"


def test_undo_restores_a_received_text_code_point_for_code_point(
    desk: Desk, workspace: Workspace
) -> None:
    received = "e\u0301 satu\u2028dua"
    with workspace.write() as session:
        connection = session.connection().connection.cursor()
        connection.execute("UPDATE commitments SET title = ?", (received,))
        connection.execute(
            "UPDATE revisions SET value = json_quote(?) WHERE field = 'title'", (received,)
        )
    desk.undo(desk.edit("title", "Lain"))
    assert desk.shown() == received


def test_a_long_pasted_list_goes_and_comes_back_in_no_more_statements_than_a_short_one(
    desk: Desk,
) -> None:
    turned: list[int] = []
    for number in (2, 100):
        change = paste(desk, number)
        before = dump(desk.workspace)["attendances"]
        undone, statements = counted(lambda change=change: desk.undo(change))
        lines = dump(desk.workspace)["attendances"]
        assert all(lines[one]["deleted"] for one in change.ids)
        again, more = counted(lambda undone=undone: desk.undo(undone))
        assert again.ids == undone.ids == change.ids
        assert dump(desk.workspace)["attendances"] == before
        turned.append(statements + more)
    assert turned[0] == turned[1]


def test_a_pasted_list_stays_whole_where_a_line_of_it_has_gone_since(desk: Desk) -> None:
    change = paste(desk, 3)
    line = sorted(change.ids)[0]
    edit_field(desk.workspace, desk.author, "attendances", line, "person", "Rahayu")
    gone = desk.undo(change)
    desk.undo(gone)
    assert dump(desk.workspace)["attendances"][line]["person"] == "Rahayu"
    add = next(edit for edit in change.edits if edit.record_id == line)
    desk.undo(Change("add_attendances", (add,)))
    before = dump(desk.workspace)
    assert refused(lambda: desk.undo(change)).key == "undo_overtaken"
    assert dump(desk.workspace) == before


def paste(desk: Desk, number: int) -> Change:
    lines = [
        Attendance(id=new_id(), meeting_id=desk.meeting_id, person=f"Warga {n}")
        for n in range(number)
    ]
    return add_attendances(desk.workspace, desk.author, lines)


def counted(work: Callable[[], Change]) -> tuple[Change, int]:
    """Do some work and return what it gives, and how many statements it took."""
    seen: list[str] = []

    def note(connection, cursor, statement, *rest) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        return work(), len(seen)
    finally:
        event.remove(Engine, "before_cursor_execute", note)

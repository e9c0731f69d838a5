"""Undo and redo of one command: new revisions that take back all of a step."""

from db.commands.records import (
    add_record,
    edit_fields,
)
from db.records import (
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

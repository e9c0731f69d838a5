"""The commands that all records share: what they write, remember, refuse and take back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.changes import Change
from db.commands.records import (
    add_record,
    delete_records,
    edit_field,
    edit_fields,
    move_record,
    reverse,
)
from db.errors import CommandError, FieldValueError, RembukError
from db.exchange.send import write_session
from db.queries.records import list_records
from db.records import (
    Commitment,
    Draft,
    Meeting,
    Milestone,
    Minutes,
    Organisation,
    Party,
    Plan,
    Point,
    Record,
    Target,
)
from db.rules import in_order
from db.workspace import Author, Workspace
from tests.db.registers import Clock, conflicts_of, dump, take
from tests.db.session_files import a_revision, build_session_file, new_id

# A fixed id: the names of parametrised tests have to be the same on every worker.
NOWHERE = "00000000-0000-4000-8000-000000000000"


class Desk:
    """A register with one plan, one commitment and one meeting, and short ways to work on it."""

    def __init__(self, workspace: Workspace, author: Author) -> None:
        self.workspace, self.author = workspace, author
        self.plan_id = self.add(Plan(id=new_id(), title="Rencana Kota"))
        self.id = self.add(Commitment(id=new_id(), plan_id=self.plan_id, title="Data banjir"))
        self.meeting_id = self.add(Meeting(id=new_id(), plan_id=self.plan_id))

    def add(self, record: Record) -> str:
        return add_record(self.workspace, self.author, record).record_id

    def edit(self, field: str, value: Any, visit: str = "", kind: str = "commitments") -> Change:
        record_id = self.id if kind == "commitments" else self.meeting_id
        return edit_field(self.workspace, self.author, kind, record_id, field, value, visit)

    def delete(self, kind: str, *ids: str) -> Change:
        return delete_records(self.workspace, self.author, kind, ids)

    def undo(self, change: Change) -> Change:
        return reverse(self.workspace, self.author, change)

    def move(self, kind: str, record_id: str, after: str | None, before: str | None) -> Change:
        return move_record(self.workspace, self.author, kind, record_id, after, before)

    def milestones(self, count: int) -> list[str]:
        return [
            self.add(Milestone(id=new_id(), commitment_id=self.id, text=str(index)))
            for index in range(count)
        ]

    def order(self) -> list[str]:
        with self.workspace.read() as session:
            return [m.id for m in in_order(list_records(session, Milestone))]

    def shown(self, field: str = "title") -> Any:
        return dump(self.workspace)["commitments"][self.id][field]

    def history(self, field: str = "title") -> list[dict[str, Any]]:
        """Return a field's revisions, oldest first."""
        found = dump(self.workspace)["revisions"].values()
        mine = [r for r in found if (r["record_id"], r["field"]) == (self.id, field)]
        return sorted(mine, key=lambda r: r["at"])


@pytest.fixture
def desk(workspace: Workspace, author: Author) -> Desk:
    return Desk(workspace, author)


def refused(command: Callable[[], object], error: type[RembukError] = CommandError) -> RembukError:
    with pytest.raises(error) as caught:
        command()
    return caught.value


# -- adding ----------------------------------------------------------------------------------


def test_a_new_record_has_a_revision_for_every_field_that_is_filled_in(desk: Desk) -> None:
    found = [r for r in dump(desk.workspace)["revisions"].values() if r["record_id"] == desk.id]
    assert [(r["field"], r["value"], r["parents"]) for r in found] == [("title", "Data banjir", [])]
    assert (found[0]["author"], found[0]["device"]) == ("Ratri", "laptop-1")
    assert found[0]["at"].startswith("2025-03-01T02:00:00.")


def test_each_checkpoint_has_a_revision_of_its_own(desk: Desk) -> None:
    target = Target(id=new_id(), commitment_id=desk.id, targets={"B06": "a", "B12": ""})
    desk.add(target)
    found = [r for r in dump(desk.workspace)["revisions"].values() if r["record_id"] == target.id]
    assert {r["field"]: r["value"] for r in found} == {"position": 1, "targets.B06": "a"}


def test_a_map_with_an_empty_text_is_not_empty(desk: Desk) -> None:
    desk.edit("matrix_head", {"B06": ""})
    assert [r["value"] for r in desk.history("matrix_head")] == [{"B06": ""}]
    desk.edit("matrix_head", {})
    assert [r["value"] for r in desk.history("matrix_head")] == [{"B06": ""}, {}]


def test_a_record_without_owner_is_refused(desk: Desk) -> None:
    lost = Milestone(id=new_id(), commitment_id=new_id())
    assert refused(lambda: desk.add(lost)).key == "record_unknown"
    desk.delete("commitments", desk.id)
    late = Milestone(id=new_id(), commitment_id=desk.id)
    assert refused(lambda: desk.add(late)).key == "record_deleted"


def test_a_frozen_copy_has_no_history(desk: Desk) -> None:
    minutes = Minutes(id=new_id(), meeting_id=desk.meeting_id, version=1, content={"a": 1})
    desk.add(minutes)
    kept = dump(desk.workspace)
    assert kept["minutes"][minutes.id]["content"] == {"a": 1}
    assert not [r for r in kept["revisions"].values() if r["record_id"] == minutes.id]


# -- visits ----------------------------------------------------------------------------------


def test_one_visit_is_one_revision(desk: Desk, clock: Clock) -> None:
    visit = ""
    for text in ("D", "Da", "Dat", "Data"):
        visit = desk.edit("title", text, visit).edits[0].revision_id
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Data"]
    assert desk.history()[1]["parents"] == [desk.history()[0]["id"]]
    assert desk.history()[1]["at"] == clock.time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_a_new_visit_is_a_new_revision(desk: Desk) -> None:
    desk.edit("title", "Satu")
    desk.edit("title", "Dua")
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Satu", "Dua"]


def test_a_visit_that_ends_where_it_began_is_kept_as_it_was(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    desk.edit("title", "Data banjir", visit)
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Data banjir"]
    assert conflicts_of(desk.workspace) == set()


def test_an_equal_value_writes_nothing(desk: Desk) -> None:
    change = desk.edit("title", "Data banjir")
    assert (change.edits, len(desk.history())) == ((), 1)


def test_a_visit_that_was_exported_is_never_written_again(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    write_session(desk.workspace, desk.author, "test", desk.plan_id)
    later = desk.edit("title", "Satu dua", visit).edits[0].revision_id
    assert later != visit
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Satu", "Satu dua"]
    assert desk.history()[2]["parents"] == [visit]


def test_a_visit_that_something_builds_on_is_never_written_again(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    desk.edit("title", "Dua")
    desk.edit("title", "Tiga", visit)
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Satu", "Dua", "Tiga"]


def test_a_visit_that_a_deletion_saw_is_never_written_again(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    desk.undo(desk.delete("commitments", desk.id))
    assert desk.edit("title", "Dua", visit).edits[0].revision_id != visit


def test_a_visit_of_another_field_is_not_written_here(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    change = desk.edit("problem", "Banjir", visit)
    assert change.edits[0].revision_id != visit
    assert desk.history()[1]["value"] == "Satu"
    assert desk.edit("problem", "Rob", new_id()).edits[0].after == "Rob"


# -- texts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b\x1b[2Jc", "ab[2Jc"),
        ("e\u0301", "é"),
        ("satu\u2028dua\r\ntiga\rempat", "satu\ndua\ntiga\nempat"),
        ("\ud800x\udfff\ufffe", "x"),
        ("\ttab tetap\n", "\ttab tetap\n"),
        ("<b>R&D</b> =1+1 {x}", "<b>R&D</b> =1+1 {x}"),
    ],
)
def test_what_is_typed_is_cleaned_once(desk: Desk, typed: str, kept: str) -> None:
    desk.edit("problem", typed)
    assert desk.shown("problem") == kept
    assert desk.history("problem")[0]["value"] == kept


def test_texts_inside_values_are_cleaned_too(desk: Desk) -> None:
    desk.edit("leads", [{"name": "a\0", "unit": "e\u0301", "organisation_id": None}])
    desk.edit("matrix_head", {"B\x0006": "a\r\nb"})
    assert desk.shown("leads") == [{"name": "a", "unit": "é", "organisation_id": None}]
    assert desk.shown("matrix_head") == {"B06": "a\nb"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start", "2025-13"), ("number", "satu"), ("number", 1.5), ("number", True),
        ("title", None), ("title", 5), ("leads", "Dinas"), ("leads", [{"boss": ""}]),
        ("values", ["cepat"]), ("matrix_head", {"a": 1}), ("working_group_id", "x"),
        ("number", -1), ("number", float("nan")),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(desk: Desk, field: str, value: Any) -> None:
    before = dump(desk.workspace)
    error = refused(lambda: desk.edit(field, value), FieldValueError)
    assert (error.key, error.values) == ("value_refused", {"kind": "commitments", "field": field})
    assert dump(desk.workspace) == before


@pytest.mark.parametrize("field", ["id", "plan_id", "deleted", "mood", "title.x", "", "targets"])
def test_a_field_that_has_no_history_cannot_be_edited(desk: Desk, field: str) -> None:
    assert refused(lambda: desk.edit(field, "x"), FieldValueError).key == "field_unknown"


@pytest.mark.parametrize("field", ["targets", "targets.B6", "targets.", "targets.B06.x"])
def test_checkpoints_are_edited_one_by_one(desk: Desk, field: str) -> None:
    row = desk.add(Target(id=new_id(), commitment_id=desk.id))
    write = lambda name, value: edit_field(  # noqa: E731
        desk.workspace, desk.author, "targets", row, name, value
    )
    assert refused(lambda: write(field, "x"), FieldValueError).key == "field_unknown"
    write("targets.B12", "b")
    write("targets.B06", "a")
    assert list(dump(desk.workspace)["targets"][row]["targets"].items()) == [
        ("B06", "a"), ("B12", "b"),
    ]  # fmt: skip
    write("targets.B12", "")
    assert dump(desk.workspace)["targets"][row]["targets"] == {"B06": "a"}


# -- references ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [("working_group_id", NOWHERE), ("leads", (Party(name="x", organisation_id=NOWHERE),))],
)
def test_what_a_value_names_has_to_be_there(desk: Desk, field: str, value: Any) -> None:
    before = dump(desk.workspace)
    lost = Commitment(id=new_id(), plan_id=desk.plan_id).model_copy(update={field: value})
    for command in (lambda: desk.edit(field, value), lambda: desk.add(lost)):
        assert refused(command, FieldValueError).key == "reference_unknown"
    assert dump(desk.workspace) == before


def test_a_meeting_names_commitments_of_its_own_plan_only(desk: Desk) -> None:
    other = desk.add(Plan(id=new_id()))
    theirs = desk.add(Commitment(id=new_id(), plan_id=other))
    edit = lambda *ids: desk.edit("commitment_ids", list(ids), kind="meetings")  # noqa: E731
    assert refused(lambda: edit(desk.id, theirs), FieldValueError).key == "reference_other_plan"
    assert refused(lambda: edit(new_id()), FieldValueError).key == "reference_unknown"
    assert edit(desk.id).edits[0].after == [desk.id]


def test_an_organisation_belongs_to_every_plan(desk: Desk) -> None:
    organisation = desk.add(Organisation(id=new_id(), name="Dinas Pengairan"))
    party = Party(name="Dinas Pengairan", organisation_id=organisation)
    assert desk.edit("leads", [party]).edits[0].after == [party.model_dump(mode="json")]


# -- undo and redo ---------------------------------------------------------------------------


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


# -- deleting --------------------------------------------------------------------------------


def test_deleting_takes_along_what_belongs_to_it_and_undo_brings_all_back(desk: Desk) -> None:
    desk.milestones(3)
    before = dump(desk.workspace)
    change = desk.delete("plans", desk.plan_id)
    deleted = dump(desk.workspace)
    for kind in ("plans", "commitments", "milestones", "meetings"):
        assert all(row["deleted"] for row in deleted[kind].values()), kind
    undone = desk.undo(change)
    shown = {kind: rows for kind, rows in dump(desk.workspace).items() if kind != "revisions"}
    assert shown == {kind: rows for kind, rows in before.items() if kind != "revisions"}
    desk.undo(undone)
    assert dump(desk.workspace)["milestones"] == deleted["milestones"]


def test_a_deletion_saw_every_head(desk: Desk) -> None:
    desk.edit("problem", "Banjir")
    desk.delete("commitments", desk.id)
    [deletion] = desk.history("deleted")
    heads = {desk.history()[-1]["id"], desk.history("problem")[-1]["id"]}
    assert (deletion["value"], set(deletion["parents"])) == (True, heads)
    assert conflicts_of(desk.workspace) == set()


def test_what_is_deleted_cannot_be_edited_moved_or_deleted_again(desk: Desk) -> None:
    [milestone] = desk.milestones(1)
    desk.delete("milestones", milestone)
    for command in (
        lambda: edit_field(desk.workspace, desk.author, "milestones", milestone, "text", "x"),
        lambda: desk.move("milestones", milestone, None, None),
        lambda: desk.delete("milestones", milestone),
    ):
        assert refused(command).key == "record_deleted"
    assert refused(lambda: desk.delete("milestones", new_id())).key == "record_unknown"


def test_deleting_several_is_all_or_nothing(desk: Desk) -> None:
    ids = desk.milestones(2)
    before = dump(desk.workspace)
    assert refused(lambda: desk.delete("milestones", *ids, new_id())).key == "record_unknown"
    assert dump(desk.workspace) == before


def test_frozen_copies_stay_and_so_does_what_they_were_made_of(desk: Desk) -> None:
    draft = desk.add(Draft(id=new_id(), commitment_id=desk.id, level="1"))
    assert refused(lambda: desk.delete("drafts", draft)).key == "record_frozen"
    assert refused(lambda: desk.delete("commitments", desk.id)).key == "record_has_frozen"
    assert refused(lambda: desk.delete("plans", desk.plan_id)).key == "record_has_frozen"
    desk.delete("meetings", desk.meeting_id)


def test_a_child_that_comes_back_makes_its_owner_visible_with_a_question(desk: Desk) -> None:
    [milestone] = desk.milestones(1)
    gone = desk.delete("milestones", milestone)
    desk.delete("commitments", desk.id)
    assert conflicts_of(desk.workspace) == set()
    back = desk.undo(gone)
    assert not dump(desk.workspace)["commitments"][desk.id]["deleted"]
    assert [conflict[:3] for conflict in conflicts_of(desk.workspace)] == [
        ("commitments", desk.id, "deleted")
    ]
    assert desk.id in back.ids
    desk.undo(back)
    assert dump(desk.workspace)["commitments"][desk.id]["deleted"]
    assert conflicts_of(desk.workspace) == set()


# -- order -----------------------------------------------------------------------------------


def test_a_new_record_comes_last(desk: Desk) -> None:
    ids = desk.milestones(3)
    desk.add(Milestone(id=new_id(), commitment_id=desk.id, position=7.5))
    last = desk.add(Milestone(id=new_id(), commitment_id=desk.id))
    assert desk.order()[:3] == ids
    assert desk.order()[-1] == last


def test_a_new_record_comes_last_even_behind_the_largest_number(desk: Desk) -> None:
    desk.add(Milestone(id=new_id(), commitment_id=desk.id, position=1e15))
    last = desk.add(Milestone(id=new_id(), commitment_id=desk.id))
    assert dump(desk.workspace)["milestones"][last]["position"] == 10**15


def test_a_record_moves_to_the_start_between_two_and_to_the_end(desk: Desk) -> None:
    a, b, c, d = desk.milestones(4)
    desk.move("milestones", d, None, a)
    assert desk.order() == [d, a, b, c]
    desk.move("milestones", d, b, c)
    assert desk.order() == [a, b, d, c]
    desk.move("milestones", a, c, None)
    assert desk.order() == [b, d, c, a]


def test_one_move_writes_one_position(desk: Desk) -> None:
    a, b, c = desk.milestones(3)
    change = desk.move("milestones", c, a, b)
    assert [(e.record_id, e.field, e.after) for e in change.edits] == [(c, "position", 1.5)]
    desk.undo(change)
    assert desk.order() == [a, b, c]


def test_when_no_number_is_left_between_two_all_are_numbered_anew_in_one_step(desk: Desk) -> None:
    a, b, c = desk.milestones(3)
    change = desk.move("milestones", c, a, b)
    for _ in range(60):
        a_b = desk.order()[1:]
        change = desk.move("milestones", a_b[1], a, a_b[0])
        assert desk.order() == [a, a_b[1], a_b[0]]
        if len(change.edits) > 1:
            break
    positions = sorted(m["position"] for m in dump(desk.workspace)["milestones"].values())
    assert positions == [1, 2, 3]
    order = desk.order()
    desk.undo(desk.undo(change))
    assert desk.order() == order


def test_equal_and_missing_positions_are_mended_by_a_move(desk: Desk, workspace: Workspace) -> None:
    a, b, c, d = sorted(desk.milestones(4))
    with workspace.write() as session:
        cursor = session.connection().connection.cursor()
        cursor.execute("UPDATE milestones SET position = 1")
        cursor.execute("UPDATE milestones SET position = NULL WHERE id = ?", (d,))
    assert desk.order() == [a, b, c, d]
    desk.move("milestones", d, a, b)
    assert desk.order() == [a, d, b, c]


def test_a_move_answers_all_positions_that_were_written_apart(
    desk: Desk, workspace: Workspace, tmp_path: Path
) -> None:
    a, b = desk.milestones(2)
    kept = dump(workspace)
    row = {"id": b, "commitment_id": desk.id, "position": 0.5}
    other = a_revision("milestones", row, "position", 0.5, id="0" * 8 + b[8:])
    lists = {
        "plans": [{"id": desk.plan_id}], "commitments": [kept["commitments"][desk.id]],
        "milestones": [row], "revisions": [other],
    }  # fmt: skip
    take(workspace, build_session_file(tmp_path / "s.rembuk", lists))
    assert desk.order() == [b, a]
    change = desk.move("milestones", b, a, None)
    assert desk.order() == [a, b]
    answer = dump(workspace)["revisions"][change.edits[0].revision_id]
    assert other["id"] in answer["parents"]
    assert len(answer["parents"]) == 2


moves = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves)
def test_any_moves_end_in_the_order_that_a_list_would_have(
    desk: Desk, made: list[tuple[int, int]]
) -> None:
    desk.delete("milestones", *desk.order())
    expected = desk.milestones(5)
    for start, end in made:
        moved = expected.pop(start)
        expected.insert(end, moved)
        place = expected.index(moved)
        before = expected[place + 1] if place + 1 < len(expected) else None
        desk.move("milestones", moved, expected[place - 1] if place else None, before)
        assert desk.order() == expected

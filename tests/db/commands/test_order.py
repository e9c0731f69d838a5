"""The order of records: one move writes one position, whatever stood there."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.records import (
    Milestone,
)
from db.workspace import Workspace
from tests.db.commands.one_commitment import Desk
from tests.db.registers import dump, take
from tests.db.session_files import a_revision, build_session_file, new_id


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

"""The rows of a matrix, and blocks of cells in one step."""

import pytest

from db.commands.commitments import create_commitment, move_part
from db.commands.plans import create_plan
from db.commands.records import edit_alike, edit_fields, reverse
from db.commands.targets import RowTexts, add_target, clear_cells, paste_cells
from db.errors import FieldValueError
from db.queries.commitments import commitment_dossier


@pytest.fixture
def commitment_id(workspace, author) -> str:
    plan_id = create_plan(workspace, author, "ogi-2020").record_id
    return create_commitment(workspace, author, plan_id).record_id


@pytest.fixture
def targets(workspace, commitment_id):
    def read():
        with workspace.read() as session:
            return commitment_dossier(session, commitment_id).targets

    return read


def test_a_row_comes_behind_another_under_its_goal(workspace, author, commitment_id, targets):
    first = add_target(workspace, author, commitment_id).record_id
    values = {"goal": "Jadwal terbuka", "responsible": "Dinas", "measure": "46 posyandu"}
    edit_fields(workspace, author, "targets", first, values)
    last = add_target(workspace, author, commitment_id).record_id
    middle = add_target(workspace, author, commitment_id, first).record_id
    assert [row.id for row in targets()] == [first, middle, last]
    assert [row.goal for row in targets()] == ["Jadwal terbuka", "Jadwal terbuka", ""]
    assert (targets()[1].responsible, targets()[1].measure) == ("Dinas", "")
    move_part(workspace, author, "targets", last, first)
    assert [row.id for row in targets()] == [last, first, middle]


def test_a_block_is_written_in_one_step_with_the_rows_it_needs(
    workspace, author, commitment_id, targets
):
    first = add_target(workspace, author, commitment_id).record_id
    rows = [
        RowTexts(first, {"measure": "46 posyandu", "targets.B06": "10"}),
        RowTexts("", {"measure": "=SUM(A1)\r\nbaris dua", "targets.B30": "akhir"}),
    ]
    change = paste_cells(workspace, author, commitment_id, rows)
    assert [(row.measure, dict(row.targets)) for row in targets()] == [
        ("46 posyandu", {"B06": "10"}),
        ("=SUM(A1)\nbaris dua", {"B30": "akhir"}),
    ]
    undone = reverse(workspace, author, change)
    assert [(row.id, row.measure) for row in targets()] == [(first, "")]
    reverse(workspace, author, undone)
    assert [row.measure for row in targets()] == ["46 posyandu", "=SUM(A1)\nbaris dua"]


def test_cells_are_emptied_in_one_step(workspace, author, commitment_id, targets):
    first = add_target(workspace, author, commitment_id).record_id
    edit_fields(workspace, author, "targets", first, {"goal": "Jadwal", "targets.B06": "10"})
    rows = [RowTexts(first, {"goal": "", "targets.B06": ""})]
    change = clear_cells(workspace, author, commitment_id, rows)
    assert (targets()[0].goal, dict(targets()[0].targets)) == ("", {})
    reverse(workspace, author, change)
    assert (targets()[0].goal, dict(targets()[0].targets)) == ("Jadwal", {"B06": "10"})


def test_a_block_with_one_wrong_cell_writes_nothing(workspace, author, commitment_id, targets):
    rows = [RowTexts("", {"measure": "satu"}), RowTexts("", {"targets.6": "dua"})]
    with pytest.raises(FieldValueError):
        paste_cells(workspace, author, commitment_id, rows)
    assert targets() == ()


def test_rows_that_are_alike_are_written_and_taken_back_as_one(
    workspace, author, commitment_id, targets
):
    ids = [add_target(workspace, author, commitment_id).record_id for _ in range(3)]
    first = edit_alike(workspace, author, "targets", dict.fromkeys(ids[:2], ""), "goal", "Ja")
    visits = {edit.record_id: edit.revision_id for edit in first.edits}
    further = edit_alike(workspace, author, "targets", visits, "goal", "Jadwal")
    assert [row.goal for row in targets()] == ["Jadwal", "Jadwal", ""]
    whole = first.followed_by(further)
    assert whole is not None
    reverse(workspace, author, whole)
    assert [row.goal for row in targets()] == ["", "", ""]

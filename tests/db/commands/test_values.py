"""What a field takes: texts are cleaned, values fit, and what they name is there."""

from typing import Any

import pytest

from db.commands.records import (
    edit_field,
)
from db.errors import FieldValueError
from db.records import (
    Commitment,
    Organisation,
    Party,
    Plan,
    Target,
)
from tests.db.commands.one_commitment import Desk, refused
from tests.db.registers import dump
from tests.db.session_files import new_id

# A fixed id: the names of parametrised tests have to be the same on every worker.
NOWHERE = "00000000-0000-4000-8000-000000000000"


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

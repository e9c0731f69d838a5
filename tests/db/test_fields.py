"""The gate that every single value passes."""

import json
from typing import Any

import pytest

from db.catalogue import KINDS
from db.errors import FieldValueError
from db.fields import (
    check_value,
    clean_value,
    empty_value,
    is_empty,
    read_field,
    split_values,
    write_field,
)
from db.models import TABLES
from db.records import Commitment, Party, Signature, Target
from tests.db.session_files import new_id, one_of_each

FIELDS = [(kind.name, field) for kind in KINDS.values() for field in kind.fields]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_the_empty_value_passes_and_is_empty(kind: str, field: str) -> None:
    if field == "targets":
        field = "targets.B06"
    empty = empty_value(kind, field)
    assert check_value(kind, field, empty) == empty
    assert is_empty(kind, field, empty)


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_the_sample_passes_unchanged_and_is_not_empty(kind: str) -> None:
    row = one_of_each()[kind][0]
    record = KINDS[kind].record.model_validate_json(json.dumps(row))
    for field, value in split_values(kind, record).items():
        assert check_value(kind, field, value) == value, field
        name = field.partition(".")[0]
        assert is_empty(kind, field, value) == (name not in row), field


@pytest.mark.parametrize(
    ("kind", "field", "value", "kept"),
    [
        ("milestones", "position", 2.0, 2),
        ("milestones", "position", 2.5, 2.5),
        ("milestones", "position", None, None),
        ("commitments", "leads", [{"name": "D"}],
         [{"name": "D", "unit": "", "organisation_id": None}]),
        ("commitments", "leads", (Party(name="D"),),
         [{"name": "D", "unit": "", "organisation_id": None}]),
        ("meetings", "note_taker", {}, {"name": "", "title": "", "rank": "", "nip": ""}),
        ("meetings", "note_taker", Signature(nip="1"),
         {"name": "", "title": "", "rank": "", "nip": "1"}),
        ("points", "deleted", True, True),
    ],
)  # fmt: skip
def test_a_value_has_one_form(kind: str, field: str, value: Any, kept: Any) -> None:
    made = check_value(kind, field, value)
    assert (made, type(made)) == (kept, type(kept))


def test_a_map_that_holds_an_empty_text_is_not_empty() -> None:
    assert not is_empty("commitments", "matrix_head", {"B06": ""})
    assert is_empty("meetings", "note_taker", check_value("meetings", "note_taker", {}))


@pytest.mark.parametrize(
    ("kind", "field"),
    [("songs", "title"), ("points", "mood"), ("points", "id"), ("points", "meeting_id"),
     ("minutes", "content"), ("points", "text.x"), ("points", "deleted.x"), ("targets", "targets"),
     ("targets", "targets."), ("targets", "targets.B6"), ("targets", "targets.B06\n")],
)  # fmt: skip
def test_what_is_no_field_is_refused(kind: str, field: str) -> None:
    with pytest.raises(FieldValueError) as refused:
        check_value(kind, field, "")
    assert refused.value.key == "field_unknown"


def test_cleaning_goes_into_every_part() -> None:
    assert clean_value({"a\0": ["b\r", {"c": "\ufffe"}], "n": 1}) == {
        "a": ["b\n", {"c": ""}], "n": 1,
    }  # fmt: skip


def test_checkpoints_are_split_written_and_read_one_by_one() -> None:
    target = Target(id=new_id(), commitment_id=new_id(), targets={"B12": "b", "B06": "a"})
    values = split_values("targets", target)
    assert (values["targets.B06"], values["targets.B12"]) == ("a", "b")
    assert "targets" not in values
    row = TABLES["targets"].model_validate(target.model_dump())
    write_field(row, "targets.B18", "c")
    write_field(row, "targets.B12", "")
    assert read_field(row, "targets") == {"B06": "a", "B18": "c"}
    assert read_field(row, "targets.B12") == ""


def test_a_position_is_read_as_it_was_written() -> None:
    row = TABLES["milestones"].model_validate({"id": "x", "commitment_id": "y", "position": 2.0})
    assert (read_field(row, "position"), type(read_field(row, "position"))) == (2, int)


def test_splitting_leaves_out_what_has_no_history() -> None:
    record = Commitment(id=new_id(), plan_id=new_id())
    assert not {"id", "plan_id", "deleted"} & set(split_values("commitments", record))

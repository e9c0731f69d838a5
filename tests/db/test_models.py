"""The tables hold what the records say, no more and no less."""

import types
import typing
from pathlib import Path

import pytest

from db.catalogue import KINDS, REFERENCES
from db.models import TABLES, RevisionRow
from db.records import Record, Revision
from db.workspace import Workspace
from tests.db.registers import dump, take
from tests.db.session_files import build_session_file, new_id, one_of_each


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_has_every_field_of_its_record_in_order(kind: str) -> None:
    assert list(TABLES[kind].model_fields) == list(KINDS[kind].record.model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_may_be_empty_where_the_field_may_be_null(kind: str) -> None:
    columns = TABLES[kind].__table__.columns
    for name, info in KINDS[kind].record.model_fields.items():
        assert columns[name].nullable == (types.NoneType in typing.get_args(info.annotation)), name


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_row_shows_the_empty_record(kind: str) -> None:
    owner = {KINDS[kind].owner: "0" * 8} if KINDS[kind].owner else {}
    row = TABLES[kind].model_validate({"id": "x", **owner})
    empty = KINDS[kind].record(id=new_id(), **dict.fromkeys(owner, new_id()))
    shown = empty.model_dump(mode="json", exclude={"id", *owner})
    assert row.model_dump(exclude={"id", *owner}) == shown


def test_every_reference_is_a_foreign_key_where_it_is_one_id() -> None:
    for kind, table in TABLES.items():
        keys = {
            (key.parent.name, key.column.table.name): key.deferrable
            for key in table.__table__.foreign_keys
        }
        single = {
            (field, named)
            for field, named in REFERENCES.get(kind, {}).items()
            if field != "commitment_ids"
        }
        owner = {(KINDS[kind].owner, KINDS[kind].owner_kind)} if KINDS[kind].owner else set()
        assert set(keys) == single | owner, kind
        assert all(keys.values()), kind


def test_revisions_have_their_model_and_the_mark_of_export() -> None:
    fields = set(RevisionRow.model_fields) - {"exported", "received"}
    assert fields == set(Revision.model_fields) - {"parents"}


def test_every_field_of_every_record_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "all.rembuk", lists))
    kept = dump(workspace)
    for kind, rows in lists.items():
        for row in rows:
            found = kept[kind][row["id"]]
            assert {name: found[name] for name in row} == row, kind
            if kind in KINDS and kind not in ("plans", "organisations"):
                left_out = set(KINDS[kind].record.model_fields) - set(row) - {"deleted"}
                assert left_out <= {"parent_id"} or kind == "points", (kind, left_out)


def test_the_sample_of_every_record_fills_every_field() -> None:
    lists = one_of_each()
    for kind, meta in KINDS.items():
        named = {name for row in lists[kind] for name in row}
        assert named == set(meta.record.model_fields) - {"deleted"}, kind
    assert issubclass(KINDS["plans"].record, Record)

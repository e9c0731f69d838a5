"""The published schema takes what the program takes, and stands on its own."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from db.exchange.json_schema import session_file_schema
from db.exchange.send import write_session
from db.workspace import Author, Workspace
from tests.db.exchange.refusals import RECORDS, Bad
from tests.db.registers import take
from tests.db.session_files import build_session_file, one_of_each, read_lists, read_manifest

# What one record's shape cannot say: another record is needed, or a meaning of a text.
BEYOND_A_SCHEMA = {
    "no such day", "a day of no year", "no such month", "no such hour", "bad checkpoint",
    "deleted minutes", "deleted draft", "id twice", "revision twice", "id in two lists",
    "two plans", "plan left out",
}  # fmt: skip


def errors(path: Path) -> list[str]:
    members = {"manifest.json": read_manifest(path), "session.json": read_lists(path)}
    validator = jsonschema.Draft202012Validator(session_file_schema())
    return [error.message for error in validator.iter_errors(members)]


def test_the_schema_is_one_and_every_reference_in_it_leads_somewhere() -> None:
    schema = session_file_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for reference in references(schema):
        assert reference.startswith("#/$defs/")
        assert reference.removeprefix("#/$defs/") in schema["$defs"]
    assert json.loads(json.dumps(schema)) == schema


def references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for item in node for found in references(item)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if "$ref" in node else []
    return own + [found for item in node.values() for found in references(item)]


def test_every_kind_of_record_fits(tmp_path: Path) -> None:
    assert errors(build_session_file(tmp_path / "s.rembuk", one_of_each())) == []


def test_the_real_files_fit(reference_data: Path) -> None:
    for path in reference_data.glob("*.rembuk"):
        assert errors(path) == []


def test_what_we_write_fits(workspace: Workspace, author: Author, tmp_path: Path) -> None:
    lists = one_of_each()
    take(workspace, build_session_file(tmp_path / "1.rembuk", lists))
    path = tmp_path / "2.rembuk"
    path.write_bytes(write_session(workspace, author, "test", lists["plans"][0]["id"]))
    assert errors(path) == []


@pytest.mark.parametrize(
    "bad", [bad for bad in RECORDS if bad.name not in BEYOND_A_SCHEMA], ids=lambda bad: bad.name
)
def test_what_we_refuse_for_its_shape_does_not_fit(tmp_path: Path, bad: Bad) -> None:
    assert errors(bad.build(tmp_path / "s.rembuk"))

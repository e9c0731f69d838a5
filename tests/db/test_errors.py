"""Every refusal of the register has its sentence, which names only what the refusal knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from db.catalogue import KINDS
from db.errors import CommandError, RembukError
from resources.words import LANGUAGES, Words

DB = Path(__file__).parents[2] / "db"
OURS = {
    "WorkspaceError", "SessionFileError", "FieldValueError", "CommandError", "RembukError"
}  # fmt: skip
KEY = re.compile(r"(?:file|workspace|disk|session|import|record)_[a-z_]+")
Raised = tuple[str, frozenset[str], str]


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def keywords(call: ast.Call) -> frozenset[str]:
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)


def constants(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def calls(node: ast.AST) -> list[ast.Call]:
    return [part for part in ast.walk(node) if isinstance(part, ast.Call) and part.args]


def raised_in(path: Path) -> Iterator[Raised]:
    """Give the keys of a module's refusals with the names of their values.

    A function may raise a key that it is handed, or one that it chose before.
    """
    tree = ast.parse(path.read_text("utf-8"))
    direct = {c.args[0].value for c in calls(tree) if isinstance(c.args[0], ast.Constant)}
    forwarded: dict[str, frozenset[str]] = {}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        parameters = {argument.arg for argument in function.args.args}
        ours = [call for call in calls(function) if name_of(call) in OURS]
        open_keys = [call.args[0] for call in ours if not isinstance(call.args[0], ast.Constant)]
        known = frozenset(name for call in ours for name in keywords(call))
        if any(isinstance(key, ast.Name) and key.id in parameters for key in open_keys):
            forwarded[function.name] = known
        elif open_keys:
            chosen = {*constants(tree)} - direct
            yield from ((key, known, path.name) for key in chosen if KEY.fullmatch(key))
    for call in calls(tree):
        if isinstance(call.args[0], ast.Constant) and name_of(call) in {*OURS, *forwarded}:
            known = keywords(call) | forwarded.get(name_of(call), frozenset())
            yield str(call.args[0].value), known, f"{path.name}:{call.lineno}"


RAISED = [raised for path in sorted(DB.rglob("*.py")) for raised in raised_in(path)]


def test_the_search_finds_every_way_of_raising() -> None:
    keys = {key for key, _, _ in RAISED}
    assert {
        "file_not_zip", "file_reference", "import_built_on", "disk_full", "workspace_server",
        "file_field_unknown", "file_character", "file_json_deep", "backup_failed",
        "file_member_too_large", "undo_overtaken", "value_refused",
    } <= keys  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence_that_names_only_what_it_knows(language: str) -> None:
    words = Words(language)
    said = words.table("errors")
    unsaid = {(key, where) for key, _, where in RAISED if key not in said}
    assert unsaid == set()
    for key, known, where in RAISED:
        forms = said[key].values() if isinstance(said[key], dict) else [said[key]]
        named = {field for form in forms for _, field, _, _ in Formatter().parse(form) if field}
        assert named <= known, (key, where)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_and_field_has_a_name(language: str) -> None:
    words = Words(language)
    assert set(words.table("records.lists")) == {*KINDS, "revisions"}
    for kind in KINDS.values():
        named = set(words.table(f"records.fields.{kind.name}"))
        wanted = set(kind.record.model_fields) - {"id", "deleted", kind.owner}
        assert named - {"deleted"} == wanted, kind.name


def test_a_refusal_carries_its_key_and_values() -> None:
    error: RembukError = CommandError("record_unknown", kind="points", id="x")
    assert (error.key, error.values) == ("record_unknown", {"kind": "points", "id": "x"})
    assert str(error) == "('record_unknown', {'kind': 'points', 'id': 'x'})"

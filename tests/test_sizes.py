"""What grows is two things: no class, function or file that nobody can hold in mind at once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[1]
OURS = ("db", "exports", "resources", "ui", "desktop")
METHODS = 24
LINES_OF_A_FUNCTION = 40
LINES_OF_A_FILE = 400

# Lists, which are read line by line however long they are.
LISTS = {
    "db/models.py",
    "db/records.py",
    "db/migrations/versions/0001_first_register.py",
}


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each Python file."""
    for folder in folders:
        for path in sorted((TOP / folder).rglob("*.py")):
            name = path.relative_to(TOP).as_posix()
            if name not in LISTS:
                yield name, path.read_text("utf-8")


@cache
def nodes() -> tuple[tuple[str, ast.ClassDef | ast.FunctionDef], ...]:
    """Return the classes and functions of the program, each with its file's name."""
    return tuple(
        (name, node)
        for name, text in sources(*OURS)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    )


def test_a_class_has_fewer_than_25_methods() -> None:
    large = [
        f"{name} {node.name}: {count} methods; which of them belong together elsewhere?"
        for name, node in nodes()
        if isinstance(node, ast.ClassDef)
        and (count := sum(isinstance(part, ast.FunctionDef) for part in node.body)) > METHODS
    ]
    assert large == []


def test_a_function_fits_on_a_screen() -> None:
    """Tests may tell longer stories."""
    long = [
        f"{name} {node.name}: {count} lines; name its steps and let them be functions"
        for name, node in nodes()
        if isinstance(node, ast.FunctionDef)
        and (count := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_a_file_is_about_one_thing() -> None:
    long = [
        f"{name}: {count} lines; divide it by what it is about"
        for name, text in sources(*OURS, "tests")
        if (count := text.count("\n")) > LINES_OF_A_FILE
    ]
    assert long == []

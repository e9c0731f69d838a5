"""What holds for the project as a whole: its files, its words, its pins."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

TOP = Path(__file__).parents[1]
FOLDERS = ("desktop", "ui", "resources", "db", "exports", "tests", "docs", ".ci")
TEXTS = {".py", ".toml", ".md", ".txt", ".cfg", ".ini", ".json", ".sh", ".svg", ".qss", ""}

# In pieces, so that this file does not hold what it looks for.
MACHINE = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:wo" r"rk|ro" r"ot|ho" r"me/\w+|Use" r"rs/\w+)/",
            r"/tm" r"p/",
            r"[A-Z]:\\" r"Users",
            r"py" r"pi\.(?:org|python)",
            r"files\.python" r"hosted",
            r"registry\." r"npmjs",
            r"deb\.deb" r"ian",
            r"archive\.ubu" r"ntu",
        )
    )
)


def project_files() -> Iterator[Path]:
    yield from (path for path in TOP.iterdir() if path.is_file() and path.name != ".coverage")
    for folder in FOLDERS:
        yield from (path for path in (TOP / folder).rglob("*") if path.is_file())


def text_files() -> Iterator[Path]:
    for path in project_files():
        if path.suffix in TEXTS and "__pycache__" not in path.parts and "LICENSE" not in path.name:
            yield path


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(TOP)}: {match.group()}"
        for path in text_files()
        for match in MACHINE.finditer(path.read_text("utf-8", errors="ignore"))
    ]
    assert found == []


def test_every_package_is_pinned_and_no_pin_names_a_host() -> None:
    pins = (TOP / "constraints.txt").read_text("utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    pinned = {canonical(pin.split("==")[0]) for pin in pins}
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {canonical(re.split(r"[\[=<>~;]", line)[0].strip()) for line in wanted}
    assert names - pinned == set()


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_readme_and_ci_name_only_commands_that_the_makefile_has() -> None:
    targets = set(re.findall(r"^(\w+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE))
    texts = [TOP / "README.md", TOP / "CONTRIBUTING.md", TOP / ".ci" / "run"]
    named = {
        target
        for text in texts
        for target in re.findall(r"\bmake (?:--[\w-]+ )*([a-z]+)", code_of(text))
    }
    assert {"run", "test"} <= named
    assert named - targets == set()


def code_of(path: Path) -> str:
    """Return what a page shows as code; all of a script."""
    text = path.read_text("utf-8")
    if path.suffix != ".md":
        return text
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))


# -- words ---------------------------------------------------------------------------------


def sentences(language: str) -> dict[str, str]:
    """Return every sentence of a language by its whole key, files included."""
    found: dict[str, str] = {}

    def collect(key: str, value: Any) -> None:
        if isinstance(value, dict):
            for name, part in value.items():
                collect(f"{key}.{name}", part)
        else:
            found[key] = value

    folder = TOP / "resources" / "i18n" / language
    for file in sorted(folder.rglob("*.toml")):
        collect(file.stem, tomllib.loads(file.read_text("utf-8")))
    return found


def places(sentence: str) -> set[str]:
    """Return the names of the values that a sentence shows."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_both_languages_say_the_same_things() -> None:
    assert set(sentences("id")) ^ set(sentences("en")) == set()


def test_no_sentence_is_empty_or_unfinished() -> None:
    for language in ("id", "en"):
        said = sentences(language)
        assert [key for key, text in said.items() if not isinstance(text, str) or not text] == []
        assert [key for key, text in said.items() if text != text.strip()] == []
        assert [key for key, text in said.items() if re.search("TODO|FIXME|XXX", text)] == []


def test_a_sentence_names_the_same_values_in_both_languages() -> None:
    english = sentences("en")
    other = {
        key: (places(text), places(english[key]))
        for key, text in sentences("id").items()
        # "One point" may leave its number out where "{n} points" cannot.
        if not key.endswith(".one") and places(text) != places(english.get(key, ""))
    }
    assert other == {}


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((TOP / folder).rglob("*.py"))]


def test_every_refusal_and_every_notice_has_its_sentence() -> None:
    said = sentences("id")
    missing = {
        f"{path.relative_to(TOP)}:{call.lineno}: {table}.{key}"
        for path in modules("db", "exports", "desktop", "resources")
        for call, table, key in raised_keys(ast.parse(path.read_text("utf-8")))
        if f"{table}.{key}" not in said and f"{table}.{key}.other" not in said
    }
    assert missing == set()


def raised_keys(tree: ast.Module) -> Iterator[tuple[ast.Call, str, str]]:
    """Yield the calls of our errors and notices with the table and key that word them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            table = SPOKEN.get(called_name(node))
            if table:
                yield node, table, str(node.args[0].value)


SPOKEN = {
    "RembukError": "errors",
    "WorkspaceError": "errors",
    "SessionFileError": "errors",
    "FieldValueError": "errors",
    "CommandError": "errors",
    "ExportError": "errors",
    "Notice": "warnings",
    # Shorter ways to them, inside one module.
    "_refuse": "errors",
    "_refuse_field": "errors",
}


def test_every_sentence_about_a_refusal_is_used() -> None:
    code = "\n".join(
        path.read_text("utf-8") for path in modules("db", "exports", "desktop", "resources")
    )
    keys = {key.split(".")[1] for key in sentences("id") if key.startswith("errors.")}
    assert {key for key in keys if f'"{key}"' not in code} == set()


def test_every_word_that_is_asked_for_is_there() -> None:
    said = sentences("id")
    tables = {key.rpartition(".")[0] for key in said}
    missing = {
        f"{path.relative_to(TOP)}:{call.lineno}: {call.args[0].value}"
        for path in modules("desktop", "ui", "exports")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and called_name(call).lstrip("_") in ("words", "table")
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in said
        and call.args[0].value not in tables
    }
    assert missing == set()


# -- screens -------------------------------------------------------------------------------

SPEAKING = re.compile(
    r"set\w*(?:Text|Title|ToolTip|StatusTip|WhatsThis|AccessibleName|Description|Label|HeaderLabels)$"
    r"|Q\w*(?:Label|Button|Action|GroupBox|CheckBox|Menu)$|add(?:Tab|Action|Menu|Item)$"
)


def called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def literal_words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the texts that a screen would show as they stand in the code."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = called_name(node)
        if not SPEAKING.match(name):
            continue
        for argument in node.args:
            for text in literals(argument):
                if re.search(r"[^\W\d_]{2,}", text):
                    yield node.lineno, text


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts of an argument, also of an f-string's own parts and of both branches."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from literals(part)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)
    elif isinstance(node, ast.List | ast.Tuple):
        for part in node.elts:
            yield from literals(part)


@pytest.mark.parametrize("folder", ["ui", "desktop"])
def test_no_screen_has_a_word_of_its_own(folder: str) -> None:
    found = [
        f"{path.relative_to(TOP)}:{line}: {text}"
        for path in modules(folder)
        for line, text in literal_words(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


def test_the_check_for_words_finds_them() -> None:
    code = """
label.setText("Simpan" if new else words("x"))
QLabel(f"{number} butir")
button.setObjectName("save")
menu.setTitle("⋯")
"""
    assert [text for _, text in literal_words(ast.parse(code))] == ["Simpan", " butir"]

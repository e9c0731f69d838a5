"""Imports go one way only, and the window, the database and the documents stay apart."""

import ast
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]
LINT = "import sys; from importlinter.cli import lint_imports as l; sys.exit(l(no_cache=True))"


def test_every_import_contract_holds() -> None:
    report = subprocess.run(
        [sys.executable, "-c", LINT], cwd=TOP, capture_output=True, encoding="utf-8"
    )
    assert report.returncode == 0, report.stdout + report.stderr
    assert " 0 broken" in report.stdout


def test_main_knows_the_command_line_only() -> None:
    tree = ast.parse((TOP / "main.py").read_text("utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported - sys.stdlib_module_names == {"desktop.cli", "importlib.util"}

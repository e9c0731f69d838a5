"""The command line as a script sees it: what it prints where, and its exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

from desktop.cli import main, read_start
from desktop.lock import WorkspaceLock
from tests.exports.pdf_reading import read_words

TOP = Path(__file__).parents[2]


class Result(NamedTuple):
    code: int
    out: list[str]
    err: list[str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> "Runner":
    return Runner(capsys, tmp_path / "w.db")


class Runner:
    """Runs commands on one workspace, inside this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], workspace: Path) -> None:
        self._capsys = capsys
        self.workspace = workspace

    def __call__(self, *arguments: str | Path, language: str = "en") -> Result:
        start = ["--workspace", str(self.workspace), "--lang", language]
        code = main([*start, *map(str, arguments)])
        printed = self._capsys.readouterr()
        return Result(code, printed.out.splitlines(), printed.err.splitlines())


@pytest.fixture
def filled(run: Runner, reference_data: Path) -> Runner:
    """A workspace with the three real session files: three plans, nine commitments."""
    assert run("import", *sorted(reference_data.glob("*.rembuk"))).code == 0
    return run


# -- usage ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["frobnicate"], "There is no command “frobnicate”."),
        (["export"], "No command was given."),
        (["export", "minutes"], "This command needs --out."),
        (["export", "minutes", "--out"], "Option --out needs a value."),
        (["export", "minutes", "--out", "a", "--format", "odt"], "The value for --format"),
        (["export", "matrix", "--out", "a", "--commitment", "x"], "The value for --commitment"),
        (["export", "plan", "--out", "a", "b"], "Too much for this command: b."),
        (["check", "--all"], "This command has no option --all."),
        (["import"], "This command needs FILE"),
        (["open", "a", "b"], "Too much for this command: b."),
    ],
)
def test_a_mistake_of_usage_is_one_sentence(
    run: Runner, arguments: list[str], sentence: str
) -> None:
    result = run(*arguments)
    assert (result.code, result.out, len(result.err)) == (2, [], 1)
    assert result.err[0].startswith(sentence)
    assert not run.workspace.exists()


@pytest.mark.parametrize("start", [["--lang", "jv", "check"], ["--workspace"], ["--lang"]])
def test_a_mistake_before_the_command_is_told_in_indonesian(
    start: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(start) == 2
    assert "Bantuan: python main.py --help" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "command", [[], ["import"], ["export"], ["export", "minutes"], ["export", "session"]]
)
def test_help_is_in_the_language_that_was_asked_for(
    run: Runner, command: list[str], language: str
) -> None:
    result = run(*command, "--help", language=language)
    text = "\n".join(result.out)
    assert result.code == 0
    assert ("Pemakaian:" in text, "Usage:" in text) == (language == "id", language == "en")
    # A key that was not put into words would stand there as it is.
    assert "only_" not in text
    assert "out_" not in text
    # Typer's own English.
    english = re.search(r"Show this|required|default:|OPTIONS|COMMAND|Options", text)
    assert language == "en" or english is None


def test_the_options_before_the_command_are_read_without_typer() -> None:
    start = read_start(["--lang=en", "--workspace", "a b.db", "open", "x.rembuk"])
    assert (start.language, start.workspace) == ("en", "a b.db")
    assert start.wants_window
    assert start.file == "x.rembuk"
    assert read_start([]).wants_window
    assert not read_start(["open", "--help"]).wants_window
    assert not read_start(["--workspace", "w.db", "check"]).wants_window


def test_without_a_display_the_window_says_so(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    result = run("open")
    assert result.code == 1
    assert result.err == [
        "There is no display here, so no window can open. "
        "The other commands still work; see python main.py --help."
    ]


# -- main.py -------------------------------------------------------------------------------


def start_program(
    *arguments: str | Path, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, str(TOP / "main.py"), *map(str, arguments)],
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_runs_from_any_folder_in_any_encoding(tmp_path: Path) -> None:
    workspace = tmp_path / "notulén ✓.db"
    done = start_program("--workspace", workspace, "check", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{workspace} utuh.\n"


def test_a_reader_that_goes_away_is_no_error_worth_a_traceback() -> None:
    command = f"'{sys.executable}' '{TOP / 'main.py'}' schema | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("{\n", "")


# -- work ----------------------------------------------------------------------------------


def test_import_tells_what_each_file_brought(run: Runner, reference_data: Path) -> None:
    file = reference_data / "ran-opi-2020-2022-part.rembuk"
    dry = run("import", "--dry-run", file)
    assert dry.out[0].endswith("Preview only: nothing was changed.")
    first = run("import", "--json", file)
    again = run("import", file)
    brought = json.loads(first.out[0])
    assert list(brought) == [
        "file", "id", "new", "forward", "same", "conflicts", "waiting", "applied",
    ]  # fmt: skip
    assert (brought["file"], brought["applied"]) == (str(file), True)
    assert brought["new"]["commitments"] == 2
    assert again.out == [f"{file}: nothing new."]


def test_a_refused_file_is_named_and_the_others_are_received(
    run: Runner, reference_data: Path
) -> None:
    good = reference_data / "ran-opi-2020-2022-part.rembuk"
    result = run("import", "--json", TOP / "README.md", good)
    assert result.code == 1
    assert [json.loads(line)["applied"] for line in result.out] == [False, True]
    assert len(result.err) == 1
    assert result.err[0].startswith(f"{TOP / 'README.md'}: ")


def test_exports_print_the_paths_that_they_wrote(filled: Runner, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    for what, count in (("minutes", 1), ("matrix", 3), ("canvas", 9), ("plan", 3)):
        result = filled("export", what, "--out", out)
        assert (result.code, result.err, len(result.out)) == (0, [], count)
        assert all(Path(line).is_file() for line in result.out)
    assert len(list(out.iterdir())) == 16


def test_an_export_can_be_narrowed(filled: Runner, tmp_path: Path) -> None:
    one = filled("export", "matrix", "--plan", "ran opi 2020-2022", "--out", tmp_path)
    assert [Path(line).name for line in one.out] == ["RAN OPI 2020-2022 Target Matrix.xlsx"]
    canvas = filled(
        "export", "canvas", "--plan", "RAN OGI 2020-2022", "--commitment", "1", "--out", tmp_path
    )
    assert len(canvas.out) == 1
    assert filled("export", "plan", "--plan", "RAN", "--out", tmp_path).code == 1
    assert filled("export", "canvas", "--commitment", "99", "--out", tmp_path).code == 1
    assert filled("export", "minutes", "--meeting", "nobody", "--out", tmp_path).code == 1


def test_a_document_has_the_same_name_alone_and_among_all(filled: Runner, tmp_path: Path) -> None:
    every = filled("export", "canvas", "--out", tmp_path)
    one = filled(
        "export", "canvas", "--plan", "RAN OGI 2020-2022", "--commitment", "2", "--out", tmp_path
    )
    assert set(one.out) < set(every.out)


def test_the_public_minutes_are_files_of_their_own_without_names(
    filled: Runner, tmp_path: Path
) -> None:
    result = filled("export", "minutes", "--public", "--out", tmp_path, language="id")
    (path,) = map(Path, result.out)
    assert path.name.startswith("2018-08-24 Notulen Bilateral (publik) - ")
    words = " ".join(read_words(path.read_bytes()))
    assert "Versi publik" in words
    assert "Notula Rapat" not in words


def test_sheets_to_sign_and_follow_ups_are_exports_too(filled: Runner, tmp_path: Path) -> None:
    sheets = filled("export", "attendance", "--out", tmp_path)
    (path,) = map(Path, sheets.out)
    assert path.name.startswith("2018-08-24 Bilateral Attendance List - ")
    lists = filled("export", "follow-ups", "--plan", "RAN OPI 2020-2022", "--out", tmp_path)
    assert [Path(line).name for line in lists.out] == ["RAN OPI 2020-2022 Follow-ups.pdf"]
    assert (sheets.code, lists.code, sheets.err, lists.err) == (0, 0, [], [])


def test_the_register_of_answers_is_a_pdf_or_a_workbook(filled: Runner, tmp_path: Path) -> None:
    plan = ("--plan", "RAN OPI 2020-2022", "--out", tmp_path)
    paper = filled("export", "responses", *plan)
    sheet = filled("export", "responses", "--format", "xlsx", "--public", *plan)
    assert [Path(line).name for line in (*paper.out, *sheet.out)] == [
        "RAN OPI 2020-2022 Reasoned Responses.pdf",
        "RAN OPI 2020-2022 Reasoned Responses (public).xlsx",
    ]
    assert "There are no contributions yet." in " ".join(
        read_words(Path(paper.out[0]).read_bytes())
    )
    assert (paper.code, sheet.code, paper.err, sheet.err) == (0, 0, [], [])


def test_a_session_file_is_of_one_plan(filled: Runner, tmp_path: Path) -> None:
    file = tmp_path / "one.rembuk"
    several = filled("export", "session", "--out", file)
    assert (several.code, file.exists()) == (2, False)
    assert several.err[0].startswith("This workspace holds several plans")
    assert filled("export", "session", "--plan", "RAN OPI 2020-2022", "--out", file).out == [
        str(file)
    ]
    other = Runner(filled._capsys, tmp_path / "other.db")
    assert other("import", file).code == 0
    assert other("export", "session", "--out", tmp_path / "again.rembuk").code == 0


def test_an_empty_workspace_has_nothing_to_write(run: Runner, tmp_path: Path) -> None:
    result = run("export", "plan", "--out", tmp_path)
    assert (result.code, result.out) == (0, [])
    assert result.err == ["This workspace holds nothing to write yet."]
    assert run("export", "session", "--out", tmp_path / "x.rembuk").code == 1


def test_the_demo_is_the_sample_with_all_its_documents(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "demo"
    assert main(["--lang", "en", "demo", str(out)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert sorted(printed) == sorted(str(path) for path in out.iterdir())
    kinds = {Path(line).suffix for line in printed}
    assert kinds == {".pdf", ".docx", ".xlsx", ".rembuk", ".db"}
    assert main(["--workspace", str(out / "rembuk.db"), "check"]) == 0
    assert main(["--lang", "en", "demo", str(out)]) == 1
    assert "holds a workspace already" in capsys.readouterr().err


def test_writing_waits_for_whoever_has_the_workspace_open(
    run: Runner, reference_data: Path
) -> None:
    file = reference_data / "ran-opi-2020-2022-part.rembuk"
    with WorkspaceLock(run.workspace):
        refused = run("import", file)
        assert refused.code == 1
        assert "is in use by another Rembuk on this computer" in refused.err[0]
        assert run("check").code == 0
    assert run("import", file).code == 0


def test_the_schema_accepts_what_the_program_writes(
    run: Runner, filled: Runner, tmp_path: Path
) -> None:
    from db.exchange.archive import MANIFEST, SESSION, read_archive

    schema = json.loads("\n".join(run("schema").out))
    file = tmp_path / "plan.rembuk"
    assert filled("export", "session", "--plan", "RAN OPI 2020-2022", "--out", file).code == 0
    manifest, session = map(json.loads, read_archive(file))
    jsonschema.validate({MANIFEST: manifest, SESSION: session}, schema)
    session["plans"][0]["unheard_of"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({MANIFEST: manifest, SESSION: session}, schema)

"""Bad input on the command line: one sentence, exit 1, and the workspace as it was."""

import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from tests.db.places import as_nobody, fill, protected, public_folder, small_disk
from tests.db.session_files import (
    Lists,
    Row,
    a_meeting,
    a_plan,
    a_point,
    build_from_bytes,
    build_session_file,
    encode,
    manifest_of,
    new_id,
    write_members,
)

PLAN = a_plan()
MEETING = a_meeting(PLAN)
POINT = a_point(MEETING)
LISTS: Lists = {"plans": [PLAN], "meetings": [MEETING], "points": [POINT]}
Build = Callable[[Path], object]


def with_point(**fields: Any) -> Build:
    return lambda path: build_session_file(path, LISTS | {"points": [POINT | fields]})


def with_list(name: str, rows: list[Row]) -> Build:
    return lambda path: build_session_file(path, LISTS | {name: rows})


def with_json(text: str) -> Build:
    manifest = manifest_of(text.encode(), LISTS)
    return lambda path: build_from_bytes(path, text.encode(), manifest)


def with_manifest(**entries: Any) -> Build:
    return lambda path: build_session_file(path, LISTS, **entries)


def with_bytes(content: bytes) -> Build:
    return lambda path: path.write_bytes(content)


def with_members(*members: tuple[str, bytes]) -> Build:
    return lambda path: write_members(path, members)


def session_json(**fields: str) -> str:
    """Return session.json whose point has values that Python's own JSON would not write."""
    marked = {name: f"<{name}>" for name in fields}
    text = encode(LISTS | {"points": [POINT | marked]}).decode()
    for name, raw in fields.items():
        text = text.replace(f'"<{name}>"', raw)
    return text


def cut_short(path: Path) -> None:
    build_session_file(path, LISTS)
    path.write_bytes(path.read_bytes()[:-40])


def build_bomb(path: Path) -> None:
    """Write an archive of some kilobytes whose session unpacks to 200 MB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", "{}")
        with archive.open("session.json", "w") as member:
            for _ in range(200):
                member.write(bytes(1_000_000))


MEMBERS = ("manifest.json", b"{}"), ("session.json", b"{}")
REFUSED: dict[str, Build] = {
    "empty": with_bytes(b""),
    "no ZIP": with_bytes(b"Ini bukan ZIP" * 100),
    "cut short": cut_short,
    "other members": with_members(MEMBERS[0], ("data.json", b"{}")),
    "more members": with_members(*MEMBERS, ("extra.txt", b"x")),
    "member outside": with_members(MEMBERS[0], ("../session.json", b"{}")),
    "bomb": build_bomb,
    "checksum": with_manifest(sha256={"session.json": "0" * 64}),
    "other format": with_manifest(format="something"),
    "newer version": with_manifest(version=2),
    "counts": with_manifest(counts={"points": 7}),
    "other plan": with_manifest(plan_id=MEETING["id"]),
    "broken JSON": with_json('{"plans": ['),
    "not an object": with_json("[]"),
    "NaN": with_json(session_json(position="NaN")),
    "key twice": with_json('{"plans": [], "plans": []}'),
    "100,000 deep": with_json("[" * 100_000),
    "lone surrogate": with_json(session_json(text=r'"\ud800"')),
    "NUL": with_point(text="a\x00b"),
    "unknown list": with_list("minutiae", []),
    "unknown field": with_point(colour="red"),
    "wrong type": with_point(text=5),
    "wrong choice": with_point(kind="rumour"),
    "dangling id": with_point(meeting_id=new_id()),
    "id twice": with_list("points", [POINT, POINT]),
    "missing owner": with_list("points", [{"id": POINT["id"]}]),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with something in it that must not be lost."""
    file = build_session_file(tmp_path / "first.rembuk", LISTS)
    path = tmp_path / "w.db"
    assert main(["--workspace", str(path), "import", str(file)]) == 0
    return path


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_session_file_is_refused_in_one_sentence(
    case: str, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.rembuk"
    REFUSED[case](file)
    before = workspace.read_bytes()
    capsys.readouterr()
    code = main(["--workspace", str(workspace), "import", str(file)])
    printed = capsys.readouterr()
    assert (code, printed.out) == (1, "")
    assert printed.err.startswith(f"{file}: ")
    assert printed.err.count("\n") == 1
    assert workspace.read_bytes() == before


def test_more_than_fifty_megabytes_of_text_are_refused(workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "long.rembuk"
    with_point(text="x" * 50_000_001)(file)
    before = workspace.read_bytes()
    assert main(["--workspace", str(workspace), "import", str(file)]) == 1
    assert workspace.read_bytes() == before


@pytest.mark.parametrize("name", ["nowhere.rembuk", "."])
def test_a_file_that_cannot_be_read_is_refused(
    name: str, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--workspace", str(workspace), "import", str(tmp_path / name)]) == 1
    assert "tidak dapat dibaca" in capsys.readouterr().err


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE plans (id TEXT)")
    connection.commit()
    connection.close()


def newer_workspace(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


BAD_WORKSPACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda path: path.write_text("Bukan basis data. " * 200), "bukan ruang kerja Rembuk"),
    "foreign": (foreign_database, "bukan ruang kerja Rembuk"),
    "newer": (newer_workspace, "lebih baru"),
    "cut off": (cut_off, "rusak"),
}


@pytest.mark.parametrize("case", BAD_WORKSPACES)
@pytest.mark.parametrize("command", ["check", "import"])
def test_a_bad_workspace_is_refused_and_left_alone(
    case: str,
    command: str,
    workspace: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil, sentence = BAD_WORKSPACES[case]
    if case in ("text", "foreign"):
        workspace.unlink()
    spoil(workspace)
    before = workspace.read_bytes()
    files = [str(tmp_path / "first.rembuk")] if command == "import" else []
    capsys.readouterr()
    assert main(["--workspace", str(workspace), command, *files]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert sentence in printed.err
    assert workspace.read_bytes() == before


def test_a_workspace_that_is_a_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--workspace", str(tmp_path), "check"]) == 1
    assert "tidak dapat dibuka" in capsys.readouterr().err


def test_an_unknown_address_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", "papyrus://scroll", "check"]) == 1
    assert "papyrus://scroll" in capsys.readouterr().err


def test_a_protected_workspace_can_be_read_but_not_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with public_folder() as folder:
        file = build_session_file(folder / "first.rembuk", LISTS)
        path = folder / "w.db"
        assert main(["--workspace", str(path), "import", str(file)]) == 0
        before = path.read_bytes()
        capsys.readouterr()
        with protected(path), protected(folder), as_nobody():
            assert main(["--workspace", str(path), "check"]) == 0
            assert main(["--workspace", str(path), "import", str(file)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert path.read_bytes() == before


def test_a_full_disk_is_named_and_the_workspace_stays(capsys: pytest.CaptureFixture[str]) -> None:
    with small_disk() as folder:
        file = build_session_file(folder / "first.rembuk", LISTS)
        path = folder / "w.db"
        assert main(["--workspace", str(path), "import", str(file)]) == 0
        before = path.read_bytes()
        long = a_point(MEETING, text="x" * 60_000)
        more = build_session_file(folder / "more.rembuk", LISTS | {"points": [long]})
        fill(folder)
        capsys.readouterr()
        assert main(["--workspace", str(path), "import", str(more)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert path.read_bytes() == before
        assert main(["--workspace", str(path), "check"]) == 0

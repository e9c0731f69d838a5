import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import ExportError
from exports.files import write_document
from resources.words import LANGUAGES, Words

ROOT = Path(__file__).parents[2]
SMALL_LIMIT = """
import resource, sys
from pathlib import Path
from db.errors import ExportError
from exports.files import write_document
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_document(Path(sys.argv[1]), b"new" * 10_000)
except ExportError as error:
    print(error.key)
"""


def refused(path: Path) -> ExportError:
    with pytest.raises(ExportError) as caught:
        write_document(path, b"new")
    for language in LANGUAGES:
        sentence = Words(language)(f"errors.{caught.value.key}", **caught.value.values)
        assert str(path) in sentence
    return caught.value


def test_a_document_is_written_whole_and_alone(tmp_path: Path):
    write_document(tmp_path / "new" / "folder" / "a.pdf", b"bytes")
    assert (tmp_path / "new" / "folder" / "a.pdf").read_bytes() == b"bytes"
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["a.pdf"]


def test_a_document_takes_the_place_of_the_old_one_with_its_permissions(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_document(path, b"new")
    assert path.read_bytes() == b"new"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_full_disk_leaves_the_old_document_and_nothing_else(tmp_path: Path):
    pytest.importorskip("resource", reason="file size limits exist on POSIX only")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", SMALL_LIMIT, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["document_disk_full"]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_of_that_name_is_kept(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.mkdir()
    (path / "inside").write_text("kept")
    assert refused(path).key == "document_not_a_file"
    assert (path / "inside").read_text() == "kept"


def test_a_device_is_never_replaced():
    path = Path("/dev/full")
    if not path.exists():
        pytest.skip("this system has no /dev/full")
    assert refused(path).key == "document_not_a_file"
    assert path.is_char_device()


def test_a_document_open_in_libreoffice_is_kept(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    (tmp_path / ".~lock.a.pdf#").touch()
    error = refused(path)
    assert error.key == "document_in_use_locked"
    assert ".~lock.a.pdf#" in Words("id")(f"errors.{error.key}", **error.values)
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("kept")
    assert refused(tmp_path / "file" / "a.pdf").key == "document_folder_missing"
    assert (tmp_path / "file").read_text() == "kept"


def test_a_name_that_the_disk_cannot_hold_is_refused(tmp_path: Path):
    assert refused(tmp_path / f"{'a' * 300}.pdf").key == "document_name_too_long"
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_folder_is_refused():
    folder = Path("/proc/self")
    if not folder.is_dir():
        pytest.skip("this system has no folder that refuses even its administrator")
    assert refused(folder / "a.pdf").key in ("document_not_allowed", "document_folder_missing")


def test_a_protected_document_is_kept(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("permissions do not bind this user (root)")
    assert refused(path).key == "document_not_allowed"
    assert path.read_bytes() == b"old"


def test_a_link_is_replaced_and_what_it_names_is_kept(tmp_path: Path):
    other = tmp_path / "other.pdf"
    other.write_bytes(b"old")
    path = tmp_path / "a.pdf"
    try:
        path.symlink_to(other)
    except OSError:
        pytest.skip("this system lets its users make no links")
    write_document(path, b"new")
    assert other.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert not path.is_symlink()

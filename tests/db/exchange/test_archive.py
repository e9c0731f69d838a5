"""The ZIP around a session is judged before anything large is unpacked."""

import bz2
import io
import os
import random
import struct
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from db.errors import SessionFileError
from db.exchange.archive import MAX_UNPACKED, read_archive, write_archive
from db.exchange.check import read_session_file
from tests.db.session_files import (
    MANIFEST,
    SESSION,
    Lists,
    a_plan,
    build_from_bytes,
    build_session_file,
    write_members,
)

BOTH = [(MANIFEST, b"{}"), (SESSION, b"[]")]
TOP = Path(__file__).parents[3]


def refusal(path: Path) -> SessionFileError:
    with pytest.raises(SessionFileError) as refused:
        read_archive(path)
    return refused.value


def test_what_is_written_is_read(path: Path) -> None:
    path.write_bytes(write_archive(b"m", b"s" * 1000))
    assert read_archive(path) == (b"m", b"s" * 1000)
    assert write_archive(b"m", b"s") == write_archive(b"m", b"s")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_may_come_in_any_order(path: Path, method: int) -> None:
    write_members(path, BOTH[::-1], method)
    assert read_archive(path) == (b"{}", b"[]")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(path: Path, method: int) -> None:
    # They unpack gigabytes out of one read, whatever size was asked for.
    write_members(path, BOTH, method)
    assert refusal(path).key == "file_zip_method"


@pytest.mark.parametrize(
    "content",
    [b"", b"P", b"PK", b"PK\x05\x06", b"bukan zip" * 100, os.urandom(5000), b"PK\x05\x06" * 9],
)
def test_what_is_no_zip_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path).key in ("file_not_zip", "file_members")


@pytest.mark.parametrize(
    "names",
    [
        [],
        [MANIFEST],
        [SESSION],
        [MANIFEST, SESSION, "extra.txt"],
        [MANIFEST, MANIFEST],
        [MANIFEST, MANIFEST, SESSION],
        [MANIFEST, "Session.json"],
        ["../" + MANIFEST, "../" + SESSION],
        [MANIFEST, "../" + SESSION],
        [MANIFEST, "/" + SESSION],
        [MANIFEST, "C:\\" + SESSION],
        [MANIFEST, "./" + SESSION],
        [MANIFEST, SESSION + "/"],
        [MANIFEST, "CON"],
        [MANIFEST, SESSION + "\u202e"],
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_only_the_two_members_are_taken(path: Path, names: list[str]) -> None:
    write_members(path, [(name, b"{}") for name in names])
    assert refusal(path).key == "file_members"


def test_nothing_is_written_anywhere(path: Path, tmp_path: Path) -> None:
    write_members(path, [("../" + MANIFEST, b"{}"), ("../" + SESSION, b"{}")])
    refusal(path)
    assert list(tmp_path.iterdir()) == [path]
    assert not (tmp_path.parent / SESSION).exists()


@pytest.mark.parametrize("member", [MANIFEST, SESSION])
def test_a_member_may_be_as_large_as_allowed_and_no_larger(path: Path, member: str) -> None:
    limit = MAX_UNPACKED[member]
    other = SESSION if member == MANIFEST else MANIFEST
    write_members(path, [(member, b" " * limit), (other, b"{}")])
    assert max(map(len, read_archive(path))) == limit
    write_members(path, [(member, b" " * (limit + 1)), (other, b"{}")])
    error = refusal(path)
    assert error.key == "file_member_too_large"
    assert error.values == {"member": member, "megabytes": limit // 1_000_000}


def bomb(path: Path, gigabytes: float, declared: int | None = None) -> None:
    """Write a session file whose session.json is zeros, and may declare another size."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(MANIFEST, b"{}")
        with archive.open(SESSION, "w", force_zip64=True) as member:
            for _ in range(int(gigabytes * 64)):
                member.write(bytes(2**24))
    if declared is not None:
        content = bytearray(path.read_bytes())
        start = content.rindex(b"PK\x01\x02")
        struct.pack_into("<L", content, start + 24, declared)
        path.write_bytes(content)


READ = """
import sys
from pathlib import Path
from db.errors import SessionFileError
from db.exchange.check import read_session_file


def used():
    # In megabytes, and not what the parent used
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return 0
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


before = used()
try:
    read_session_file(Path(sys.argv[1]))
except SessionFileError as error:
    print(error.key, used() - before)
"""


def read_apart(path: Path) -> tuple[str, float]:
    """Read a session file in a process of its own: the refusal's key, megabytes."""
    report = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        cwd=TOP, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    key, megabytes = report.stdout.split()
    return key, float(megabytes)


@pytest.mark.parametrize(("gigabytes", "declared"), [(1, None), (0.25, 10_000), (0.25, 0)])
def test_a_bomb_is_refused_in_little_memory(
    path: Path, gigabytes: float, declared: int | None
) -> None:
    bomb(path, gigabytes, declared)
    key, megabytes = read_apart(path)
    assert key in ("file_member_too_large", "file_not_zip")
    assert megabytes < 100


def test_a_bomb_in_bzip2_is_refused_before_it_is_unpacked(path: Path) -> None:
    packer = bz2.BZ2Compressor()
    packed = b"".join(packer.compress(bytes(2**24)) for _ in range(16)) + packer.flush()
    write_members(path, [(MANIFEST, b"{}"), (SESSION, packed)], zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    for signature, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", content, content.rindex(signature) + method, zipfile.ZIP_BZIP2)
    path.write_bytes(content)
    key, megabytes = read_apart(path)
    assert (key, megabytes < 100) == ("file_zip_method", True)


@pytest.mark.parametrize("value", [b"{}", b'""'], ids=["{}", "text"])
def test_millions_of_values_are_refused_before_they_fill_the_memory(
    path: Path, value: bytes
) -> None:
    session = b'{"plans":[' + (value + b",") * 6_000_000 + b"{}]}"
    build_from_bytes(path, session)
    key, megabytes = read_apart(path)
    assert key == "file_too_much"
    assert megabytes < 150


def test_millions_of_commas_in_a_text_are_a_text(path: Path) -> None:
    lists: Lists = {"plans": [a_plan(organiser='{["\\,' * 5_000_000)]}
    file = read_session_file(build_session_file(path, lists))
    assert file.records["plans"][lists["plans"][0]["id"]]


def test_thousands_of_wrong_rows_are_one_refusal(path: Path) -> None:
    session = b'{"plans":[' + b"{}," * 1_000_000 + b"{}]}"
    key, megabytes = read_apart(build_from_bytes(path, session))
    assert key == "file_field_missing"
    assert megabytes < 300


def test_a_directory_of_very_many_entries_is_refused(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for index in range(20_000):
            archive.writestr(f"{index}", b"")
    path.write_bytes(buffer.getvalue())
    assert refusal(path).key == "file_members"


def test_a_file_that_is_too_large_is_not_read_whole(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    key, megabytes = read_apart(path)
    assert (key, megabytes < 100) == ("file_too_large", True)


def test_an_encrypted_member_is_refused(path: Path) -> None:
    write_members(path, BOTH)
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rindex(signature) + flags] |= 1
    path.write_bytes(content)
    assert refusal(path).key == "file_zip_method"


@pytest.mark.parametrize("name", ["", "none.rembuk", "none/s.rembuk", "n" * 400])
def test_a_file_that_cannot_be_read_is_named_so(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name).key == "file_unreadable"


def test_damage_anywhere_is_a_refusal_or_the_same_content(path: Path) -> None:
    whole = write_archive(b'{"a": 1}' * 50, b"[1, 2, 3]" * 500)
    path.write_bytes(whole)
    content = read_archive(path)
    chance = random.Random(2025)
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.choice((None, None, len(damaged) // 2))])
        with suppress(SessionFileError):
            assert read_archive(path) == content

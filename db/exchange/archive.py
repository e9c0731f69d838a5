"""The ZIP around a session: two members, refused before anything large is unpacked."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

from db.errors import SessionFileError

MANIFEST = "manifest.json"
SESSION = "session.json"
MAX_UNPACKED = {MANIFEST: 1_000_000, SESSION: 50_000_000}
_MAX_PACKED = 60_000_000
_PIECE = 1_000_000
# The others unpack gigabytes out of one small read, whatever size was asked for.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Two short names need some 120 bytes; a directory of a million entries is an attack.
_MAX_DIRECTORY = 4096
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")


def read_archive(path: Path) -> tuple[bytes, bytes]:
    """Return the manifest's and the session's bytes.

    Raises SessionFileError for a file that cannot be read, is no ZIP, has other members, or
    would unpack to more than the contract allows; never more than that is unpacked.
    """
    packed = _read_file(path)
    _check_directory(packed)
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            _check_members(archive)
            return _unpack(archive, MANIFEST), _unpack(archive, SESSION)
    # What the library raises for damage: by its age, anything from a wrong CRC to a bad offset.
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, OSError) as error:
        raise SessionFileError("file_not_zip") from error
    except (NotImplementedError, RuntimeError) as error:
        raise SessionFileError("file_zip_method") from error


def write_archive(manifest: bytes, session: bytes) -> bytes:
    """Return a session file's bytes; equal input gives equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ((MANIFEST, manifest), (SESSION, session)):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            packed = file.read(_MAX_PACKED + 1)
    except OSError as error:
        raise SessionFileError("file_unreadable") from error
    if len(packed) > _MAX_PACKED:
        raise SessionFileError("file_too_large", megabytes=_MAX_PACKED // 1_000_000)
    return packed


def _check_directory(packed: bytes) -> None:
    """Refuse a directory of many entries before the library reads them all into memory."""
    start = packed.rfind(b"PK\x05\x06")
    if start < 0 or len(packed) - start < _END_OF_DIRECTORY.size:
        raise SessionFileError("file_not_zip")
    _, _, _, _, entries, size, _, _ = _END_OF_DIRECTORY.unpack_from(packed, start)
    if entries != len(MAX_UNPACKED) or size > _MAX_DIRECTORY:
        raise SessionFileError("file_members")


def _check_members(archive: zipfile.ZipFile) -> None:
    if sorted(archive.namelist()) != sorted(MAX_UNPACKED):
        raise SessionFileError("file_members")
    for entry in archive.infolist():
        if entry.compress_type not in _METHODS:
            raise SessionFileError("file_zip_method")
        if entry.file_size > MAX_UNPACKED[entry.filename]:
            _refuse_size(entry.filename)


def _unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    limit = MAX_UNPACKED[name]
    content = bytearray()
    with archive.open(name) as member:
        # The size that a ZIP declares may lie, so the stream is cut as well; in small pieces,
        # because a piece is unpacked whole before it is cut to the declared size.
        while len(content) <= limit and (piece := member.read(_PIECE)):
            content += piece
    if len(content) > limit:
        _refuse_size(name)
    return bytes(content)


def _refuse_size(name: str) -> None:
    raise SessionFileError(
        "file_member_too_large", member=name, megabytes=MAX_UNPACKED[name] // 1_000_000
    )

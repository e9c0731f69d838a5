"""Writing documents to disk so that neither the old nor the new one is ever half there."""

import errno
import os
import stat
import uuid
from contextlib import suppress
from pathlib import Path

from db.errors import ExportError

_KEYS = {
    errno.ENOSPC: "document_disk_full",
    errno.EDQUOT: "document_disk_full",
    errno.EFBIG: "document_disk_full",
    errno.EACCES: "document_not_allowed",
    errno.EPERM: "document_not_allowed",
    errno.EROFS: "document_not_allowed",
    errno.ENAMETOOLONG: "document_name_too_long",
    errno.ENOENT: "document_folder_missing",
    errno.ENOTDIR: "document_folder_missing",
    errno.EEXIST: "document_folder_missing",
}


def write_document(path: Path, data: bytes) -> None:
    """Put a document in its place, durably, making its folder when missing.

    A document of the same name is replaced in one step. Raises ExportError, with the old
    document as it was and nothing left beside it, when the target is in use, protected or
    no ordinary file, or when the disk is full.
    """
    _check_target(path)
    part = path.parent / f".rembuk-{uuid.uuid4().hex}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_part(part, data, path)
        _replace(part, path)
    except OSError as error:
        raise _refusal(error, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _check_target(path: Path) -> None:
    """Refuse what os.replace would destroy although it should not."""
    try:
        if not path.exists():
            return
        if not path.is_file():
            raise ExportError("document_not_a_file", path=str(path))
        if not os.access(path, os.W_OK):
            raise ExportError("document_not_allowed", path=str(path))
    except OSError as error:
        raise _refusal(error, path) from error
    # Windows itself refuses to replace an open file; elsewhere LibreOffice says it like this.
    lock = path.with_name(f".~lock.{path.name}#")
    if lock.exists():
        raise ExportError("document_in_use_locked", path=str(path), lock=lock.name)


def _write_part(part: Path, data: bytes, path: Path) -> None:
    with part.open("xb") as file:
        if path.exists():
            part.chmod(stat.S_IMODE(path.stat().st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except PermissionError as error:
        raise ExportError("document_in_use", path=str(path)) from error
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows and some network drives cannot, and need not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refusal(error: OSError, path: Path) -> ExportError:
    key = _KEYS.get(error.errno or 0, "document_not_written")
    return ExportError(key, path=str(path), reason=error.strerror or str(error))

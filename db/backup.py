"""Copies of the workspace, made before anything that changes much of it."""

import datetime as dt
import glob
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from db.engine import sqlite_path
from db.errors import WorkspaceError

KEPT = 20
_PAGES_A_STEP = 256
# What SQLite says when the copy's place is at fault and not the workspace.
_BAD_PLACE = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_PERM")


def backup_folder(path: Path) -> Path:
    """Return the folder beside a workspace that holds its backups."""
    return path.with_name(path.stem + "-backups")


def back_up(engine: Engine, reason: str, now: dt.datetime) -> Path | None:
    """Copy the workspace beside itself and return the copy; None on a database server.

    `reason` is a word in the file's name. The oldest copies beyond KEPT are removed. A copy
    that was not finished leaves no file under its name. Raises WorkspaceError when the copy
    cannot be written.
    """
    path = sqlite_path(engine)
    if path is None:
        return None
    folder = backup_folder(path)
    target = folder / f"{path.stem}-{now.astimezone(dt.UTC):%Y%m%dT%H%M%S%f}-{reason}.db"
    with _place_errors(folder):
        folder.mkdir(exist_ok=True)
        _copy(path, target)
        _drop_oldest(folder, path.stem)
    return target


def last_backup(path: Path) -> Path | None:
    """Return the newest backup of a workspace, None when it has none."""
    return max(_backups(backup_folder(path), path.stem), default=None)


@contextmanager
def _place_errors(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise WorkspaceError("backup_failed", path=str(folder)) from error
    except sqlite3.OperationalError as error:
        if not str(getattr(error, "sqlite_errorname", "")).startswith(_BAD_PLACE):
            raise
        raise WorkspaceError("backup_failed", path=str(folder)) from error


def _copy(path: Path, target: Path) -> None:
    unfinished = target.with_suffix(".part")
    try:
        # SQLite's own copying, in small steps so that a writer never waits long.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy, pages=_PAGES_A_STEP, sleep=0.001)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _drop_oldest(folder: Path, stem: str) -> None:
    for old in sorted(_backups(folder, stem))[:-KEPT]:
        old.unlink(missing_ok=True)


def _backups(folder: Path, stem: str) -> list[Path]:
    return list(folder.glob(f"{glob.escape(stem)}-2*.db"))

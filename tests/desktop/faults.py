"""Storage that fails for a while, without a disk of its own for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from db.workspace import Workspace


@contextmanager
def _set(workspace: Workspace, bad: str, good: str) -> Iterator[None]:
    """Set something on every connection, whichever thread uses it, and undo that afterwards."""
    now = [bad]

    def prepare(connection, _record, _proxy) -> None:
        connection.execute(f"PRAGMA {now[0]}")

    event.listen(workspace._engine, "checkout", prepare)
    try:
        yield
    finally:
        now[0] = good


@contextmanager
def full_disk(workspace: Workspace) -> Iterator[None]:
    """Leave the workspace no room to grow by a single page."""
    with workspace.read() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
    with _set(workspace, f"max_page_count={pages}", "max_page_count=1073741823"):
        yield


@contextmanager
def protected_file(workspace: Workspace) -> Iterator[None]:
    """Refuse every write, as a stick does whose switch was moved."""
    with _set(workspace, "query_only=ON", "query_only=OFF"):
        yield

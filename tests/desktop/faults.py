"""Storage that fails for a while, without a disk of its own for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from db.workspace import Workspace


def pragma(workspace: Workspace, statement: str) -> object:
    """Set something on the connection that the window's thread uses."""
    with workspace.read() as session:
        result = session.connection().exec_driver_sql(f"PRAGMA {statement}")
        return result.scalar() if result.returns_rows else None


@contextmanager
def full_disk(workspace: Workspace) -> Iterator[None]:
    """Leave the workspace no room to grow by a single page."""
    pages = pragma(workspace, "page_count")
    pragma(workspace, f"max_page_count={pages}")
    try:
        yield
    finally:
        pragma(workspace, "max_page_count=1073741823")


@contextmanager
def protected_file(workspace: Workspace) -> Iterator[None]:
    """Refuse every write, as a stick does whose switch was moved."""
    pragma(workspace, "query_only=ON")
    try:
        yield
    finally:
        pragma(workspace, "query_only=OFF")

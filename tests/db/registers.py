"""Registers in tests: a clock to move, everything that they hold, and short ways in."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlmodel import select

from db.catalogue import KINDS
from db.exchange.receive import Receipt, receive
from db.models import TABLES, RevisionRow
from db.queries.conflicts import list_conflicts
from db.queries.records import as_record
from db.revisions import with_parents
from db.workspace import Author, Workspace

SEKAR = Author("Sekar", "laptop-2")


@dataclass
class Clock:
    """A clock that nobody else moves: each reading is a millisecond after the last."""

    time: dt.datetime

    def __call__(self) -> dt.datetime:
        self.time += dt.timedelta(milliseconds=1)
        return self.time


def dump(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """Return every record and revision of a register, by list and id."""
    with workspace.read() as session:
        found = {
            kind: {
                row.id: as_record(row, KINDS[kind].record).model_dump(mode="json")
                for row in session.exec(select(table))
            }
            for kind, table in TABLES.items()
        }
        memory = with_parents(session, session.exec(select(RevisionRow)))
        return found | {
            "revisions": {r.id: r.model_dump(mode="json", warnings=False) for r in memory}
        }


def conflicts_of(workspace: Workspace) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Return the open conflicts: list, record, field and heads."""
    with workspace.read() as session:
        return {
            (c.kind, c.record_id, c.field, tuple(head.id for head in c.heads))
            for c in list_conflicts(session)
        }


def take(workspace: Workspace, *paths: Path, dry_run: bool = False) -> Receipt:
    """Receive session files that nobody refuses, and return the last one's receipt."""
    receipts = receive(workspace, SEKAR, paths, dry_run=dry_run)
    assert [receipt.error for receipt in receipts] == [None] * len(paths)
    return receipts[-1]

"""A register with one commitment, which the tests of what all records share work on."""

from collections.abc import Callable
from typing import Any

import pytest

from db.changes import Change
from db.commands.records import (
    add_record,
    delete_records,
    edit_field,
    move_record,
    reverse,
)
from db.errors import CommandError, RembukError
from db.queries.records import list_records
from db.records import (
    Commitment,
    Meeting,
    Milestone,
    Plan,
    Record,
)
from db.rules import in_order
from db.workspace import Author, Workspace
from tests.db.registers import dump
from tests.db.session_files import new_id


class Desk:
    """A register with one plan, one commitment and one meeting, and short ways to work on it."""

    def __init__(self, workspace: Workspace, author: Author) -> None:
        self.workspace, self.author = workspace, author
        self.plan_id = self.add(Plan(id=new_id(), title="Rencana Kota"))
        self.id = self.add(Commitment(id=new_id(), plan_id=self.plan_id, title="Data banjir"))
        self.meeting_id = self.add(Meeting(id=new_id(), plan_id=self.plan_id))

    def add(self, record: Record) -> str:
        return add_record(self.workspace, self.author, record).record_id

    def edit(self, field: str, value: Any, visit: str = "", kind: str = "commitments") -> Change:
        record_id = self.id if kind == "commitments" else self.meeting_id
        return edit_field(self.workspace, self.author, kind, record_id, field, value, visit)

    def delete(self, kind: str, *ids: str) -> Change:
        return delete_records(self.workspace, self.author, kind, ids)

    def undo(self, change: Change) -> Change:
        return reverse(self.workspace, self.author, change)

    def move(self, kind: str, record_id: str, after: str | None, before: str | None) -> Change:
        return move_record(self.workspace, self.author, kind, record_id, after, before)

    def milestones(self, count: int) -> list[str]:
        return [
            self.add(Milestone(id=new_id(), commitment_id=self.id, text=str(index)))
            for index in range(count)
        ]

    def order(self) -> list[str]:
        with self.workspace.read() as session:
            return [m.id for m in in_order(list_records(session, Milestone))]

    def shown(self, field: str = "title") -> Any:
        return dump(self.workspace)["commitments"][self.id][field]

    def history(self, field: str = "title") -> list[dict[str, Any]]:
        """Return a field's revisions, oldest first."""
        found = dump(self.workspace)["revisions"].values()
        mine = [r for r in found if (r["record_id"], r["field"]) == (self.id, field)]
        return sorted(mine, key=lambda r: r["at"])


def refused(command: Callable[[], object], error: type[RembukError] = CommandError) -> RembukError:
    with pytest.raises(error) as caught:
        command()
    return caught.value

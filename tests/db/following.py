"""A plan with meetings for tests of what must happen after them."""

from typing import Any
from uuid import uuid4

from db.changes import Change
from db.commands.records import add_record, reverse
from db.records import Commitment, FollowUp, Meeting, Plan, Point, Record
from db.workspace import Author, Workspace
from tests.db.registers import dump


class Following:
    """A workspace with a plan of two commitments, filled by short calls."""

    def __init__(self, workspace: Workspace, author: Author) -> None:
        self.workspace = workspace
        self.author = author
        self.plan = self.add(Plan(id=new_id(), short_title="RAK 2025"))
        self.roads = self.commitment(1, "Jalan")
        self.floods = self.commitment(4, "Banjir")

    def add(self, record: Any) -> Any:
        add_record(self.workspace, self.author, record)
        return record

    def commitment(self, number: int, title: str) -> Commitment:
        return self.add(Commitment(id=new_id(), plan_id=self.plan.id, number=number, title=title))

    def meeting(self, date: str = "", *about: Commitment, **fields: Any) -> Meeting:
        fields = {"plan_id": self.plan.id, "kind": "bilateral"} | fields
        ids = tuple(commitment.id for commitment in about)
        return self.add(Meeting(id=new_id(), date=date, commitment_ids=ids, **fields))

    def point(self, meeting: Meeting, text: str, **fields: Any) -> Point:
        return self.add(Point(id=new_id(), meeting_id=meeting.id, text=text, **fields))

    def follow_up(self, meeting: Meeting, text: str, **fields: Any) -> FollowUp:
        fields = {"status": "open"} | fields
        return self.add(FollowUp(id=new_id(), meeting_id=meeting.id, text=text, **fields))

    def asked(self, meeting: Meeting, text: str, **fields: Any) -> FollowUp:
        """Return the follow-up of a new point that asks for it."""
        point = self.point(meeting, text, kind="follow_up", **fields)
        return next(one for one in self.all(FollowUp) if one.point_id == point.id)

    def all(self, record: type[Record]) -> list[Any]:
        with self.workspace.read() as session:
            from db.queries.records import list_records

            return list(list_records(session, record))

    def read(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        with self.workspace.read() as session:
            return query(session, *args, **kwargs)

    def run(self, command: Any, *args: Any, **kwargs: Any) -> Change:
        """Carry a command out, and its undo and redo, which must come out the same."""
        before = self.living()
        change = command(self.workspace, self.author, *args, **kwargs)
        after = self.living()
        undone = reverse(self.workspace, self.author, change)
        assert self.living() == before
        reverse(self.workspace, self.author, undone)
        assert self.living() == after
        return change

    def living(self) -> dict[str, Any]:
        records = dump(self.workspace)
        records.pop("revisions")
        return {
            kind: {key: value for key, value in found.items() if not value["deleted"]}
            for kind, found in records.items()
        }


def new_id() -> str:
    return str(uuid4())

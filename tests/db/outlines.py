"""A meeting whose points tests call by their texts."""

from uuid import uuid4

from db.changes import Change
from db.commands.records import add_record, reverse
from db.queries.meetings import meeting_dossier
from db.records import Meeting, Plan, Point
from db.rules import number_points
from db.workspace import Author, Workspace
from tests.db.registers import dump


class Desk:
    """A meeting whose points are called by their texts."""

    def __init__(self, workspace: Workspace, author: Author) -> None:
        self.workspace = workspace
        self.author = author
        plan = Plan(id=str(uuid4()))
        self.meeting = Meeting(id=str(uuid4()), plan_id=plan.id)
        add_record(workspace, author, plan)
        add_record(workspace, author, self.meeting)

    def add(self, *texts: str, below: str = "", **values) -> None:
        values.setdefault("kind", "note")
        for text in texts:
            parent = self.id(below) if below else None
            point = Point(
                id=str(uuid4()), meeting_id=self.meeting.id, text=text, parent_id=parent, **values
            )
            add_record(self.workspace, self.author, point)

    def run(self, command, *args) -> Change:
        """Carry a command out, and its undo and redo, which must come out the same."""
        before = self.living()
        change = command(self.workspace, self.author, *args)
        after = self.living()
        undone = reverse(self.workspace, self.author, change)
        assert self.living() == before
        reverse(self.workspace, self.author, undone)
        assert self.living() == after
        return change

    def living(self) -> dict:
        records = dump(self.workspace)
        records.pop("revisions")
        return {
            kind: {key: value for key, value in found.items() if not value["deleted"]}
            for kind, found in records.items()
        }

    def id(self, text: str) -> str:
        return self.point(text).id

    def point(self, text: str) -> Point:
        return next(point for point in self.dossier().points if point.text == text)

    def dossier(self):
        with self.workspace.read() as session:
            return meeting_dossier(session, self.meeting.id)

    def outline(self) -> list[str]:
        points = number_points(self.dossier().points)
        return [f"{'  ' * p.depth}{p.number} {p.point.text}" for p in points]

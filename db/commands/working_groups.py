"""Commands about working groups and their members."""

from typing import Any
from uuid import uuid4

from db.changes import Change
from db.errors import CommandError
from db.models import WorkingGroupRow
from db.recorder import Recorder
from db.records import Member, Organisation, WorkingGroup
from db.workspace import Author, Workspace


def create_working_group(
    workspace: Workspace, author: Author, plan_id: str, theme: str = ""
) -> Change:
    """Add a working group to a plan."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        group = WorkingGroup(id=str(uuid4()), plan_id=plan_id, theme=theme)
        recorder.create(group)
        return recorder.change("create_working_group", group.id)


def add_member(
    workspace: Workspace,
    author: Author,
    group_id: str,
    organisation_id: str | None,
    name: str = "",
) -> Change:
    """Add an organisation to a working group, as its last member.

    Without an id, an organisation of that name is added to the directory in the same step.
    Raises CommandError when the organisation is a member already.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        row = session.get(WorkingGroupRow, group_id)
        if row is None:
            raise CommandError("record_unknown", kind="working_groups", id=group_id)
        members: list[dict[str, Any]] = list(row.members)
        if organisation_id is None:
            organisation = Organisation(id=str(uuid4()), name=name)
            recorder.create(organisation)
            organisation_id = organisation.id
        elif any(member["organisation_id"] == organisation_id for member in members):
            raise CommandError("member_already", id=organisation_id)
        members.append(Member(organisation_id=organisation_id).model_dump(mode="json"))
        recorder.set("working_groups", group_id, "members", members)
        return recorder.change("add_member", group_id)

"""A meeting in the register that is searched."""

import pytest

from db.commands.records import add_record
from db.records import Meeting, Plan
from db.workspace import Author, Workspace
from tests.db.session_files import new_id


@pytest.fixture
def meeting(workspace: Workspace, author: Author) -> Meeting:
    plan = add_record(workspace, author, Plan(id=new_id(), short_title="RAK")).record_id
    made = Meeting(id=new_id(), plan_id=plan, topic="Banjir", date="2025-03-01")
    add_record(workspace, author, made)
    return made

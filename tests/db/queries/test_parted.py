"""What two laptops froze apart under one number is asked about until it is frozen once more."""

from pathlib import Path

from db.commands.drafts import freeze_draft
from db.commands.minutes import finalise_minutes
from db.commands.records import add_record, edit_field
from db.exchange.send import write_session
from db.queries.parted import list_parted
from db.records import Commitment, Meeting, Plan
from db.workspace import Author, Workspace
from tests.db.registers import SEKAR, take
from tests.db.session_files import new_id


def test_copies_made_apart_are_asked_about_unless_they_say_the_same(
    workspace: Workspace, author: Author, tmp_path: Path
) -> None:
    other = Workspace.open(tmp_path / "other.db")
    plan = Plan(id=new_id(), title="Rencana Kota")
    add_record(workspace, author, plan)
    commitments, meetings = [], []
    for number in (1, 2):
        commitments.append(Commitment(id=new_id(), plan_id=plan.id, number=number, title="Data"))
        meetings.append(Meeting(id=new_id(), plan_id=plan.id, topic="Banjir"))
        add_record(workspace, author, commitments[-1])
        add_record(workspace, author, meetings[-1])

    def send(source: Workspace, target: Workspace) -> None:
        path = tmp_path / f"{new_id()}.rembuk"
        path.write_bytes(write_session(source, author, "test", plan.id))
        take(target, path)

    def asked(where: Workspace) -> list[tuple[str, str, str]]:
        with where.read() as session:
            return [(one.kind, one.owner_id, one.number) for one in list_parted(session, plan.id)]

    send(workspace, other)
    edit_field(other, SEKAR, "commitments", commitments[0].id, "problem", "Banjir")
    edit_field(other, SEKAR, "meetings", meetings[0].id, "place", "Balai Kota")
    for where, who in ((workspace, author), (other, SEKAR)):
        for commitment in commitments:
            freeze_draft(where, who, commitment.id, "1", (), reason="Kesepakatan rapat")
        for meeting in meetings:
            finalise_minutes(where, who, meeting.id, {"title": "NOTULEN"})
    assert asked(workspace) == []
    send(other, workspace)
    first = [("drafts", commitments[0].id, "1"), ("minutes", meetings[0].id, "1")]
    assert asked(workspace) == first
    edit_field(workspace, author, "commitments", commitments[0].id, "problem", "Banjir rob")
    freeze_draft(workspace, author, commitments[0].id, "1", (), reason="Menyatukan")
    assert asked(workspace) == first[1:]
    finalise_minutes(workspace, author, meetings[0].id, {"title": "N"}, "Menyatukan")
    assert asked(workspace) == []
    send(workspace, other)
    assert asked(other) == []
    other.close()

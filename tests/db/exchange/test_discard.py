"""A plan that is nobody's work goes without a trace; what others name stays."""

from dataclasses import replace

from sqlmodel import select

from db.commands.drafts import freeze_draft
from db.commands.records import edit_field
from db.exchange.discard import discard_plan
from db.models import TABLES, RevisionParentRow, RevisionRow
from db.queries.integrity import check_register
from db.records import Organisation
from tests.db.following import Following, new_id


def test_a_plan_goes_with_its_frozen_drafts_and_only_its_own_organisations(workspace, author):
    desk, other = Following(workspace, author), Following(workspace, author)
    kept, twin, gone = (
        desk.add(Organisation(id=new_id(), name=name)) for name in ("Forum", "Forum Kita", "Dinas")
    )
    edit_field(workspace, author, "organisations", kept.id, "same_as", twin.id)
    meeting = desk.meeting("2025-01-10", desk.floods)
    desk.point(meeting, "Sebut desanya", raised_by_id=gone.id)
    edit_field(workspace, author, "commitments", desk.floods.id, "problem", "Tujuh desa")
    freeze_draft(workspace, author, desk.floods.id, "1", (), reason="Mendesak")
    # Named once, and taken back: the earlier value still does.
    told = other.point(other.meeting("2025-02-10"), "Lain", raised_by_id=kept.id)
    edit_field(workspace, replace(author, device="x"), "points", told.id, "raised_by_id", None)
    everything = [desk.plan.id, meeting.id, desk.floods.id, gone.id]
    discard_plan(workspace, desk.plan.id, [kept.id, twin.id, gone.id])
    with workspace.read() as session:
        alive = {row.id for table in TABLES.values() for row in session.exec(select(table))}
        past = {row.record_id for row in session.exec(select(RevisionRow))}
        links = set(session.exec(select(RevisionParentRow.revision_id)))
        assert links <= set(session.exec(select(RevisionRow.id)))
        assert check_register(session) == ()
    assert {kept.id, twin.id, other.plan.id, told.id} <= alive
    assert not {*everything} & (alive | past)

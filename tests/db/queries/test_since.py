"""What is other since the last draft or since a meeting began, and out of which points it came."""

import datetime as dt
from dataclasses import replace

import pytest

from db.commands.drafts import freeze_draft
from db.commands.records import delete_records, edit_field
from db.queries.since import since_draft, since_moment
from db.records import Contact, Milestone
from db.since import Source
from tests.db.following import Following, new_id


@pytest.fixture
def world(workspace, author) -> Following:
    return Following(workspace, author)


def write(world: Following, field: str, text: str, kind="commitments", key="", **by) -> None:
    who = replace(world.author, **by)
    edit_field(world.workspace, who, kind, key or world.roads.id, field, text)


def test_what_came_behind_the_last_draft_names_the_points_that_brought_it(world):
    key = world.roads.id
    assert world.read(since_draft, key) is None
    stone, other = (
        world.add(Milestone(id=new_id(), commitment_id=key, text=text)) for text in ("Satu", "Dua")
    )
    meeting = world.meeting("2018-08-24", world.roads)
    points = [world.point(meeting, text) for text in ("a", "b", "c")]
    write(world, "problem", "Jalan rusak.", meeting_id=meeting.id, point_id=points[0].id)
    freeze_draft(world.workspace, world.author, key, "1", (), reason="dicoba")
    write(world, "problem", "Jalan desa rusak.", meeting_id=meeting.id, point_id=points[1].id)
    write(world, "problem", "Jalan desa rusak berat.", meeting_id=meeting.id, point_id=points[2].id)
    write(world, "end", "2020-12", meeting_id=meeting.id)
    write(world, "description", "Diperbaiki.")
    write(world, "text", "Satu km", "milestones", stone.id, meeting_id=meeting.id)
    delete_records(world.workspace, world.author, "milestones", [other.id])

    since = world.read(since_draft, key)

    assert since.level == "1"
    assert since.before.commitment.problem == "Jalan rusak."
    assert [one.text for one in since.before.milestones] == ["Satu", "Dua"]
    here = Source(meeting.id, "2018-08-24")
    assert since.sources == {
        "problem": (replace(here, point_number="2"), replace(here, point_number="3")),
        "period": (here,),
        "description": (),
        "milestones": (here,),
    }


def test_what_stood_there_when_a_meeting_began_is_put_together_from_the_revisions(world, clock):
    key = world.roads.id
    stone, gone = (
        world.add(Milestone(id=new_id(), commitment_id=key, text=text)) for text in ("Satu", "Dua")
    )
    write(world, "problem", "lama")
    clock.time += dt.timedelta(hours=1)
    moment = world.workspace.instant()
    clock.time += dt.timedelta(hours=1)
    write(world, "problem", "baru")
    write(world, "description", "baru")
    write(world, "text", "Satu lagi", "milestones", stone.id)
    delete_records(world.workspace, world.author, "milestones", [gone.id])
    world.add(Milestone(id=new_id(), commitment_id=key, text="Tiga"))
    world.add(Contact(id=new_id(), commitment_id=key, side="cso", name="Rina"))

    since = world.read(since_moment, key, moment)

    before = since.before
    assert (before.commitment.problem, before.commitment.description) == ("lama", "")
    assert {one.text for one in before.milestones} == {"Satu", "Dua"}
    assert before.contacts == ()
    assert set(since.sources) == {"problem", "description", "milestones", "contacts"}

"""The directory's commands, and members of working groups."""

import pytest

from db.commands.organisations import (
    create_organisation,
    join_organisation,
    join_similar,
    keep_organisations_apart,
    separate_organisation,
)
from db.commands.plans import create_plan
from db.commands.records import edit_fields, reverse
from db.commands.working_groups import add_member, create_working_group
from db.errors import CommandError
from db.queries.organisations import list_directory, list_organisations, list_working_groups
from db.queries.records import get_record
from db.records import Organisation
from db.similar import find_similar


@pytest.fixture
def create(workspace, author):
    return lambda name: create_organisation(workspace, author, name).record_id


@pytest.fixture
def group_id(workspace, author) -> str:
    plan_id = create_plan(workspace, author, "ogi-2018").record_id
    return create_working_group(workspace, author, plan_id, "Layanan").record_id


def same_as(workspace, organisation_id):
    with workspace.read() as session:
        return get_record(session, Organisation, organisation_id).same_as


def members(workspace):
    with workspace.read() as session:
        (group,) = list_working_groups(session)
        return group.members


def test_joining_goes_to_the_one_that_stands_for_it_in_the_end(workspace, author, create):
    one, two, three = create("Satu"), create("Dua"), create("Tiga")
    join_organisation(workspace, author, two, one)
    join_organisation(workspace, author, three, two)
    assert same_as(workspace, three) == one
    separate_organisation(workspace, author, three)
    assert same_as(workspace, three) is None


def test_two_that_are_the_same_already_are_not_joined_again(workspace, author, create):
    one, two = create("Satu"), create("Dua")
    join_organisation(workspace, author, two, one)
    for pair in ((one, two), (two, one), (one, one)):
        with pytest.raises(CommandError, match="organisation_joined_already"):
            join_organisation(workspace, author, *pair)


def test_joining_is_one_step_of_undo(workspace, author, create):
    one, two = create("Satu"), create("Dua")
    reverse(workspace, author, join_organisation(workspace, author, two, one))
    assert same_as(workspace, two) is None


def test_the_one_that_stays_is_known_by_the_others_names_too(workspace, author, create):
    one, two = create("Media Link"), create("Medialink")
    edit_fields(workspace, author, "organisations", two, {"short_name": "ML", "sector": "cso"})
    change = join_similar(workspace, author, two, one)
    with workspace.read() as session:
        kept = get_record(session, Organisation, one)
    assert (kept.aliases, kept.sector) == (("Medialink", "ML"), "cso")
    assert same_as(workspace, two) == one
    reverse(workspace, author, change)
    with workspace.read() as session:
        assert get_record(session, Organisation, one).aliases == ()
    assert same_as(workspace, two) is None


def test_two_that_were_told_apart_are_remembered_and_can_be_taken_back(workspace, author, create):
    one, two = create("Media Link"), create("Medialink")
    change = keep_organisations_apart(workspace, author, one, two)
    with workspace.read() as session:
        assert find_similar(list_directory(session)) == ()
    reverse(workspace, author, change)
    with workspace.read() as session:
        assert len(find_similar(list_directory(session))) == 1


def test_a_member_from_the_directory_comes_last(workspace, author, create, group_id):
    one, two = create("Satu"), create("Dua")
    add_member(workspace, author, group_id, one)
    add_member(workspace, author, group_id, two)
    assert [member.organisation_id for member in members(workspace)] == [one, two]
    with pytest.raises(CommandError, match="member_already"):
        add_member(workspace, author, group_id, one)


def test_a_member_nobody_knows_yet_joins_the_directory_in_the_same_step(
    workspace, author, group_id
):
    change = add_member(workspace, author, group_id, None, "Forum Warga")
    with workspace.read() as session:
        (organisation,) = list_organisations(session)
    assert organisation.name == "Forum Warga"
    assert members(workspace)[0].organisation_id == organisation.id
    reverse(workspace, author, change)
    assert members(workspace) == ()
    with workspace.read() as session:
        assert list_organisations(session) == ()

"""The sample plan comes and goes without a trace, unless somebody has worked on it."""

from db.commands.commitments import create_commitment
from db.commands.plans import create_plan
from db.commands.records import edit_field
from db.queries.home import list_plan_lines
from db.queries.records import list_records
from db.records import (
    FollowUp,
    Meeting,
    Organisation,
)
from desktop.sample import add_sample
from tests.desktop.home import Home
from tests.desktop.room import OTHER


def test_the_sample_comes_is_known_as_one_and_goes_without_a_trace(home: Home):
    home.open()
    home.view.welcome.sample.click()
    home.settle()
    assert [line.id for line in home.store.read(list_plan_lines)] == [home.place.record("plans")]
    home.find("home.sample.remove").click()
    home.settle()
    assert home.store.read(list_plan_lines) == ()
    assert home.store.read(list_records, Organisation) == ()
    assert home.told == [("info", home.words("home.sample.removed"))]


def test_a_sample_that_was_changed_goes_only_when_asked_and_can_come_back(home: Home):
    home.open()
    home.view.welcome.sample.click()
    home.settle()
    plan_id = home.place.record("plans")
    home.store.run(edit_field, "plans", plan_id, "short_title", "Milik saya")
    home.store.run(create_commitment, plan_id)
    kept = home.answer(accept=False)
    home.find("home.sample.remove").click()
    assert kept == [home.words("home.sample.changed_title")]
    assert home.plan().short_title == "Milik saya"
    home.answer(accept=True)
    home.view.sample_removal_requested.emit()
    home.settle()
    assert home.store.read(list_plan_lines) == ()
    assert home.store.read(list_records, Organisation) == ()
    home.view.welcome.sample.click()
    home.settle()
    assert home.place.record("plans") == plan_id
    assert len(home.store.read(list_records, Organisation)) > 0
    assert home.view.page.meetings.list.rows()


def test_organisations_of_the_sample_that_another_plan_names_stay(home: Home):
    add_sample(home.workspace)
    home.open()
    (sample,) = home.store.read(list_plan_lines)
    used = home.store.read(list_records, Organisation)[0]
    other = create_plan(home.workspace, OTHER, "ogi-2018").record_id
    meeting = home.add_elsewhere(Meeting, plan_id=other)
    home.add_elsewhere(FollowUp, meeting_id=meeting.id, owner_id=used.id)
    home.place.show("plans", sample.id)
    home.answer(accept=True)
    home.view.sample_removal_requested.emit()
    home.settle()
    assert [o.id for o in home.store.read(list_records, Organisation)] == [used.id]
    assert home.place.record("plans") == other


def test_a_plan_of_ones_own_is_no_sample(planned: Home):
    planned.open()
    assert planned.view.page._notice is None

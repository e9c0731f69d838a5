"""Organisations and working groups over a real register, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.commands.plans import create_plan
from db.queries.records import list_records
from db.records import Attendance, Meeting, Organisation, Plan
from desktop.sample import add_sample
from tests.desktop.directory import Directory
from tests.desktop.room import OTHER
from tests.ui.helpers import assert_all_named, focused
from ui.organisations.screen import DIRECTORY, GROUPS
from ui.organisations.similar import SimilarDialog


def test_the_first_organisation_is_added_and_named_by_keys(directory: Directory):
    directory.open()
    directory.press(Qt.Key.Key_Return)
    assert focused() is directory.page.detail.name
    directory.type("Forum Warga <Kota>")
    directory.press(Qt.Key.Key_Return)
    directory.type("FWK")
    directory.settle()
    (organisation,) = directory.store.read(list_records, Organisation)
    assert (organisation.name, organisation.short_name) == ("Forum Warga <Kota>", "FWK")
    assert [(row.title, row.note) for row in directory.page.list.rows()] == [
        ("Forum Warga <Kota>", "FWK")
    ]
    for _ in range(3):
        directory.store.undo()
    assert directory.store.read(list_records, Organisation) == ()
    assert focused() is not None


def test_a_new_one_belongs_to_the_sector_that_is_looked_at(peopled: Directory):
    peopled.open()
    peopled.page.filters._buttons["cso"].click()
    peopled.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert focused() is peopled.page.detail.name
    peopled.type("Delta")
    peopled.settle()
    assert peopled.names() == ["Alfa", "Delta", "Gama"]
    assert peopled.organisation(peopled.place.record("organisations")).sector == "cso"


def test_the_list_follows_what_is_typed_and_undone(peopled: Directory):
    peopled.open()
    peopled.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QApplication.focusWidget().selectAll()
    peopled.type("Zeta")
    name = focused()
    peopled.settle()
    assert peopled.names() == ["Beta", "Gama", "Zeta"]
    assert (focused(), peopled.page.list.current_key()) == (name, peopled.ids[0])
    peopled.press(Qt.Key.Key_Tab)
    peopled.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert peopled.names() == ["Alfa", "Beta", "Gama"]
    assert name.value() == "Alfa"


def test_another_one_keeps_what_was_typed_for_the_one_before(peopled: Directory):
    peopled.open()
    peopled.page.detail.name.setFocus()
    peopled.type("X")
    peopled.page.list.current_changed.emit(peopled.ids[1])
    peopled.settle()
    assert "X" in peopled.organisation(peopled.ids[0]).name
    assert peopled.organisation(peopled.ids[1]).name == "Beta"
    assert peopled.page.detail.name.value() == "Beta"


def test_deleting_goes_to_the_neighbour_and_is_undone_from_its_message(peopled: Directory):
    peopled.open()
    peopled.page.list.setFocus()
    peopled.press(Qt.Key.Key_Delete)
    assert peopled.names() == ["Beta", "Gama"]
    assert peopled.page.list.current_key() == peopled.ids[1]
    assert peopled.page.detail.name.value() == "Beta"
    peopled.actions[peopled.words("organisations.undo")]()
    assert peopled.names() == ["Alfa", "Beta", "Gama"]


def test_two_are_joined_and_separated_again(peopled: Directory):
    peopled.open()
    peopled.pick(peopled.page.joining.join, "gam")
    assert peopled.organisation(peopled.ids[0]).same_as == peopled.ids[2]
    assert (peopled.names(), peopled.page.list.current_key()) == (["Beta", "Gama"], peopled.ids[2])
    peopled.place.show("organisations", peopled.ids[0])
    assert (peopled.names(), peopled.page.list.current_key()) == (["Alfa"], peopled.ids[0])
    peopled.place.show("organisations", peopled.ids[2])
    peopled.find("organisations.joining.separate_spoken", name="Alfa").click()
    assert peopled.organisation(peopled.ids[0]).same_as is None
    peopled.store.undo()
    peopled.store.undo()
    assert peopled.names() == ["Alfa", "Beta", "Gama"]


def test_where_it_appears_leads_there_with_its_plan(peopled: Directory):
    plan_id = create_plan(peopled.workspace, OTHER, "ogi-2018").record_id
    meeting = peopled.add_elsewhere(Meeting, plan_id=plan_id, topic="Air")
    peopled.add_elsewhere(Attendance, meeting_id=meeting.id, organisation="alfa")
    peopled.open()
    peopled.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert focused() is peopled.page.appearances.list
    peopled.press(Qt.Key.Key_Return)
    assert (peopled.place.screen, peopled.place.record("meetings")) == ("meetings", meeting.id)
    assert peopled.place.record("plans") == plan_id


def test_without_a_plan_it_says_where_to_begin_one(directory: Directory):
    directory.open(GROUPS)
    assert not directory.header("new").isEnabled()
    directory.view.focus_start()
    directory.press(Qt.Key.Key_Return)
    assert directory.place.screen == "home"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("size", [(1366, 690), (1024, 640)])
def test_both_pages_are_named_and_fit(qtbot, tmp_path, language, size):
    directory = Directory(qtbot, tmp_path, language)
    add_sample(directory.workspace)
    directory.open()
    (plan,) = directory.store.read(list_records, Plan)
    directory.place.show("plans", plan.id)
    for segment in (DIRECTORY, GROUPS):
        directory.view.show_segment(segment)
        directory.window.resize(*size)
        QApplication.processEvents()
        assert (directory.window.width(), directory.window.height()) == size
        assert_all_named(directory.window)
    directory.close()


def test_what_may_be_the_same_is_offered_joined_and_told_apart(directory):
    names = ("Layar Terang", "PT Layar Terang", "Medialink", "Media Link")
    ids = {
        name: directory.add_elsewhere(Organisation, name=name, sector=sector).id
        for name, sector in zip(names, ("cso", "", "", "cso"), strict=True)
    }
    directory.open()
    page = directory.page
    directory.qtbot.waitUntil(lambda: not page.similar.isHidden())
    assert "2 pasang" in page.similar._bar.text
    page.similar.review_requested.emit()
    dialog = directory.window.findChild(SimilarDialog)
    assert_all_named(dialog)
    dialog.apart.click()
    dialog.choices[1].click()
    kept, joined = dialog._chosen()
    dialog.ok.click()
    assert dialog.isHidden()
    assert {ids["Medialink"], ids["Media Link"]} == {kept, joined}
    assert directory.organisation(joined).same_as == kept
    assert len(directory.organisation(kept).aliases) == 1
    directory.qtbot.waitUntil(page.similar.isHidden)
    directory.store.undo()
    directory.qtbot.waitUntil(lambda: not page.similar.isHidden())
    assert "1 pasang" in page.similar._bar.text
    assert directory.organisation(joined).same_as is None

"""Organisations and working groups over a real register, by keys."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.organisations import create_organisation
from db.commands.plans import create_plan
from db.commands.records import add_record, edit_fields
from db.commands.working_groups import add_member, create_working_group
from db.queries.records import get_record, list_records
from db.records import Attendance, Commitment, Meeting, Organisation, Plan, WorkingGroup
from db.workspace import Author
from desktop.controllers.organisations import OrganisationsController
from desktop.sample import add_sample
from tests.desktop.room import Room
from tests.ui.helpers import assert_all_named, focused
from ui.organisations.screen import DIRECTORY, GROUPS
from ui.organisations.similar import SimilarDialog

OTHER = Author("Ratri", "laptop-2")


class Directory(Room):
    """The screen of organisations and working groups in its window."""

    def open(self, segment: int = DIRECTORY) -> None:
        self.controller = OrganisationsController(self.parts())
        self.view = self.controller.view
        self.page = self.view.directory
        self.groups = self.view.groups
        self.show(self.controller)
        self.view.show_segment(segment)

    def add(self, of, **values):
        record = of(id=str(uuid4()), **values)
        add_record(self.workspace, OTHER, record)
        return record

    def organisation(self, organisation_id: str) -> Organisation:
        return self.store.read(get_record, Organisation, organisation_id)

    def group(self) -> WorkingGroup:
        return self.store.read(get_record, WorkingGroup, self.group_id)

    def names(self) -> list[str]:
        return [row.title for row in self.page.list.rows()]

    def members(self) -> list[str]:
        return [row.title for row in self.groups.members.card.list.rows()]

    def pick(self, button, text: str) -> None:
        """Open a button's list by key, type into it and take what is marked."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        popup = QApplication.activePopupWidget()
        QTest.keyClicks(popup.line, text)
        # The list is gone before the key is up again.
        QTest.keyPress(popup.line, Qt.Key.Key_Return)
        self.settle()
        # The window gets the focus back when the list is gone.
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


@pytest.fixture
def room(qtbot, tmp_path: Path):
    made = Directory(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def peopled(room: Directory) -> Directory:
    """A directory of three organisations."""
    room.ids = [
        create_organisation(room.workspace, OTHER, name, sector).record_id
        for name, sector in (("Alfa", "cso"), ("Beta", "ministry"), ("Gama", "cso"))
    ]
    return room


@pytest.fixture
def grouped(peopled: Directory) -> Directory:
    """A plan with one working group of two members."""
    peopled.plan_id = create_plan(peopled.workspace, OTHER, "ogi-2018").record_id
    peopled.place.show("plans", peopled.plan_id)
    change = create_working_group(peopled.workspace, OTHER, peopled.plan_id, "Layanan")
    peopled.group_id = change.record_id
    for organisation_id in peopled.ids[:2]:
        add_member(peopled.workspace, OTHER, peopled.group_id, organisation_id)
    return peopled


# -- the directory -----------------------------------------------------------------------


def test_the_first_organisation_is_added_and_named_by_keys(room: Directory):
    room.open()
    room.press(Qt.Key.Key_Return)
    assert focused() is room.page.detail.name
    room.type("Forum Warga <Kota>")
    room.press(Qt.Key.Key_Return)
    room.type("FWK")
    room.settle()
    (organisation,) = room.store.read(list_records, Organisation)
    assert (organisation.name, organisation.short_name) == ("Forum Warga <Kota>", "FWK")
    assert [(row.title, row.note) for row in room.page.list.rows()] == [
        ("Forum Warga <Kota>", "FWK")
    ]
    for _ in range(3):
        room.store.undo()
    assert room.store.read(list_records, Organisation) == ()
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
    meeting = peopled.add(Meeting, plan_id=plan_id, topic="Air")
    peopled.add(Attendance, meeting_id=meeting.id, organisation="alfa")
    peopled.open()
    peopled.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert focused() is peopled.page.appearances.list
    peopled.press(Qt.Key.Key_Return)
    assert (peopled.place.screen, peopled.place.record("meetings")) == ("meetings", meeting.id)
    assert peopled.place.record("plans") == plan_id


# -- working groups ----------------------------------------------------------------------


def test_without_a_plan_it_says_where_to_begin_one(room: Directory):
    room.open(GROUPS)
    assert not room.header("new").isEnabled()
    room.view.focus_start()
    room.press(Qt.Key.Key_Return)
    assert room.place.screen == "home"


def test_a_group_is_added_named_and_peopled_by_keys(peopled: Directory):
    plan_id = create_plan(peopled.workspace, OTHER, "ogi-2018").record_id
    peopled.place.show("plans", plan_id)
    peopled.open(GROUPS)
    peopled.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert focused() is peopled.groups.group.theme
    peopled.type("Layanan dasar")
    peopled.settle()
    (group,) = peopled.store.read(list_records, WorkingGroup)
    peopled.group_id = group.id
    assert (group.theme, group.plan_id) == ("Layanan dasar", plan_id)
    peopled.pick(peopled.groups.members.card.add, "bet")
    assert focused() is peopled.groups.members.one.fields["focus"].text
    peopled.type("Ya, sejak 2019")
    peopled.pick(peopled.groups.members.card.add, "Yayasan Baru")
    assert peopled.members() == ["Beta", "Yayasan Baru"]
    assert peopled.group().members[0].focus == "Ya, sejak 2019"
    assert "Yayasan Baru" in [o.name for o in peopled.store.read(list_records, Organisation)]
    peopled.store.undo()
    assert peopled.members() == ["Beta"]
    assert "Yayasan Baru" not in [o.name for o in peopled.store.read(list_records, Organisation)]


def test_answers_reach_the_member_they_were_typed_for(grouped: Directory):
    grouped.open(GROUPS)
    one = grouped.groups.members.one
    one.fields["plans"].setFocus()
    grouped.type("Rencana Alfa")
    grouped.groups.members.card.list.setFocus()
    grouped.press(Qt.Key.Key_Down)
    assert one.fields["plans"].value() == ""
    one.fields["plans"].setFocus()
    grouped.type("Rencana Beta")
    grouped.settle()
    assert [member.plans for member in grouped.group().members] == ["Rencana Alfa", "Rencana Beta"]
    chips = [row.chips[0][0] for row in grouped.groups.members.card.list.rows()]
    assert chips == ["1 dari 4", "1 dari 4"]


def test_a_change_from_elsewhere_leaves_an_answer_that_is_typed_alone(grouped: Directory):
    grouped.open(GROUPS)
    field = grouped.groups.members.one.fields["focus"]
    field.setFocus()
    grouped.type("Sedang ")
    edit_fields(grouped.workspace, OTHER, "working_groups", grouped.group_id, {"theme": "Lain"})
    grouped.store.replaced.emit()
    grouped.type("diketik")
    grouped.settle()
    assert grouped.group().members[0].focus == "Sedang diketik"
    assert grouped.group().theme == "Lain"


def test_members_are_ordered_and_removed_by_keys_and_brought_back(grouped: Directory):
    grouped.open(GROUPS)
    grouped.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    grouped.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert grouped.members() == ["Beta", "Alfa"]
    assert grouped.groups.members.card.list.current_key() == "1"
    grouped.press(Qt.Key.Key_Delete)
    assert grouped.members() == ["Beta"]
    grouped.actions[grouped.words("organisations.undo")]()
    grouped.store.undo()
    assert grouped.members() == ["Alfa", "Beta"]
    names = [member.organisation_id for member in grouped.group().members]
    assert names == grouped.ids[:2]


def test_an_answer_is_undone_in_its_field(grouped: Directory):
    grouped.open(GROUPS)
    field = grouped.groups.members.one.fields["expertise"]
    QTest.keyClick(field.buttons["yes"], Qt.Key.Key_Return)
    assert grouped.group().members[0].expertise == "Ya"
    grouped.store.undo()
    assert (field.value(), field.buttons["yes"].isChecked()) == ("", False)
    grouped.store.redo()
    assert field.value() == "Ya"


def test_commitments_join_and_leave_the_group(grouped: Directory):
    commitment = grouped.add(Commitment, plan_id=grouped.plan_id, number=3, title="Data")
    grouped.open(GROUPS)
    card = grouped.groups.commitments
    grouped.pick(card.add, "data")
    assert [row.title for row in card.list.rows()] == ["Data"]
    assert not card.add.isEnabled()
    assert grouped.groups.list.rows()[0].note == "2 anggota · 1 komitmen"
    card.list.setFocus()
    # The list is gone before the key is up again.
    QTest.keyPress(card.list, Qt.Key.Key_Delete)
    assert focused() is card.add
    stored = grouped.store.read(get_record, Commitment, commitment.id)
    assert stored.working_group_id is None
    grouped.store.undo()
    card.list.setFocus()
    grouped.press(Qt.Key.Key_Return)
    assert (grouped.place.screen, grouped.place.record("commitments")) == (
        "commitments", commitment.id,
    )  # fmt: skip


def test_a_group_is_deleted_and_comes_back(grouped: Directory):
    grouped.open(GROUPS)
    grouped.groups.list.setFocus()
    grouped.press(Qt.Key.Key_Delete)
    assert grouped.groups.list.rows() == ()
    grouped.actions[grouped.words("organisations.undo")]()
    assert grouped.members() == ["Alfa", "Beta"]


def test_a_member_that_left_the_directory_is_still_a_member(grouped: Directory):
    grouped.open(GROUPS)
    grouped.page.removal_requested.emit(grouped.ids[0])
    grouped.settle()
    assert grouped.members() == [grouped.words("organisations.gone"), "Beta"]
    grouped.groups.members.one.open_requested.emit()
    assert grouped.place.screen == "organisations"


def test_who_leads_here_names_the_page(grouped: Directory):
    grouped.open()
    grouped.place.go("organisations", working_groups=grouped.group_id)
    assert grouped.view.segment() == GROUPS
    grouped.groups.members.one.open_requested.emit()
    assert (grouped.view.segment(), grouped.page.list.current_key()) == (DIRECTORY, grouped.ids[0])


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("size", [(1366, 690), (1024, 640)])
def test_both_pages_are_named_and_fit(qtbot, tmp_path, language, size):
    room = Directory(qtbot, tmp_path, language)
    add_sample(room.workspace)
    room.open()
    (plan,) = room.store.read(list_records, Plan)
    room.place.show("plans", plan.id)
    for segment in (DIRECTORY, GROUPS):
        room.view.show_segment(segment)
        room.window.resize(*size)
        QApplication.processEvents()
        assert (room.window.width(), room.window.height()) == size
        assert_all_named(room.window)
    room.close()


def test_what_may_be_the_same_is_offered_joined_and_told_apart(room):
    names = ("Layar Terang", "PT Layar Terang", "Medialink", "Media Link")
    ids = {
        name: room.add(Organisation, name=name, sector=sector).id
        for name, sector in zip(names, ("cso", "", "", "cso"), strict=True)
    }
    room.open()
    page = room.page
    room.qtbot.waitUntil(lambda: not page.similar.isHidden())
    assert "2 pasang" in page.similar._bar.text
    page.similar.review_requested.emit()
    dialog = room.window.findChild(SimilarDialog)
    assert_all_named(dialog)
    dialog.apart.click()
    dialog.choices[1].click()
    kept, joined = dialog._chosen()
    dialog.ok.click()
    assert dialog.isHidden()
    assert {ids["Medialink"], ids["Media Link"]} == {kept, joined}
    assert room.organisation(joined).same_as == kept
    assert len(room.organisation(kept).aliases) == 1
    room.qtbot.waitUntil(page.similar.isHidden)
    room.store.undo()
    room.qtbot.waitUntil(lambda: not page.similar.isHidden())
    assert "1 pasang" in page.similar._bar.text
    assert room.organisation(joined).same_as is None

"""Working groups: their members, how each is weighed, and the commitments they work on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.commands.plans import create_plan
from db.commands.records import edit_fields
from db.queries.records import get_record, list_records
from db.records import Commitment, Organisation, WorkingGroup
from tests.desktop.directory import Directory
from tests.desktop.room import OTHER
from tests.ui.helpers import focused
from ui.organisations.screen import DIRECTORY, GROUPS


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
    commitment = grouped.add_elsewhere(Commitment, plan_id=grouped.plan_id, number=3, title="Data")
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

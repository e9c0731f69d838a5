"""The canvas of one commitment, by keys: every field, milestones and contacts, another form."""

from uuid import uuid4

from db.commands.records import add_record, edit_field
from db.records import Organisation, Party, WorkingGroup
from tests.desktop.desk import ALT, CONTROL, KEY, SHIFT
from tests.desktop.faults import protected_file
from tests.desktop.room import OTHER
from tests.ui.helpers import assert_all_named, focused
from ui.common.choice_box import ChoiceBox


def test_every_field_of_a_commitment_can_be_written_by_keys(hall):
    plan_id = hall.begin("ogp-2022")
    group = WorkingGroup(id=str(uuid4()), plan_id=plan_id, theme="Kesehatan")
    add_record(hall.workspace, OTHER, group)
    hall.store.forget_history()
    hall.add()
    typed = {
        "title": "Jadwal", "problem": "Masalah", "description": "Solusi", "contribution": "Hasil",
        "done_so_far": "Portal", "transparency": "Terang", "accountability": "Jawab",
        "participation": "Warga", "values_text": "Sebab", "alignment": "RKP",
        "additional": "Catatan",
    }  # fmt: skip
    for field, text in typed.items():
        hall.go(field)
        hall.type(text)
    hall.go("period")
    hall.type("1/2021")
    hall.press(KEY.Key_Tab)
    hall.type("12/2022")
    parties = {"leads": "Dinas Kesehatan", "proposers": "Forum", "government_actors": "Bappeda",
               "other_actors": "Universitas"}  # fmt: skip
    for field, name in parties.items():
        hall.go(field)
        hall.type(name)
        hall.press(KEY.Key_Return)
    hall.find("canvas.fields.coordinating_unit").setFocus()
    hall.go("title")
    hall.press(KEY.Key_Tab)
    hall.press(KEY.Key_Tab)
    assert isinstance(focused(), ChoiceBox)
    hall.press(KEY.Key_Down)
    hall.press(KEY.Key_Tab)
    hall.type("Direktorat Aparatur")
    hall.settle()
    found = hall.commitment()
    assert {field: getattr(found, field) for field in typed} == typed
    assert (found.start, found.end) == ("2021-01", "2022-12")
    assert {field: getattr(found, field)[0].name for field in parties} == parties
    assert found.working_group_id == group.id
    assert found.coordinating_unit == "Direktorat Aparatur"
    assert hall.canvas.rail.foot.bar.value() == 100
    assert_all_named(hall.window)


def test_what_a_disk_does_not_take_is_still_there_on_the_way_back(hall):
    hall.begin()
    other = hall.add(title="Jalan")
    here = hall.add(title="Banjir", problem="Peta")
    with protected_file(hall.workspace):
        hall.go("problem")
        hall.press(KEY.Key_End, CONTROL)
        hall.type(" lama")
        hall.go("leads")
        hall.type("Bappeda")
        hall.press(KEY.Key_Return)
        assert not hall.store.flush()
        hall.place.show("commitments", other)
        hall.place.show("commitments", here)
        hall.go("problem")
        hall.press(KEY.Key_End, CONTROL)
        hall.type(" sekali")
        assert not hall.store.flush()
    assert hall.store.flush()
    found = hall.commitment()
    assert (found.problem, found.leads[0].name) == ("Peta lama sekali", "Bappeda")


def test_a_known_organisation_is_named_by_its_id(hall):
    hall.begin()
    key = str(uuid4())
    organisation = Organisation(
        id=key, name="Dinas Kesehatan", short_name="Dinkes", aliases=("DKK",), sector="subnational"
    )
    add_record(hall.workspace, OTHER, organisation)
    hall.store.forget_history()
    hall.add()
    hall.go("leads")
    hall.type("dinkes")
    hall.press(KEY.Key_Return)
    hall.settle()
    assert hall.commitment().leads == (Party(name="dinkes", organisation_id=key),)


def test_milestones_and_contacts_by_keys_end_in_the_register(hall):
    hall.begin()
    hall.add()
    rows = hall.canvas.cards.rows("milestones")[0]
    for text in ("Satu", "Dua"):
        rows.add_button.setFocus()
        hall.press(KEY.Key_Return)
        hall.type(text)
    hall.press(KEY.Key_Tab)
    hall.type("Laporan")
    hall.press(KEY.Key_Tab)
    hall.type("3/2021")
    hall.press(KEY.Key_Tab)
    hall.press(KEY.Key_Tab)
    hall.type("Forum")
    hall.press(KEY.Key_Return)
    hall.press(KEY.Key_Up, ALT)
    hall.settle()
    found = hall.dossier().milestones
    assert [(m.text, m.output, m.start) for m in found] == [
        ("Dua", "Laporan", "2021-03"), ("Satu", "", "")
    ]  # fmt: skip
    assert found[0].actors == (Party(name="Forum"),)
    hall.press(KEY.Key_Delete, CONTROL | SHIFT)
    assert [m.text for m in hall.dossier().milestones] == ["Satu"]
    assert hall.told[-1][1] == hall.words("canvas.milestones.removed")
    hall.actions[hall.words("canvas.undo")]()
    assert [m.text for m in hall.dossier().milestones] == ["Dua", "Satu"]
    contacts = hall.canvas.cards.rows("contacts")[0]
    contacts.add_button.setFocus()
    hall.press(KEY.Key_Return)
    for text in ("Ratri", "Kepala Bidang", "Dinas", "ratri@contoh.id", "0812"):
        hall.type(text)
        hall.press(KEY.Key_Tab)
    hall.settle()
    one = hall.dossier().contacts[0]
    assert (one.side, one.name, one.title, one.organisation, one.email, one.phone) == (
        "implementer", "Ratri", "Kepala Bidang", "Dinas", "ratri@contoh.id", "0812"
    )  # fmt: skip


def test_a_contact_of_another_side_goes_to_its_section_with_the_focus(hall):
    hall.begin("ogi-2020")
    hall.add()
    first, second = hall.canvas.cards.rows("contacts")
    first.add_button.setFocus()
    hall.press(KEY.Key_Return)
    hall.type("Ratri")
    for _ in range(5):
        hall.press(KEY.Key_Tab)
    assert isinstance(focused(), ChoiceBox)
    hall.press(KEY.Key_Down)
    hall.settle()
    assert (len(first.rows()), len(second.rows())) == (0, 1)
    assert second.rows()[0].start.value() == "Ratri"
    assert hall.dossier().contacts[0].side == "cso"
    assert focused() is second.rows()[0].start


def test_another_form_keeps_all_texts_and_the_choice(hall):
    hall.begin()
    hall.add(problem="Ada", additional="Catatan")
    hall.store.run(
        edit_field, "commitments", hall.place.record("commitments"), "done_so_far", "Portal"
    )
    assert hall.canvas._sections[-1].field == "done_so_far"
    hall.go("title")
    hall.press(KEY.Key_Tab)
    hall.press(KEY.Key_End)
    assert hall.commitment().form == "opi-2020"
    hall.press(KEY.Key_Up)
    assert hall.commitment().form == "ogp-2022"
    assert "done_so_far" in [s.field for s in hall.canvas._sections if s.asked]
    shown = {s.field for s in hall.canvas._sections}
    assert {"problem", "additional", "done_so_far"} <= shown
    assert isinstance(focused(), ChoiceBox)
    hall.store.undo()
    assert hall.commitment().form == "opi-2020"


def test_a_form_that_nobody_knows_is_kept_and_said(hall):
    hall.begin()
    hall.add(form="city-2031", problem="Ada")
    assert hall.canvas.view.form.name == "ogi-2020"
    title = hall.canvas.view.form.title("id")
    assert hall.canvas.view.problem == hall.words(
        "canvas.form_unknown", name="city-2031", shown=title
    )
    assert hall.commitment().form == "city-2031"

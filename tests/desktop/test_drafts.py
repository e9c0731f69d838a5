"""The drafts of a commitment over a real register, by keys: frozen, compared, remembered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.commands.commitments import add_milestone
from db.commands.plans import create_plan
from db.commands.records import add_record, edit_field, edit_fields
from db.queries.drafts import list_agreements, list_drafts
from db.queries.records import get_record
from db.records import Commitment, Meeting, Point
from db.workspace import Author
from desktop.controllers.commitments import CommitmentsController
from desktop.dialogs import SystemDialogs
from resources.part_names import part_name
from tests.db.following import new_id
from tests.desktop.faults import protected_file
from tests.desktop.room import Room
from tests.exports.pdf_reading import read_words
from tests.ui.helpers import focused, named
from ui.canvas.agreement_dialog import AgreementDialog
from ui.canvas.freeze_dialog import FreezeDialog
from ui.common.buttons import Button
from ui.common.chip import Chip
from ui.common.differing_text import DifferingText
from ui.common.labels import PlainLabel
from ui.dialogs.history import HistoryDialog

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier
OTHER = Author("Ratri", "laptop-2")


class Study(Room):
    """A commitment's canvas in its window."""

    def open(self, folder: Path) -> None:
        self.plan_id = create_plan(self.workspace, OTHER, "ogi-2018").record_id
        self.place.show("plans", self.plan_id)
        self.out = folder
        self.opened: list[Path] = []
        dialogs = SystemDialogs(
            pick_target=lambda *asked: folder / Path(asked[2]).name, open_path=self.opened.append
        )
        self.controller = CommitmentsController(replace(self.parts(), dialogs=dialogs))
        self.view, self.canvas = self.controller.view, self.controller.view.canvas
        self.show(self.controller)
        self.view.commitment_requested.emit()
        self.id = self.place.record("commitments")
        values = {"title": "Posyandu", "problem": "Jadwal tidak diketahui warga."}
        self.store.run(edit_fields, "commitments", self.id, values)

    def drafts(self):
        return self.store.read(list_drafts, self.id)

    def write(self, text: str) -> None:
        """Write the problem anew, as a person does."""
        self.canvas.go_to_field("problem")
        QTest.keyClick(focused(), KEY.Key_A, CONTROL)
        self.type(text)
        self.settle()

    def shown(self) -> dict[str, str]:
        """Return the compared texts as they stand, by their fields."""
        texts = self.view.compare.findChildren(DifferingText)
        return {one.accessibleName(): one.toPlainText() for one in texts if one.isVisible()}


@pytest.fixture
def study(qtbot, tmp_path):
    study = Study(qtbot, tmp_path)
    study.open(tmp_path)
    yield study
    study.close()


def freeze_all_the_same(study: Study, reason: str = "Waktu mendesak") -> None:
    def act(dialog: FreezeDialog) -> None:
        assert not dialog.ok.isEnabled()
        dialog.reason.setFocus()
        QTest.keyClicks(dialog.reason, reason)
        QTest.keyClick(dialog.reason, KEY.Key_Return, CONTROL)

    study.during(FreezeDialog, act)
    study.canvas.go_to_field("problem")
    study.press(KEY.Key_F, BOTH)
    study.come_back()


def test_a_finding_leads_to_its_place_and_a_reason_overrules_it(study):
    def open_first(dialog: FreezeDialog) -> None:
        assert dialog.level.value() == "1"
        assert dialog.focusWidget() is dialog.reason
        # The place is called as on this canvas.
        name = part_name(study.words, "description", study.canvas.view.form.name)
        text = study.words("drafts.findings.missing", field=name)
        named(dialog, study.words("drafts.freeze.go_to", finding=text), Button).click()

    study.during(FreezeDialog, open_first)
    study.canvas.go_to_field("problem")
    study.press(KEY.Key_F, BOTH)
    study.come_back()
    assert study.canvas.current().field == "description"
    assert study.drafts() == ()

    freeze_all_the_same(study)
    (draft,) = study.drafts()
    assert (draft.level, draft.content["reason"]) == ("1", "Waktu mendesak")
    assert draft.content["commitment"]["problem"] == "Jadwal tidak diketahui warga."
    assert study.told[-1][0] == "success"
    assert study.view.subtitle().startswith("Draf 1 · ")
    # Undo takes nothing back past it, and says why.
    study.store.undo()
    assert study.refusals == ["undo_frozen"]
    assert study.drafts() == (draft,)


def test_a_reason_outlives_the_dialog_and_a_disk_that_takes_nothing(study):
    def write(text: str, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        def act(dialog: FreezeDialog) -> None:
            found.append(dialog.why())
            dialog.reason.move_to_end()
            QTest.keyClicks(dialog.reason, text)
            QTest.keyClick(dialog.reason, key, modifier)

        study.during(FreezeDialog, act)
        study.press(KEY.Key_F, BOTH)
        study.come_back()

    found: list[str] = []
    study.canvas.go_to_field("problem")
    write("Waktu mendesak", KEY.Key_Escape)
    with protected_file(study.workspace):
        write(", sisanya menyusul", KEY.Key_Return, CONTROL)
    assert study.refusals
    assert study.drafts() == ()
    write("", KEY.Key_Return, CONTROL)
    (draft,) = study.drafts()
    assert found == ["", "Waktu mendesak", "Waktu mendesak, sisanya menyusul"]
    assert draft.content["reason"] == found[-1]


def test_whoever_is_led_to_a_field_writes_in_it(study):
    study.place.go("responses")
    study.place.go("commitments", commitments=study.id, fields="description")
    study.qtbot.waitUntil(lambda: study.canvas.current().field == "description")


def test_a_draft_is_compared_with_now_and_the_canvas_comes_back_by_escape(study):
    study.press(KEY.Key_D, BOTH)
    study.canvas.go_to_field("problem")
    study.press(KEY.Key_D, BOTH)
    assert study.told[-1][1] == study.words("drafts.nothing_frozen")
    freeze_all_the_same(study)
    study.write("Jadwal tidak diketahui banyak warga.")
    study.press(KEY.Key_D, BOTH)
    assert study.view.shows_comparison()
    problem = part_name(study.words, "problem", "ogi-2018")
    assert study.shown() == {problem: "Jadwal tidak diketahui banyak warga."}
    assert study.view.compare.findChildren(DifferingText)[0].accessibleDescription() == (
        study.words("drafts.compare.spoken_added", text="banyak")
    )
    study.find("drafts.compare.unchanged", Button, n=3).click()
    assert part_name(study.words, "title", "ogi-2018") in study.shown()
    # What is taken back is seen at once.
    study.store.undo()
    said = [label.text() for label in study.view.compare.findChildren(PlainLabel)]
    assert study.words("drafts.compare.same") in said
    # From the button above, too, where whoever printed the passport still is.
    study.find("drafts.passport_action", Button).setFocus()
    study.press(KEY.Key_Escape)
    assert study.view.shows_canvas()
    study.canvas.go_to_field("problem")
    study.press(KEY.Key_D, BOTH)
    study.view.compare.focus_start()
    study.press(KEY.Key_Escape)
    assert study.view.shows_canvas()
    assert focused() is study.canvas._current.start
    # The keys of the canvas are those of its buttons above it, too.
    study.find("canvas.projector", Button).setFocus()
    study.press(KEY.Key_D, BOTH)
    assert study.view.shows_comparison()


def test_a_draft_is_printed_as_it_was_frozen_and_its_passport_with_it(study):
    freeze_all_the_same(study)
    study.write("Lain sama sekali.")
    for wish in (study.view.printing_requested, study.view.passport_requested):
        # It waits to be stored, and is laid over what is read meanwhile.
        study.store.edit("commitments", study.id, "title", f"Balai {len(study.opened)}")
        wish.emit(study.id)
        study.settle()
    form, passport = sorted(study.out.glob("*.pdf"))
    assert study.opened == [form, passport]
    assert (form.name[:6], passport.name[:15]) == ("Draf 1", "Paspor - Draf 1")
    assert "Jadwal" in read_words(form.read_bytes())
    assert "Lain" not in read_words(form.read_bytes())
    words = set(read_words(passport.read_bytes()))
    assert {"mendesak", "Jadwal", "Posyandu"} <= words
    assert "Balai" not in words


def test_a_section_that_is_only_looked_at_has_a_history_too(study):
    study.canvas.focus_start()
    opened: list[HistoryDialog] = []

    def act(dialog: HistoryDialog) -> None:
        opened.append(dialog)
        dialog.reject()

    study.during(HistoryDialog, act)
    study.press(KEY.Key_H, BOTH)
    assert len(opened) == 1


def test_a_milestone_is_called_by_its_number_in_its_history(study):
    study.store.run(add_milestone, study.id)
    made = study.store.run(add_milestone, study.id).record_id
    study.canvas.focus_part(made)
    study.type("Sensor terpasang")
    titles: list[str] = []

    def act(dialog: HistoryDialog) -> None:
        titles.append(dialog.windowTitle())
        assert dialog.provenance.text.toPlainText() == "Sensor terpasang"
        QTest.keyClick(dialog, KEY.Key_Escape)

    study.during(HistoryDialog, act)
    study.press(KEY.Key_H, BOTH)
    second = study.words("drafts.compare.milestone", n=2)
    assert titles == [study.words("drafts.history.title", field=second)]


def test_a_phrase_tells_its_origin_and_an_earlier_text_comes_back(study):
    meeting = Meeting(id=new_id(), plan_id=study.plan_id, kind="bilateral", topic="Jadwal")
    point = Point(id=new_id(), meeting_id=meeting.id, text="Sebut", raised_by="Forum Warga")
    for record in (meeting, point):
        add_record(study.workspace, OTHER, record)
    during = Author("Sekar", "laptop-2", meeting.id, point.id)
    later = "Jadwal di 83 desa tidak diketahui warga."
    edit_field(study.workspace, during, "commitments", study.id, "problem", later)
    study.store.forget_history()

    def act(dialog: HistoryDialog) -> None:
        text = dialog.provenance.text
        text.setFocus()
        for _ in range(len("Jadwal di")):
            QTest.keyClick(text, KEY.Key_Right)
        assert "Forum Warga" in dialog.provenance.origin.text()
        assert "Sekar" in dialog.provenance.origin.text()
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, KEY.Key_Down)
        dialog.restore.click()

    study.canvas.go_to_field("problem")
    study.during(HistoryDialog, act)
    study.press(KEY.Key_H, BOTH)
    study.settle()
    assert study.store.read(get_record, Commitment, study.id).problem == (
        "Jadwal tidak diketahui warga."
    )
    study.actions[study.words("canvas.undo")]()
    assert study.store.read(get_record, Commitment, study.id).problem == later


def test_an_objection_is_noted_while_it_is_typed_and_marks_its_section(study):
    def act(dialog: AgreementDialog) -> None:
        QTest.keyClick(focused(), KEY.Key_Return)
        QTest.keyClick(focused(), KEY.Key_Tab)
        study.type("Dinas Kesehatan")
        # What is objected to comes next, not the button that takes the line away.
        QTest.keyClick(focused(), KEY.Key_Tab)
        study.type("Angka belum diperiksa")
        QTest.keyClick(focused(), KEY.Key_Escape)
        if dialog.isVisible():
            QTest.keyClick(dialog, KEY.Key_Escape)

    study.canvas.go_to_field("problem")
    study.during(AgreementDialog, act)
    study.press(KEY.Key_K, BOTH)
    study.settle()
    (noted,) = study.store.read(list_agreements, study.id)
    assert (noted.canvas_field, noted.state, noted.organisation, noted.note) == (
        "problem", "disputed", "Dinas Kesehatan", "Angka belum diperiksa",
    )  # fmt: skip
    said = study.words("drafts.states.disputed")
    assert said in [chip.text() for chip in study.canvas.findChildren(Chip) if chip.isVisible()]


def test_an_objection_of_nobody_to_nothing_is_not_kept(study):
    study.canvas.go_to_field("problem")
    study.during(AgreementDialog, lambda dialog: (dialog.add.click(), dialog.reject()))
    study.press(KEY.Key_K, BOTH)
    study.settle()
    assert study.store.read(list_agreements, study.id) == ()

"""Beside the canvas, over a real register: inputs are answered there, the past is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.drafts import freeze_draft
from db.commands.records import add_record, edit_field
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.records import get_record
from db.records import Meeting, Point
from db.workspace import Author, Workspace
from resources.part_names import part_name
from tests.db.following import new_id
from tests.desktop.faults import protected_file
from tests.desktop.test_drafts import OTHER, Study, freeze_all_the_same
from tests.ui.helpers import focused, named
from ui.canvas.answer_dialog import AnswerDialog
from ui.canvas.findings_dialog import FindingsDialog
from ui.common.buttons import Button

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def study(qtbot, tmp_path: Path):
    study = Study(qtbot, tmp_path)
    study.open(tmp_path)
    yield study
    study.close()


def add_input(study: Study, text: str, **values) -> Point:
    meeting = Meeting(id=new_id(), plan_id=study.plan_id, kind="bilateral", date="2018-08-24")
    point = Point(
        id=new_id(), meeting_id=meeting.id, text=text, kind="input", raised_by="Forum Warga",
        commitment_id=study.id, **values,
    )  # fmt: skip
    for record in (meeting, point):
        add_record(study.workspace, OTHER, record)
    study.store.forget_history()
    return point


def test_an_input_is_answered_beside_its_section_and_linked_to_what_it_led_to(study):
    point = add_input(study, "Sebut jumlahnya", canvas_field="problem")
    during = Author("Sekar", "laptop-2", point.meeting_id)
    said = "Jadwal di 83 desa tidak diketahui warga."
    edit_field(study.workspace, during, "commitments", study.id, "problem", said)
    study.store.forget_history()

    def stored() -> Point:
        return study.store.read(get_record, Point, point.id)

    def answer(dialog: AnswerDialog) -> None:
        # Begun where something is missing; what is chosen and typed is stored at once.
        QTest.keyClick(focused(), KEY.Key_Right)
        assert stored().response == ""
        with protected_file(study.workspace):
            QTest.keyClick(focused(), KEY.Key_Space)
        study.store.flush()
        assert stored().response == "adapted"
        dialog.reason.setFocus()
        study.type("Angka dari dinas")
        study.store.flush()
        assert stored().reason == "Angka dari dinas"
        first = next(box for box in dialog.links() if "83 desa" in box.accessibleName())
        first.setFocus()
        with protected_file(study.workspace):
            QTest.keyClick(first, KEY.Key_Space)
        study.store.flush()
        assert len(stored().changes) == 1
        QTest.keyClick(dialog, KEY.Key_Escape)

    study.canvas.go_to_field("problem")
    rows = study.canvas.guide.inputs.list
    assert [row.chips for row in rows.rows()] == [()]
    rows.setFocus()
    study.during(AnswerDialog, answer)
    QTest.keyClick(rows, KEY.Key_Space)
    study.come_back()
    assert focused() is rows
    assert [row.chips[0][0] for row in rows.rows()] == [
        study.words("responses_screen.states.adapted")
    ]
    for _ in range(3):
        study.store.undo()
    assert (stored().response, stored().reason, stored().changes) == ("", "", ())
    assert [row.chips for row in rows.rows()] == [()]
    QTest.keyClick(rows, KEY.Key_Return)
    assert (study.place.screen, study.place.record("meetings")) == ("meetings", point.meeting_id)
    assert study.place.take("points") == point.id


def test_the_panel_tells_what_happened_to_a_section_and_keeps_up_with_what_is_typed(study):
    freeze_all_the_same(study)
    study.controller._guiding._pause.setInterval(0)
    study.canvas.go_to_field("problem")
    past = study.canvas.guide.past.list

    def titles() -> list[str]:
        return [row.title for row in past.rows()]

    study.qtbot.waitUntil(lambda: len(titles()) == 2)
    assert titles()[0] == study.words("canvas.past.frozen", level="Draf 1")
    assert titles()[1].endswith("+4 kata")
    facts = study.view.facts()
    assert facts[0] == study.words("canvas.facts.revisions", name="B", n=1)
    study.type("Dulu ")
    study.settle()
    study.qtbot.waitUntil(lambda: len(titles()) == 3)
    assert titles()[0].endswith("+1 kata")
    assert study.view.facts()[0] == study.words("canvas.facts.revisions", name="B", n=2)
    # A draft leads to what is other since then.
    past.setFocus()
    study.press(KEY.Key_Down)
    study.press(KEY.Key_Return)
    assert study.view.shows_comparison()


def test_the_list_of_what_is_missing_leads_there_and_on_to_freezing(study):
    add_input(study, "Tambah", canvas_field="problem")
    study.canvas.go_to_field("problem")

    def lead(dialog: FindingsDialog) -> None:
        name = part_name(study.words, "contribution", study.canvas.view.form.name)
        missing = study.words("drafts.findings.missing", field=name)
        named(dialog, study.words("drafts.freeze.go_to", finding=missing), Button).click()

    study.during(FindingsDialog, lead)
    study.canvas.rail.foot.setFocus()
    study.press(KEY.Key_Return)
    study.come_back()
    assert study.canvas.current().field == "contribution"
    assert QApplication.focusWidget() is study.canvas._current.start


def test_what_was_written_differently_is_decided_from_the_list_of_what_is_missing(study):
    other = Workspace.open(study.out / "other.db")

    def send(source: Workspace, target: Workspace) -> None:
        file = study.out / f"{new_id()}.rembuk"
        file.write_bytes(write_session(source, OTHER, "test", study.plan_id))
        receive(target, OTHER, [file])

    send(study.workspace, other)
    edit_field(study.workspace, OTHER, "commitments", study.id, "problem", "Satu")
    edit_field(other, OTHER, "commitments", study.id, "problem", "Dua")
    send(other, study.workspace)
    other.close()
    for level in ("1", "2", "3", "4"):
        edit_field(study.workspace, OTHER, "commitments", study.id, "additional", level)
        freeze_draft(study.workspace, OTHER, study.id, level, (), reason="Segera")
    study.store.forget_history()

    def lead(dialog: FindingsDialog) -> None:
        said = part_name(study.words, "problem", study.canvas.view.form.name)
        finding = study.words("drafts.findings.differing", field=said)
        named(dialog, study.words("drafts.freeze.go_to", finding=finding), Button).click()

    wanted: list[tuple[str, ...]] = []
    study.view.deciding_requested.connect(lambda *place: wanted.append(place))
    study.during(FindingsDialog, lead)
    study.canvas.rail.foot.setFocus()
    study.press(KEY.Key_Return)
    study.come_back()
    assert study.canvas.current().field == "problem"
    assert wanted == [("commitments", study.id, "problem")]


def test_the_head_offers_the_next_draft_and_compares_the_last_two(study):
    freeze, compare = "freeze", "compare"

    def label(key: str) -> str:
        QApplication.processEvents()
        return study.header(key).text()

    assert label(freeze) == study.words("drafts.freeze_level", level="Draf 1")
    freeze_all_the_same(study)
    assert label(compare) == study.words(
        "drafts.compare_these", first="Draf 1", second=study.words("drafts.short_levels.now")
    )
    study.write("Jadwal tidak diketahui banyak warga.")
    freeze_all_the_same(study)
    assert label(compare) == study.words("drafts.compare_these", first="Draf 1", second="2")
    assert label(freeze) == study.words("drafts.freeze_level", level="Draf 3")
    study.header(compare).click()
    assert study.shown() == {
        part_name(study.words, "problem", "ogi-2018"): "Jadwal tidak diketahui banyak warga."
    }
    assert study.view.header_actions()[0].shortcut == "Alt+Left"
    wished = []
    study.window.projector_requested.connect(lambda: wished.append(True))
    study.header("canvas").click()
    QApplication.processEvents()
    study.header("projector").click()
    assert wished == [True]

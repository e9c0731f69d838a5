"""Values with reasons, references, and milestones in order, over a real register."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from db.commands.commitments import add_milestone
from db.commands.plans import create_plan
from db.commands.records import edit_fields
from db.queries.commitments import commitment_dossier
from db.workspace import Author
from desktop.controllers.commitments import CommitmentsController
from tests.desktop.room import Room
from tests.ui.helpers import focused
from ui.common.buttons import LinkButton
from ui.common.picker import PickButton

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
OTHER = Author("Ratri", "laptop-2")


class Table(Room):
    """A new commitment's canvas in its window."""

    def open(self, form: str) -> None:
        self.place.show("plans", create_plan(self.workspace, OTHER, form).record_id)
        self.controller = CommitmentsController(self.parts())
        self.canvas = self.controller.view.canvas
        self.show(self.controller)
        self.controller.view.commitment_requested.emit()
        self.id = self.place.record("commitments")

    def dossier(self):
        self.settle()
        return self.store.read(commitment_dossier, self.id)

    def card(self, field: str):
        return next(c for c in self.canvas.cards.cards.values() if c.section.field == field)

    def rows(self):
        return self.canvas.cards.rows("milestones")[0].rows()


@pytest.fixture
def table(qtbot, tmp_path: Path):
    made = Table(qtbot, tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("form", ["ogi-2018", "ogp-2022"])
def test_a_value_is_chosen_together_with_its_reason(table, form):
    table.open(form)
    card = table.card("values_text")
    boxes = {box.text(): box for box in card.findChildren(QCheckBox)}
    boxes["Transparansi"].setFocus()
    table.press(KEY.Key_Return)
    table.type("jadwal dibuka")
    boxes["Partisipasi"].click()
    # What is spoken of anywhere in the reasons needs no line of its own.
    boxes["Inovasi"].click()
    (offer,) = [one for one in card.findChildren(LinkButton) if one.text() == "Inovasi"]
    offer.click()
    table.press(KEY.Key_A, CONTROL)
    table.type("Transparansi: jadwal dibuka, warga berpartisipasi")
    offered = {one.text() for one in card.findChildren(LinkButton) if one.isVisible()}
    commitment = table.dossier().commitment
    assert commitment.values == ("transparansi", "partisipasi", "inovasi")
    assert commitment.values_text == "Transparansi: jadwal dibuka, warga berpartisipasi"
    assert offered == {"Inovasi"}


def test_a_line_that_says_nothing_goes_with_its_value_and_undo_takes_steps_back(table):
    table.open("ogi-2018")
    card = table.card("values_text")
    box = next(box for box in card.findChildren(QCheckBox) if box.text() == "Inklusif")
    box.setFocus()
    table.press(KEY.Key_Return)
    assert focused() is card.start
    assert card.start.value() == "Inklusif: "
    table.press(KEY.Key_Z, CONTROL)
    assert card.start.value() == ""
    box.setFocus()
    table.press(KEY.Key_Return)
    box.click()
    assert table.dossier().commitment.values_text == ""
    assert table.dossier().commitment.values == ()


def test_references_to_goals_and_plans_are_found_by_a_part_of_their_name(table):
    table.open("ogi-2018")
    months = {"start": "2019-01", "end": "2020-12", "alignment": "Sudah selaras."}
    table.store.run(edit_fields, "commitments", table.id, months)
    card = table.card("alignment")
    goals, plans = card.findChildren(PickButton)
    for button, letters in ((goals, "keadilan"), (plans, "rkp 2020")):
        button.open_list()
        QTest.keyClicks(QApplication.focusWidget(), letters)
        QTest.keyClick(QApplication.activePopupWidget(), KEY.Key_Return)
        table.qtbot.waitUntil(card.start.hasFocus)
    table.type("Prioritas Nasional 7")
    assert table.dossier().commitment.alignment == (
        "Sudah selaras.\n"
        "SDGs tujuan 16 (Perdamaian, Keadilan dan Kelembagaan yang Tangguh), target 16.\n"
        "RKP 2020: Prioritas Nasional 7"
    )


def test_milestones_are_dragged_by_their_numbers_and_hints_stand_in_nobodys_way(table):
    table.open("ogi-2020")
    period = {"start": "2021-01", "end": "2022-12"}
    table.store.run(edit_fields, "commitments", table.id, period)
    for place in range(6):
        made = add_milestone(table.workspace, OTHER, table.id)
        fields = {"text": f"m{place}", "start": "2021-03", "end": "2021-02" if place == 1 else ""}
        edit_fields(table.workspace, OTHER, "milestones", made.record_id, fields)
    table.store.replaced.emit()
    table.settle()
    rows = table.rows()
    assert [row._flag.text() for row in rows] == [""] * 5 + ["lebih dari lima"]
    assert [not row._hint.isHidden() for row in rows] == [False, True, *[False] * 4]

    handle, last = rows[0].handle, rows[5]
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for row in rows[1:]:
        below = handle.mapFromGlobal(row.mapToGlobal(QPoint(5, row.height() - 2)))
        QTest.mouseMove(handle, below)
    end = handle.mapFromGlobal(last.mapToGlobal(QPoint(5, last.height() - 2)))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert [one.text for one in table.dossier().milestones] == ["m1", "m2", "m3", "m4", "m5", "m0"]

    rows = table.rows()
    rows[5].start.setFocus()
    table.press(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.text for one in table.dossier().milestones][-2:] == ["m0", "m5"]
    assert focused() is table.rows()[4].start
    # A shorter commitment: what lies outside of it is told at once.
    table.store.run(edit_fields, "commitments", table.id, {"start": "2021-06", "end": "2021-07"})
    assert all(not row._hint.isHidden() for row in table.rows())

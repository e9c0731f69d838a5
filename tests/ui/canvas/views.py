"""Canvases to be shown, and what tests do with them and read from them."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from db.records import Commitment, Milestone, Party, Plan
from db.snapshot import CommitmentDossier
from resources.forms import form_names, load_form
from tests.ui.helpers import focused
from ui.canvas.canvas import Canvas, CanvasView
from ui.common.choice_box import ChoiceBox

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAN = Plan(id=str(uuid4()), short_title="Muara Seruni", form="ogi-2018")
LONG = "Rembuk warga desa. " * 5_300


def commitment(**values) -> Commitment:
    values.setdefault("title", "Jadwal posyandu terbuka")
    return Commitment(id=str(uuid4()), plan_id=PLAN.id, number=4, **values)


def milestones(owner: Commitment, count: int) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(
            id=str(uuid4()), commitment_id=owner.id, position=n, text=f"Capaian {n + 1}",
            start="2021-01", end="2021-12", actors=(Party(name="Dinas Kesehatan"),),
        )
        for n in range(count)
    )  # fmt: skip


def view(one: Commitment, **parts) -> CanvasView:
    dossier = CommitmentDossier(PLAN, one, **parts)
    form = load_form(dossier.form)
    choices = [("", "Ikut rencana"), *((name, name) for name in form_names())]
    groups = [(None, "—")]
    return CanvasView(dossier, form, forms=choices, groups=groups, organisations=[("Forum", "x")])


def show_view(canvas: Canvas, shown: CanvasView) -> None:
    canvas.show_view(shown)
    QApplication.processEvents()


def key_of(canvas: Canvas, field: str) -> str:
    return next(s.key for s in canvas._sections if s.field == field)


def go(canvas: Canvas, field: str) -> None:
    canvas.go_to(key_of(canvas, field))


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def told(canvas: Canvas, name: str) -> list[tuple]:
    return [what[1:] for what in canvas.told if what[0] == name]


def marks(canvas: Canvas) -> dict[str, str]:
    fields = {section.key: section.field for section in canvas._sections}
    return {fields[row.key]: row.chips[0][0] for row in canvas.rail.list.rows()}


def choice(canvas: Canvas, label: str) -> ChoiceBox:
    # On Unix Qt calls a choice by its value.
    boxes = canvas.findChildren(ChoiceBox)
    return next(box for box in boxes if box.accessibleName() == label and box.isVisible())


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]

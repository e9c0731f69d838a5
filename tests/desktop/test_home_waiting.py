"""What waits for somebody: listed by urgency, each line leading to its place."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from db.commands.records import add_record, edit_field, edit_fields
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.records import (
    Commitment,
    FollowUp,
    Meeting,
    Point,
    Target,
)
from db.workspace import Workspace
from tests.desktop.home import Home
from tests.desktop.room import OTHER
from tests.ui.helpers import focused


@pytest.fixture
def waiting(planned: Home) -> Home:
    """A plan in which something of every kind waits."""
    planned.meeting = planned.add_elsewhere(Meeting, plan_id=planned.plan_id, date="2021-02-03")
    for due in ("2021-03-01", "2999-01-01"):
        planned.add_elsewhere(
            FollowUp, meeting_id=planned.meeting.id, text=due, due=due, status="open"
        )
    planned.point = planned.add_elsewhere(
        Point, meeting_id=planned.meeting.id, kind="input", text="Usul", raised_by="Forum"
    )
    planned.commitment = planned.add_elsewhere(
        Commitment, plan_id=planned.plan_id, number=1, title="Data"
    )
    return planned


def titles(home: Home) -> list[str]:
    return [row.title for row in home.view.page.waiting.list.rows()]


def test_what_waits_stands_by_its_urgency(waiting: Home):
    waiting.open()
    words = waiting.words
    assert titles(waiting) == [
        words("home.waiting.overdue"), "2021-03-01",
        words("home.waiting.inputs"), "Usul",
        words("home.waiting.open"), "2999-01-01",
        words("home.waiting.gaps"), "Komitmen 1: Data",
        words("home.waiting.no_targets"), "Komitmen 1: Data",
    ]  # fmt: skip
    assert waiting.window.shell._sidebar._buttons["home"]._count == 2


@pytest.mark.parametrize(
    ("downs", "screen", "kind"),
    [(0, "meetings", "meetings"), (3, "commitments", "commitments"), (4, "matrix", "commitments")],
)
def test_a_line_leads_to_its_place_by_key(waiting: Home, downs, screen, kind):
    waiting.open()
    assert focused() is waiting.view.page.waiting.list
    for _ in range(downs):
        waiting.press(Qt.Key.Key_Down)
    waiting.press(Qt.Key.Key_Return)
    record = waiting.meeting if kind == "meetings" else waiting.commitment
    assert (waiting.place.screen, waiting.place.record(kind)) == (screen, record.id)


def test_an_input_leads_to_its_point(waiting: Home):
    waiting.open()
    waiting.press(Qt.Key.Key_Down)
    waiting.press(Qt.Key.Key_Return)
    assert waiting.place.record("meetings") == waiting.meeting.id
    assert waiting.place.take("points") == waiting.point.id


def test_an_answer_elsewhere_takes_its_line_away(waiting: Home):
    waiting.open()
    values = {"response": "accepted", "reason": "Sesuai"}
    waiting.store.run(edit_fields, "points", waiting.point.id, values)
    assert "Usul" not in titles(waiting)
    assert waiting.window.shell._sidebar._buttons["home"]._count == 1
    waiting.store.undo()
    assert "Usul" in titles(waiting)


def test_the_badge_is_kept_while_another_screen_is_in_front(waiting: Home):
    waiting.open()
    waiting.place.go("meetings")
    waiting.store.run(edit_fields, "points", waiting.point.id, {"kind": "note"})
    assert waiting.window.shell._sidebar._buttons["home"]._count == 1


def test_a_matrix_with_rows_no_longer_waits(waiting: Home):
    waiting.open()
    waiting.store.run(add_record, Target(id=str(uuid4()), commitment_id=waiting.commitment.id))
    assert waiting.words("home.waiting.no_targets") not in titles(waiting)


def test_fields_that_differ_are_found_in_the_background_and_lead_to_their_record(
    waiting: Home, tmp_path
):
    sent, back = tmp_path / "sent.rembuk", tmp_path / "back.rembuk"
    sent.write_bytes(write_session(waiting.workspace, OTHER, "test", waiting.plan_id))
    other = Workspace.open(tmp_path / "other.db")
    receive(other, OTHER, [sent])
    edit_field(other, OTHER, "commitments", waiting.commitment.id, "title", "Di sana")
    edit_field(waiting.workspace, OTHER, "commitments", waiting.commitment.id, "title", "Di sini")
    back.write_bytes(write_session(other, OTHER, "test", waiting.plan_id))
    other.close()
    waiting.open()
    assert waiting.words("home.waiting.differing") not in titles(waiting)
    receive(waiting.workspace, OTHER, [back])
    waiting.store.forget_history()
    waiting.settle()
    assert titles(waiting)[:2] == [waiting.words("home.waiting.differing"), "Di sini"]
    assert waiting.window.shell._sidebar._buttons["home"]._count == 3
    waiting.view.page.waiting.list.opened.emit(f"differing:{waiting.commitment.id}")
    assert waiting.place.record("commitments") == waiting.commitment.id

"""Choosing what a meeting discusses: by mouse, by keys, and by typing where there are many."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Commitment
from tests.ui.helpers import assert_all_named, focused
from ui.common.line_edit import LineEdit
from ui.meeting.commitment_checks import CommitmentChecks

PLAN = str(uuid4())
TITLES = ("Air bersih", "Jalan desa", "Data sampah", "Pasar", "Sekolah", "Taman", "Terminal")


def _commitments(number: int) -> list[Commitment]:
    return [
        Commitment(id=str(uuid4()), plan_id=PLAN, number=n, title=TITLES[n % len(TITLES)])
        for n in range(1, number + 1)
    ]


def _field(words, show, commitments: list[Commitment]) -> CommitmentChecks:
    """Show the field with another one below it."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    field = CommitmentChecks(words, "Komitmen")
    field.set_commitments(commitments)
    column.addWidget(field)
    column.addWidget(LineEdit("Tempat"))
    show(ground)
    return field


def test_among_many_a_number_or_a_word_and_enter_take_one_after_the_other(qtbot, words, show):
    commitments = _commitments(18)
    field = _field(words, show, commitments)
    assert_all_named(field.window())
    told: list[tuple[str, ...]] = []
    field.edited.connect(told.append)
    field.focus_first()
    line = focused()
    QTest.keyClicks(line, "1")
    # A whole number is meant: neither 10 nor 11.
    assert [key for key, box in field._boxes.items() if box.isVisible()] == [commitments[0].id]
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "SAMP")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "tidak ada")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert told == [(commitments[0].id,), (commitments[0].id, commitments[1].id)]
    assert line.text() == "tidak ada"
    line.clear()
    line.edited.emit("")
    assert all(box.isVisible() for box in field._boxes.values())
    # The same number takes it back; Enter without a word goes on.
    QTest.keyClicks(line, "1")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field.value() == (commitments[1].id,)
    # The arrow keys lead into the list, which Tab passes.
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
    assert field.value() == ()
    assert focused() is line
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert focused().accessibleName() == "Tempat"
    # Only what was chosen keeps its room.
    qtbot.waitUntil(lambda: not field._boxes[commitments[1].id].isVisible())
    assert [key for key, box in field._boxes.items() if box.isVisible()] == [commitments[0].id]


def test_a_few_need_no_line_to_find_them(words, show):
    commitments = _commitments(2)
    field = _field(words, show, commitments)
    field.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert field.value() == tuple(one.id for one in commitments)
    assert not field._find.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert field.value() == (commitments[0].id,)


def test_among_a_few_a_number_and_enter_take_one_too(qtbot, words, show):
    commitments = _commitments(6)
    field = _field(words, show, commitments)
    field.focus_first()
    for keys in ("2", "pas", "taman"):
        QTest.keyClicks(focused(), keys[:1])
        QTest.keyClicks(focused(), keys[1:])
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [c.number for c in commitments if c.id in field.value()] == [2, 3, 5]
    assert all(box.isVisible() for box in field._boxes.values())
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused().accessibleName() == "Tempat"
    # The line was there for the typing alone.
    qtbot.waitUntil(lambda: not field._find.isVisible())
    assert_all_named(field.window())

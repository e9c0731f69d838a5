"""A finalisation goes through its commitments, each confirmed by letter, by keyboard alone."""

from db.commands.records import edit_fields
from db.queries.records import list_records
from db.records import Commitment, Confirmation, Party
from tests.desktop.desk import ALT, CONTROL, KEY, Desk, new_id
from tests.ui.helpers import assert_all_named, focused


def _finalise(desk: Desk) -> None:
    """Open a finalisation of two commitments with three bodies between them."""
    meeting = desk.begin(date="2999-01-01")
    second = desk.add(
        Commitment(
            id=new_id(), plan_id=desk.plan.id, number=2, title="Air", leads=(Party(name="PDAM"),)
        )
    )
    leads = (Party(name="Dinas Kesehatan"), Party(name="Dinas Sosial"))
    author = desk.store.author
    edit_fields(desk.workspace, author, "commitments", desk.commitment.id, {"leads": leads})
    ids = (second.id, desk.commitment.id)
    edit_fields(
        desk.workspace,
        author,
        "meetings",
        meeting.id,
        {"kind": "finalisation", "commitment_ids": ids},
    )
    desk.controller.invalidate()
    desk.view.desk.side.show_page("canvas")


def _letters(desk: Desk) -> dict[str, tuple[str, str, str]]:
    desk.settle()
    found = desk.store.read(list_records, Confirmation)
    return {one.organisation: (one.number, one.date, one.answer) for one in found}


def test_each_body_is_confirmed_in_turn_and_all_of_it_can_be_undone(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    _finalise(desk)
    agenda = desk.view.desk.side.glance.agenda
    titles = [row.title for row in agenda.list.rows()]
    assert titles == ["1. Jadwal terbuka", "Dinas Kesehatan", "Dinas Sosial", "2. Air", "PDAM"]
    assert agenda._progress.text() == "0 dari 2 dikonfirmasi"
    desk.press(KEY.Key_2, ALT)
    desk.press(KEY.Key_3, ALT)
    assert focused() is agenda.list
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return)

    # Number, date, no note, and the answer that leads on.
    desk.type("B-1/DK")
    assert _letters(desk) == {"Dinas Kesehatan": ("B-1/DK", "", "awaited")}
    assert_all_named(agenda)
    desk.press(KEY.Key_Return)
    desk.type("5 Mar 2026")
    for _ in range(3):
        desk.press(KEY.Key_Return)
    assert agenda.editor.key().endswith("dinas sosial")
    assert focused() is agenda.editor._number
    assert _letters(desk) == {"Dinas Kesehatan": ("B-1/DK", "2026-03-05", "agreed")}

    # The second answers with changes, by the arrow keys; then the next commitment's turn comes.
    desk.type("S-2")
    for key in (KEY.Key_Return,) * 3 + (KEY.Key_Right,):
        desk.press(key)
    desk.press(KEY.Key_Return)
    assert agenda._progress.text() == "1 dari 2 dikonfirmasi"
    assert agenda.editor.key().endswith("pdam")
    # The letters of one body are one step of undo each.
    desk.store.undo()
    assert set(_letters(desk)) == {"Dinas Kesehatan"}
    desk.store.redo()
    assert _letters(desk)["Dinas Sosial"] == ("S-2", "", "with_changes")

    # The last one: the agenda closes the letter, and its row has the focus.
    desk.press(KEY.Key_Return, CONTROL)
    assert agenda._progress.text() == "Semua dikonfirmasi"
    assert (agenda.editor.isVisible(), focused() is agenda.list) == (False, True)
    assert agenda.list.current_key().endswith("pdam")
    desk.press(KEY.Key_Delete)
    assert set(_letters(desk)) == {"Dinas Kesehatan", "Dinas Sosial"}
    desk.actions[desk.words("meetings.undo")]()
    assert _letters(desk)["PDAM"] == ("", "", "agreed")
    assert agenda._chip.text() == ""
    desk.close()


def test_a_letter_that_is_known_is_written_on_and_survives_the_change_of_meetings(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    _finalise(desk)
    letter = Confirmation(
        id=new_id(), commitment_id=desk.commitment.id, organisation="Dinas Sosial", number="S-1"
    )
    desk.add(letter)
    desk.controller.invalidate()
    agenda = desk.view.desk.side.glance.agenda
    assert [row.note for row in agenda.list.rows()][1:3] == ["belum ada surat", "S-1"]
    agenda.list.setFocus()
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return, KEY.Key_End):
        desk.press(key)
    desk.type("/2026")
    # The list says so while one types, and the caret stays where it is.
    desk.store.flush()
    assert agenda.list.rows()[2].note == "S-1/2026"
    assert agenda.editor._number.cursorPosition() == 8
    desk.press(KEY.Key_Escape)
    assert (focused() is agenda.list, agenda.editor.isVisible()) == (True, False)
    for key in (KEY.Key_Up, KEY.Key_Return):
        desk.press(key)
    desk.type("B-9")
    desk.place.show("meetings", "")
    assert _letters(desk) == {
        "Dinas Sosial": ("S-1/2026", "", ""),
        "Dinas Kesehatan": ("B-9", "", "awaited"),
    }
    desk.close()

"""What earlier meetings left open, dealt with from the desk by keyboard."""

from db.queries.records import list_records
from db.records import FollowUp, Meeting
from tests.desktop.desk import CONTROL, KEY, Desk, new_id
from tests.ui.helpers import focused


def _left_open(desk: Desk, about, *texts: str) -> Meeting:
    old = Meeting(
        id=new_id(), plan_id=desk.plan.id, kind="kickoff", date="2018-08-08", commitment_ids=about
    )
    desk.add(old)
    for day, text in enumerate(texts, 10):
        task = FollowUp(id=new_id(), meeting_id=old.id, text=text, status="open")
        desk.add(task.model_copy(update={"due": f"2018-08-{day}"}))
    return old


def test_each_is_closed_or_carried_on_and_then_the_list_is_out_of_the_way(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path)
    meeting = desk.begin(date="2018-08-24")
    glance, side = desk.view.desk.side.glance, desk.view.desk.side
    side.show_page("canvas")
    assert not glance.earlier.isVisible()
    old = _left_open(desk, meeting.commitment_ids, "Surat", "Undangan", "Data")
    desk.controller.invalidate()
    earlier = glance.earlier
    assert (earlier.isVisible(), earlier.waiting()) == (True, 3)

    earlier.open.list.setFocus()
    desk.press(KEY.Key_Space)
    assert earlier.waiting() == 2
    assert focused() is earlier.open.list
    desk.undo()
    assert earlier.waiting() == 3
    desk.redo()
    desk.press(KEY.Key_Return, CONTROL)
    desk.actions[desk.words("follow_ups.undo")]()
    assert (earlier.waiting(), desk.outline()) == (2, [])
    desk.press(KEY.Key_Return, CONTROL)
    assert desk.outline() == ["1 Undangan"]
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return, CONTROL)
    # Nothing waits: what is carried on is folded away, and the next point is written.
    assert desk.outline() == ["1 Undangan", "2 Data"]
    assert (earlier.waiting(), earlier.open.isVisible()) == (0, False)
    assert focused() is desk.view.desk.points.composer.text
    states = {one.text: one.status for one in desk.store.read(list_records, FollowUp)}
    assert states == {"Surat": "done", "Undangan": "open", "Data": "open"}

    # What is carried on leads to its point, and where it comes from is a click away.
    earlier.open.show()
    earlier.open.list.setFocus()
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.points.current_id() == desk.dossier().points[1].id
    earlier.open.origin_requested.emit(old.id)
    assert desk.place.record("meetings") == old.id
    assert not earlier.isVisible()
    desk.close()

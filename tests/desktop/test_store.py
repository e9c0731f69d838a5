"""The window's store over a real register: autosave, visits, undo, and what is refused."""

import threading
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import delete
from sqlmodel import select

from db.commands.records import add_record, delete_records, edit_fields
from db.models import RevisionRow
from db.queries.meetings import list_meetings
from db.queries.records import get_record, list_by_id
from db.records import Meeting, Plan, Point
from db.workspace import Author, Workspace
from desktop.store import Store
from resources.forms import usable_form
from tests.desktop.faults import full_disk, protected_file

LONG = "Rembuk warga " * 7_700
AUTHOR = Author("Sri", "laptop")


def new_id() -> str:
    return str(uuid4())


class Desk:
    """A store with a plan and a meeting, and everything that it says."""

    def __init__(self, qtbot, path: Path) -> None:
        self.qtbot = qtbot
        self.workspace = Workspace.open(path)
        self.plan = Plan(id=new_id(), short_title="Muara Seruni")
        self.meeting = Meeting(id=new_id(), plan_id=self.plan.id, kind="bilateral")
        for record in (self.plan, self.meeting):
            add_record(self.workspace, AUTHOR, record)
        self.store = Store(self.workspace, AUTHOR)
        self.said: list[str] = []
        for name in ("saving", "saved", "not_saved", "lost", "refused", "changed"):
            signal = getattr(self.store, name)
            signal.connect(lambda *_, name=name: self.said.append(name))

    def type(self, field: str, value: object) -> None:
        self.store.edit("meetings", self.meeting.id, field, value)

    def stored(self) -> Meeting:
        """Read the meeting as another program finds it in the file."""
        other = Workspace.open(self.workspace.path)
        with other.read() as session:
            found = get_record(session, Meeting, self.meeting.id)
        other.close()
        return found

    def revisions(self, field: str) -> list[str]:
        with self.workspace.read() as session:
            rows = session.exec(select(RevisionRow).where(RevisionRow.field == field))
            return [row.value for row in rows if row.record_id == self.meeting.id]

    def wait_saved(self):
        return self.qtbot.waitSignal(self.store.saved, timeout=10_000)


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    one = Desk(qtbot, tmp_path / "w.db")
    yield one
    # With its timer: what a test left waiting is not tried again in the next one.
    delete(one.store)
    one.workspace.close()


class TestAutosave:
    def test_a_letter_is_in_the_file_within_a_second(self, desk):
        with desk.wait_saved():
            desk.type("place", "B")
        assert desk.stored().place == "B"

    def test_typing_without_a_pause_does_not_put_it_off(self, desk):
        typed: list[str] = []

        def one_more() -> None:
            typed.append("a")
            desk.type("place", "".join(typed))

        keys = QTimer(interval=20)
        keys.timeout.connect(one_more)
        keys.start()
        # Nobody stops typing here: what waits for a pause would never be stored.
        desk.qtbot.waitUntil(lambda: len(desk.stored().place) > 5, timeout=10_000)
        keys.stop()

    def test_what_is_typed_while_the_disk_is_busy_is_stored_after_it(self, desk):
        desk.type("place", "Balai")
        desk.store._outbox._autosave()
        for text in ("Balai W", "Balai Warga"):
            desk.type("place", text)
        desk.type("topic", "Jadwal")
        assert [edit.value for edit in desk.store.unsaved] == ["Balai Warga", "Jadwal"]
        with desk.wait_saved():
            pass
        assert (desk.stored().place, desk.stored().topic) == ("Balai Warga", "Jadwal")
        assert desk.revisions("place")[-1] == "Balai Warga"
        assert "Balai" not in desk.revisions("place")

    def test_what_is_under_way_counts_as_unsaved_and_is_waited_for(self, desk):
        desk.type("place", "Balai")
        desk.store._outbox._autosave()
        assert [edit.value for edit in desk.store.unsaved] == ["Balai"]
        assert desk.store.flush()
        assert desk.store.unsaved == ()
        assert desk.stored().place == "Balai"
        assert desk.said.count("changed") == 1

    def test_nothing_writes_any_more_when_the_store_has_gone(self, desk):
        others = set(threading.enumerate())
        store = Store(desk.workspace, AUTHOR)
        with desk.qtbot.waitSignal(store.saved, timeout=10_000):
            store.edit("meetings", desk.meeting.id, "place", "Balai")
        assert set(threading.enumerate()) - others
        # Its thread would tell an end to what Qt has deleted.
        delete(store)
        assert set(threading.enumerate()) - others == set()

    def test_many_fields_are_stored_together_and_said_once(self, desk):
        desk.type("place", "Balai")
        desk.type("topic", "Jadwal")
        desk.type("place", "Balai Warga")
        assert [edit.field[2] for edit in desk.store.unsaved] == ["place", "topic"]
        assert desk.store.flush()
        assert (desk.stored().place, desk.stored().topic) == ("Balai Warga", "Jadwal")
        assert desk.said.count("saved") == 1

    def test_what_was_saved_already_is_not_said_again(self, desk):
        desk.store.leave("meetings", desk.meeting.id, "place")
        assert desk.said == []

    def test_a_command_takes_along_what_was_typed_before(self, desk):
        desk.type("place", "Balai")
        desk.store.run(edit_fields, "meetings", desk.meeting.id, {"topic": "Jadwal"})
        assert desk.store.unsaved == ()
        assert desk.stored().place == "Balai"

    def test_an_unfinished_record_is_one_from_its_first_letter_on(self, desk):
        typed = Point(id=new_id(), meeting_id=desk.meeting.id, text="Us")
        with desk.wait_saved():
            desk.store.write_unfinished(typed)
        desk.store.write_unfinished(typed.model_copy(update={"text": "Usulan"}))
        desk.store.leave_unfinished("points", typed.id)
        assert desk.store.read(get_record, Point, typed.id).text == "Usulan"
        desk.store.undo()
        assert desk.store.read(list_by_id, Point, [typed.id]) == {}

    def test_an_unfinished_record_that_was_emptied_again_was_never_there(self, desk):
        typed = Point(id=new_id(), meeting_id=desk.meeting.id, text="Us")
        desk.store.write_unfinished(typed)
        desk.store.withdraw_unfinished("points", typed.id)
        assert desk.store.unsaved == ()
        assert desk.said[-1] == "saved"
        assert desk.store.can_undo() is None

    def test_an_unfinished_record_is_done_when_it_is_left_or_taken_back_as_a_whole(self, desk):
        typed = Point(id=new_id(), meeting_id=desk.meeting.id, text="Us")
        desk.store.write_unfinished(typed)
        desk.store.run(edit_fields, "meetings", desk.meeting.id, {"place": "Balai"})
        desk.store.write_unfinished(typed.model_copy(update={"text": "Usulan"}))
        # Only the last letters go: somebody still writes it, and may close it to the room.
        desk.store.undo()
        assert desk.store.read(get_record, Point, typed.id).text == "Us"
        assert desk.store.unfinished == {typed.id}
        desk.store.undo()
        desk.store.undo()
        assert desk.store.unfinished == frozenset()


class TestVisits:
    def test_one_visit_is_one_revision_however_often_it_was_stored(self, desk):
        for text in ("B", "Ba", "Balai"):
            desk.type("place", text)
            desk.store.flush()
        assert desk.revisions("place")[-1] == "Balai"
        assert "Ba" not in desk.revisions("place")

    def test_coming_back_is_another_revision(self, desk):
        for text in ("Balai", "Balai Warga"):
            desk.type("place", text)
            desk.store.leave("meetings", desk.meeting.id, "place")
        assert desk.revisions("place")[-2:] == ["Balai", "Balai Warga"]

    def test_records_that_are_alike_are_written_in_one_visit_and_one_step(self, desk):
        other = Meeting(id=new_id(), plan_id=desk.plan.id, kind="workshop")
        add_record(desk.workspace, AUTHOR, other)
        for text in ("B", "Balai"):
            desk.store.edit("meetings", desk.meeting.id, "place", text, alike=(other.id,))
            desk.store.flush()
        assert [m.place for m in desk.store.read(list_meetings)] == ["Balai", "Balai"]
        assert desk.revisions("place")[-1] == "Balai"
        assert "B" not in desk.revisions("place")
        desk.store.undo()
        assert [m.place for m in desk.store.read(list_meetings)] == ["", ""]
        assert desk.store.can_undo() is None

    def test_so_is_what_follows_a_command(self, desk):
        desk.type("place", "Balai")
        desk.store.run(edit_fields, "meetings", desk.meeting.id, {"topic": "Jadwal"})
        desk.type("place", "Balai Warga")
        desk.store.flush()
        assert desk.revisions("place")[-2:] == ["Balai", "Balai Warga"]

    def test_alike_fields_are_one_step(self, desk):
        other = Meeting(id=new_id(), plan_id=desk.plan.id, kind="kickoff")
        add_record(desk.workspace, AUTHOR, other)
        desk.store.edit("meetings", desk.meeting.id, "place", "Balai", alike=(other.id,))
        desk.store.flush()
        assert {m.place for m in desk.store.read(list_meetings)} == {"Balai"}
        desk.store.undo()
        assert {m.place for m in desk.store.read(list_meetings)} == {""}


class TestUndo:
    def test_a_visit_is_one_step_across_its_autosaves(self, desk):
        for text in ("B", "Ba", "Balai"):
            desk.type("place", text)
            desk.store.flush()
        desk.store.undo()
        assert desk.stored().place == ""
        assert desk.store.can_undo() is None
        desk.store.redo()
        assert desk.stored().place == "Balai"

    def test_it_begins_with_what_was_typed_just_now(self, desk):
        desk.type("place", "Balai")
        desk.store.leave("meetings", desk.meeting.id, "place")
        desk.type("topic", "Jadwal")
        desk.store.undo()
        assert (desk.stored().place, desk.stored().topic) == ("Balai", "")

    def test_typing_on_after_undo_leaves_nothing_to_redo(self, desk):
        desk.type("place", "Balai")
        desk.store.undo()
        desk.type("topic", "Jadwal")
        desk.store.flush()
        assert desk.store.can_redo() is None
        assert desk.store.redo() is None

    def test_typing_a_value_back_leaves_no_step(self, desk):
        desk.type("place", "B")
        desk.store.flush()
        desk.type("place", "")
        desk.store.flush()
        assert desk.store.can_undo() is None

    def test_what_another_hand_overtook_is_refused_and_kept(self, desk):
        desk.type("place", "Balai")
        desk.store.flush()
        edit_fields(desk.workspace, AUTHOR, "meetings", desk.meeting.id, {"place": "Aula"})
        assert desk.store.undo() is None
        assert desk.said[-1] == "refused"
        assert desk.stored().place == "Aula"


class TestLost:
    def test_a_text_whose_record_is_gone_is_handed_to_whoever_listens(self, desk):
        delete_records(desk.workspace, AUTHOR, "meetings", [desk.meeting.id])
        with desk.qtbot.waitSignal(desk.store.lost, timeout=10_000) as lost:
            desk.type("place", "Balai")
        error, edit = lost.args
        assert (error.key, edit.value) == ("record_deleted", "Balai")
        assert desk.store.unsaved == ()

    def test_what_was_typed_behind_it_is_stored(self, desk):
        desk.type("date", "31 Februari")
        desk.type("place", "Balai")
        assert desk.store.flush()
        assert (desk.stored().date, desk.stored().place) == ("", "Balai")
        assert desk.said[-1] == "saved"

    def test_a_fault_of_the_program_keeps_nothing_back_and_drops_nothing(self, desk):
        with desk.qtbot.captureExceptions() as raised:
            desk.store.edit("songs", desk.meeting.id, "place", "Lagu")
            desk.type("place", "Balai")
            assert not desk.store.flush()
            desk.qtbot.waitUntil(lambda: bool(raised))
        assert desk.stored().place == "Balai"
        assert [edit.value for edit in desk.store.unsaved] == ["Lagu"]
        assert desk.said[-1] == "not_saved"
        assert issubclass(raised[0][0], KeyError)

    def test_a_fault_does_not_keep_back_what_is_stored_by_itself(self, desk):
        with desk.qtbot.captureExceptions():
            desk.store.edit("songs", desk.meeting.id, "place", "Lagu")
            desk.type("place", "Balai")
            desk.qtbot.waitUntil(lambda: desk.stored().place == "Balai", timeout=10_000)
            desk.qtbot.waitUntil(lambda: desk.said[-1] == "not_saved", timeout=10_000)


class TestStorageThatFails:
    def test_typing_goes_on_in_memory_and_is_stored_when_there_is_room(self, desk):
        with full_disk(desk.workspace):
            desk.type("topic", LONG)
            assert not desk.store.flush()
            desk.type("place", "Balai")
            desk.type("topic", LONG + "!")
            assert not desk.store.flush()
            assert {edit.value for edit in desk.store.unsaved} == {LONG + "!", "Balai"}
            assert "saved" not in desk.said
            assert desk.stored().topic == ""
        with desk.qtbot.waitSignal(desk.store.saved, timeout=5000):
            pass
        assert (desk.stored().topic, desk.stored().place) == (LONG + "!", "Balai")

    def test_afterwards_a_letter_is_stored_within_a_second_again(self, desk):
        with protected_file(desk.workspace):
            desk.type("place", "B")
            assert not desk.store.flush()
        desk.store.flush()
        with desk.wait_saved():
            desk.type("place", "Ba")

    def test_no_command_overtakes_what_waits(self, desk):
        with protected_file(desk.workspace):
            desk.type("place", "Balai")
            change = desk.store.run(edit_fields, "meetings", desk.meeting.id, {"topic": "x"})
            assert change is None
            assert desk.store.undo() is None
        assert desk.store.flush()
        assert (desk.stored().place, desk.stored().topic) == ("Balai", "")


class TestForReading:
    @pytest.fixture
    def reader(self, desk):
        workspace = Workspace.open(desk.workspace.path, read_only=True)
        yield Store(workspace, AUTHOR)
        workspace.close()

    def test_nothing_is_taken_and_screens_read_again(self, desk, reader):
        refusals: list[str] = []
        reader.refused.connect(lambda error: refusals.append(error.key))
        with desk.qtbot.waitSignal(reader.replaced):
            reader.edit("meetings", desk.meeting.id, "place", "Balai")
        assert refusals == ["workspace_for_reading"]
        assert reader.unsaved == ()
        assert reader.flush()

    def test_no_command_runs(self, desk, reader):
        with desk.qtbot.waitSignal(reader.refused) as refused:
            change = reader.run(edit_fields, "meetings", desk.meeting.id, {"place": "Balai"})
        assert change is None
        assert refused.args[0].key == "workspace_for_reading"


def test_while_one_field_is_stored_another_is_read_as_it_was_typed(desk):
    point = Point(id=new_id(), meeting_id=desk.meeting.id, text="Setengah")
    desk.store.write_unfinished(point)
    desk.type("topic", "Satu data")
    # What has nothing of it is the same as before: a form that is another builds a canvas anew.
    form, _ = usable_form("ogi-2020")
    assert desk.store.read(lambda _: form) is form
    read: list[str] = []
    desk.store.changed.connect(
        lambda *_: read.append(desk.store.read(get_record, Meeting, desk.meeting.id).topic)
    )
    desk.store.leave("meetings", desk.meeting.id, "topic")
    assert read == ["Satu data", "Satu data"]

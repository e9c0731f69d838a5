"""Points: their outline, their follow-ups, and that each step can be turned round."""

from uuid import uuid4

import pytest

from db.changes import Change
from db.commands.points import delete_points, indent_point, move_point, outdent_point
from db.commands.records import add_record, edit_field, edit_fields, reverse
from db.errors import CommandError
from db.queries.meetings import meeting_dossier
from db.queries.records import get_record
from db.records import FollowUp, Meeting, Plan, Point
from db.rules import number_points
from db.workspace import Author, Workspace
from tests.db.registers import dump


class Desk:
    """A meeting whose points are called by their texts."""

    def __init__(self, workspace: Workspace, author: Author) -> None:
        self.workspace = workspace
        self.author = author
        plan = Plan(id=str(uuid4()))
        self.meeting = Meeting(id=str(uuid4()), plan_id=plan.id)
        add_record(workspace, author, plan)
        add_record(workspace, author, self.meeting)

    def add(self, *texts: str, below: str = "", kind: str = "note") -> None:
        for text in texts:
            parent = self.id(below) if below else None
            point = Point(
                id=str(uuid4()), meeting_id=self.meeting.id, text=text, parent_id=parent, kind=kind
            )
            add_record(self.workspace, self.author, point)

    def run(self, command, *args) -> Change:
        """Carry a command out, and its undo and redo, which must come out the same."""
        before = self.living()
        change = command(self.workspace, self.author, *args)
        after = self.living()
        undone = reverse(self.workspace, self.author, change)
        assert self.living() == before
        reverse(self.workspace, self.author, undone)
        assert self.living() == after
        return change

    def living(self) -> dict:
        records = dump(self.workspace)
        records.pop("revisions")
        return {
            kind: {key: value for key, value in found.items() if not value["deleted"]}
            for kind, found in records.items()
        }

    def id(self, text: str) -> str:
        return next(point.id for point in self.dossier().points if point.text == text)

    def dossier(self):
        with self.workspace.read() as session:
            return meeting_dossier(session, self.meeting.id)

    def outline(self) -> list[str]:
        points = number_points(self.dossier().points)
        return [f"{'  ' * p.depth}{p.number} {p.point.text}" for p in points]


@pytest.fixture
def desk(workspace, author) -> Desk:
    return Desk(workspace, author)


def test_points_come_last_as_they_are_added(desk):
    desk.add("satu", "dua", "tiga")
    assert desk.outline() == ["1 satu", "2 dua", "3 tiga"]


def test_a_point_becomes_the_last_below_the_one_before(desk):
    desk.add("satu", "dua", "tiga", "empat")
    desk.run(indent_point, desk.id("dua"))
    desk.run(indent_point, desk.id("tiga"))
    assert desk.outline() == ["1 satu", "  a dua", "  b tiga", "2 empat"]


def test_the_first_point_cannot_be_below_anything(desk):
    desk.add("satu")
    assert indent_point(desk.workspace, desk.author, desk.id("satu")).edits == ()
    assert desk.outline() == ["1 satu"]


def test_sub_points_go_along_and_stay_on_two_levels(desk):
    desk.add("satu", "dua")
    desk.add("anak", "adik", below="dua")
    desk.run(indent_point, desk.id("dua"))
    assert desk.outline() == ["1 satu", "  a dua", "  b anak", "  c adik"]


def test_promoting_keeps_the_reading_order(desk):
    desk.add("satu", "dua")
    desk.add("anak", "adik", "bungsu", below="satu")
    desk.run(outdent_point, desk.id("adik"))
    assert desk.outline() == ["1 satu", "  a anak", "2 adik", "  a bungsu", "3 dua"]


def test_a_point_at_the_top_cannot_be_promoted(desk):
    desk.add("satu")
    assert outdent_point(desk.workspace, desk.author, desk.id("satu")).edits == ()


def test_moving_before_another_and_to_the_end(desk):
    desk.add("satu", "dua", "tiga")
    desk.run(move_point, desk.id("tiga"), None, desk.id("satu"))
    assert desk.outline() == ["1 tiga", "2 satu", "3 dua"]
    desk.run(move_point, desk.id("tiga"), None, None)
    assert desk.outline() == ["1 satu", "2 dua", "3 tiga"]


def test_moving_below_another_parent(desk):
    desk.add("satu", "dua")
    desk.add("anak", below="satu")
    desk.run(move_point, desk.id("anak"), desk.id("dua"), None)
    assert desk.outline() == ["1 satu", "2 dua", "  a anak"]


def test_a_point_cannot_go_below_itself(desk):
    desk.add("satu")
    desk.add("anak", below="satu")
    with pytest.raises(CommandError, match="point_below_itself"):
        move_point(desk.workspace, desk.author, desk.id("satu"), desk.id("anak"), None)


def test_moving_a_hundred_times_into_the_same_gap_never_ends_in_a_tie(desk):
    desk.add("satu", "dua", "tiga")
    for step in range(100):
        mover, fixed = ("dua", "tiga") if step % 2 else ("tiga", "dua")
        move_point(desk.workspace, desk.author, desk.id(mover), None, desk.id(fixed))
        assert [line[2:] for line in desk.outline()] == ["satu", mover, fixed]


def test_points_without_positions_can_be_moved(desk):
    desk.add("satu", "dua", "tiga")
    for text in ("satu", "dua", "tiga"):
        edit_field(desk.workspace, desk.author, "points", desk.id(text), "position", None)
    order = [point.text for point in desk.dossier().points]
    desk.run(move_point, desk.id(order[2]), None, desk.id(order[0]))
    assert [point.text for point in desk.dossier().points] == [order[2], order[0], order[1]]


def test_a_point_goes_with_what_is_below_it_and_its_follow_ups(desk):
    desk.add("satu", "dua")
    desk.add("anak", below="satu")
    edit_fields(desk.workspace, desk.author, "points", desk.id("anak"), {"kind": "follow_up"})
    desk.run(delete_points, [desk.id("satu")])
    assert desk.outline() == ["1 dua"]
    assert desk.dossier().follow_ups == ()


def test_a_follow_up_takes_the_points_text_from_then_on(desk):
    desk.add("Surat dikirim")
    point_id = desk.id("Surat dikirim")
    desk.run(edit_fields, "points", point_id, {"kind": "follow_up"})
    (owned,) = desk.dossier().follow_ups
    assert (owned.text, owned.point_id, owned.status) == ("Surat dikirim", point_id, "open")
    desk.run(edit_field, "points", point_id, "text", "Surat dikirim ulang")
    assert desk.dossier().follow_ups[0].text == "Surat dikirim ulang"


def test_typing_on_writes_the_same_visit_of_both_texts(desk):
    desk.add("Surat", kind="follow_up")
    point_id = desk.id("Surat")
    first = edit_field(desk.workspace, desk.author, "points", point_id, "text", "Surat di")
    visit = first.edits[0].revision_id
    later = edit_field(
        desk.workspace, desk.author, "points", point_id, "text", "Surat dikirim", visit
    )
    both = first.followed_by(later)
    assert next((e.kind, e.before, e.after) for e in both.edits) == (
        "points", "Surat", "Surat dikirim",
    )  # fmt: skip
    assert desk.dossier().follow_ups[0].text == "Surat dikirim"
    revisions = dump(desk.workspace)["revisions"].values()
    texts = [r["value"] for r in revisions if r["field"] == "text"]
    assert sorted(texts) == ["Surat", "Surat", "Surat dikirim", "Surat dikirim"]


def test_changing_the_kind_and_back_keeps_owner_and_due_date(desk):
    desk.add("Surat")
    point_id = desk.id("Surat")
    desk.run(edit_fields, "points", point_id, {"kind": "follow_up"})
    (owned,) = desk.dossier().follow_ups
    edit_fields(desk.workspace, desk.author, "follow_ups", owned.id, {"owner": "Bappeda"})
    desk.run(edit_fields, "points", point_id, {"kind": "note"})
    assert desk.dossier().follow_ups == ()
    desk.run(edit_field, "points", point_id, "kind", "follow_up")
    with desk.workspace.read() as session:
        assert get_record(session, FollowUp, owned.id).owner == "Bappeda"

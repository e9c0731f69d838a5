"""Points divided in two and made one: what happens to all that hangs on them."""

import pytest

from db.commands.follow_ups import carry_follow_up
from db.commands.points import outdent_points
from db.commands.records import add_record, edit_fields
from db.commands.seams import join_points, split_point
from db.errors import CommandError
from db.records import Meeting
from tests.db.following import new_id
from tests.db.outlines import Desk


@pytest.fixture
def desk(workspace, author) -> Desk:
    return Desk(workspace, author)


def refused(desk, *command) -> str:
    """Return why a command is refused, and check that it has changed nothing."""
    before = desk.living()
    with pytest.raises(CommandError) as error:
        command[0](desk.workspace, desk.author, *command[1:])
    assert desk.living() == before
    return error.value.key


def test_what_stands_behind_the_caret_is_the_next_point_and_takes_along_what_is_below(desk):
    said = {"kind": "input", "raised_by": "JKS", "canvas_field": "problem", "visibility": "private"}
    desk.add("satu usul", response="adapted", reason="biaya", **said)
    desk.add("anak", "adik", below="satu usul")
    desk.add("dua")
    change = desk.run(split_point, desk.id("satu usul"), len("satu "))
    assert desk.outline() == ["1 satu", "2 usul", "  a anak", "  b adik", "3 dua"]
    first, second = desk.point("satu"), desk.point("usul")
    assert change.record_id == second.id
    assert {name: getattr(second, name) for name in said} == said
    # The answer was given to what stays; the rest waits for its own.
    assert (first.response, first.reason, second.response) == ("adapted", "biaya", "")
    desk.run(join_points, second.id)
    assert desk.outline() == ["1 satu usul", "  a anak", "  b adik", "2 dua"]
    assert desk.point("satu usul") == first.model_copy(update={"text": "satu usul"})


def test_a_sub_point_divides_beside_itself(desk):
    desk.add("satu")
    desk.add("anak\nadik", "bungsu", below="satu")
    desk.run(split_point, desk.id("anak\nadik"), 4)
    assert desk.outline() == ["1 satu", "  a anak", "  b adik", "  c bungsu"]


@pytest.mark.parametrize("at", [0, 2, 6, 8])
def test_a_point_does_not_divide_at_an_edge_of_its_text(desk, at):
    desk.add("  satu  ")
    assert refused(desk, split_point, desk.id("  satu  "), at) == "split_at_edge"


def test_a_divided_task_is_two_of_the_same_owner_and_they_join_again(desk):
    desk.add("surat dan undangan", kind="follow_up")
    (task,) = desk.dossier().follow_ups
    values = {"owner": "Bappeda", "due": "2027-05-01"}
    edit_fields(desk.workspace, desk.author, "follow_ups", task.id, values)
    desk.run(split_point, desk.id("surat dan undangan"), 5)
    tasks = desk.dossier().follow_ups
    assert [(t.text, t.owner, t.due) for t in tasks] == [
        ("surat", "Bappeda", "2027-05-01"), ("dan undangan", "Bappeda", "2027-05-01"),
    ]  # fmt: skip
    edit_fields(desk.workspace, desk.author, "follow_ups", tasks[1].id, {"due": "2027-06-01"})
    assert refused(desk, join_points, desk.id("dan undangan")) == "points_differ_task"
    edit_fields(desk.workspace, desk.author, "follow_ups", tasks[1].id, {"due": ""})
    later = Meeting(id=new_id(), plan_id=desk.meeting.plan_id)
    add_record(desk.workspace, desk.author, later)
    carry_follow_up(desk.workspace, desk.author, tasks[1].id, later.id)
    desk.run(join_points, desk.id("dan undangan"))
    (joined,) = desk.dossier().follow_ups
    assert (joined.id, joined.text, joined.due) == (task.id, "surat dan undangan", "2027-05-01")
    carriers = [p for p in desk.living()["points"].values() if p["carries_id"]]
    assert [p["carries_id"] for p in carriers] == [task.id]


def test_a_note_takes_up_the_task_that_is_joined_to_it(desk):
    desk.add("catatan")
    desk.add("surat", kind="follow_up")
    (task,) = desk.dossier().follow_ups
    edit_fields(desk.workspace, desk.author, "follow_ups", task.id, {"owner": "Bappeda"})
    desk.run(join_points, desk.id("surat"))
    (kept,) = desk.dossier().follow_ups
    assert (kept.id, kept.owner, kept.text) == (task.id, "Bappeda", "catatan surat")
    assert desk.point("catatan surat").kind == "follow_up"


def test_two_answered_inputs_keep_both_reasons_when_the_responses_agree(desk):
    desk.add("usul", kind="input", response="accepted", reason="Sesuai.")
    desk.add("saran", kind="input", response="accepted", reason="Murah.", visibility="private")
    desk.run(join_points, desk.id("saran"))
    joined = desk.point("usul saran")
    assert (joined.response, joined.reason) == ("accepted", "Sesuai. Murah.")
    assert joined.visibility == "private"


@pytest.mark.parametrize(
    ("field", "upper", "lower", "key"),
    [
        ("response", "accepted", "declined", "points_differ_response"),
        ("kind", "decision", "question", "points_differ_kind"),
        ("raised_by", "JKS", "Bappeda", "points_differ_speaker"),
        ("canvas_field", "problem", "values", "points_differ_about"),
        ("consensus", "reached", "not_reached", "points_differ_consensus"),
        ("objection_by", "JKS", "Bappeda", "points_differ_objection"),
    ],
)
def test_points_that_say_something_else_stay_apart(desk, field, upper, lower, key):
    kind = "decision" if field in ("consensus", "objection_by") else "input"
    desk.add("satu", **{"kind": kind, field: upper})
    desk.add("dua", **{"kind": kind, field: lower})
    assert refused(desk, join_points, desk.id("dua")) == key
    edit_fields(desk.workspace, desk.author, "points", desk.id("satu"), {field: ""})
    desk.run(join_points, desk.id("dua"))
    assert getattr(desk.point("satu dua"), field) == lower


def test_an_open_question_is_not_answered_by_being_joined(desk):
    desk.add("kapan?", kind="question", answered_on="2027-05-01")
    desk.add("di mana?", kind="question")
    assert refused(desk, join_points, desk.id("di mana?")) == "points_differ_answered"


def test_a_point_joins_the_one_that_is_read_before_it(desk):
    desk.add("satu", "dua", "tiga")
    desk.add("anak", below="satu")
    desk.add("cucu", "buyut", below="dua")
    assert refused(desk, join_points, desk.id("satu")) == "point_first"
    desk.run(join_points, desk.id("dua"))
    assert desk.outline() == ["1 satu", "  a anak dua", "  b cucu", "  c buyut", "2 tiga"]
    desk.run(join_points, desk.id("anak dua"))
    assert desk.outline() == ["1 satu anak dua", "  a cucu", "  b buyut", "2 tiga"]
    desk.run(outdent_points, [desk.id("buyut")])
    desk.run(join_points, desk.id("buyut"))
    assert desk.outline() == ["1 satu anak dua", "  a cucu buyut", "2 tiga"]

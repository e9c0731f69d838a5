"""The follow-ups in the minutes: a meeting's own, and those that it carries on."""

from dataclasses import replace

from db.following import CarriedFollowUp, FollowUpLine
from db.records import FollowUp, Meeting, Plan, Point
from db.snapshot import MeetingDossier
from exports.minutes_tasks import task_lines
from resources.words import Words

ID = "00000000-0000-4000-8000-{:012}"
MEETING = ID.format(2)


def a_point(number: int) -> Point:
    return Point(id=ID.format(number), meeting_id=MEETING, position=number, text=f"Butir {number}")


def a_task(number: int, point: int | None = None, **fields: object) -> FollowUp:
    point_id = ID.format(point) if point else None
    return FollowUp(
        id=ID.format(number),
        meeting_id=MEETING,
        point_id=point_id,
        text=f"Tugas {number}",
        **fields,
    )


def carried(point: int, **fields: str) -> CarriedFollowUp:
    line = FollowUpLine(
        id=ID.format(77), text="Tugas lama", meeting_id=ID.format(8), owner="Dinas",
        due="2026-05-01", meeting_kind="bilateral", meeting_date="2026-02-01",
    )  # fmt: skip
    return CarriedFollowUp(ID.format(point), replace(line, **fields))


def dossier(*tasks: FollowUp, carried: tuple[CarriedFollowUp, ...] = ()) -> MeetingDossier:
    plan = Plan(id=ID.format(1))
    return MeetingDossier(
        plan,
        Meeting(id=MEETING, plan_id=plan.id),
        points=(a_point(11), a_point(12), a_point(13)),
        follow_ups=tasks,
        carried=carried,
    )


def texts(found: MeetingDossier, hidden: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(line.number, line.text) for line in task_lines(found, hidden, Words("id"))]


def test_they_stand_in_the_order_of_their_points_and_those_without_one_last():
    found = dossier(a_task(5), a_task(6, 13), a_task(7, 11))
    assert texts(found) == [("1.", "Tugas 7"), ("2.", "Tugas 6"), ("3.", "Tugas 5")]


def test_what_was_dropped_or_is_empty_is_left_out():
    empty = FollowUp(id=ID.format(9), meeting_id=MEETING, text="  ")
    assert texts(dossier(a_task(5, status="dropped"), empty, a_task(6))) == [("1.", "Tugas 6")]


def test_one_that_is_carried_on_says_where_it_comes_from_and_keeps_its_owner():
    found = dossier(a_task(6, 13), carried=(carried(12),))
    (first, second) = task_lines(found, frozenset(), Words("id"))
    assert first.text == "Tugas lama\nLanjutan dari pertemuan bilateral, 1 Februari 2026"
    assert (first.number, first.owner, first.due) == ("1.", "Dinas", "1 Mei 2026")
    assert second.text == "Tugas 6"


def test_a_carried_one_whose_meeting_has_no_date_names_its_topic():
    bare = carried(12, meeting_kind="", meeting_date="", meeting_topic="Air")
    assert texts(dossier(carried=(bare,)))[0][1].endswith("Lanjutan dari Air")


def test_those_of_hidden_points_are_left_out_and_the_others_keep_their_numbers():
    found = dossier(a_task(5, 11), a_task(6, 12), a_task(7, 13))
    assert texts(found, frozenset({ID.format(12)})) == [("1.", "Tugas 5"), ("3.", "Tugas 7")]

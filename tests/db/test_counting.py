"""Who is counted: people, units and organisations apart."""

from uuid import uuid4

from db.counting import count_attendances, count_by_sector, count_points
from db.records import Attendance, Point

MEETING = str(uuid4())


def line(**values) -> Attendance:
    return Attendance(id=str(uuid4()), meeting_id=MEETING, **values)


def point(**values) -> Point:
    return Point(id=str(uuid4()), meeting_id=MEETING, **values)


def test_units_of_one_organisation_are_two_units_of_one():
    count = count_attendances(
        [
            line(organisation="Kemendagri", unit="Biro Perencanaan", sector="ministry"),
            line(organisation="kemendagri ", unit="Pusat Penerangan", sector="ministry"),
            line(organisation="Jejaring Kader", sector="cso"),
        ]
    )
    assert (count.people, count.units, count.organisations) == (3, 2, 2)
    assert count.sectors == {"ministry": 2, "cso": 1}


def test_a_line_may_stand_for_several_people():
    count = count_attendances(
        [
            line(organisation="Warga", people=12, men=5, women=7),
            line(organisation="Karang Taruna", men=2),
            line(person="Ratri", gender="f"),
        ]
    )
    assert (count.people, count.men, count.women) == (15, 7, 8)


def test_who_is_not_there_is_not_counted():
    lines = [line(presence=p) for p in ("excused", "absent", "invited", "online", "")]
    count = count_attendances(lines)
    assert (count.people, count.away, count.invited) == (2, 2, 1)


def test_inputs_are_counted_with_their_answers():
    count = count_points(
        [
            point(),
            point(kind="input", response="accepted", reason="Sesuai"),
            point(kind="input", response="accepted", reason=" \n"),
            point(kind="input", text="x"),
        ]
    )
    assert (count.points, count.kinds, count.unanswered) == (4, {"note": 1, "input": 3}, 2)
    assert count.responses == {"accepted": 2}


def test_each_sector_is_counted_apart_and_so_is_who_is_elsewhere():
    counts = count_by_sector(
        [
            line(organisation="Pemkot", unit="Biro Hukum", sector="subnational", gender="f"),
            line(organisation="Warga", sector="cso", people=12, men=5, presence="online"),
            line(organisation="Forum", sector="cso", presence="absent"),
            line(organisation="Media", presence="invited"),
        ]
    )
    assert [(one.people, one.men, one.women, one.online, one.away) for one in counts.values()] == [
        (1, 0, 1, 0, 0), (12, 5, 0, 12, 1), (0, 0, 0, 0, 0),
    ]  # fmt: skip
    assert list(counts) == ["subnational", "cso", ""]
    assert (counts["cso"].organisations, counts[""].invited) == (1, 1)

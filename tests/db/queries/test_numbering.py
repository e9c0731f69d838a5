"""Numbers that the database finds are those that the rules give, whatever hangs below what."""

from random import Random

from sqlalchemy import insert

from db.models import TABLES, PointRow
from db.queries.columns import fetch, select, table
from db.queries.numbering import point_numbers
from db.queries.records import list_records
from db.records import Point
from db.rules import number_points
from tests.db.following import Following, new_id


def test_points_are_numbered_as_on_paper_in_any_state_of_a_register(workspace, author):
    desk, chance = Following(workspace, author), Random(7)
    meetings = [desk.meeting(f"2025-01-{day:02}").id for day in range(10, 22)]
    whole = [row for meeting in meetings[:6] for row in _points(chance, meeting)]
    torn = [row for meeting in meetings[6:] for row in _points(chance, meeting, losing=0.1)]
    # Some hang below points of other meetings, or below themselves by a long way.
    for row in chance.sample(torn, 12):
        row["parent_id"] = chance.choice(torn)["id"]
    rows = whole + torn
    with workspace.write() as session:
        session.connection().execute(insert(PointRow), rows)
    points = table("points")
    for kind in ("input", "follow_up"):
        with workspace.read() as session:
            wanted = select(points.id).where(points.kind == kind)
            numbers = point_numbers(session, wanted)
            ids = [
                i for i in fetch(session, wanted) if not session.get(TABLES["points"], i).deleted
            ]
        expected = _by_rules(workspace, meetings)
        assert ids
        assert {key: numbers[key] for key in ids} == {key: expected[key] for key in ids}
        for meeting in meetings:
            mine = [key for key in expected if key in ids and _meeting_of(rows, key) == meeting]
            assert [key for key in numbers if key in mine] == mine


def _meeting_of(rows: list[dict], key: str) -> str:
    return next(row["meeting_id"] for row in rows if row["id"] == key)


def _points(chance: Random, meeting_id: str, losing: float = 0) -> list[dict]:
    """Return twenty points, half of them below others, some without a place, some deleted."""
    ids = [new_id() for _ in range(20)]
    return [
        PointRow(
            id=key,
            meeting_id=meeting_id,
            parent_id=chance.choice(ids[:place]) if place and chance.random() < 0.5 else None,
            position=chance.choice((None, 1, 2, 2.5, 3, place)),
            kind=chance.choice(("note", "input", "follow_up")),
            deleted=chance.random() < losing,
        ).model_dump()
        for place, key in enumerate(ids)
    ]


def _by_rules(workspace, meetings: list[str]) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for meeting in meetings:
        with workspace.read() as session:
            found = list_records(session, Point, meeting_id=meeting)
        above: list[str] = []
        for numbered in number_points(found):
            above = [*above[: numbered.depth], numbered.number]
            numbers[numbered.point.id] = "".join(above)
    return numbers

"""The rows of the discussion: numbers, chips, and where a point can go."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QWidget

from db.records import Commitment, FollowUp, Meeting, Plan, Point
from db.snapshot import CommitmentDossier, MeetingDossier
from resources.words import Words
from ui.meeting.point_actions import nearest_gap
from ui.meeting.point_model import PointModel
from ui.meeting.point_places import dropped, next_waiting, roots, shifted
from ui.meeting.point_rows import build_rows

PLAN = Plan(id=str(uuid4()), form="ogi-2018")
MEETING = Meeting(id=str(uuid4()), plan_id=PLAN.id)


def point(text: str, parent: Point | None = None, **values) -> Point:
    parent_id = parent.id if parent else None
    return Point(id=str(uuid4()), meeting_id=MEETING.id, text=text, parent_id=parent_id, **values)


def dossier(*points: Point, **more) -> MeetingDossier:
    placed = tuple(p.model_copy(update={"position": i}) for i, p in enumerate(points))
    return MeetingDossier(PLAN, MEETING, points=placed, **more)


@pytest.fixture
def tree(indonesian: Words):
    one, two, three = point("satu"), point("dua"), point("tiga")
    a, b = point("a", one), point("b", one)
    return build_rows(indonesian, dossier(one, a, b, two, three))


def text_of(rows, point_id):
    return next((row.point.text for row in rows if row.id == point_id), None)


def goes(rows, place):
    return None if place is None else tuple(text_of(rows, one) for one in place)


def test_points_are_numbered_with_letters_below(tree):
    assert [(r.number, r.depth) for r in tree] == [("1", 0), ("a", 1), ("b", 1), ("2", 0), ("3", 0)]


def test_a_point_shows_its_kind_answer_speaker_and_part(indonesian: Words):
    commitment = Commitment(id=str(uuid4()), plan_id=PLAN.id, number=1)
    said = point(
        "usul", kind="input", response="adapted", reason="biaya", raised_by="JKS",
        commitment_id=commitment.id, canvas_field="problem",
    )  # fmt: skip
    discussed = (CommitmentDossier(PLAN, commitment),)
    (row,) = build_rows(indonesian, dossier(said, commitments=discussed))
    assert [text for text, _ in row.chips] == ["masukan", "disesuaikan"]
    assert (row.note, row.about, row.more) == ("JKS", "B. Masalah masyarakat", "Alasan: biaya")


def test_a_follow_up_shows_owner_and_due_date(indonesian: Words):
    task = point("surat", kind="follow_up")
    owned = FollowUp(
        id=str(uuid4()), meeting_id=MEETING.id, point_id=task.id, owner="Bappeda", due="2018-09-14"
    )
    (row,) = build_rows(indonesian, dossier(task, follow_ups=(owned,)))
    assert row.more == "PJ: Bappeda · tenggat 14 September 2018"
    assert row.strong


def test_up_and_down_go_among_siblings(tree):
    def move(texts, step):
        ids = [row.id for row in tree if row.point.text in texts.split()]
        return goes(tree, shifted(tree, ids, step))

    assert move("dua", -1) == (None, "satu")
    assert move("dua", 1) == (None, None)
    assert move("satu", 1) == (None, "tiga")
    assert move("b", -1) == ("satu", "a")
    assert move("a", 1) == ("satu", None)
    assert move("satu", -1) is None
    assert move("b", 1) is None
    # Several together, as long as they are siblings.
    assert move("dua tiga", -1) == (None, "satu")
    assert move("satu dua", 1) == (None, None)
    assert move("a dua", 1) is None


def test_what_stands_below_a_chosen_point_goes_along(tree):
    def ids(*texts):
        return [row.id for row in tree if row.point.text in texts]

    assert roots(tree, ids("satu", "b", "dua")) == ids("satu", "dua")
    assert roots(tree, ids("b", "a")) == ids("a", "b")


def test_an_input_says_what_its_answer_lacks_and_a_question_whether_it_is_answered(indonesian):
    rows = build_rows(
        indonesian,
        dossier(
            point("usul", kind="input"),
            point("saran", kind="input", response="declined", reason=" "),
            point("kapan?", kind="question"),
            point("siapa?", kind="question", answered_on="2018-08-24", visibility="private"),
        ),
    )
    assert [(row.chips[1][0], row.more, row.private) for row in rows] == [
        ("belum ditanggapi", "", ""),
        ("tidak diterima", "Alasan belum diisi", ""),
        ("belum terjawab", "", ""),
        ("terjawab", "Terjawab 24 Agu 2018", "Tertutup"),
    ]
    waiting = [next_waiting(rows, after.id) for after in rows]
    assert waiting == [rows[1].id, rows[0].id, rows[0].id, rows[0].id]


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ({}, ""),
        ({"consensus": "reached"}, "Mufakat · tanpa keberatan"),
        ({"consensus": "objection"}, "Mufakat · dengan catatan keberatan"),
        ({"consensus": "objection", "objection_by": "JKS"}, "Mufakat · keberatan JKS"),
        (
            {"consensus": "objection", "objection_by": "JKS", "objection": "biaya\nbelum jelas"},
            "Mufakat · keberatan JKS: biaya belum jelas",
        ),
        (
            {"consensus": "not_reached", "objection": "biaya"},
            "Mufakat tidak tercapai · keberatan: biaya",
        ),
    ],
)
def test_a_decision_says_how_it_came_about(indonesian, values, note):
    (row,) = build_rows(indonesian, dossier(point("sepakat", kind="decision", **values)))
    assert row.more == note


@pytest.mark.parametrize(
    ("text", "place", "gap"),
    [("satu dua tiga", 6, 4), ("satu dua tiga", 13, 8), ("satu", 2, -1), ("satu dua", -1, -1)],
)
def test_a_point_is_divided_between_two_words(text, place, gap):
    assert nearest_gap(text, place) == gap


@pytest.mark.parametrize(
    ("moved", "before", "place"),
    [
        (4, 0, (None, "satu")),
        (0, 5, (None, None)),
        (3, 1, (None, "tiga")),
        (2, 1, ("satu", "a")),
        (1, 5, ("tiga", None)),
        (1, 4, ("dua", None)),
        (2, 0, (None, "satu")),
    ],
)
def test_a_dropped_row_keeps_its_level(tree, moved, before, place):
    assert goes(tree, dropped(tree, moved, before)) == place


def test_rows_that_stay_are_not_disturbed(qtbot, indonesian: Words, show):
    model = PointModel(indonesian, show(QWidget()))
    points = [point(str(n)) for n in range(6)]
    model.show(build_rows(indonesian, dossier(*points)))
    told = []
    model.rowsInserted.connect(lambda _, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: told.append(("out", first, last)))
    model.dataChanged.connect(lambda first, last: told.append(("new", first.row(), last.row())))
    kept = [p.model_copy(update={"position": i}) for i, p in enumerate(points)]
    model.show(
        build_rows(indonesian, MeetingDossier(PLAN, MEETING, points=tuple(kept[:3] + kept[4:])))
    )
    assert told[0] == ("out", 3, 3)
    told.clear()
    model.show(build_rows(indonesian, MeetingDossier(PLAN, MEETING, points=tuple(kept))))
    assert told[0] == ("in", 3, 3)
    assert [row.point.text for row in model.rows] == list("012345")

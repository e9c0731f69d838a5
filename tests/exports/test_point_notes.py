"""What stands below a point: how a decision came about, whether a question was answered."""

import pytest

from exports.point_notes import point_notes
from resources.words import Words
from tests.exports.meetings import a_point

KINDS = ("note", "input", "follow_up", "")


def notes(language: str = "id", **fields: object) -> tuple[str, ...]:
    return point_notes(a_point(1, "x", **fields), Words(language))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ("Keputusan rapat",)),
        ({"consensus": "reached"}, ("Keputusan rapat, disepakati secara mufakat",)),
        ({"consensus": "not_reached"}, ("Mufakat tidak tercapai",)),
        (
            {"consensus": "objection", "objection_by": "LSM", "objection": "terlalu cepat"},
            ("Keputusan rapat, mufakat dengan catatan keberatan", "Keberatan LSM: terlalu cepat"),
        ),
        (
            {"consensus": "objection", "objection_by": "LSM"},
            ("Keputusan rapat, mufakat dengan catatan keberatan", "Keberatan dari LSM"),
        ),
        (
            {"consensus": "not_reached", "objection": "anggaran"},
            ("Mufakat tidak tercapai", "Keberatan: anggaran"),
        ),
        # What was noted before everybody agreed is history, not an objection.
        (
            {"consensus": "reached", "objection_by": "LSM", "objection": "dulu"},
            ("Keputusan rapat, disepakati secara mufakat",),
        ),
    ],
)
def test_a_decision_says_how_it_came_about(fields: dict[str, str], said: tuple[str, ...]):
    assert notes(kind="decision", **fields) == said


@pytest.mark.parametrize("kind", KINDS)
def test_only_decisions_and_questions_say_so(kind: str):
    assert notes(kind=kind, consensus="reached", answered_on="2026-01-01") == ()


def test_a_question_is_answered_or_open():
    assert notes(kind="question") == ("Pertanyaan, belum dijawab",)
    assert notes(kind="question", answered_on="2026-03-04") == (
        "Pertanyaan, dijawab pada 4 Maret 2026",
    )
    assert notes("en", kind="question", answered_on="2026-03-04") == (
        "Question, answered on 4 March 2026",
    )


def test_the_official_minutes_say_which_points_the_public_does_not_read():
    assert notes(visibility="private") == ("Butir tertutup, tidak dimuat dalam versi publik",)


def test_braces_that_a_person_typed_stay_as_they_are():
    assert notes(raised_by="{name}", reason="{0} %s") == (
        "Disampaikan oleh {name}", "Alasan: {0} %s",
    )  # fmt: skip

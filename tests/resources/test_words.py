"""Sentences are found by key, filled once, and speak of lists and fields as people do."""

import pytest

from db.catalogue import KINDS
from resources.words import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_that_nobody_worded_is_an_error(language: str) -> None:
    with pytest.raises(KeyError):
        Words(language)("errors.no_such_key")


def test_braces_that_a_person_typed_stay_as_they_are() -> None:
    assert "{id} {0} {" in Words("en")("errors.plan_unknown", name="{id} {0} {")


def test_one_and_many_are_chosen_by_their_number() -> None:
    words = Words("en")
    assert words("cli.received.conflicts", n=1) == "1 new conflict."
    assert words("cli.received.conflicts", n=2) == "2 new conflicts."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Nilai itu tidak sesuai untuk isian “permasalahan”; nilai lama tetap berlaku."),
        ("en", "That value does not fit the field “problem”; the old one stays."),
    ],
)
def test_a_refusal_calls_a_field_by_its_name(language: str, sentence: str) -> None:
    values = {"kind": "commitments", "field": "problem"}
    assert Words(language).error("value_refused", values) == sentence


def test_a_checkpoint_is_named_with_its_month() -> None:
    said = Words("id").error("value_refused", {"kind": "targets", "field": "targets.B06"})
    assert "“target B06”" in said


def test_what_has_no_name_is_said_as_it_is() -> None:
    said = Words("en").error("field_unknown", {"kind": "songs", "field": "mood"})
    assert "“mood”" in said
    assert "songs" in said


def test_other_values_are_left_alone() -> None:
    said = Words("id").error("file_counts", {"list": "points", "count": 3, "found": 2})
    assert "butir pembahasan" in said
    assert "3" in said
    assert Words("id").error("file_checksum", {}) == Words("id")("errors.file_checksum")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_worded_where_something_came_in_and_where_something_differs(language) -> None:
    words = Words(language)
    assert list(words.table("cli.records")) == [*KINDS, "revisions"]
    assert list(words.table("home.kinds")) == [n for n, kind in KINDS.items() if not kind.frozen]


def test_a_refusal_writes_times_of_day_as_its_language_does():
    values = {"began": "14:00", "now": "13:55"}
    said = {one: Words(one).error("clock_before_begin", values) for one in LANGUAGES}
    assert "14.00" in said["id"]
    assert "13.55" in said["id"]
    assert "14:00" in said["en"]

"""Contents come back from JSON, also where it lacks something or has too much."""

import json
from dataclasses import asdict, dataclass

import pytest

from exports.minutes import minutes_content
from exports.minutes_parts import MinutesContent
from exports.rebuild import rebuild
from tests.exports.meetings import a_full_meeting


@dataclass(frozen=True)
class Leaf:
    text: str
    number: int = 0
    sure: bool = False


@dataclass(frozen=True)
class Tree:
    leaf: Leaf
    leaves: tuple[Leaf, ...]
    words: tuple[str, ...]
    note: str | None = None


def test_what_went_through_json_is_equal():
    content = minutes_content(a_full_meeting(), "id")
    assert rebuild(MinutesContent, json.loads(json.dumps(asdict(content)))) == content


def test_what_is_missing_is_empty():
    assert rebuild(Tree, {}) == Tree(Leaf("", 0, False), (), (), None)
    assert rebuild(Tree, {"leaves": [{"text": "a"}, {}]}).leaves == (Leaf("a"), Leaf(""))


def test_what_is_unknown_is_left_out():
    assert rebuild(Leaf, {"text": "a", "colour": "red"}) == Leaf("a")


@pytest.mark.parametrize("value", [None, 3, "x", [1], {"leaf": 7, "leaves": "abc", "words": {}}])
def test_what_is_of_another_type_is_empty(value: object):
    assert rebuild(Tree, value) == Tree(Leaf(""), (), ())


def test_a_number_is_no_truth_and_no_text():
    assert rebuild(Leaf, {"text": 3, "number": True, "sure": 1}) == Leaf("", 0, False)
    assert rebuild(Tree, {"note": 4, "words": ["a", 5]}) == Tree(Leaf(""), (), ("a", ""))
    assert rebuild(Tree, {"note": "x"}).note == "x"

"""Order, numbering and periods."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Point
from db.rules import (
    checkpoint_years,
    equal_runs,
    in_order,
    number_points,
    position_between,
    resolve_joined,
)

MEETING = "00000000-0000-4000-8000-000000000000"


def rid(name: str) -> str:
    return f"00000000-0000-4000-8000-{int.from_bytes(name.encode(), 'big'):012x}"


def point(name: str, position: float | None = None, parent: str | None = None) -> Point:
    return Point(
        id=rid(name), meeting_id=MEETING, position=position, text=name,
        parent_id=None if parent is None else rid(parent),
    )  # fmt: skip


def outline(*points: Point) -> list[str]:
    """Return the points as they are read: their numbers and names, deeper ones indented."""
    return ["  " * n.depth + f"{n.number} {n.point.text}" for n in number_points(points)]


def test_order_is_by_position_then_id_and_what_has_none_comes_last() -> None:
    points = [point("a"), point("d", 1), point("c", 1), point("b", 0.5)]
    assert [p.text for p in in_order(points)] == ["b", "c", "d", "a"]


def test_points_are_numbered_and_those_below_them_lettered() -> None:
    points = [point("b", 2), point("a", 1), point("y", 2, "a"), point("x", 1, "a")]
    assert outline(*points) == ["1 a", "  a x", "  b y", "2 b"]


def test_letters_go_on_like_columns() -> None:
    below = [point(f"p{i:02}", i, "a") for i in range(28)]
    found = [n.number for n in number_points([point("a", 1), *below])]
    assert found[1:3] + found[25:] == ["a", "b", "y", "z", "aa", "ab"]


def test_a_parent_that_is_missing_counts_as_none() -> None:
    assert outline(point("a", 1), point("b", 2, "gone")) == ["1 a", "2 b"]


def test_what_makes_a_circle_stands_at_the_top_and_keeps_what_is_below_it() -> None:
    points = [point("a", 1, "b"), point("b", 2, "a"), point("c", 3, "a"), point("d", 4, "c")]
    assert outline(*points) == ["1 a", "  a c", "    a d", "2 b"]
    assert outline(point("a", 1, "a")) == ["1 a"]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12)), max_size=10), st.randoms())
def test_whatever_the_parents_every_point_is_there_once(
    links: list[tuple[int, int]], chance: random.Random
) -> None:
    points = [
        point(f"p{index}", position, f"p{parent}") for index, (position, parent) in enumerate(links)
    ]
    shuffled = list(points)
    chance.shuffle(shuffled)
    assert sorted(n.point.id for n in number_points(points)) == sorted(p.id for p in points)
    assert number_points(shuffled) == number_points(points)


def test_a_file_may_nest_points_as_deep_as_it_likes() -> None:
    deep = [point("p0", 0), *(point(f"p{i}", i, f"p{i - 1}") for i in range(1, 20_000))]
    assert number_points(deep)[-1].depth == 19_999


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [(None, None, 1), (None, 5, 4), (5, None, 6), (1, 2, 1.5), (None, -3, -4), (0, 0, 0)],
)
def test_a_position_lies_between_its_neighbours(
    before: float | None, after: float | None, between: float
) -> None:
    assert position_between(before, after) == between


def test_checkpoints_fall_into_years() -> None:
    assert checkpoint_years("2021-01") == {
        "B06": "2021", "B12": "2021", "B18": "2022", "B24": "2022",
    }  # fmt: skip
    assert checkpoint_years("2018-11")["B06"] == "2019"
    assert set(checkpoint_years("").values()) == {""}


def test_equal_neighbours_are_one_run_and_empty_ones_stay_single() -> None:
    assert equal_runs(["a", "a", "b", "", "", "b", "b"]) == (
        (0, 2), (2, 1), (3, 1), (4, 1), (5, 2),
    )  # fmt: skip


def test_joined_organisations_lead_to_the_last_of_them() -> None:
    assert resolve_joined({"a": "b", "b": "c", "c": None}) == {"a": "c", "b": "c"}
    assert resolve_joined({"b": "a", "a": "b", "c": "b"}) == {"a": "a", "b": "a", "c": "a"}

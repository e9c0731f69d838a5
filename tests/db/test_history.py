"""Heads, conflicts and deletions follow from ancestry alone."""

import itertools
import random
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import history
from db.records import Revision

RECORD = "11111111-1111-4111-8111-111111111111"
AT = "2025-01-01T00:00:00Z"


def rid(name: str) -> str:
    """Return a revision's id that sorts as its name does."""
    return f"{ord(name[0]):08x}-0000-4000-8000-{len(name):012x}"


def revision(name: str, value: Any, *parents: str, field: str = "title", at: str = AT) -> Revision:
    return Revision(
        id=rid(name), entity="commitments", record_id=RECORD, field=field, value=value,
        parents=tuple(map(rid, parents)), at=at, author="Ratri",
    )  # fmt: skip


def first(value: Any, field: str = "title") -> Revision:
    return history.first_value("commitments", RECORD, field, value)


def values(found: Sequence[Revision]) -> list[Any]:
    return [head.value for head in history.heads(found)]


# -- first values ----------------------------------------------------------------------------


def test_a_first_value_is_the_same_on_every_machine() -> None:
    made = history.first_value("targets", RECORD, "targets.B06", "Dokumen – “é”")
    assert made.id == str(uuid5(UUID(RECORD), 'targets/targets.B06/"Dokumen – “é”"'))
    assert (made.at, made.author, made.device, made.parents) == (
        "1970-01-01T00:00:00Z", "", "", (),
    )  # fmt: skip
    assert history.is_first_value(made)


def test_a_first_value_writes_objects_compactly_and_in_order() -> None:
    party = {"unit": "U", "name": "N", "organisation_id": None}
    made = history.first_value("commitments", RECORD, "leads", [party])
    text = 'commitments/leads/[{"name":"N","organisation_id":null,"unit":"U"}]'
    assert made.id == str(uuid5(UUID(RECORD), text))


def test_what_only_looks_like_a_first_value_is_none() -> None:
    assert not history.is_first_value(revision("a", "x", at=history.FIRST_INSTANT))
    assert not history.is_first_value(first("x").model_copy(update={"value": "y"}))
    assert not history.is_first_value(first("x").model_copy(update={"parents": (rid("a"),)}))


# -- heads -----------------------------------------------------------------------------------

HEADS: list[tuple[str, list[Revision], list[Any]]] = [
    ("nothing", [], []),
    ("one", [revision("a", "x")], ["x"]),
    ("a line", [revision("a", "x"), revision("b", "y", "a"), revision("c", "z", "b")], ["z"]),
    ("a fork", [revision("a", "x"), revision("b", "y", "a"), revision("c", "z", "a")], ["y", "z"]),
    ("an answer", [revision("a", "x"), revision("b", "y", "a"), revision("c", "z", "a"),
                   revision("d", "w", "b", "c")], ["w"]),
    ("half an answer", [revision("b", "y"), revision("c", "z"), revision("d", "w", "c")],
     ["y", "w"]),
    ("two answers", [revision("a", "x"), revision("b", "y"), revision("c", "p", "a", "b"),
                     revision("d", "q", "a", "b")], ["p", "q"]),
    ("an unknown past", [revision("a", "x"), revision("b", "y", "?")], ["x", "y"]),
    ("back to an earlier value", [revision("a", "x"), revision("b", "y", "a"),
                                  revision("c", "x", "b")], ["x"]),
    ("two roots", [revision("a", "x"), revision("b", "y")], ["x", "y"]),
    ("equal heads", [revision("a", "x"), revision("b", "x")], ["x", "x"]),
    ("a first value alone", [first("x")], ["x"]),
    ("two first values", [first("x"), first("y")], ["x", "y"]),
    ("a first value that was edited", [first("x"), revision("b", "y").model_copy(
        update={"parents": (first("x").id,)})], ["y"]),
    ("a first value and its own history", [first("x"), revision("a", "x")], ["x"]),
    ("a first value from an earlier state", [first("x"), revision("a", "x"),
                                             revision("b", "y", "a")], ["y"]),
    ("a first value that nobody knew", [first("z"), revision("a", "x"), revision("b", "y", "a")],
     ["y", "z"]),
    ("a first value that came back", [first("x"), revision("a", "y"), revision("b", "x", "a")],
     ["x"]),
    ("an unknown past with a first value", [first("x"), revision("b", "y", "?")], ["x", "y"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "found", "expected"), HEADS, ids=[case[0] for case in HEADS])
def test_heads_are_what_nothing_replaced(
    name: str, found: list[Revision], expected: list[Any]
) -> None:
    assert sorted(values(found)) == sorted(expected)
    for order in itertools.islice(itertools.permutations(found), 24):
        assert history.heads(order) == history.heads(found)


@pytest.mark.parametrize(("name", "found", "expected"), HEADS, ids=[case[0] for case in HEADS])
def test_clocks_decide_nothing(name: str, found: list[Revision], expected: list[Any]) -> None:
    years = itertools.count(2030, -1)
    moved = [
        r if history.is_first_value(r) else r.model_copy(update={"at": f"{next(years)}-01-01"})
        for r in found
    ]
    assert sorted(values(moved)) == sorted(expected)


def test_parents_of_another_field_replace_nothing_here() -> None:
    fields = history.by_field([revision("a", "x"), revision("b", "y", "a", field="problem")])
    assert {key[1]: values(found) for key, found in fields.items()} == {
        "title": ["x"], "problem": ["y"],
    }  # fmt: skip


# -- circles ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "circle"),
    [
        ([], None),
        ([revision("a", 1, "b"), revision("b", 1, "c")], None),
        ([revision("a", 1, "a")], "a"),
        ([revision("a", 1, "b"), revision("b", 1, "a")], "a"),
        ([revision("c", 1), revision("a", 1, "b"), revision("b", 1, "a")], "a"),
        ([revision("a", 1, "b", "b")], None),
    ],
)
def test_a_circle_is_found(found: list[Revision], circle: str | None) -> None:
    assert history.circle(found) == (None if circle is None else rid(circle))


def test_a_long_line_is_no_circle() -> None:
    line = [first("x")]
    for index in range(20_000):
        line.append(
            Revision.model_construct(id=str(index), parents=(line[-1].id,), field="title")
        )  # fmt: skip
    random.Random(1).shuffle(line)
    assert history.circle(line) is None


# -- conflicts and what is shown -------------------------------------------------------------


def test_different_heads_are_a_conflict_and_equal_ones_are_none() -> None:
    assert history.differing([revision("a", "x"), revision("b", "y")])
    assert not history.differing([revision("a", "x"), revision("b", "x")])
    assert not history.differing([revision("a", "x")])
    assert not history.differing([])


def test_positions_are_never_a_conflict() -> None:
    found = [revision("a", 1, field="position"), revision("b", 2, field="position")]
    assert not history.differing(found)


def test_a_record_shows_its_own_side_while_that_is_a_head() -> None:
    found = (revision("a", "x"), revision("b", "y"))
    assert history.shown_value(found, "y", "x") == "y"
    assert history.shown_value(found, "old", "y") == "y"
    assert history.shown_value(found, "old", None) == "x"
    assert history.shown_value((revision("a", None), revision("b", "y")), "old", None) is None


def test_of_several_positions_the_smallest_revision_id_wins() -> None:
    found = history.heads([revision("b", 1, field="position"), revision("a", 9, field="position")])
    assert history.shown_value(found, 1, 1) == 9


# -- deletions -------------------------------------------------------------------------------


def deletion(name: str, *seen: str, value: bool = True) -> Revision:
    return revision(name, value, *seen, field="deleted")


DELETIONS: list[tuple[str, list[Revision], bool, bool]] = [
    ("no deletion", [revision("a", "x")], False, False),
    ("of an empty record", [deletion("d")], False, True),
    ("that saw all", [revision("a", "x"), deletion("d", "a")], False, True),
    ("that saw two fields", [revision("a", "x"), revision("b", "y", field="problem"),
                             deletion("d", "a", "b")], False, True),
    ("that saw an earlier text", [revision("a", "x"), revision("b", "y", "a"), deletion("d", "a")],
     False, False),
    ("that didn't see another field", [revision("a", "x"), revision("b", "y", field="problem"),
                                       deletion("d", "a")], False, False),
    ("that saw one side", [revision("a", "x"), revision("b", "y"), deletion("d", "a")],
     False, False),
    ("that saw both sides", [revision("a", "x"), revision("b", "y"), deletion("d", "a", "b")],
     False, True),
    ("with a child that lives", [revision("a", "x"), deletion("d", "a")], True, False),
    ("taken back", [revision("a", "x"), deletion("d", "a"), deletion("e", "d", value=False)],
     False, False),
    ("taken back and repeated", [revision("a", "x"), deletion("d", "a"),
                                 deletion("e", "d", value=False), deletion("f", "a", "e")],
     False, True),
    ("taken back elsewhere", [revision("a", "x"), deletion("d", "a"), deletion("c", "a"),
                              deletion("e", "c", value=False)], False, False),
    ("twice, apart", [revision("a", "x"), deletion("d", "a"), deletion("e", "a")], False, True),
    ("twice, one having seen more", [revision("a", "x"), revision("b", "y", "a"),
                                     deletion("d", "a"), deletion("e", "b")], False, True),
    ("twice, neither having seen all", [revision("a", "x"), revision("b", "y"),
                                        deletion("d", "a"), deletion("e", "b")], False, False),
    ("of a text seen as a first value", [first("x"), deletion("d").model_copy(
        update={"parents": (first("x").id,)})], False, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "found", "child", "deleted"), DELETIONS, ids=[case[0] for case in DELETIONS]
)
def test_a_deletion_holds_while_it_saw_everything(
    name: str, found: list[Revision], child: bool, deleted: bool
) -> None:
    fields = history.by_field(found)
    assert history.is_deleted(fields, RECORD, child) is deleted


def test_a_deletion_of_another_record_is_none_of_this_one() -> None:
    other = deletion("d").model_copy(update={"record_id": RECORD.replace("1", "2")})
    fields = history.by_field([revision("a", "x"), other])
    assert not history.deletions(fields, RECORD)


# -- at random -------------------------------------------------------------------------------


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """Return a field's history as several machines may have written it."""
    made: list[Revision] = []
    for index in range(draw(st.integers(1, 9))):
        value = draw(st.sampled_from("xyz"))
        if draw(st.booleans()) and draw(st.booleans()):
            made.append(first(value))
            continue
        parents = draw(st.lists(st.sampled_from(made), max_size=3)) if made else []
        made.append(
            revision(chr(97 + index), value).model_copy(
                update={"parents": tuple({p.id: None for p in parents})}
            )
        )
    return list({r.id: r for r in made}.values())


@given(histories(), st.randoms())
def test_any_order_of_any_history_has_the_same_heads(
    made: list[Revision], chance: random.Random
) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert history.heads(shuffled) == history.heads(made)
    assert history.heads(made), "a history without a circle always has a head"


@given(histories())
def test_an_answer_to_all_heads_is_the_only_head(made: list[Revision]) -> None:
    answer = revision("~", "w").model_copy(
        update={"parents": tuple(head.id for head in history.heads(made))}
    )
    assert history.heads([*made, answer]) == (answer,)

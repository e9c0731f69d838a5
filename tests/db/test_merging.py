"""What was written apart is brought together, or left to a person; nothing is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.merging import Sort, common_ancestor, merge_values, sort_of, source_of
from db.records import Revision
from tests.db.session_files import new_id

BASE = "Memfasilitasi penguatan keterbukaan di 50 kabupaten."


def party(name: str) -> dict[str, object]:
    return {"name": name, "unit": "", "organisation_id": None}


A, B, C, D = (party(name) for name in "ABCD")


@pytest.mark.parametrize(
    ("sort", "base", "sides", "merged"),
    [
        ("text", BASE, [BASE.replace("50", "100"), BASE.replace(".", " dan kota.")],
         "Memfasilitasi penguatan keterbukaan di 100 kabupaten dan kota."),
        ("text", BASE, [BASE.replace("50", "100"), BASE.replace("50", "60")], None),
        ("text", BASE, [BASE, BASE.replace("50", "60")], BASE.replace("50", "60")),
        ("text", "satu dua tiga", ["satu dua", "dua tiga"], "dua"),
        ("text", "", ["satu", "dua"], None),
        ("text", "a\n\nb\n\nc", ["A\n\nb\n\nc", "a\n\nB\n\nc", "a\n\nb\n\nC"], "A\n\nB\n\nC"),
        ("parties", [A], [[A, B], [C, A]], [C, A, B]),
        ("parties", [A], [[A, B], [A, C]], [A, B, C]),
        ("parties", [A, B], [[B], [A, B, C]], [B, C]),
        ("parties", [A, B], [[C, B], [D, B]], None),
        ("parties", [A, B], [[], [A, B, C]], None),
        ("parties", [A, B], [[B, A], [A, B, C]], None),
        ("object", {"a": "1"}, [{"a": "1", "b": "2"}, {"a": "3"}], {"a": "3", "b": "2"}),
        ("object", {"a": "1"}, [{"a": "2"}, {"a": "3"}], None),
        ("number", 4, [5, 6], None),
        ("month", "2027-01", ["2027-02", "2027-01"], "2027-02"),
        ("month", "2027-01", ["2027-02", "2027-03"], None),
    ],
)  # fmt: skip
def test_sides_are_merged_where_they_do_not_contradict(sort: Sort, base, sides, merged) -> None:
    assert merge_values(sort, base, sides) == merged
    assert merge_values(sort, base, sides[::-1]) == merged or sort == "parties"


WORDS = st.lists(st.sampled_from(["data", "dibuka", "untuk", "warga", "kota"]), max_size=12)


@given(WORDS, WORDS, WORDS)
def test_a_merge_holds_every_word_that_anybody_added(base, one, other) -> None:
    texts = [" ".join(words) for words in (base, one, other)]
    merged = merge_values("text", texts[0], texts[1:])
    assert merged == merge_values("text", texts[0], texts[:0:-1])
    for word in {*one, *other} - {*base} if merged is not None else ():
        assert word in merged.split()
    assert merge_values("text", texts[0], [texts[0], texts[1]]) == texts[1]


def test_every_field_has_a_sort() -> None:
    found = {
        ("commitments", "title"): "text", ("commitments", "form"): "code",
        ("commitments", "values"): "codes", ("commitments", "leads"): "parties",
        ("commitments", "number"): "number", ("commitments", "start"): "month",
        ("commitments", "matrix_head"): "object", ("commitments", "working_group_id"): "reference",
        ("targets", "targets.B06"): "text", ("meetings", "date"): "date",
        ("meetings", "commitment_ids"): "references", ("meetings", "chair_signature"): "object",
        ("working_groups", "members"): "members", ("plans", "stages"): "texts",
        ("plans", "chapters"): "objects", ("points", "deleted"): "deletion",
    }  # fmt: skip
    assert {place: sort_of(*place) for place in found} == found


class Past:
    """Revisions of a field, each named by its value unless said otherwise."""

    def __init__(self) -> None:
        self.known: dict[str, Revision] = {}

    def add(self, value: str, *parents: Revision) -> Revision:
        revision = Revision(
            id=new_id(), entity="commitments", record_id=new_id(), field="title", value=value,
            parents=tuple(parent.id for parent in parents), at="2027-01-01T00:00:00Z",
        )  # fmt: skip
        self.known[revision.id] = revision
        return revision


def test_the_nearest_common_ancestor_is_found_through_decisions_and_their_undoing() -> None:
    past = Past()
    first = past.add("a")
    base = past.add("b", first)
    left, right = past.add("c", base), past.add("d", past.add("e", base))
    assert common_ancestor([left, right], past.known) == base
    assert common_ancestor([left, right, past.add("f", first)], past.known) == first
    assert common_ancestor([left, past.add("g")], past.known) is None
    answer = past.add("c", left, right)
    again = [past.add(side.value, answer, side) for side in (left, right)]
    assert [source_of(side, past.known) for side in again] == [left, right]
    assert source_of(answer, past.known) == answer


def test_however_often_an_answer_was_undone_its_source_is_found() -> None:
    past = Past()
    base = past.add("a")
    sides = first = [past.add(value, base) for value in "bc"]
    for _ in range(1200):
        answer = past.add("d", *sides)
        sides = [past.add(side.value, answer, side) for side in sides]
    assert [source_of(side, past.known) for side in sides] == first
    assert common_ancestor(sides, past.known) == answer

"""Which inputs are shown, and in which order."""

from db.canvas_changes import AnsweredInput
from db.following import InputLine
from ui.responses.choosing import Choosing, choose, count_states


def an_input(key: str, sector: str = "", **fields) -> AnsweredInput:
    return AnsweredInput(InputLine(id=key, meeting_id="m", **({"text": key} | fields)), sector)


ANSWERS = (
    an_input("a", response="declined", reason="x", commitment_number=2, about=("c2",)),
    an_input("b", "cso", response="accepted", reason="x", meeting_date="2025-01-02"),
    an_input("c", "cso", response="accepted", reason=" ", raised_by="Ana"),
    an_input("d", meeting_date="2025-01-01", commitment_number=1, about=("c1", "c2")),
)


def keys(**wish) -> str:
    return "".join(one.id for one in choose(ANSWERS, Choosing(**wish)))


def test_what_lacks_an_answer_or_its_reason_comes_first():
    assert keys() == "cdba"
    assert keys(descending=True) == "abcd"


def test_they_are_chosen_by_answer_commitment_sector_and_words():
    assert keys(state="unanswered") == "cd"
    assert keys(state="accepted") == "b"
    assert keys(commitment="c2") == "da"
    assert keys(sector="cso") == "cb"
    assert keys(text="ANA") == "c"


def test_they_stand_in_any_order_and_what_has_no_value_stays_last():
    assert keys(order="commitment") == "dabc"
    assert keys(order="meeting", descending=True) == "bdac"
    assert keys(order="raised_by") == "cabd"


def test_the_filters_say_how_many_they_would_show():
    assert count_states(ANSWERS, Choosing(sector="cso", state="declined")) == {
        "all": 2, "unanswered": 1, "accepted": 1, "adapted": 0, "declined": 0, "deferred": 0,
    }  # fmt: skip

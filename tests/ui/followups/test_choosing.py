"""Which follow-ups are shown, in which order, and who can own one."""

import pytest

from db.following import FollowUpLine
from db.overview import OrganisationLine
from resources.words import Words
from ui.followups import wording
from ui.followups.choosing import NOBODY, Choosing, choose, count_states
from ui.followups.owners import find_owner, owner_picks
from ui.lines.wording import meeting_words, place_words

TODAY = "2025-03-10"


def line(key: str, **fields) -> FollowUpLine:
    return FollowUpLine(**({"id": key, "text": key, "meeting_id": "m"} | fields))


LINES = (
    line("tanpa", owner="Bappeda"),
    line("besok", due="2025-03-11", owner="bappeda ", about=("c4",), commitment_number=4),
    line("lewat", due="2025-03-01", text="Surat konfirmasi", meeting_topic="Banjir"),
    line("lewat lama", due="2025-01-01", owner="Dinas Jalan", about=("c1",), commitment_number=1),
    line("selesai", due="2025-01-01", status="done", closed_on="2025-02-01"),
    line("batal", status="dropped", about=("c1", "c4")),
)


def keys(**wish) -> list[str]:
    return [one.id for one in choose(LINES, Choosing(**wish), TODAY)]


def test_what_waits_comes_by_urgency_overdue_first():
    assert keys() == ["lewat lama", "lewat", "besok", "tanpa"]
    assert keys(state="all") == ["lewat lama", "lewat", "besok", "tanpa", "selesai", "batal"]
    assert keys(descending=True) == ["tanpa", "besok", "lewat", "lewat lama"]


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ({"state": "overdue"}, ["lewat lama", "lewat"]),
        ({"state": "done"}, ["selesai"]),
        ({"state": "dropped"}, ["batal"]),
        ({"owner": "bappeda"}, ["besok", "tanpa"]),
        ({"owner": NOBODY}, ["lewat"]),
        ({"state": "all", "commitment": "c1"}, ["lewat lama", "batal"]),
        ({"text": "KONFIRMASI banjir"}, ["lewat"]),
        ({"text": "jalan"}, ["lewat lama"]),
        ({"text": "tidak ada"}, []),
    ],
)
def test_filters_narrow_down(wish, shown):
    assert keys(**wish) == shown


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        ("due", ["lewat lama", "lewat", "besok", "tanpa"],
         ["besok", "lewat", "lewat lama", "tanpa"]),
        ("commitment", ["lewat lama", "besok", "lewat", "tanpa"],
         ["besok", "lewat lama", "lewat", "tanpa"]),
        ("owner", ["besok", "tanpa", "lewat lama", "lewat"],
         ["lewat lama", "besok", "tanpa", "lewat"]),
        ("text", ["besok", "lewat lama", "lewat", "tanpa"],
         ["tanpa", "lewat", "lewat lama", "besok"]),
    ],
)  # fmt: skip
def test_orders_keep_what_has_no_value_last_both_ways(order, up, down):
    assert keys(order=order) == up
    assert keys(order=order, descending=True) == down


def test_counts_are_what_each_filter_would_show():
    assert count_states(LINES, Choosing(state="done"), TODAY) == {
        "open": 4, "overdue": 2, "done": 1, "dropped": 1, "all": 6,
    }  # fmt: skip
    assert count_states(LINES, Choosing(commitment="c1"), TODAY)["all"] == 2


def test_the_directory_and_present_owners_can_be_chosen():
    directory = [
        OrganisationLine("o1", "Badan Perencanaan", "Bappeda", ("BP",)),
        OrganisationLine("o2", "Bapeda", same_as="o1"),
    ]
    picks = owner_picks(directory, LINES)
    assert [(pick.text, pick.value) for pick in picks] == [
        ("Badan Perencanaan", ("Badan Perencanaan", "o1")),
        ("Dinas Jalan", ("Dinas Jalan", None)),
    ]
    assert find_owner(picks, " bappeda") == {"owner": "Badan Perencanaan", "owner_id": "o1"}
    assert find_owner(picks, "Warga  RT 3") == {"owner": "Warga RT 3", "owner_id": None}
    assert find_owner(picks, "") == {"owner": "", "owner_id": None}


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2025-03-07", "terlambat 3 hari"),
        ("2025-03-10", "hari ini"),
        ("2025-03-11", "besok"),
        ("2025-03-15", "5 hari lagi"),
        ("2025-09-14", ""),
        ("", ""),
    ],
)
def test_how_near_it_is_stands_in_words(indonesian: Words, due, said):
    assert wording.due_note(indonesian, line("x", due=due), TODAY) == said
    assert wording.due_note(indonesian, line("x", due=due, status="done"), TODAY) == ""


def test_dates_and_origins_are_short(indonesian: Words):
    one = line(
        "x", due="2018-09-14", meeting_kind="kickoff", meeting_date="2018-08-08",
        point_number="3b", commitment_number=4, plan_name="RAN",
    )  # fmt: skip
    assert wording.due_date(indonesian, one) == "14 Sep 2018"
    assert meeting_words(indonesian, one) == "Kick Off 8 Agu 2018"
    assert place_words(indonesian, one) == "butir 3b · Komitmen 4"
    assert place_words(indonesian, one, one.plan_name) == "butir 3b · Komitmen 4 · RAN"
    assert wording.closed_note(indonesian, line("x", closed_on="2018-09-14")) == ""
    closed = line("x", status="done", closed_on="2018-09-14")
    assert wording.closed_note(indonesian, closed) == "sejak 14 Sep 2018"
    assert meeting_words(indonesian, line("x")) == "Pertemuan tanpa tanggal"

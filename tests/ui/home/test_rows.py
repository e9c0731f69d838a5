"""The home screen's lines, word for word."""

import pytest

from db.overview import (
    CommitmentLine,
    DifferingRecord,
    MeetingLine,
    PartedCopies,
    PlanOverview,
    WaitingFollowUp,
    WaitingInput,
)
from db.records import Plan
from resources.forms import load_form
from ui.home.rows import Destination, commitment_row, meeting_row, missing_parts, waiting_groups

PLAN = Plan(id="00000000-0000-4000-8000-000000000001", form="ogi-2018")


def meeting(**values) -> MeetingLine:
    given = {
        "id": "m", "kind": "bilateral", "topic": "Air", "date": "2021-02-03", "place": "Aula",
        "status": "", "stage": 4, "points": 1, "participants": 12,
    }  # fmt: skip
    return MeetingLine(**{**given, **values})


def commitment(filled=(), **values) -> CommitmentLine:
    return CommitmentLine(
        id="c", number=4, title="Data", form="ogi-2018", filled=frozenset(filled), **values
    )


def groups(words, today="2021-03-01", differing=(), **content):
    found = waiting_groups(words, PlanOverview(PLAN, **content), differing, today)
    return {group.key: group.rows for group in found}


def test_a_meeting_says_when_how_much_and_where(indonesian):
    row = meeting_row(indonesian, meeting())
    assert (row.title, row.note) == ("Air", "3 Februari 2021 · 1 butir · 12 peserta · Aula")
    assert row.chips == (("Bilateral", "info"), ("draf", "neutral"))


def test_a_meeting_of_which_little_is_known_says_so(words):
    row = meeting_row(words, meeting(kind="", topic="", date="", place="", status="final"))
    assert row.title == words("home.meetings.untitled")
    assert row.note.startswith(words("home.meetings.no_date"))
    assert row.chips == ((words("home.meetings.final"), "success"),)


def test_a_commitment_is_complete_only_when_nothing_is_missing(indonesian):
    asked = load_form("ogi-2018").asked()
    full = commitment_row(indonesian, commitment(asked, targets=2, target_texts=3, target_fields=8))
    assert (full.bar, full.chips) == (1, (("100 %", "success"),))
    assert full.note == "Matriks 3 dari 8 target"
    nearly = commitment_row(indonesian, commitment(asked[1:]))
    assert nearly.chips[0][1] == "neutral"
    assert nearly.note == "Matriks belum diisi"
    assert missing_parts(commitment(asked[1:])) == (asked[0],)


def test_a_commitment_reads_as_a_sentence(indonesian):
    row = commitment_row(indonesian, commitment())
    assert row.read_aloud() == "4 Data, kanvas terisi 0 persen, Matriks belum diisi"


def test_nothing_that_waits_is_no_group(words):
    asked = load_form("ogi-2018").asked()
    assert groups(words, commitments=(commitment(asked, targets=1),)) == {}


def test_a_follow_up_is_late_from_the_day_after_its_due_date(indonesian):
    def one(due):
        return WaitingFollowUp("f", "m", "Surat", "Bappeda", due, "p")

    found = groups(indonesian, follow_ups=(one("2021-02-28"), one("2021-03-01"), one("")))
    ((late, lead),) = found["overdue"]
    assert (late.note, late.alarm) == ("terlambat 1 hari · Bappeda", "danger")
    assert lead == Destination("meetings", {"meetings": "m", "points": "p"})
    assert [row.note for row, _ in found["open"]] == [
        "tenggat 1 Maret 2021 · Bappeda",
        "tanpa tenggat · Bappeda",
    ]


def test_an_input_that_lacks_only_its_reason_says_so(indonesian):
    inputs = (
        WaitingInput("a", "m", "Usul", "Forum", "2021-02-03", ""),
        WaitingInput("b", "m", "", "", "", "accepted"),
    )
    (first, _), (second, _) = groups(indonesian, inputs=inputs)["inputs"]
    assert first.note == "dari Forum · 3 Februari 2021"
    assert (second.title, second.note) == ("(belum ada teks)", "alasan belum ditulis")


def test_gaps_are_named_and_lead_to_the_canvas_and_the_matrix(indonesian):
    asked = load_form("ogi-2018").asked()
    line = commitment(set(asked) - {"problem", "contacts"})
    found = groups(indonesian, commitments=(line,))
    ((gap, lead),) = found["gaps"]
    assert (gap.title, gap.note) == ("Komitmen 4: Data", "Permasalahan, Kontak")
    assert gap.chips == (("2 kosong", "neutral"),)
    assert lead == Destination("commitments", {"commitments": "c"})
    assert found["no_targets"][0][1] == Destination("matrix", {"commitments": "c"})


@pytest.mark.parametrize(
    ("kind", "places", "screen", "records"),
    [
        ("points", {"meeting_id": "m"}, "meetings", {"meetings": "m", "points": "x"}),
        ("attendances", {"meeting_id": "m"}, "meetings", {"meetings": "m"}),
        ("milestones", {"commitment_id": "c"}, "commitments", {"commitments": "c"}),
        ("targets", {"commitment_id": "c"}, "matrix", {"commitments": "c"}),
        ("organisations", {}, "organisations", {"organisations": "x"}),
        ("working_groups", {"plan_id": "p"}, "organisations",
         {"plans": "p", "working_groups": "x"}),
        ("plans", {"plan_id": "p"}, "home", {"plans": "p"}),
    ],
)  # fmt: skip
def test_what_differs_leads_to_its_record(words, kind, places, screen, records):
    record = DifferingRecord(kind, "x", "Judul", ("title", "text"), **places)
    ((row, found),) = groups(words, differing=(record,))["differing"]
    assert found == Destination(screen, {**records, "differing": "x"})
    assert words(f"home.kinds.{kind}") in row.note


def test_what_was_frozen_apart_leads_to_where_it_is_frozen_once_more(words):
    copies = (PartedCopies("drafts", "x", "Judul", "2"), PartedCopies("minutes", "y", "", "3"))
    drafts, minutes = groups(words, parted=copies)["parted"]
    assert drafts[1] == Destination("commitments", {"commitments": "x"})
    assert minutes[1] == Destination("meetings", {"meetings": "y"})
    assert words("drafts.levels.2") in drafts[0].note
    assert "3" in minutes[0].note


def test_every_part_of_every_form_has_a_short_name(words):
    for name in ("ogi-2018", "ogi-2020", "opi-2020", "ogp-2022"):
        for field in load_form(name).asked():
            assert words(f"home.parts.{field}")

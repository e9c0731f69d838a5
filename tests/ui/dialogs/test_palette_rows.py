"""What was found is worded so that one knows it again, with the letters searched for marked."""

from db.records import Commitment, Meeting, Plan
from db.search.hit import Excerpt, Hit
from resources.words import LANGUAGES, Words
from tests.db.session_files import new_id
from ui.dialogs.palette_rows import grouped_rows, hit_row

PLAN = Plan(id=new_id(), short_title="RAK 2025", title="Rencana Aksi Kota")
MEETING = Meeting(
    id=new_id(), plan_id=PLAN.id, kind="bilateral", topic="Data\nbanjir", date="2018-08-24",
    place="Balai Kota",
)  # fmt: skip
COMMITMENT = Commitment(id=new_id(), plan_id=PLAN.id, number=4, title="Data banjir")


def hit(kind: str, **fields) -> Hit:
    return Hit(kind, new_id(), **{"plan": PLAN, **fields})


def marked(text: str, spans) -> list[str]:
    return [text[begin:end] for begin, end in spans]


def test_a_meeting_is_called_by_kind_and_topic(indonesian: Words):
    found = hit("meetings", title=Excerpt("Data banjir", ((5, 11),)), meeting=MEETING)
    row = hit_row(indonesian, found, PLAN.id)
    assert row.title == "Bilateral — Data banjir"
    assert marked(row.title, row.matches) == ["banjir"]
    assert row.note == "24 Agu 2018 · Balai Kota"


def test_a_commitment_carries_its_number(indonesian: Words):
    found = hit("commitments", title=Excerpt("Data banjir", ((0, 4),)), commitment=COMMITMENT)
    row = hit_row(indonesian, found, PLAN.id)
    assert (row.title, row.note) == ("4. Data banjir", "")
    assert marked(row.title, row.matches) == ["Data"]
    numbered = hit(
        "commitments", title=Excerpt("Data banjir"), snippet=Excerpt("4", ((0, 1),)),
        field="number", commitment=COMMITMENT,
    )  # fmt: skip
    row = hit_row(indonesian, numbered, PLAN.id)
    assert marked(row.title, row.matches) == ["4"]


def test_a_point_says_where_it_was_said_and_what_else_was_found(indonesian: Words):
    found = hit(
        "points", title=Excerpt("Peta dibuka"), snippet=Excerpt("Sudah siap", ((6, 10),)),
        field="reason", meeting=MEETING,
    )  # fmt: skip
    row = hit_row(indonesian, found, PLAN.id)
    assert row.note == "Alasan: Sudah siap · Bilateral — Data banjir · 24 Agu 2018"
    assert marked(row.note, row.note_matches) == ["siap"]


def test_another_plan_is_named_first(indonesian: Words):
    found = hit("points", title=Excerpt("Peta"), meeting=MEETING)
    assert hit_row(indonesian, found, new_id()).note.startswith("RAK 2025 · Bilateral")
    assert "RAK" not in hit_row(indonesian, found, PLAN.id).note


def test_what_belongs_to_a_commitment_names_it(indonesian: Words):
    found = hit("milestones", title=Excerpt("Peta terbit"), commitment=COMMITMENT)
    assert hit_row(indonesian, found, PLAN.id).note == "4. Data banjir"


def test_lists_come_in_the_order_of_their_best_hit(indonesian: Words):
    point = hit("points", title=Excerpt("Peta"), meeting=MEETING)
    organisation = Hit("organisations", new_id(), Excerpt("Peta Kita"))
    again = hit("points", title=Excerpt("Peta lama"), meeting=MEETING)
    rows = list(grouped_rows(indonesian, [organisation, point, again], PLAN.id))
    titles = ["Organisasi", "Peta Kita", "Butir pembahasan", "Peta", "Peta lama"]
    assert [row.title for row in rows] == titles
    assert [row.heading for row in rows] == [True, False, True, False, False]


def test_what_has_no_name_yet_can_be_told(indonesian: Words):
    assert hit_row(indonesian, Hit("organisations", new_id(), Excerpt()), "").title


def test_a_placeholder_that_somebody_typed_stays_text(indonesian: Words):
    found = hit("meetings", title=Excerpt("{kind} \ue000 {}", ((0, 6),)), meeting=MEETING)
    row = hit_row(indonesian, found, PLAN.id)
    assert row.title == "Bilateral — {kind} \ue000 {}"
    assert marked(row.title, row.matches) == ["{kind}"]


def test_every_list_and_field_that_is_searched_has_words():
    from db.search.texts import SEARCHED

    for language in LANGUAGES:
        words = Words(language)
        for kind, searched in SEARCHED.items():
            assert words(f"search.palette.groups.{kind}")
            assert all(words(f"search.fields.{field}") for field in searched.fields)

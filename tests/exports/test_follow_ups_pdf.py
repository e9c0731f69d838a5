"""The list of follow-ups: what is overdue first, then what waits, then what is closed."""

from dataclasses import replace

from db.following import FollowUpLine
from db.records import Paper, Plan
from exports.follow_ups import follow_ups_content
from exports.follow_ups_pdf import render_follow_ups
from tests.exports.meetings import ID
from tests.exports.pdf_reading import (
    attachment,
    open_pdf,
    outline_titles,
    page_texts,
    read_words,
)
from tests.exports.test_minutes_paper import LOGO

TODAY = "2026-06-15"
PLAN = Plan(
    id=ID.format(1),
    title="Rencana Aksi Kota",
    short_title="RAK",
    organiser="Bappeda",
    paper=Paper(logo=LOGO),
)
LINE = FollowUpLine(
    id=ID.format(1), text="Surat", meeting_id=ID.format(2), owner="Dinas", status="open",
    meeting_kind="bilateral", meeting_topic="Posyandu", meeting_date="2026-03-04",
    commitment_number=3,
)  # fmt: skip


def a_line(number: int, **fields: object) -> FollowUpLine:
    return replace(LINE, id=ID.format(number), text=f"Tugas{number}", **fields)


LINES = (
    a_line(1, due="2026-07-01"),
    a_line(2, due="2026-06-01"),
    a_line(3),
    a_line(4, due="2026-05-01", status="done", closed_on="2026-05-20"),
    a_line(5, due="2026-02-01", status=""),
    a_line(6, status="dropped"),
    a_line(7, due=TODAY),
)


def test_what_is_overdue_comes_first_and_what_is_closed_last():
    rows = follow_ups_content(PLAN, LINES, TODAY, "id").rows
    assert [row.text for row in rows] == [
        "Tugas5", "Tugas2", "Tugas7", "Tugas1", "Tugas3", "Tugas4", "Tugas6",
    ]  # fmt: skip
    assert [row.overdue for row in rows] == [True, True, *[False] * 5]
    assert [row.number for row in rows] == [f"{n}." for n in range(1, 8)]
    assert [row.state for row in rows[:3]] == ["Lewat tenggat", "Lewat tenggat", "Belum selesai"]
    assert rows[5].state == "Selesai\n20 Mei 2026"


def test_each_says_where_it_comes_from_who_does_it_and_until_when():
    (row,) = follow_ups_content(PLAN, [a_line(1, due="2026-07-01")], TODAY, "id").rows
    assert row.origin == "Pertemuan bilateral · Posyandu · 4 Maret 2026\nKomitmen 3"
    assert (row.owner, row.due) == ("Dinas", "1 Juli 2026")
    bare = replace(a_line(2), commitment_number=None, meeting_kind="", meeting_date="")
    (row,) = follow_ups_content(PLAN, [bare], TODAY, "id").rows
    assert row.origin == "Posyandu"


def test_it_says_of_which_plan_and_day_it_is_and_counts():
    words = " ".join(read_words(render_follow_ups(PLAN, LINES, TODAY, "id").data))
    for text in (
        "BAPPEDA DAFTAR TINDAK LANJUT Rencana Aksi Kota",
        "Keadaan per 15 Juni 2026 · 2 lewat tenggat · 3 belum selesai · satu selesai",
        "No. Tindak lanjut Dari rapat Penanggung jawab Tenggat Keadaan",
        "1. Tugas5 Pertemuan bilateral",
    ):
        assert text in words


def test_in_english_too():
    words = " ".join(read_words(render_follow_ups(PLAN, LINES, TODAY, "en").data))
    assert "LIST OF FOLLOW-UPS" in words
    assert "2 overdue · 3 open · one done · one dropped" in words


def test_a_plan_without_any_says_so():
    words = " ".join(read_words(render_follow_ups(PLAN, [a_line(1, due="")], TODAY, "id").data))
    assert "Belum ada" not in words
    empty = [replace(LINE, text="  ")]
    words = " ".join(read_words(render_follow_ups(PLAN, empty, TODAY, "id").data))
    assert "Belum ada tindak lanjut." in words


def test_a_long_list_runs_over_pages_with_its_heads_and_is_archival():
    lines = [a_line(n, due="2026-07-01") for n in range(60)]
    document = render_follow_ups(PLAN, lines, TODAY, "id")
    pages = page_texts(document.data)
    assert len(pages) > 3
    assert all("Penanggung jawab" in " ".join(page.split()) for page in pages)
    assert document.warnings == ()
    box = open_pdf(document.data).pages[0].mediabox
    assert box.width > box.height
    assert attachment(document.data)["document"] == "follow_ups"
    assert outline_titles(document.data) == [(0, follow_ups_content(PLAN, (), TODAY, "id").title)]
    assert len(attachment(document.data)["content"]["rows"]) == 60


def test_the_same_day_gives_the_same_bytes_and_another_one_others():
    first = render_follow_ups(PLAN, LINES, TODAY, "id").data
    assert render_follow_ups(PLAN, LINES, TODAY, "id").data == first
    assert render_follow_ups(PLAN, LINES, "2026-06-16", "id").data != first

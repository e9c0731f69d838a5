"""Two texts in one: what stayed, what went, what came."""

import random

import pytest

from db.differences import Span, count_words, line_differences, word_differences


def told(before: str, after: str) -> str:
    """Write the differences as one line: [-gone-]{+came+}."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[span.manner].format(span.text) for span in word_differences(before, after))


def test_of_a_list_whole_lines_stay_come_or_go() -> None:
    before = "Bidang Sampah, Dinas Lingkungan\nDinas Kominfo\nForum Warga"
    after = "Dinas Pekerjaan\nBidang Statistik, Dinas Kominfo\nForum Warga"
    assert line_differences(before, after) == (
        Span("removed", "Bidang Sampah, Dinas Lingkungan\nDinas Kominfo\n"),
        Span("added", "Dinas Pekerjaan\nBidang Statistik, Dinas Kominfo\n"),
        Span("same", "Forum Warga"),
    )
    assert line_differences("", "Satu\nDua") == (Span("added", "Satu\nDua"),)
    assert line_differences("Satu\nDua", "Satu") == (Span("same", "Satu\n"), Span("removed", "Dua"))
    assert line_differences("", "") == ()


def is_whole(before: str, after: str, spans: tuple[Span, ...]) -> bool:
    old = "".join(span.text for span in spans if span.manner != "added")
    return old == before and "".join(s.text for s in spans if s.manner != "removed") == after


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ""),
        ("Sama.", "Sama.", "Sama."),
        ("", "Baru", "{+Baru+}"),
        ("Data belum terbuka.", "Data sudah terbuka.", "Data [-belum-]{+sudah+} terbuka."),
        ("Satu.\nDua.\nTiga.", "Satu.\nTiga.", "Satu.\n[-Dua.\n-]Tiga."),
        ("warga kota", "warga, kota", "warga{+,+} kota"),
        # A word that is left alone between two changes is no help to a reader.
        ("kota dan desa", "dinas dan badan", "[-kota dan desa-]{+dinas dan badan+}"),
    ],
)
def test_differences_are_words_and_paragraphs_stay(before, after, shown):
    assert told(before, after) == shown


def test_words_are_counted_as_they_came_and_went():
    assert count_words(word_differences("satu dua tiga empat", "satu lima enam empat")) == (2, 2)


def test_both_texts_can_be_read_from_what_is_shown_whatever_they_are():
    chance = random.Random(7)
    for _ in range(400):
        before, after = (
            "".join(chance.choice("ab .\n;é") for _ in range(chance.randrange(25))) for _ in "12"
        )
        assert is_whole(before, after, word_differences(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 50_000, "b a " * 25_000),
        ("\n" * 100_000, "x\n" * 50_000),
        ("a b. " * 20_000, "b a. " * 20_000),
        ("x" * 100_000, "y" * 100_000),
    ],
)
def test_a_hundred_thousand_letters_that_repeat_themselves_are_shown_whole(before, after):
    # Compared finely, each of these takes minutes.
    assert is_whole(before, after, word_differences(before, after))


def test_a_long_text_that_was_changed_in_every_paragraph_is_compared_paragraph_by_paragraph():
    chance = random.Random(5)
    words = ["".join(chance.choices("aiueonkst", k=6)) for _ in range(900)]
    old = [" ".join(chance.choices(words, k=60)) for _ in range(200)]
    new = [paragraph.replace(" ", " baru ", 1) for paragraph in old]
    before, after = "\n".join(old), "\n".join(new)
    spans = word_differences(before, after)
    assert is_whole(before, after, spans)
    assert count_words(spans) == (200, 0)

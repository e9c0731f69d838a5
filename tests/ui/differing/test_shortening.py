"""Of long texts only what is near a change is shown, and no word of a change is left out."""

from db.differences import Span, word_differences
from ui.differing.shortening import is_long, shortened

LONG = " ".join(f"Kalimat ke-{number} tentang sungai." for number in range(200))


def test_a_long_text_keeps_its_changes_with_what_stands_around_them():
    after = LONG.replace("ke-30 ", "ketiga puluh ").replace("ke-170 tentang", "ke-170 perihal")
    spans = word_differences(LONG, after)
    short = shortened(spans)
    assert is_long(spans)
    assert [s for s in short if s.manner != "same"] == [s for s in spans if s.manner != "same"]
    text = "".join(span.text for span in short)
    assert len(text) < 1_000
    assert text.count(" … ") == 3
    assert "ke-29 tentang sungai." in text
    assert "ke-171 tentang sungai." in text
    assert "ke-100" not in text


def test_a_text_without_changes_begins_at_its_beginning_and_a_short_one_stays_whole():
    (only,) = shortened((Span("same", LONG),))
    assert only.text.startswith("Kalimat ke-0 ")
    assert only.text.endswith(" … ")
    whole = word_differences("Satu dua", "Satu tiga")
    assert shortened(whole) == whole
    assert not is_long(whole)

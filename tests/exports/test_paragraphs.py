from exports.fonts import REGULAR
from exports.paragraphs import read_paragraphs


def read(text: str) -> list[tuple[str, str]]:
    return [(p.marker, p.text) for p in read_paragraphs(text, REGULAR)]


def test_lists_that_people_write_by_hand_are_seen() -> None:
    text = "Milestone:\n1. satu\na. di bawahnya\n• tanda\n10) sepuluh\n- strip"
    assert read(text) == [
        ("", "Milestone:"),
        ("1.", "satu"),
        ("a.", "di bawahnya"),
        ("•", "tanda"),
        ("10)", "sepuluh"),
        ("-", "strip"),
    ]


def test_what_only_looks_like_an_item_stays_text() -> None:
    for text in ("100 kota", "3/2017 berlaku", "-5 derajat", "S.Sos. hadir", "1.", "-", "*"):
        assert read(text) == [("", text)]


def test_items_below_a_numbered_one_stand_further_in() -> None:
    first, below, plain, sign = read_paragraphs("1. a\na. b\nc\n- d", REGULAR)
    assert below.indent == first.hang > 0
    assert plain.indent == sign.indent == 0


def test_typed_indents_are_kept() -> None:
    deep, flat = read_paragraphs("    maju\nrata", REGULAR)
    assert deep.indent > flat.indent == 0


def test_every_kind_of_line_end_ends_a_line() -> None:
    assert [text for _, text in read("a\r\nb\rc\u2028d\u2029\ne")] == ["a", "b", "c", "d", "", "e"]

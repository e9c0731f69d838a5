"""A checksum that means the same content wherever it is worked out."""

from db.frozen import canonical_json, checksum, is_ours


def test_equal_contents_have_one_checksum_whatever_their_order():
    assert checksum({"b": 1, "a": ["x", {"d": 2, "c": 3}]}) == checksum(
        {"a": ("x", {"c": 3, "d": 2}), "b": 1}
    )


def test_a_single_letter_makes_another_one():
    assert checksum({"a": "Rapat"}) != checksum({"a": "Rapat "})


def test_letters_are_written_as_they_are():
    assert canonical_json({"ꦲ": "é 中"}) == '{"ꦲ":"é 中"}'
    # As sha256sum says it of those eight letters in UTF-8.
    known = "b3a092a6af48807fa9482b2ee140105575daa26d5b24b3c0e60a7e2dee6683b1"
    assert checksum({"a": "é"}) == known


def test_only_what_this_program_froze_says_so():
    assert is_ours({"format": "rembuk-minutes"})
    assert not is_ours({"title": "NOTULEN"})
    assert not is_ours({"format": 3})

"""Blocks of cells on their way from and to spreadsheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.matrix.clipboard import format_block, parse_block

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("satu", [["satu"]]),
        ("satu\tdua\r\ntiga\tempat\r\n", [["satu", "dua"], ["tiga", "empat"]]),
        ('"baris satu\nbaris dua"\tx\n', [["baris satu\nbaris dua", "x"]]),
        ('"a ""b""\tc"\td', [['a "b"\tc', "d"]]),
        ("satu\n\ntiga\n", [["satu"], [""], ["tiga"]]),
        ("\t\t", [["", "", ""]]),
        # Marks that quote nothing are letters.
        ('"Halo" kata warga\tx', [['"Halo" kata warga', "x"]]),
        ('12" pipa\tx', [['12" pipa', "x"]]),
        ('"tak ditutup\tx', [['"tak ditutup', "x"]]),
        ("=1+1\t+62 21\t-5\t@x", [["=1+1", "+62 21", "-5", "@x"]]),
    ],
)
def test_a_block_is_read_as_a_spreadsheet_means_it(text, block):
    assert parse_block(text) == block


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_copied_comes_back_equal(rows):
    assert parse_block(format_block(rows)) == rows


@given(st.lists(CELL.filter(bool), min_size=1, max_size=4))
def test_a_single_column_comes_back_equal(cells):
    assert parse_block(format_block([[cell] for cell in cells])) == [[cell] for cell in cells]

"""What the line below a card says of its changes."""

import pytest

from db.records import Party
from resources.words import Words
from ui.canvas.sections import CanvasSection
from ui.canvas.since import parts_change, section_change

WORDS = Words("id")


def section(kind: str, field: str = "problem") -> CanvasSection:
    return CanvasSection("0", kind, field, "Bagian", "Bagian")


@pytest.mark.parametrize(
    ("kind", "field", "before", "now", "said"),
    [
        ("text", "problem", "Sebagian besar belum", "Ada 83 belum", "+2 kata · −2 kata"),
        ("text", "problem", "Belum ada", "Belum ada.", "tanda baca atau spasi"),
        ("text", "problem", "sama", "sama", ""),
        ("text", "problem", "a  b", "a b", "tanda baca atau spasi"),
        ("parties", "leads", (Party(name="KSP"),), (Party(name="KIP", unit="Deputi"),),
         "+ Deputi, KIP · − KSP"),
        ("values", "values", ("inovasi",), ("inovasi", "inklusif"), "+ Inklusif"),
    ],
)  # fmt: skip
def test_each_kind_of_section_tells_its_changes_in_its_own_way(kind, field, before, now, said):
    change = section_change(WORDS, section(kind, field), {field: before}, {field: now})
    assert change.said == said


def test_choices_and_reasons_and_both_ends_of_a_period_are_told_together():
    values = section("values", "values_text")
    before = {"values": ("inovasi",), "values_text": "satu"}
    now = {"values": (), "values_text": "satu dua"}
    assert section_change(WORDS, values, before, now).said == "− Inovasi · +1 kata"
    period = section("period", "period")
    before = {"start": "2019-01", "end": "2020-12"}
    assert section_change(WORDS, period, before, before | {"end": "2021-06"}).said == (
        "semula Januari 2019 – Desember 2020"
    )
    assert section_change(WORDS, period, {}, before).said == "baru diisi"


def test_parts_are_counted_by_what_became_of_them():
    def part(key, text, position=0):
        return {"id": key, "text": text, "position": position, "actors": ()}

    before = [part("a", "satu"), part("b", "dua"), part("c", "tiga")]
    now = [part("b", "dua"), part("a", "satu lagi", 3), part("d", ""), part("e", "")]
    assert parts_change(WORDS, "milestones", before, now).said == (
        "+2 milestone, 1 diubah, 1 dihapus"
    )
    turned = [before[1], before[0], before[2]]
    assert parts_change(WORDS, "milestones", before, turned).said == "urutan diubah"
    assert parts_change(WORDS, "milestones", before, [part("a", "satu", 9), *before[1:]]).said == ""

"""Which organisations are probably the same, and which only look so to a machine."""

import pytest

from db.overview import OrganisationLine
from db.similar import find_like, find_similar


def pairs(*names: str | tuple[str, ...]) -> set[frozenset[str]]:
    lines = [
        OrganisationLine(str(place), one) if isinstance(one, str) else
        OrganisationLine(str(place), one[0], one[1], tuple(one[2:]))
        for place, one in enumerate(names)
    ]  # fmt: skip
    by_id = {line.id: line.name for line in lines}
    return {frozenset((by_id[p.keep_id], by_id[p.join_id])) for p in find_similar(lines)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Medialink", "Media Link"),
        ("Medialink", "Perkumpulan Media Lintas Komunitas"),
        ("Media Link", "Perkumpulan Media Lintas Komunitas"),
        ("Yayasan Teduh Bersama", "Teduh Bersama"),
        ("PT. Layar Terang, Tbk", "Layar Terang"),
        ("Jejaring Air – Muara", "jejaring air muara"),
        ("Komunitas Café Desa", "Komunitas Cafe Desa"),
        ("FWM", "Forum Warga Muara"),
        ("Dinkes", "Dinas Kesehatan"),
        ("Dinas Kesehatan Kota Teduh", "Dinas Kesehtan Kota Teduh"),
        ("Kemendesa", ("Kementerian Desa Tertinggal", "Kemendesa")),
        ("Layar Desa", ("Perhimpunan Gambar Hidup", "", "Layar desa")),
    ],
)
def test_probably_the_same(one, other):
    assert len(pairs(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas A", "Dinas B"),
        ("Universitas Muara", "Universitas Seruni"),
        ("Dinas Pendidikan", "Dinas Pendidikan Kota Teduh"),
        ("Dinas A", "Dinas Arsip"),
        ("Dinas Kesehatan Kota Teduh", "Dinas Kesehatan Kabupaten Teduh"),
        ("Dinas Kesehatan", "Dinas Pendidikan"),
        ("Komisi I DPRD", "Komisi II DPRD"),
        ("SMA 12 Teduh", "SMA 13 Teduh"),
        ("Yayasan Layar Terang", "PT Layar Terang"),
        ("Kota Malang", "Kota Padang"),
        (("Dinas Kominfo Kota Teduh", "Diskominfo"), ("Dinas Kominfo Kota Muara", "Diskominfo")),
        ("Forum Anak", "Forum Adat"),
        ("", ""),
    ],
)
def test_not_the_same(one, other):
    assert pairs(one, other) == set()


def test_a_short_form_that_many_have_is_a_common_word():
    towns = [(f"Badan Perencanaan {town}", "Bappeda") for town in ("Teduh", "Muara", "Seruni")]
    assert pairs("Bappeda", *towns) == set()


def test_who_was_joined_or_told_apart_is_not_offered_again():
    line = OrganisationLine
    assert find_similar([line("1", "Medialink"), line("2", "Media Link", same_as="1")]) == ()
    apart = [line("1", "Medialink", other_than=("2",)), line("2", "Media Link")]
    assert find_similar(apart) == ()


def test_the_better_known_one_stays():
    better = OrganisationLine("1", "Media Link", "ML", sector="cso")
    (pair,) = find_similar([OrganisationLine("2", "Medialink"), better])
    assert (pair.keep_id, pair.join_id) == ("1", "2")


def test_a_typed_name_finds_the_one_it_resembles():
    lines = [OrganisationLine("1", "Perkumpulan Media Lintas Komunitas", "MLK")]
    lines += [OrganisationLine(str(n), f"Dinas {chr(65 + n % 26)}{n}") for n in range(2, 50)]
    for typed in ("Medialink", "media lintas komunitas", "Media Lintas Komunitsa"):
        found = find_like(typed, lines)
        assert found == lines[0]
    assert find_like("Universitas Muara", lines) is None
    assert find_like("Me", lines) is None

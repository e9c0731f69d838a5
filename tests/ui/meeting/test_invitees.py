"""What is typed for an attendee is understood as people mean it."""

import pytest

from db.snapshot import KnownAttendance
from ui.meeting.invitees import KnownNames, offers, read_line

KNOWN = KnownNames((
    KnownAttendance("Biro Perencanaan", "Kemendagri", None, "ministry"),
    KnownAttendance("", "Kementerian Dalam Negeri", "1", "ministry", ("Kemendagri",)),
    KnownAttendance("", "Jejaring Kader Sehat", "2", "cso", ("Jejaring Kader Sehat", "JKS")),
))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit", "organisation"),
    [
        ("Medialink", "", "Medialink"),
        ("Biro Perencanaan, Kemendagri", "Biro Perencanaan", "Kemendagri"),
        (" Biro  Perencanaan ,Kemendagri ", "Biro Perencanaan", "Kemendagri"),
        ("Subbagian Data, Arsip, dan Humas, PUPR", "Subbagian Data, Arsip, dan Humas", "PUPR"),
        ("JKS, Bidang Gizi", "Bidang Gizi", "JKS"),
        ("Biro Hukum,", "", "Biro Hukum"),
        (", Kemendagri", "", "Kemendagri"),
        ("<b>R&D</b>, {unit}", "<b>R&D</b>", "{unit}"),
    ],
)  # fmt: skip
def test_the_last_part_is_the_organisation(text: str, unit: str, organisation: str):
    found = read_line(text, KNOWN)
    assert (found["unit"], found["organisation"]) == (unit, organisation)


def test_the_directory_knows_the_sector_by_every_name():
    assert read_line("jks", KNOWN)["sector"] == "cso"
    assert read_line("jks", KNOWN)["organisation_id"] == "2"
    assert read_line("Bagian Apa Saja, kemendagri", KNOWN)["sector"] == "ministry"
    assert read_line("Warung Kopi", KNOWN) == {
        "unit": "", "organisation": "Warung Kopi", "organisation_id": None, "sector": "",
    }  # fmt: skip


def test_who_is_known_is_offered_while_typing():
    assert offers("biro", KNOWN) == ["Biro Perencanaan, Kemendagri"]
    assert offers("jk", KNOWN) == ["Jejaring Kader Sehat"]
    assert offers("Bagian Hukum, kementer", KNOWN) == ["Bagian Hukum, Kementerian Dalam Negeri"]
    assert offers("  ", KNOWN) == []

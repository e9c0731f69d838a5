"""The lines of the directory and of working groups, word for word."""

from db.overview import Appearance, GroupedCommitment, OrganisationLine
from db.records import Member, WorkingGroup
from ui.organisations.rows import (
    JOINED,
    appearance_rows,
    commitment_row,
    fits,
    group_row,
    member_row,
    organisation_row,
)

ID = "00000000-0000-4000-8000-00000000000"
FULL = OrganisationLine(f"{ID}1", "Dinas Kesehatan", "Dinkes", ("Dinas Sehat",), "subnational")
SHORT = OrganisationLine(f"{ID}2", "", "DK", same_as=FULL.id)
DIRECTORY = {line.id: line for line in (FULL, SHORT)}


def test_an_organisation_shows_its_other_names_and_its_sector(indonesian):
    row = organisation_row(indonesian, FULL, DIRECTORY)
    assert (row.title, row.note) == ("Dinas Kesehatan", "Dinkes · Dinas Sehat")
    assert row.chips == (("Pemda", "info"),)


def test_a_joined_one_says_what_it_is_the_same_as(indonesian):
    row = organisation_row(indonesian, SHORT, DIRECTORY)
    assert (row.title, row.note) == ("DK", "sama dengan Dinas Kesehatan")
    assert row.chips == (("sektor?", "neutral"),)


def test_a_search_finds_every_name_by_any_part_in_any_order():
    assert fits(FULL, None, "sehat dinkes")
    assert fits(FULL, "subnational", "DINAS")
    assert not fits(FULL, None, "pertanian")
    assert not fits(FULL, "cso", "")


def test_joined_ones_are_only_shown_when_asked_for():
    assert not fits(SHORT, None, "")
    assert not fits(SHORT, "", "")
    assert fits(SHORT, JOINED, "")
    assert not fits(FULL, JOINED, "")


def test_appearances_stand_under_their_kind(indonesian):
    found = (
        Appearance("commitments", "c", "Data", "p", ("leads", "milestones"), number=2),
        Appearance("meetings", "m", "", "p", ("attendances",), "2021-02-03", meeting_kind="public"),
    )
    head, commitment, _, meeting = appearance_rows(indonesian, found)
    assert (head.heading, head.title, head.chips) == (True, "Komitmen", (("1", "neutral"),))
    assert (commitment.key, commitment.lead) == ("commitments:c", "2")
    assert commitment.note == "penanggung jawab, aktor milestone"
    assert meeting.title == "(tanpa nama)"
    assert meeting.note == "Konsultasi Publik · 3 Februari 2021 · peserta"


def test_a_group_counts_its_members_and_commitments(indonesian):
    group = WorkingGroup(id=f"{ID}3", plan_id=f"{ID}4", members=(Member(), Member()))
    commitments = (GroupedCommitment("c", 1, "", group.id), GroupedCommitment("d", None, "", ""))
    row = group_row(indonesian, group, commitments)
    assert (row.title, row.note) == ("(belum ada tema)", "2 anggota · 1 komitmen")
    assert commitment_row(indonesian, commitments[1]).lead == "–"


def test_a_member_says_how_far_it_was_weighed(indonesian):
    member = Member(organisation_id=FULL.id, focus="Ya", plans="  ")
    row = member_row(indonesian, 1, member, DIRECTORY)
    assert (row.key, row.lead, row.note) == ("1", "2", "Pemda")
    assert row.chips == (("1 dari 4", "neutral"),)
    assert row.read_aloud() == "Dinas Kesehatan, 1 dari 4 pertimbangan terisi"
    whole = Member(focus="a", past_work="b", plans="c", expertise="d")
    row = member_row(indonesian, 0, whole, DIRECTORY)
    assert row.chips == (("4 dari 4", "success"),)
    assert row.title == "(organisasi yang sudah dihapus)"

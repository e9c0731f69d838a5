"""A commitment's form as somebody reads it: the official labels in order, every word under them."""

import dataclasses

import pytest

from db.records import Agreement, Commitment, Contact, Milestone, Party, Plan
from db.snapshot import CommitmentDossier, PlanDossier
from exports.canvas_pdf import render_commitment
from exports.commitment import commitment_content
from exports.form_parts import Heading
from resources.forms import form_names
from tests.exports.pdf_reading import (
    attachment,
    lost_word,
    open_pdf,
    outline_titles,
    page_texts,
    printed_texts,
    read_words,
    words_of,
)

ID = "00000000-0000-4000-8000-{:012}"


def a_commitment(form: str = "ogi-2020", **fields: object) -> CommitmentDossier:
    plan = Plan(id=ID.format(1), short_title="Rencana Kota", form=form)
    return CommitmentDossier(
        plan,
        Commitment(id=ID.format(2), plan_id=plan.id, **{"number": 7, "title": "Judul", **fields}),
    )


def text_of(dossier: CommitmentDossier, language: str = "id") -> str:
    return " ".join(read_words(render_commitment(dossier, language).data))


def party_lines(parties: tuple[Party, ...]) -> list[str]:
    if len(parties) == 1:
        return [parties[0].name]
    return [f"{number}. {party.name}" for number, party in enumerate(parties, 1)] or ["-"]


def test_commitment_6_of_the_real_plan_is_complete(ogi: PlanDossier) -> None:
    dossier = ogi.commitments[5]
    commitment, contact = dossier.commitment, dossier.contacts[0]
    wanted = ["6.", commitment.title, "Organisasi Masyarakat Sipil Pengusul"]
    wanted += [party.name for party in commitment.proposers]
    wanted += ["Januari 2021 – Desember 2022", "Kementerian/Lembaga Penanggung Jawab"]
    wanted += [*party_lines(commitment.leads), "Deskripsi Komitmen"]
    wanted += [
        "Apa latar belakang permasalahan publik yang akan diselesaikan dalam komitmen ini?",
        commitment.problem,
        "Apa bentuk komitmennya?",
        commitment.description,
        "Bagaimana komitmen tersebut dapat menyelesaikan permasalahan publik?",
        commitment.contribution,
        "Mengapa komitmen tersebut relevan terhadap nilai-nilai Keterbukaan Pemerintah?",
        commitment.values_text,
        "Kesesuaian dengan RPJMN dan SDGs",
        commitment.alignment,
        "Informasi tambahan. -",
        "Indikator capaian dengan target terukur: Tanggal Mulai Tanggal Berakhir",
    ]
    for number, milestone in enumerate(dossier.milestones, 1):
        wanted.append(f"{number}. {milestone.text} Januari 2021 Desember 2022")
    wanted += ["Informasi Kontak", "Nama PIC dari Kementerian Pelaksana -", "Jabatan, Departemen"]
    wanted += [contact.title, "E-mail dan nomor telepon", contact.email, contact.phone]
    wanted += ["Aktor lain yang terlibat.", "Aktor pemerintah yang terlibat"]
    wanted += party_lines(commitment.government_actors)
    wanted += ["OMS, sektor privat, multilateral, dan kelompok kerja -"]
    data = render_commitment(dossier, "id").data
    assert lost_word(words_of(wanted), read_words(data)) is None


def test_commitment_2_of_the_parliaments_plan_is_complete(opi: PlanDossier) -> None:
    dossier = opi.commitments[1]
    commitment, contact = dossier.commitment, dossier.contacts[0]
    wanted = ["Komitmen 2", commitment.title, "1 Januari 2020 – 31 Desember 2022"]
    wanted += ["Pimpinan badan / aktor pelaksana", *party_lines(commitment.leads)]
    wanted += [
        "Deskripsi Komitmen",
        "Apa masalah masyarakat yang akan dibahas oleh komitmen tersebut?",
        commitment.problem,
        "Apa komitmennya?",
        commitment.description,
        "Bagaimana komitmen ini berkontribusi untuk menyelesaikan permasalahan yg ada",
        "di masyarakat?",
        commitment.contribution,
        "Mengapa komitmen ini relevan terhadap nilai-nilai OGP?",
        commitment.values_text,
        "Kesesuaian dengan Rencana Kerja Parlemen",
        commitment.alignment,
        "Informasi Tambahan",
        commitment.additional,
        "Kegiatan Milestone dengan Penyampaian yang dapat diverifikasi",
        "Tanggal Mulai: Tanggal Akhir:",
    ]
    wanted += [f"{m.text} Januari 2021 Desember 2022" for m in dossier.milestones]
    wanted += ["Informasi Kontak", "Nama penanggung jawab dari badan yang mengimplementasi -"]
    wanted += ["Jabatan, Departemen", contact.title, "Email and Nomor Telepon -"]
    wanted += ["Aktor Lain yang Terlibat", "Aktor Parlemen yang Terlibat"]
    wanted += party_lines(commitment.government_actors)
    wanted += ["CSOs, sektor swasta, multilateral, working groups"]
    wanted += party_lines(commitment.other_actors)
    data = render_commitment(dossier, "id").data
    assert lost_word(words_of(wanted), read_words(data)) is None


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("form", form_names())
def test_what_is_attached_is_what_is_printed_on_every_form(
    ogi: PlanDossier, form: str, language: str
) -> None:
    for dossier in (ogi.commitments[1], ogi.commitments[5]):
        moved = dataclasses.replace(
            dossier, commitment=dossier.commitment.model_copy(update={"form": form})
        )
        data = render_commitment(moved, language).data
        content = attachment(data)["content"]
        assert content["form"] == form
        texts = list(printed_texts(content))
        assert sorted(set(words_of(texts)) - set(read_words(data))) == []
        known = {*words_of([*texts, content["foot"]]), "/", "1", "2", "3", "4"}
        assert set(read_words(data)) <= known


def test_an_unknown_form_is_shown_as_ogi_2020() -> None:
    assert "Apa bentuk komitmennya?" in text_of(a_commitment("city-2031", description="Janji"))


def test_the_form_of_2018_is_lettered() -> None:
    text = text_of(a_commitment("ogi-2018", problem="Masalah", additional="Biaya"))
    assert "A. Aktor/ Badan Pemimpin Implementasi" in text
    assert "B. Apa masalah masyarakat yang akan dibahas oleh komitmen ini Masalah" in text
    assert "G. Informasi Tambahan Biaya" in text


def test_a_sixth_milestone_on_the_form_of_2018_is_printed_too() -> None:
    dossier = a_commitment("ogi-2018")
    milestones = tuple(
        Milestone(id=ID.format(n), commitment_id=ID.format(2), position=n, text=f"Capaian {n}")
        for n in range(10, 16)
    )
    assert "6. Capaian 15" in text_of(dataclasses.replace(dossier, milestones=milestones))


def test_the_form_of_2022_prints_outputs_and_stakeholders() -> None:
    milestone = Milestone(
        id=ID.format(3),
        commitment_id=ID.format(2),
        text="Format disepakati",
        output="Format dua halaman",
        start="2023-01",
        end="2023-03",
        actors=(Party(name="Dinas Pendidikan", unit="Bidang SD"),),
    )
    dossier = a_commitment("ogp-2022", done_so_far="Edaran.", participation="Musyawarah.")
    text = text_of(dataclasses.replace(dossier, milestones=(milestone,)), "en")
    assert "Format disepakati Format dua halaman January 2023 – March 2023" in text
    assert "Bidang SD, Dinas Pendidikan" in text
    assert "What has been done so far to solve the problem? Edaran." in text


def test_what_a_form_has_no_place_for_is_printed_below_it() -> None:
    milestone = Milestone(
        id=ID.format(3),
        commitment_id=ID.format(2),
        text="Capaian",
        output="Laporan",
        actors=(Party(name="Kader"),),
    )
    contact = Contact(id=ID.format(4), commitment_id=ID.format(2), side="cso", name="Laras")
    dossier = a_commitment("ogi-2020", transparency="Data terbuka.")
    dossier = dataclasses.replace(dossier, milestones=(milestone,), contacts=(contact,))
    text = text_of(dossier)
    assert "Capaian Keluaran: Laporan Aktor: Kader" in text
    assert "Nama narahubung OMS atau aktor lain Laras" in text
    assert "Transparansi Data terbuka." in text


def test_ticked_values_are_named_when_nothing_is_written_about_them() -> None:
    ticked = {"values": ("transparansi", "inklusif")}
    assert "Nilai: transparansi, inklusif" in text_of(a_commitment(**ticked))
    assert "Nilai:" not in text_of(a_commitment(**ticked, values_text="Terbuka."))


def test_an_empty_commitment_prints_its_labels() -> None:
    text = text_of(a_commitment(number=None, title=""))
    assert "Apa bentuk komitmennya? -" in text


def test_typed_text_is_never_markup() -> None:
    hostile = 'R&D <Menteri> <img src="x"> {nama} &lt; </td> <a href="x">'
    texts = dict.fromkeys(["title", "problem", "additional"], hostile)
    assert text_of(a_commitment(**texts)).count(hostile) >= 3


def test_a_text_longer_than_many_pages_flows_on_and_takes_no_time() -> None:
    words = [f"kata{n}" for n in range(11_000)]
    data = render_commitment(a_commitment(problem=" ".join(words), additional="Akhir"), "id").data
    assert lost_word([*words, "Akhir"], read_words(data)) is None
    assert len(page_texts(data)) > 20


def test_a_word_longer_than_a_page_is_broken_and_nothing_of_it_is_lost() -> None:
    word = "".join(chr(ord("a") + n % 26) for n in range(20_000))
    data = render_commitment(a_commitment(problem=f"{word} akhir"), "id").data
    printed = "".join(page for page in page_texts(data)).replace("\n", "")
    assert "akhir" in printed
    assert sum(printed.count(word[start : start + 26]) for start in range(26)) > 15_000


def test_bookmarks_are_the_commitments_title_and_its_sections(opi: PlanDossier) -> None:
    dossier = opi.commitments[1]
    data = render_commitment(dossier, "id").data
    assert outline_titles(data) == [
        (0, f"Komitmen 2 – {dossier.commitment.title}"),
        (1, "Deskripsi Komitmen"),
        (1, "Kegiatan Milestone dengan Penyampaian yang dapat diverifikasi"),
        (1, "Informasi Kontak"),
    ]


def test_the_file_says_its_title_its_office_and_its_language(ogi: PlanDossier) -> None:
    dossier = ogi.commitments[5]
    pdf = open_pdf(render_commitment(dossier, "en").data)
    assert dossier.commitment.title in pdf.metadata.title
    assert pdf.metadata.author == ogi.plan.organiser
    assert pdf.root_object["/Lang"] == "en"
    assert pdf.metadata.creation_date is None


@pytest.mark.parametrize(
    ("form", "problem", "alignment"),
    [
        ("ogi-2018", "B. Masalah masyarakat", "F. Kesesuaian RKP"),
        ("ogi-2020", "Permasalahan", "RPJMN dan SDGs"),
        ("opi-2020", "Masalah masyarakat", "Rencana Kerja Parlemen"),
        ("ogp-2022", "Masalah", "Rencana dan SDGs"),
    ],
)
def test_disputed_fields_are_printed_as_reservations_on_every_form(
    form: str, problem: str, alignment: str
) -> None:
    stance = {"commitment_id": ID.format(2), "state": "disputed"}
    about = {"canvas_field": "problem", **stance}
    agreements = (
        Agreement(id=ID.format(21), canvas_field="alignment", organisation="Dinas", **stance),
        Agreement(id=ID.format(22), organisation="Forum", note="Belum <b>jelas</b>", **about),
        Agreement(id=ID.format(23), note="Angkanya lama", **about),
        Agreement(id=ID.format(24), **{**about, "state": "agreed"}),
    )
    dossier = dataclasses.replace(a_commitment(form), agreements=agreements)
    parts = commitment_content(dossier, "id").parts
    heading = parts.index(Heading("Catatan Keberatan"))
    assert [(p.label, p.text) for p in parts[heading + 1 :]] == [
        (problem, "1. Forum: Belum <b>jelas</b>\n2. Peserta: Angkanya lama"),
        (alignment, "Dinas"),
    ]
    assert "Forum: Belum <b>jelas</b>" in text_of(dossier)


def test_a_commitment_that_nobody_disputes_has_no_reservations() -> None:
    waiting = Agreement(
        id=ID.format(21), commitment_id=ID.format(2), canvas_field="problem", state="waiting"
    )
    parts = commitment_content(
        dataclasses.replace(a_commitment(), agreements=(waiting,)), "en"
    ).parts
    assert Heading("Reservations") not in parts

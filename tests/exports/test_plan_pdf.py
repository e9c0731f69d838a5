"""The book of plans: cover, contents that lead to pages, chapters, commitments, matrices."""

import dataclasses
import re

from db.records import Chapter, Commitment, Plan, Target
from db.snapshot import CommitmentDossier, PlanDossier
from exports.plan_pdf import render_plan
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


def a_plan(*titles: str, chapters: tuple[Chapter, ...] = (), **fields: object) -> PlanDossier:
    plan = Plan(id=ID.format(1), chapters=chapters, **{"title": "Rencana Kota", **fields})
    commitments = [
        CommitmentDossier(
            plan, Commitment(id=ID.format(10 + n), plan_id=plan.id, number=n, title=title)
        )
        for n, title in enumerate(titles, 1)
    ]
    return PlanDossier(plan, tuple(commitments))


def with_targets(dossier: PlanDossier, *rows: tuple[str, str, str]) -> PlanDossier:
    first = dossier.commitments[0]
    targets = tuple(
        Target(
            id=ID.format(50 + n),
            commitment_id=first.commitment.id,
            position=n,
            goal=goal,
            responsible=responsible,
            measure=measure,
            targets={"B06": f"target {n}"},
        )
        for n, (goal, responsible, measure) in enumerate(rows, 1)
    )
    commitments = (dataclasses.replace(first, targets=targets), *dossier.commitments[1:])
    return dataclasses.replace(dossier, commitments=commitments)


def pages_of(dossiers: list[PlanDossier], language: str = "id") -> list[str]:
    return [" ".join(page.split()) for page in page_texts(render_plan(dossiers, language).data)]


def test_every_word_of_the_real_plan_stands_in_the_book(ogi: PlanDossier) -> None:
    data = render_plan([ogi], "id").data
    found = " ".join(read_words(data))
    for dossier in ogi.commitments:
        commitment = dossier.commitment
        texts = [commitment.title, commitment.description, commitment.values_text]
        texts += [milestone.text for milestone in dossier.milestones]
        for text in texts:
            assert lost_word(text.split(), found.split()) is None
    printed = set(found.split())
    for dossier in ogi.commitments:
        for target in dossier.targets:
            texts = [target.goal, target.responsible, target.measure, *target.targets.values()]
            assert set(words_of(texts)) <= printed


def test_what_is_attached_is_what_is_printed(ogi: PlanDossier, opi: PlanDossier) -> None:
    data = render_plan([ogi, opi], "id").data
    attached = attachment(data)
    assert attached["document"] == "plan"
    texts = list(printed_texts(attached["content"]))
    printed = set(read_words(data))
    assert set(words_of(texts)) <= printed
    feet = [part["foot"] for part in attached["content"]["parts"]]
    feet += [
        one["foot"]
        for part in attached["content"]["parts"]
        for one in (*part["commitments"], *part["matrices"])
    ]
    known = set(words_of([*texts, *feet]))
    others = {word for word in printed - known if not re.fullmatch(r"\d+[.:]?|[:/–]", word)}
    assert others == set()


def test_a_page_says_at_its_foot_which_commitment_it_is_about(ogi: PlanDossier) -> None:
    pages = pages_of([ogi])
    named = [page for page in pages if f"{ogi.plan.short_title} · Komitmen 6" in page]
    assert any(ogi.commitments[5].commitment.title in page for page in named)
    matrices = [page for page in pages if "Sasaran Keberhasilan" in page]
    assert matrices
    assert all(f"{ogi.plan.short_title} · Komitmen " in page for page in matrices)
    # The contents are about all of them, also where no chapter stands between.
    assert pages[1].endswith(f"{ogi.plan.short_title} 2 / {len(pages)}")


def test_the_contents_name_the_pages_that_things_stand_on(ogi: PlanDossier) -> None:
    pages = pages_of([ogi])
    contents = pages[1]
    assert contents.startswith("DAFTAR ISI")
    for dossier in ogi.commitments:
        title = f"{dossier.commitment.number}. {dossier.commitment.title}"
        page = int(re.search(re.escape(title) + r" (\d+)", contents)[1])
        assert title in pages[page - 1]
        assert f"{page} / {len(pages)}" in pages[page - 1]


def test_a_click_on_the_contents_leads_to_the_page() -> None:
    pdf = open_pdf(render_plan([a_plan("Satu", "Dua")], "id").data)
    links = [annotation.get_object() for annotation in pdf.pages[1]["/Annots"]]
    pages = [page.indirect_reference.idnum for page in pdf.pages]
    targets = [pages.index(list.__getitem__(link["/Dest"], 0).idnum) for link in links]
    assert targets == [2, 2, 3]


def test_every_commitment_begins_a_page() -> None:
    pages = pages_of([a_plan("Satu", "Dua", "Tiga")])
    assert [n for n, page in enumerate(pages) if "Apa bentuk komitmennya?" in page] == [2, 3, 4]


def test_chapters_stand_before_the_commitments_in_their_order() -> None:
    chapters = (
        Chapter(title="I. Pendahuluan", text="Alasan.\n\nSatu dua."),
        Chapter(title="II. Cara", text="Langkah."),
        Chapter(text="Tanpa judul."),
    )
    text = " ".join(pages_of([a_plan("Satu", chapters=chapters)])[2:])
    wanted = "I. Pendahuluan Alasan. Satu dua. II. Cara Langkah. Tanpa judul. Komitmen 1. Satu"
    assert lost_word(wanted.split(), text.split()) is None


def test_several_plans_are_parts_each_with_its_own_numbers() -> None:
    first, second = a_plan("Air"), a_plan("Jalan", title="Rencana Dewan", form="opi-2020")
    data = render_plan([first, second], "id").data
    assert [entry for entry in outline_titles(data) if entry[0] < 3] == [
        (0, "Bagian 1: Rencana Kota"),
        (1, "Komitmen"),
        (2, "1. Air"),
        (0, "Bagian 2: Rencana Dewan"),
        (1, "Komitmen"),
        (2, "Komitmen 1 – Jalan"),
    ]
    assert "Rencana Kota Rencana Dewan" in " ".join(page_texts(data)[0].split())
    assert "Rencana Kota · Rencana Dewan" in " ".join(page_texts(data)[1].split())


def test_matrices_are_a_landscape_appendix() -> None:
    dossier = with_targets(
        a_plan("Air", start="2021-01"),
        ("Sungai bersih", "Dinas", "Ukuran satu"),
        ("Sungai bersih", "Dinas", "Ukuran dua"),
        ("Sungai bersih", "Warga", "Ukuran tiga"),
    )
    data = render_plan([dossier], "id").data
    pdf = open_pdf(data)
    landscape = [page for page in pdf.pages if page.mediabox.width > page.mediabox.height]
    assert [page.page_number for page in landscape] == [len(pdf.pages) - 1]
    text = " ".join(landscape[0].extract_text().split())
    wanted = (
        "Lampiran: Rancangan Target Komitmen RANCANGAN TARGET KOMITMEN Rencana Kota "
        "Komitmen : Air Sasaran Keberhasilan Penanggung Jawab Ukuran Keberhasilan B06 (2021) "
        "B12 (2021) B18 (2022) B24 (2022) Data Pendukung Sungai bersih Dinas Ukuran satu target 1 "
        "Ukuran dua target 2 Warga Ukuran tiga target 3"
    )
    assert lost_word(wanted.split(), text.split()) is None
    assert text.count("Sungai bersih") == 1


def test_a_matrix_cell_longer_than_pages_goes_on() -> None:
    words = [f"kata{n}" for n in range(6_000)]
    dossier = with_targets(
        a_plan("Air"), (" ".join(words), "Dinas", "Ukuran satu"), ("Lain", "Dinas", "Akhir")
    )
    data = render_plan([dossier], "id").data
    assert lost_word([*words, "Akhir"], read_words(data)) is None


def test_a_plan_without_anything_is_still_a_book() -> None:
    plan = PlanDossier(Plan(id=ID.format(1)))
    assert "Belum ada komitmen dalam rencana aksi ini." in pages_of([plan])[-1]
    assert "This action plan has no commitments yet." in pages_of([plan], "en")[-1]


def test_a_title_of_any_length_fits_the_bookmarks() -> None:
    document = render_plan([a_plan("Judul " * 9_000, title="Rencana " * 9_000)], "id")
    assert document.warnings == ()


def test_equal_plans_give_equal_bytes(opi: PlanDossier) -> None:
    assert render_plan([opi], "id").data == render_plan([opi], "id").data

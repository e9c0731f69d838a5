"""Frozen minutes print the same for ever; they say which version they are, and prove it."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from db.errors import ExportError
from db.frozen import checksum
from db.records import Minutes, Paper, Signature
from db.snapshot import MeetingDossier
from exports import minutes_docx, minutes_pdf
from exports.frozen_minutes import can_print, fingerprint, freeze_minutes, read_frozen
from exports.minutes import minutes_content
from exports.minutes_parts import MinutesContent
from exports.pictures import prepare_logo
from exports.rebuild import rebuild
from tests.exports.meetings import COMMITMENT, ID, MEETING, a_commitment, a_full_meeting
from tests.exports.pdf_reading import attachment, open_pdf, page_texts, read_words
from tests.exports.test_pictures import a_picture

REFERENCE = Path(__file__).parents[1] / "reference"
LOGO = prepare_logo(a_picture())
OFFICE = Paper(logo=LOGO, note_taker=Signature(name="Notulis Kantor"), chair_signs="yes")


def frozen(dossier: MeetingDossier, corrected: Minutes | None = None, **kept: str) -> Minutes:
    """Freeze a meeting as the register does."""
    content = json.loads(json.dumps(freeze_minutes(dossier, corrected) | kept))
    number = corrected.version if corrected else None
    return Minutes(
        id=ID.format(900 + (number or 0)), meeting_id=MEETING, version=(number or 0) + 1,
        corrects=number, made_on="2026-03-10", content=content, sha256=checksum(content),
    )  # fmt: skip


@pytest.fixture(scope="module")
def first() -> Minutes:
    return frozen(a_full_meeting(paper=OFFICE))


@pytest.fixture(scope="module")
def second(first: Minutes) -> Minutes:
    kept = {"reason": "Nama dinas keliru.", "corrected_on": "2026-03-10"}
    return frozen(a_full_meeting(paper=OFFICE, place="Balai Kota"), first, **kept)


# -- the same for ever -----------------------------------------------------------------------


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("render", [minutes_pdf.render_frozen, minutes_docx.render_frozen])
def test_a_version_is_the_same_bytes_whenever_it_is_printed(
    first: Minutes, language: str, public: bool, render: Callable[..., Any]
):
    stored = Minutes.model_validate_json(first.model_dump_json())
    assert render(stored, language, public).data == render(first, language, public).data


def test_it_prints_what_the_draft_printed_but_for_what_makes_it_final(first: Minutes):
    draft = read_words(minutes_pdf.render_minutes(a_full_meeting(paper=OFFICE), "id").data)
    final = read_words(minutes_pdf.render_frozen(first, "id").data)
    assert set(draft) - set(final) == {"DRAF"}
    new = " ".join(word for word in final if word not in draft)
    assert re.fullmatch(r"(Versi )+Sidik isi( [0-9A-F]{4}){4}", new)


def test_the_picture_and_who_signs_for_the_office_are_frozen_with_it(first: Minutes):
    content, _ = read_frozen(first, "id", public=False)
    assert content.logo == LOGO
    assert [signer.name for signer in content.signers] == ["", "Sekar Pagi"]
    data = minutes_pdf.render_frozen(first, "id").data
    assert len(open_pdf(data).pages[0].images) == 1
    # It is kept once, not in each of the four papers.
    assert json.dumps(first.content).count(LOGO) == 1


# -- which version ---------------------------------------------------------------------------


def test_every_page_says_its_version_and_the_last_one_the_fingerprint(first: Minutes):
    pages = page_texts(minutes_pdf.render_frozen(first, "id").data)
    assert len(pages) == 3
    assert all("Versi 1" in page for page in pages)
    mark = f"Sidik isi {fingerprint(first.sha256)}"
    assert [mark in page for page in pages] == [False, False, True]


def test_the_fingerprint_is_the_beginning_of_the_checksum():
    assert fingerprint("0a1b2c3d4e5f6789" + "0" * 48) == "0A1B 2C3D 4E5F 6789"


def test_a_correction_says_at_its_head_what_it_corrects_and_why(second: Minutes):
    pages = page_texts(minutes_pdf.render_frozen(second, "id").data)
    head = " ".join(pages[0].split())
    correction = (
        "Versi 2, mengoreksi versi 1 tanggal 10 Maret 2026. Alasan koreksi: Nama dinas keliru."
    )
    assert correction in head
    assert all("Versi 2, mengoreksi versi 1" in page for page in pages)


def test_the_public_does_not_read_why(second: Minutes):
    data = minutes_pdf.render_frozen(second, "id", public=True).data
    for text in (" ".join(read_words(data)), str(attachment(data))):
        assert "Nama dinas keliru" not in text
    assert "Versi publik · Versi 2, mengoreksi versi 1" in " ".join(read_words(data))


def test_the_word_document_says_the_same(second: Minutes):
    document = docx.Document(BytesIO(minutes_docx.render_frozen(second, "id").data))
    for section in document.sections:
        # On a line of its own, which ends with the page's number at that page's edge.
        named, note = section.footer.paragraphs
        assert "Versi" not in named.text
        assert note.text == "Versi 2, mengoreksi versi 1\t / "
        (edge,) = note.paragraph_format.tab_stops
        assert edge.position == section.page_width - section.left_margin - section.right_margin
    last = document.paragraphs[-1].text
    assert last == f"Versi 2, mengoreksi versi 1 · Sidik isi {fingerprint(second.sha256)}"
    assert any("Alasan koreksi: Nama dinas keliru." in p.text for p in document.paragraphs)
    assert len(document.inline_shapes) == 1


def test_the_attached_data_name_the_version(second: Minutes):
    attached = attachment(minutes_pdf.render_frozen(second, "id").data)
    assert attached["edition"]["label"] == "Versi 2, mengoreksi versi 1"
    assert fingerprint(second.sha256) in attached["edition"]["fingerprint"]
    assert "edition" not in attachment(minutes_pdf.render_minutes(a_full_meeting(), "id").data)


# -- the appendix of a correction ------------------------------------------------------------


def test_a_correction_keeps_the_appendix_of_the_version_that_it_corrects(first: Minutes):
    later = a_full_meeting(commitments=(a_commitment(problem="Sudah lain."),))
    kept, _ = read_frozen(frozen(later, first), "id", public=False)
    assert kept.summaries[0].problem.text == "Jadwal tidak diumumkan."
    fresh, _ = read_frozen(frozen(later), "id", public=False)
    assert fresh.summaries[0].problem.text == "Sudah lain."


def test_a_commitment_that_the_version_before_lacked_gets_its_own_appendix(first: Minutes):
    new = a_commitment(title="Baru")
    other = replace(new, commitment=new.commitment.model_copy(update={"id": ID.format(33)}))
    later = a_full_meeting(commitments=(other, a_commitment(problem="Sudah lain.")))
    content, _ = read_frozen(frozen(later, first), "en", public=True)
    problems = [(s.action.text, s.problem.text) for s in content.summaries]
    assert problems == [
        ("Baru", "Jadwal tidak diumumkan."), ("Jadwal posyandu terbuka", "Jadwal tidak diumumkan."),
    ]  # fmt: skip


# -- what is not as it should be -------------------------------------------------------------


def test_content_that_was_touched_is_refused(first: Minutes):
    content = json.loads(json.dumps(first.content))
    content["papers"]["id"]["chair"]["text"] = "Orang lain"
    with pytest.raises(ExportError) as refused:
        minutes_pdf.render_frozen(first.model_copy(update={"content": content}), "id")
    assert (refused.value.key, refused.value.values) == ("minutes_damaged", {"version": 1})


@pytest.mark.parametrize(
    "content", [{}, {"title": "NOTULEN"}, {"format": "rembuk-minutes", "papers": []}]
)
def test_what_another_program_froze_is_refused(content: dict[str, Any]):
    minutes = Minutes(id=ID.format(9), meeting_id=MEETING, version=3, content=content)
    assert not can_print(minutes)
    with pytest.raises(ExportError) as refused:
        minutes_docx.render_frozen(minutes, "id")
    assert refused.value.key == "minutes_foreign"


def test_a_version_without_most_of_its_parts_still_prints():
    content = {"format": "rembuk-minutes", "version": 1, "papers": {"id": {"title": "NOTULEN"}}}
    minutes = Minutes(
        id=ID.format(9), meeting_id=MEETING, version=1, content=content, sha256=checksum(content)
    )
    for language in ("id", "en"):
        assert minutes_pdf.render_frozen(minutes, language).data.startswith(b"%PDF")
        assert minutes_docx.render_frozen(minutes, language, public=True).data.startswith(b"PK")


@pytest.mark.parametrize(("day", "said"), [(3, "mengoreksi versi 1."), ("kemarin", "kemarin")])
def test_a_date_of_another_shape_does_not_keep_a_version_from_printing(
    second: Minutes, day: object, said: str
):
    content = second.content | {"corrected_on": day, "reason": ["?"]}
    odd = second.model_copy(update={"content": content, "sha256": checksum(content)})
    assert said in " ".join(page_texts(minutes_pdf.render_frozen(odd, "id").data)[0].split())


# -- a version of an earlier program ---------------------------------------------------------


def reference() -> Minutes:
    """Minutes that were frozen when versions were new; their file never changes."""
    return Minutes.model_validate_json((REFERENCE / "minutes-1.json").read_text("utf-8"))


def test_minutes_of_an_earlier_program_are_read_whole():
    minutes = reference()
    assert checksum(minutes.content) == minutes.sha256
    for paper in minutes.content["papers"].values():
        rebuilt = json.loads(json.dumps(asdict(rebuild(MinutesContent, paper))))
        assert {key: rebuilt[key] for key in paper} == paper


@pytest.mark.parametrize("paper", ["id", "en", "id-public", "en-public"])
def test_minutes_of_an_earlier_program_still_say_the_same(paper: str):
    language, _, public = paper.partition("-")
    printed = read_words(minutes_pdf.render_frozen(reference(), language, bool(public)).data)
    wanted = (REFERENCE / f"minutes-1-{paper}.txt").read_text("utf-8").split()
    assert set(printed) == set(wanted)


def test_what_is_frozen_is_what_minutes_say():
    dossier = a_full_meeting(status="final")
    content, _ = read_frozen(frozen(dossier), "id", public=False)
    assert content == minutes_content(dossier, "id")
    assert frozen(dossier).content["commitments"] == [COMMITMENT]

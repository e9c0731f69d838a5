"""The proof that is looked at while minutes are written: the same pages as those printed."""

from db.frozen import checksum
from db.records import Minutes
from exports.frozen_minutes import freeze_minutes
from exports.minutes_pdf import render_frozen, render_minutes
from exports.proof import Proof, Proofs
from tests.exports.meetings import ID, MEETING, a_full_meeting, a_meeting, a_point
from tests.exports.pdf_reading import open_pdf, page_texts

TEXT = "Warga mengusulkan jadwal yang terbuka bagi semua orang di setiap kelurahan. "


def drawn(proof: Proof) -> list[str]:
    return [text for n in range(len(proof.pages)) for text in page_texts(proof.draw(n))]


def test_each_page_is_the_one_that_is_printed() -> None:
    points = (a_point(n, f"{n} {TEXT * (n % 7 + 1)}") for n in range(1, 60))
    dossier = a_meeting(*points, commitments=a_full_meeting().commitments)
    proofs = Proofs("id")
    printed = page_texts(render_minutes(dossier, "id").data)
    assert len(printed) > 5
    assert drawn(proofs.lay_out(dossier)) == printed
    assert drawn(proofs.lay_out(dossier)) == printed, "as often as it is asked for"
    page = open_pdf(proofs.lay_out(dossier).draw(0)).pages[0]
    assert b"BDC" not in page.get_contents().get_data(), "who looks on pays for no tags"
    sizes = proofs.lay_out(dossier).sizes
    boxes = [page.mediabox for page in open_pdf(render_minutes(dossier, "id").data).pages]
    assert [(round(w), round(h)) for w, h in sizes] == [
        (round(b.width), round(b.height)) for b in boxes
    ]


def test_it_says_where_each_point_stands() -> None:
    long = a_point(2, "\n".join(f"baris{n}" for n in range(100)))
    same = "Setuju."
    dossier = a_meeting(a_point(1, same), long, a_point(3, same))
    proof = Proofs("id").lay_out(dossier)
    first, second, third = (proof.places[ID.format(100 + n)] for n in (1, 2, 3))
    assert [place.page for place in first] == [0]
    assert [place.page for place in second] == list(range(third[0].page + 1))
    assert second[0].top > first[0].bottom
    assert third[0].page > 0
    assert third[0].top > second[-1].bottom


def test_what_is_final_is_shown_as_it_was_frozen() -> None:
    dossier = a_full_meeting()
    content = freeze_minutes(dossier)
    minutes = Minutes(
        id=ID.format(9), meeting_id=MEETING, version=1, made_on="2026-03-05",
        content=content, sha256=checksum(content),
    )  # fmt: skip
    printed = page_texts(render_frozen(minutes, "id").data)
    assert drawn(Proofs("id").lay_out(dossier, minutes)) == printed

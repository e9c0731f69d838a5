"""A draft's passport: what changed, at whose request, what is still open, on two pages at most."""

from dataclasses import replace

import pytest

from db.comparing import compare_dossiers
from db.draft_content import draft_content, read_draft
from db.errors import ExportError
from db.following import InputLine
from db.frozen import checksum
from db.memory import Wording
from db.passport import DraftPassport, PassportChange
from db.records import CHECKPOINTS, Commitment, Draft, Milestone, Plan, Target
from db.snapshot import CommitmentDossier
from exports.draft_pdf import render_draft
from exports.passport import passport_content
from exports.passport_pdf import render_passport
from tests.exports.meetings import ID
from tests.exports.pdf_reading import attachment, open_pdf, outline_titles, read_words

PLAN = Plan(id=ID.format(1), title="Rencana Aksi Kota", short_title="RAK", organiser="Bappeda")
ASKED = Wording(
    ID.format(9), "", "2026-03-04T00:00:00Z", "Sekar", meeting_id=ID.format(8),
    meeting_kind="bilateral", meeting_date="2026-03-04", point_number="3b",
    raised_by="Forum Warga",
)  # fmt: skip


def a_dossier(problem: str, *milestones: str) -> CommitmentDossier:
    commitment = Commitment(
        id=ID.format(2), plan_id=PLAN.id, number=4, title="Posyandu", problem=problem
    )
    parts = [
        Milestone(id=ID.format(20 + n), commitment_id=commitment.id, text=text, start="2026-01")
        for n, text in enumerate(milestones)
    ]
    return CommitmentDossier(PLAN, commitment, tuple(parts))


def a_draft(level: str, dossier: CommitmentDossier, **besides) -> Draft:
    content = draft_content(dossier, **besides)
    return Draft(
        id=ID.format(30 + len(level)), commitment_id=ID.format(2), level=level,
        made_on="2026-03-05", content=content, sha256=checksum(content),
    )  # fmt: skip


def a_passport(before: CommitmentDossier, after: CommitmentDossier, inputs=(), **besides):
    draft = a_draft("final", after, authors=["Forum Warga", "Bappeda"], **besides)
    pairs = [p for p in compare_dossiers(before, read_draft(draft, PLAN)) if p.changed]
    changes = tuple(PassportChange(pair, (ASKED,)) for pair in pairs)
    return DraftPassport(draft, after, a_draft("1", before), changes, tuple(inputs))


SAID = "Jadwal posyandu tidak diketahui warga."
BESIDES = {
    "frozen_by": "Rahayu",
    "reason": "Tenggat <besok>",
    "overruled": [
        {"key": "missing", "kind": "commitments", "field": "leads"},
        {"key": "unanswered", "kind": "points", "number": "7", "text": "Rahasia"},
        {"key": "from_a_later_program", "kind": "?", "text": "Syarat baru"},
    ],
    "agreements": [
        {"canvas_field": "problem", "state": "disputed", "organisation": "Dinas", "note": "Angka"},
        {"canvas_field": "title", "state": "agreed"},
    ],
}


def test_it_says_what_changed_at_whose_request_and_what_is_open():
    after = a_dossier(SAID.replace("warga", "banyak warga"), "Papan jadwal")
    line = InputLine(
        ID.format(5), "Tambah papan", "", raised_by="Kader", point_number="2",
        meeting_date="2026-03-04",
    )  # fmt: skip
    content = passport_content(a_passport(a_dossier(SAID), after, [line], **BESIDES), "id")
    problem, milestone = content.rows
    assert (problem.part, milestone.part) == ("Permasalahan", "Milestone 1")
    assert (problem.before, problem.after) == (SAID, after.commitment.problem)
    assert problem.request == "Forum Warga, Pertemuan bilateral 4 Maret 2026, butir 3b"
    assert (milestone.before, milestone.after) == ("", "Papan jadwal\nJanuari 2026")
    told = {section.heading: section.lines for section in content.sections}
    assert told["Catatan keberatan"] == ("Permasalahan: Angka (Dinas)",)
    assert told["Syarat yang dikesampingkan"] == (
        "Penanggung jawab belum diisi",
        "Syarat baru",
        "Satu masukan belum ditanggapi dengan alasan",
        "Alasan: Tenggat <besok>",
    )
    assert told["Masukan yang belum ditanggapi saat paspor ini dicetak"] == (
        "Tambah papan (Kader, 4 Maret 2026, butir 2)",
    )


def test_it_says_that_nothing_stands_there_any_more():
    passport = a_passport(a_dossier(SAID, "Papan jadwal"), a_dossier(""))
    emptied, deleted = passport_content(passport, "id").rows
    assert (emptied.before, emptied.after) == (SAID, "(dikosongkan)")
    assert (deleted.before, deleted.after) == ("Papan jadwal\nJanuari 2026", "(dihapus)")


@pytest.mark.parametrize("language", ["id", "en"])
def test_its_pages_say_all_of_it_and_are_archived(language):
    passport = a_passport(a_dossier(SAID), a_dossier("Lain."), **BESIDES)
    document = render_passport(passport, language)
    assert document.warnings == ()
    words = set(read_words(document.data))
    assert {"Posyandu", "Rahayu", "<besok>", "Lain."} <= words
    attached = attachment(document.data)
    assert (attached["document"], attached["language"]) == ("passport", language)
    assert render_passport(passport, language).data == document.data


def test_its_bookmarks_lead_to_its_sections_and_to_what_changed():
    passport = a_passport(a_dossier(SAID), a_dossier(SAID + " Juga kader."), **BESIDES)
    content = passport_content(passport, "id")
    assert outline_titles(render_passport(passport, "id").data) == [
        (0, content.title),
        (1, content.changes),
        *((2, " ".join(row.part.split())) for row in content.rows),
        *((1, section.heading) for section in content.sections),
    ]


def test_a_frozen_draft_prints_its_form_of_then_and_refuses_what_was_not_frozen():
    draft = a_draft("final", a_dossier(SAID), agreements=BESIDES["agreements"])
    words = read_words(render_draft(draft, PLAN, "id").data)
    assert {"posyandu", "final", "Angka"} <= set(words)
    broken = draft.model_copy(update={"sha256": "0" * 64})
    with pytest.raises(ExportError) as refused:
        render_draft(broken, PLAN, "id")
    assert refused.value.key == "draft_damaged"


def test_two_pages_are_enough_for_the_longest():
    long = "Satu kalimat yang panjang tentang layanan. " * 2_000
    before, after = (a_dossier(long[n:], *[long[n:]] * 30) for n in (0, 7))
    lines = [InputLine(ID.format(5), long, "", raised_by="Kader") for _ in range(40)]
    besides = {"reason": long, "overruled": BESIDES["overruled"][:1] * 60}
    # A new row of the matrix takes more room than a text that changed.
    stages = dict.fromkeys(CHECKPOINTS, "Delapan puluh dari seratus dua desa menerbitkan datanya")
    targets = tuple(
        Target(
            id=ID.format(70 + n), commitment_id=ID.format(2), goal="Data terbuka " * 3,
            responsible="Dinas", measure="Banyaknya desa", targets=stages, evidence="Laman",
        )
        for n in range(9)
    )  # fmt: skip
    for earlier, later in ((before, after), (a_dossier(SAID), replace(after, targets=targets))):
        passport = a_passport(earlier, later, lines, **besides)
        document = render_passport(passport, "id")
        assert len(open_pdf(document.data).pages) <= 2
        content = attachment(document.data)["content"]
        assert content["rows"]
        assert content["more"]

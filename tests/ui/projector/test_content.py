"""What a room may see: nothing private, no contacts, objectors only when they shall be named."""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.records import (
    Agreement,
    Attendance,
    Commitment,
    Contact,
    FollowUp,
    Meeting,
    Milestone,
    Party,
    Plan,
    Point,
)
from db.snapshot import CommitmentDossier, MeetingDossier
from resources.forms import form_names
from ui.projector.content import SUBJECTS, build_page
from ui.projector.matter import Matter
from ui.projector.minutes import open_points
from ui.projector.page import RoomPage
from ui.projector.sections import milestone_place

PLAN, COMMITMENT, MEETING = (str(uuid4()) for _ in range(3))
SECRET = "rahasia-sekali"
OBJECTOR = "Lembaga Penyanggah"


def commitment(form: str = "ogi-2018") -> CommitmentDossier:
    record = Commitment(
        id=COMMITMENT, plan_id=PLAN, number=4, title="Praktik keterbukaan", form=form,
        problem="Inisiatif belum meluas.", leads=(Party(name="Dinas Data"),),
        start="2027-01", end="2028-12",
    )  # fmt: skip
    contact = Contact(
        id=str(uuid4()), commitment_id=COMMITMENT, side="implementer", name=SECRET,
        email=f"{SECRET}@contoh.id", phone=SECRET, title=SECRET, organisation=SECRET,
    )  # fmt: skip
    stone = Milestone(id=str(uuid4()), commitment_id=COMMITMENT, text="Portal", start="2027-01")
    plan = Plan(id=PLAN, title="Rencana", form=form)
    return CommitmentDossier(plan, record, (stone,), (contact,))


def point(number: int, text: str, **fields) -> Point:
    return Point(id=str(uuid4()), meeting_id=MEETING, position=number, text=text, **fields)


def meeting() -> MeetingDossier:
    private = point(1, f"{SECRET} satu", visibility="private")
    below = point(1, f"{SECRET} dua", parent_id=private.id, kind="decision")
    decided = point(
        2, "Portal dibuka tiap bulan.", kind="decision", consensus="objection",
        objection_by=OBJECTOR, objection=f"{OBJECTOR} minta tiap pekan.",
    )  # fmt: skip
    task = point(3, "Dinas menyusun jadwal.", kind="follow_up")
    said = point(4, "Usul warga.", kind="input", response="accepted", reason="Baik.")
    lines = tuple(
        Attendance(id=str(uuid4()), meeting_id=MEETING, person=SECRET, sector=sector, gender="f")
        for sector in ("ministry", "cso", "cso")
    )
    return MeetingDossier(
        Plan(id=PLAN, title="Rencana"),
        Meeting(id=MEETING, plan_id=PLAN, kind="bilateral", date="2026-03-04"),
        lines,
        (private, below, decided, task, said),
        (FollowUp(id=str(uuid4()), meeting_id=MEETING, point_id=task.id, due="2026-04-01"),),
    )


def everything(page: RoomPage) -> str:
    parts = [page.title, page.note, page.name, *page.facts]
    for one in (*page.passages, *page.cards):
        parts += [one.caption, one.sign, one.text, *(text for _, text in one.gone)]
    return "\n".join(parts)


@pytest.fixture
def matter() -> Matter:
    stance = Agreement(
        id=str(uuid4()), commitment_id=COMMITMENT, canvas_field="problem", state="disputed",
        organisation=OBJECTOR, note=f"{OBJECTOR} menolak",
    )  # fmt: skip
    return Matter(commitment(), meeting(), {}, "2", (stance,))


@pytest.mark.parametrize("form", form_names())
def test_nothing_private_is_shown_on_any_page_of_any_form(words, matter, form):
    shown = replace(matter, commitment=commitment(form))
    for subject in SUBJECTS:
        for section in ("", "problem", "contacts", "milestones", "leads"):
            text = everything(build_page(words, subject, shown, section))
            assert SECRET not in text
            assert OBJECTOR not in text
    assert [one.number for one in open_points(shown.meeting.points)] == ["2", "3", "4"]


def test_objectors_are_named_only_when_it_is_switched_on(words, matter):
    named = replace(matter, names=True)
    assert OBJECTOR in everything(build_page(words, "decisions", named))
    page = build_page(words, "follow", named, "problem")
    assert OBJECTOR in page.passages[0].sign
    # What is said against the section stands before what was decided about it.
    assert page.cards[0].text == f"{OBJECTOR} menolak"
    assert len(page.cards) == 2
    open_page = build_page(words, "decisions", matter)
    assert words("projector.consensus.objection") in open_page.passages[0].caption


def test_the_section_that_is_written_is_followed_with_what_was_decided_below(indonesian, matter):
    changed = replace(matter, earlier={"problem": "Inisiatif meluas."})
    page = build_page(indonesian, "follow", changed, "problem", caret=9)
    (passage,) = page.passages
    assert page.title == "4. Praktik keterbukaan"
    assert page.note == "Draf 2 · Bilateral 4 Maret 2026"
    assert [passage.text[a:b] for a, b in passage.added] == ["belum"]
    assert (passage.sign, passage.kind, passage.gone) == ("ada keberatan", "danger", ())
    assert (page.manner, page.record_id, page.field) == ("text", COMMITMENT, "problem")
    assert page.caret == 9
    assert [card.caption for card in page.cards] == [
        "Butir 2 · keputusan (mufakat, dengan catatan keberatan)",
        "Butir 3 · tindak lanjut · 1 April 2026",
    ]  # fmt: skip
    assert page.cards[1].text == "Dinas menyusun jadwal."
    assert page.facts == ("3 peserta", "3 butir", "1 masukan · 1 diterima")


def test_other_parts_are_shown_as_text_and_cannot_be_written(indonesian, matter):
    stones = build_page(indonesian, "follow", matter, "milestones")
    assert stones.passages[0].text == "1. Portal (Januari 2027)"
    assert stones.manner == "section"
    whole = build_page(indonesian, "canvas", matter, "problem")
    assert len(whole.passages) > 5
    assert whole.passages[whole.current].text == "Inisiatif belum meluas."
    assert whole.manner == "canvas"
    points = build_page(indonesian, "points", matter)
    assert [(one.sign, one.kind) for one in points.passages if one.sign] == [
        ("diterima", "success")
    ]
    counted = everything(build_page(indonesian, "attendance", matter))
    assert "Organisasi masyarakat sipil: 2" in counted
    assert "3 perempuan" in counted


def test_a_milestone_is_found_in_the_text_of_its_section(indonesian, matter):
    (first,) = matter.commitment.milestones
    update = {"id": str(uuid4()), "text": "Pelatihan", "output": "Modul", "actors": ()}
    second = first.model_copy(update=update)
    shown = replace(matter.commitment, milestones=(first, second))
    page = build_page(indonesian, "follow", replace(matter, commitment=shown), "milestones")
    text = page.passages[0].text
    assert text.endswith("\nKeluaran: Modul")
    assert milestone_place(indonesian, shown, first.id) == text.index("\n2. ")
    assert milestone_place(indonesian, shown, second.id) == len(text)
    assert milestone_place(indonesian, shown, "gone") == -1


def test_a_period_that_all_milestones_share_is_told_once(indonesian, matter):
    (first,) = matter.commitment.milestones
    again = {"id": str(uuid4()), "text": "Pelatihan"}
    second = first.model_copy(update=again)
    shown = replace(matter.commitment, milestones=(first, second))
    # A date that one of them had before is no news in the others.
    earlier = {second.id: {"start": "2026-12"}}
    changed = replace(matter, commitment=shown, earlier_milestones=earlier)
    (passage,) = build_page(indonesian, "follow", changed, "milestones").passages
    assert passage.text == "Semua milestone: Januari 2027\n1. Portal\n2. Pelatihan"
    assert [passage.text[a:b] for a, b in passage.added] == ["Semua milestone: Januari 2027"]
    ends = [milestone_place(indonesian, shown, one.id) for one in (first, second)]
    assert ends == [passage.text.index("\n2."), len(passage.text)]


def test_what_was_taken_away_is_seen_only_when_that_is_switched_on(indonesian, matter):
    changed = replace(matter, earlier={"problem": "Inisiatif daerah belum meluas."})
    for removals, gone in ((False, []), (True, ["daerah"])):
        page = build_page(indonesian, "follow", replace(changed, removals=removals), "problem")
        assert [text.strip() for _, text in page.passages[0].gone] == gone
        assert page.passages[0].text == "Inisiatif belum meluas."


def test_a_milestone_that_was_deleted_is_seen_gone_where_it_stood(indonesian, matter):
    (first,) = matter.commitment.milestones
    first, gone, third = (
        first.model_copy(update={"id": str(uuid4()), "text": text, "position": place})
        for place, text in enumerate(("Portal", "Pelatihan", "Panduan"))
    )
    shown = replace(matter.commitment, milestones=(first, third))
    earlier = {gone.id: {"text": "Pelatihan desa", "deleted": ""}}
    since = replace(matter, commitment=shown, earlier_milestones=earlier, milestones_gone=(gone,))
    for removals, struck in ((False, []), (True, ["– Pelatihan desa"])):
        matter = replace(since, removals=removals)
        (passage,) = build_page(indonesian, "follow", matter, "milestones").passages
        assert passage.text.splitlines()[1:] == ["1. Portal", "2. Panduan"]
        # What is left is no news, by its number neither.
        assert passage.added == ()
        assert [text.strip() for _, text in passage.gone] == struck
    nothing = replace(since, commitment=replace(shown, milestones=()), removals=True)
    (passage,) = build_page(indonesian, "follow", nothing, "milestones").passages
    assert [text.split(" (")[0] for _, text in passage.gone] == ["– Pelatihan desa"]


def test_what_came_in_is_marked_in_every_kind_of_section(indonesian, matter):
    (stone,) = matter.commitment.milestones
    since = replace(
        matter,
        earlier={"leads": [], "end": "2028-06", "values": "", "created": "x"},
        earlier_milestones={stone.id: {"text": "", "start": "2026-12"}},
    )
    marked = {}
    for section in ("leads", "milestones", "period", "description"):
        (passage,) = build_page(indonesian, "follow", since, section).passages
        marked[section] = [passage.text[start:end] for start, end in passage.added]
    assert marked["leads"] == ["Dinas Data"]
    assert marked["milestones"][0].startswith("Portal")
    assert "".join(marked.get("description", [])) == ""
    # One that was begun in the meeting had no field at all before it.
    nothing = dict.fromkeys(dict(stone), "")
    new = replace(matter, earlier_milestones={stone.id: nothing})
    (passage,) = build_page(indonesian, "follow", new, "milestones").passages
    assert passage.text[slice(*passage.added[0])].startswith("Portal")
    (plain,) = build_page(indonesian, "follow", matter, "milestones").passages
    assert plain.added == ()


def test_what_there_is_nothing_of_is_said(words):
    for subject in SUBJECTS:
        page = build_page(words, subject, Matter())
        assert page.title
        assert page.passages or page.title == words("projector.nothing")

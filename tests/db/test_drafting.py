"""What each level of a draft asks for, and what a frozen one still says to a later program."""

from dataclasses import replace

import pytest

from db.comparing import compare_dossiers
from db.draft_content import draft_content, frozen_value, read_draft
from db.drafting import Drafting, checks, unmet
from db.following import InputLine
from db.records import Agreement, Commitment, Contact, Draft, Milestone, Party, Plan
from db.snapshot import CommitmentDossier
from resources.draft_words import finding_words
from resources.forms import load_form
from resources.words import Words
from tests.db.following import new_id

PLAN = Plan(id=new_id(), form="ogi-2018")
ID = new_id()
EMPTY = Drafting(CommitmentDossier(PLAN, Commitment(id=ID, plan_id=PLAN.id)))
MINISTRY = Party(name="Dinas Pengairan")
FULL = Drafting(
    CommitmentDossier(
        PLAN,
        Commitment(
            id=ID, plan_id=PLAN.id, number=4, title="Banjir", problem="P", description="D",
            contribution="C", values_text="V", alignment="A", additional="T", leads=(MINISTRY,),
            proposers=(MINISTRY,), government_actors=(MINISTRY,), other_actors=(MINISTRY,),
            start="2025-01", end="2026-12",
        ),
        (Milestone(id=new_id(), commitment_id=ID, text="M", start="2025-01", end="2025-06"),),
        (Contact(id=new_id(), commitment_id=ID, side="implementer", name="Lila"),),
    ),
    held=frozenset({"bilateral", "public"}),
)  # fmt: skip


def keys(level, state, form="ogi-2018"):
    found = unmet(level, state, load_form(form).asked())
    return [(f.level, f.key, f.kind, f.field) for f in found]


def test_a_full_commitment_lacks_nothing_at_any_level():
    assert keys("final", FULL) == []


def test_each_level_asks_for_more_and_says_where():
    first = [
        ("1", "missing", "commitments", field)
        for field in ("title", "problem", "description", "contribution")
    ]
    second = [
        ("2", "missing", "commitments", "alignment"),
        ("2", "missing", "commitments", "milestones"),
        ("2", "no_actors", "commitments", "leads"),
    ]
    assert keys("1", EMPTY) == first
    assert keys("2", EMPTY) == [*first, *second]
    third = keys("3", EMPTY)[len(first + second) :]
    # The leads were missed at level 2 already: one place is named once.
    assert third == [
        ("3", "no_ministry_meeting", "commitments", ""),
        ("3", "no_contact", "commitments", "contacts"),
    ]


def test_what_is_asked_for_is_counted_by_the_same_rule_that_says_what_is_missing():
    asked = load_form("ogi-2018").asked()
    for state in (EMPTY, FULL):
        found = checks("4", state, asked)
        assert [one.finding for one in found if not one.met] == list(unmet("4", state, asked))
    # Leads are asked for twice, and are one place.
    assert [len(checks(level, FULL, asked)) for level in ("1", "2", "4")] == [4, 10, 13]
    assert keys("4", EMPTY)[-2:] == [
        ("3", "no_contact", "commitments", "contacts"),
        ("4", "no_public_meeting", "commitments", ""),
    ]
    # Actors there may be, and yet nobody who leads.
    commitment = FULL.dossier.commitment.model_copy(update={"leads": ()})
    state = replace(FULL, dossier=replace(FULL.dossier, commitment=commitment))
    assert keys("final", state) == [("3", "missing", "commitments", "leads")]


def test_a_question_that_the_form_does_not_ask_is_not_missed():
    shorter = [field for field in load_form("ogi-2018").asked() if field != "contribution"]
    assert "contribution" not in [finding.field for finding in unmet("1", EMPTY, shorter)]


def test_a_milestone_without_its_months_and_an_input_without_its_reason_are_named():
    milestone = FULL.dossier.milestones[0].model_copy(update={"end": ""})
    line = InputLine(new_id(), "Tambah pintu air", "", response="adapted", point_number="3b")
    state = replace(FULL, dossier=replace(FULL.dossier, milestones=(milestone,)), inputs=(line,))
    first, second = unmet("final", state, load_form("ogi-2018").asked())
    assert (first.key, first.record_id, first.field, first.number) == (
        "milestone", milestone.id, "end", "1",
    )  # fmt: skip
    assert (second.key, second.kind, second.record_id, second.number) == (
        "no_reason", "points", line.id, "3b",
    )  # fmt: skip
    assert unmet("2", state, ())[0].field == "end"
    assert [finding.key for finding in unmet("3", state, ())] == ["milestone"]


def test_a_disputed_field_and_an_awaited_word_stand_in_the_way_of_the_final_alone():
    said = [
        Agreement(id=new_id(), commitment_id=ID, canvas_field=field, state=state, organisation=who)
        for field, state, who in (
            ("title", "agreed", ""), ("problem", "disputed", "Forum Warga"),
            ("leads", "waiting", "Dinas Pengairan"),
        )
    ]  # fmt: skip
    state = replace(FULL, dossier=replace(FULL.dossier, agreements=tuple(said)))
    asked = load_form("ogi-2018").asked()
    assert unmet("4", state, asked) == ()
    found = [(f.key, f.kind, f.field, f.number) for f in unmet("final", state, asked)]
    assert found == [
        ("disputed", "agreements", "problem", "Forum Warga"),
        ("waiting", "agreements", "leads", "Dinas Pengairan"),
    ]


def test_what_two_people_wrote_differently_stands_in_the_way_of_the_final_alone():
    milestone = FULL.dossier.milestones[0].id
    state = replace(
        FULL, differing=(("commitments", ID, "problem"), ("milestones", milestone, "end"))
    )
    asked = load_form("ogi-2018").asked()
    assert unmet("4", state, asked) == ()
    words = Words("en")
    said = [
        finding_words(words, f.key, f.kind, f.field, f.number) for f in unmet("final", state, asked)
    ]
    assert [one.split(":")[0] for one in said] == [
        words("canvas.fields.problem"),
        f"Milestone 1 – {words.field_name('milestones', 'end')}",
    ]


def test_the_draft_that_comes_next_follows_the_highest():
    drafts = tuple(Draft(id=new_id(), commitment_id=ID, level=level) for level in ("3", "1"))
    assert (EMPTY.reached, EMPTY.next_level) == ("", "1")
    state = replace(EMPTY, drafts=drafts)
    assert (state.reached, state.next_level) == ("3", "4")


def frozen(content) -> Draft:
    return Draft(id=new_id(), commitment_id=ID, level="1", content=content)


def test_what_is_frozen_is_read_again_as_it_was():
    draft = frozen(draft_content(FULL.dossier, authors=["Forum Warga"]))
    read = read_draft(draft, PLAN)
    assert read.commitment.model_copy(update={"form": ""}) == FULL.dossier.commitment
    assert (read.milestones, read.contacts) == (FULL.dossier.milestones, FULL.dossier.contacts)
    assert not [pair for pair in compare_dossiers(read, FULL.dossier) if pair.changed]


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"commitment": "?", "milestones": 3, "form": []},
        {"commitment": {"title": "Banjir", "problem": 7, "id": "x", "new": 1}},
        {
            "commitment": {"title": "Banjir"},
            "milestones": [{"text": "M", "id": 0}, {"text": "N"}, "?"],
        },
    ],
)
def test_a_draft_of_another_program_opens_as_far_as_it_is_understood(content):
    read = read_draft(frozen(content), PLAN)
    assert read.commitment.id == ID
    assert read.commitment.title in ("", "Banjir")
    assert {m.text for m in read.milestones} in (set(), {"M", "N"})
    assert frozen_value(frozen(content), "commitments", ID, "title") in (None, "Banjir")
    assert frozen_value(frozen(content), "milestones", ID, "text") is None


def test_drafts_of_different_forms_are_compared_field_by_field():
    other = Commitment(
        id=ID, plan_id=PLAN.id, number=4, title="Banjir", form="ogp-2022", problem="P baru",
        transparency="T", values=("inovasi",), start="2025-01",
    )  # fmt: skip
    milestone = Milestone(id=new_id(), commitment_id=ID, text="Baru")
    after = CommitmentDossier(PLAN, other, (milestone,))
    pairs = {
        (p.kind, p.field, p.number): p.texts(lambda field, code: f"<{code}>")
        for p in compare_dossiers(FULL.dossier, after)
        if p.changed
    }
    assert pairs["commitments", "form", 0] == ("<ogi-2018>", "<ogp-2022>")
    assert pairs["commitments", "problem", 0] == ("P", "P baru")
    assert pairs["commitments", "transparency", 0] == ("", "T")
    assert pairs["commitments", "leads", 0] == ("Dinas Pengairan", "")
    assert pairs["commitments", "values", 0] == ("", "<inovasi>")
    assert pairs["commitments", "end", 0] == ("<2026-12>", "")
    assert ("commitments", "title", 0) not in pairs
    assert pairs["milestones", "text", 1] in (("M", ""), ("", "Baru"))

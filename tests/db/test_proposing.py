"""What a new meeting begins with: its kind's usual ways, and what the meetings before it were."""

from typing import Any

from db.proposing import propose_meeting
from db.records import DEFAULT_STAGES, Meeting, Plan, Signature
from tests.db.following import new_id

PLAN = Plan(id=new_id(), title="RAK 2025", stages=DEFAULT_STAGES)
TODAY = "2025-03-01"


def meeting(date: str, kind: str, **fields: Any) -> Meeting:
    return Meeting(id=new_id(), plan_id=PLAN.id, date=date, kind=kind, **fields)


def test_each_kind_has_its_method_and_its_stage():
    proposed = {
        kind: propose_meeting(PLAN, kind, (), (), TODAY)
        for kind in (
            "workshop", "kickoff", "bilateral", "multilateral",
            "public", "consultative", "finalisation", "",
        )
    }  # fmt: skip
    assert {kind: (one["method"], one["stage"]) for kind, one in proposed.items()} == {
        "workshop": ("IW", 2), "kickoff": ("FD", 3), "bilateral": ("FD", 4),
        "multilateral": ("FD", 4), "public": ("PC", 5), "consultative": ("FD", 6),
        "finalisation": ("IW", 7), "": ("", None),
    }  # fmt: skip
    first = proposed["kickoff"]
    assert (first["title"], first["timezone"], first["date"]) == ("NOTULEN RAPAT", "WIB", TODAY)


def test_what_is_usual_comes_from_the_latest_of_the_kind_then_from_the_latest_of_all():
    chair, writer = Signature(name="Ketua", nip="1"), Signature(name="Sri", title="Perencana")
    earlier = [
        meeting("2025-01-10", "bilateral", place="Ruang 204", start_time="14:00", method="TC"),
        meeting("2025-01-05", "bilateral", place="Ruang 1", end_time="10:00", chair="Kasubdit"),
        meeting(
            "2025-02-01", "workshop", place="Aula", title="RISALAH", subtitle="Pembahasan",
            chair="Direktur", chair_signature=chair, note_taker=writer, timezone="WIT", stage=2,
        ),
    ]  # fmt: skip
    new = propose_meeting(PLAN, "bilateral", earlier, (), TODAY)
    assert (new["place"], new["method"], new["stage"]) == ("Ruang 204", "TC", 4)
    # The hours of one meeting, and the chair who signs, are never mixed from two.
    assert (new["start_time"], new["end_time"]) == ("14:00", "")
    assert (new["chair"], new["chair_signature"]) == ("Kasubdit", Signature())
    assert (new["title"], new["subtitle"], new["timezone"]) == ("RISALAH", "Pembahasan", "WIT")
    assert new["note_taker"] == writer
    assert "topic" not in new
    assert "began" not in new


def test_stages_of_a_plans_own_are_found_by_their_names_or_by_how_it_was_before():
    plan = PLAN.model_copy(update={"stages": ("Usulan", "Rapat Kick-Off", "Konsultasi Publik")})
    assert propose_meeting(plan, "kickoff", (), (), TODAY)["stage"] == 2
    assert propose_meeting(plan, "public", (), (), TODAY)["stage"] == 3
    before = [meeting("2025-01-01", "workshop", stage=1), meeting("2025-01-02", "kickoff", stage=3)]
    assert propose_meeting(plan, "kickoff", before, (), TODAY)["stage"] == 3
    # No stage is named so, and there was none of the kind: it goes on where the plan is.
    assert propose_meeting(plan, "bilateral", before, (), TODAY)["stage"] == 3


def test_a_finalisation_is_about_all_commitments_and_another_about_the_only_one():
    ids = (new_id(), new_id())
    assert propose_meeting(PLAN, "finalisation", (), ids, TODAY)["commitment_ids"] == ids
    assert propose_meeting(PLAN, "bilateral", (), ids, TODAY)["commitment_ids"] == ()
    assert propose_meeting(PLAN, "bilateral", (), ids[:1], TODAY)["commitment_ids"] == ids[:1]

"""Drafts are frozen as they are, level by level; earlier texts can be written again."""

from dataclasses import replace

import pytest

from db.commands.drafts import freeze_draft, restore_text
from db.commands.records import delete_records, edit_field, edit_fields, reverse
from db.commands.targets import add_target
from db.comparing import value_text
from db.errors import CommandError, FieldValueError
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.frozen import checksum
from db.memory import passages
from db.queries.drafts import drafting_state, list_drafts
from db.queries.memory import field_memory
from db.queries.passports import draft_passport
from db.records import Draft
from tests.db.following import Following, new_id
from tests.db.registers import dump

ASKED = ("title", "problem", "description", "contribution", "milestones")


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def freeze(desk: Following, level="1", reason="Perlu segera", **more) -> Draft:
    freeze_draft(desk.workspace, desk.author, desk.floods.id, level, ASKED, reason=reason, **more)
    return desk.read(list_drafts, desk.floods.id)[-1]


def refused(call) -> CommandError:
    with pytest.raises(CommandError) as found:
        call()
    return found.value


def write(desk: Following, text: str, **author) -> None:
    writer = replace(desk.author, **author)
    edit_field(desk.workspace, writer, "commitments", desk.floods.id, "problem", text)


def test_a_draft_keeps_what_was_there_who_made_it_and_what_was_overruled(desk, clock):
    write(desk, "Warga kebanjiran")
    draft = freeze(desk, authors=(" Forum Warga ", ""))
    assert (draft.level, draft.made_on) == ("1", clock.time.astimezone().date().isoformat())
    assert draft.sha256 == checksum(draft.content)
    assert draft.content["commitment"]["problem"] == "Warga kebanjiran"
    assert draft.content["authors"] == ["Forum Warga"]
    assert (draft.content["reason"], draft.content["frozen_by"]) == ("Perlu segera", "Ratri")
    overruled = [(f["key"], f["field"]) for f in draft.content["overruled"]]
    assert overruled == [("missing", "description"), ("missing", "contribution")]
    write(desk, "Lain sama sekali")
    assert desk.read(list_drafts, desk.floods.id) == (draft,)


def test_what_is_missing_needs_a_reason_and_nothing_is_written_without(desk):
    before = dump(desk.workspace)
    error = refused(lambda: freeze(desk, reason=" "))
    assert (error.key, error.values) == ("draft_unmet", {"n": 3})
    assert dump(desk.workspace) == before


def test_levels_are_skipped_but_not_made_up_later_and_frozen_anew_only_with_news(desk):
    freeze(desk, "2")
    assert refused(lambda: freeze(desk, "1")).key == "draft_level_passed"
    assert refused(lambda: freeze(desk, "2")).key == "draft_unchanged"
    values = {"problem": "P", "description": "D", "contribution": "C"}
    edit_fields(desk.workspace, desk.author, "commitments", desk.floods.id, values)
    assert freeze(desk, "2", "Ada yang keliru").content["reason"] == "Ada yang keliru"
    assert [draft.level for draft in desk.read(list_drafts, desk.floods.id)] == ["2", "2"]
    assert desk.read(drafting_state, desk.floods.id).next_level == "3"


def test_an_unanswered_input_is_overruled_only_by_a_reason_that_is_kept(desk):
    meeting = desk.meeting("2025-02-01", desk.floods)
    asked = desk.point(meeting, "Tambah pintu air", kind="input", commitment_id=desk.floods.id)
    assert refused(lambda: freeze(desk, "final", "")).key == "draft_unmet"
    kept = freeze(desk, "final", "Dijawab setelah rapat").content["overruled"]
    assert [f["record_id"] for f in kept if f["kind"] == "points"] == [asked.id]


def test_a_frozen_draft_is_not_edited_deleted_or_undone(desk):
    change = freeze_draft(
        desk.workspace, desk.author, desk.floods.id, "1", ASKED, reason="Perlu segera"
    )
    before = dump(desk.workspace)
    draft = change.record_id
    with pytest.raises(FieldValueError):
        edit_field(desk.workspace, desk.author, "drafts", draft, "level", "2")
    assert refused(lambda: reverse(desk.workspace, desk.author, change)).key == "undo_frozen"
    for kind, key in (("drafts", draft), ("commitments", desk.floods.id)):
        refused(lambda kind=kind, key=key: delete_records(desk.workspace, desk.author, kind, [key]))
    assert dump(desk.workspace) == before


def test_a_draft_travels_whole(desk, open_workspace, author, tmp_path):
    draft = freeze(desk)
    file = tmp_path / "plan.rembuk"
    file.write_bytes(write_session(desk.workspace, author, "test", desk.plan.id))
    other = open_workspace("other.db")
    (receipt,) = receive(other, author, [file])
    assert receipt.error is None
    with other.read() as session:
        assert list_drafts(session, desk.floods.id) == (draft,)


# -- the memory of a field --------------------------------------------------------------------


def memory(desk: Following):
    return desk.read(field_memory, "commitments", desk.floods.id, "problem")


def test_each_phrase_is_whose_who_brought_it_in_and_of_the_draft_where_it_first_stood(desk):
    meeting = desk.meeting("2025-02-01", desk.floods, topic="Pintu air")
    point = desk.point(meeting, "Sebut angkanya", raised_by="Forum Warga")
    write(desk, "Warga belum punya peta.")
    freeze(desk, "1")
    write(desk, "Warga di 83 kota belum punya peta.", meeting_id=meeting.id, point_id=point.id)
    freeze(desk, "2")
    write(desk, "Warga di 83 kota belum punya peta banjir.", name="Lila")
    found = passages(memory(desk), "problem", value_text)
    assert "".join(passage.text for passage in found) == "Warga di 83 kota belum punya peta banjir."
    told = [(p.text.strip(), p.first_draft, p.wording.author, p.wording.raised_by) for p in found]
    assert told == [
        ("Warga", "1", "Ratri", ""),
        ("di 83 kota", "2", "Ratri", "Forum Warga"),
        ("belum punya peta", "1", "Ratri", ""),
        ("banjir", "", "Lila", ""),
        (".", "1", "Ratri", ""),
    ]
    second = found[1].wording
    assert (second.meeting_topic, second.meeting_date, second.point_number) == (
        "Pintu air", "2025-02-01", "1",
    )  # fmt: skip


def test_an_earlier_text_is_written_again_as_a_new_one_and_undo_takes_it_back(desk):
    write(desk, "Pertama")
    write(desk, "Kedua")
    first = memory(desk).wordings[-1]
    change = desk.run(restore_text, first.id)
    assert change.name == "restore_text"
    assert memory(desk).wordings[0].value == "Pertama"
    assert refused(lambda: restore_text(desk.workspace, desk.author, new_id())).key == (
        "record_unknown"
    )


def test_a_point_that_tells_of_a_change_is_where_the_words_come_from(desk):
    meeting = desk.meeting("2025-02-01", desk.floods)
    write(desk, "Warga di 83 kota", meeting_id=meeting.id)
    told = memory(desk).line[-1].id
    desk.point(meeting, "Sebut angkanya", raised_by="Forum Warga", changes=(told,))
    (passage,) = passages(memory(desk), "problem", value_text)
    assert (passage.wording.raised_by, passage.wording.point_number) == ("Forum Warga", "1")


def test_parties_and_checkpoints_are_known_again_in_the_draft_that_keeps_them(desk):
    party = {"name": "Forum Warga", "unit": "", "organisation_id": None}
    edit_field(desk.workspace, desk.author, "commitments", desk.floods.id, "proposers", [party])
    row = add_target(desk.workspace, desk.author, desk.floods.id).record_id
    edit_field(desk.workspace, desk.author, "targets", row, "targets.B06", "83 kota")
    freeze(desk, "1")
    for place in (("commitments", desk.floods.id, "proposers"), ("targets", row, "targets.B06")):
        assert desk.read(field_memory, *place).line[-1].drafts == ("1",)


def test_the_passport_says_who_wrote_a_checkpoint_and_a_text_comes_back_over_a_freeze(desk):
    row = add_target(desk.workspace, desk.author, desk.floods.id).record_id
    lila = replace(desk.author, name="Lila")
    edit_field(desk.workspace, lila, "targets", row, "targets.B06", "83 kota")
    freeze(desk, "1")
    edit_field(desk.workspace, desk.author, "targets", row, "targets.B06", "90 kota")
    edit_field(desk.workspace, desk.author, "targets", row, "targets.B12", "99 kota")
    freeze(desk, "2")
    (change,) = [
        one for one in desk.read(draft_passport, desk.floods.id).changes
        if one.pair.field == "targets"
    ]  # fmt: skip
    assert [source.value for source in change.sources] == ["90 kota", "99 kota"]
    earlier = desk.read(list_drafts, desk.floods.id)[0].id
    first = desk.read(draft_passport, desk.floods.id, earlier)
    (begun,) = [one for one in first.changes if one.pair.field == "targets"]
    assert [source.author for source in begun.sources] == ["Lila"]
    # What stood in a frozen draft comes back as any other text.
    wording = desk.read(field_memory, "targets", row, "targets.B06").wordings[-1]
    change = desk.run(restore_text, wording.id)
    assert desk.read(field_memory, "targets", row, "targets.B06").line[-1].value == "83 kota"
    assert [edit.after for edit in change.edits] == ["83 kota"]

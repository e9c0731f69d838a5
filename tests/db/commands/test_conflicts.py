"""A decision ends a conflict everywhere, and is refused where there is none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.commands.conflicts import decide
from db.commands.records import add_record, delete_records, edit_field, reverse
from db.errors import CommandError, FieldValueError
from db.exchange.send import write_session
from db.queries.drafts import drafting_state
from db.records import Commitment, Meeting, Milestone, Plan, Point
from db.workspace import Author, Workspace
from tests.db.registers import SEKAR, conflicts_of, dump, take
from tests.db.session_files import new_id


@pytest.fixture
def two(open_workspace: Callable[[str], Workspace], author: Author, tmp_path: Path) -> "Two":
    return Two(open_workspace("ratri.db"), open_workspace("sekar.db"), author, tmp_path)


class Two:
    """Two people's registers with one commitment that both of them know."""

    def __init__(self, ratri: Workspace, sekar: Workspace, author: Author, folder: Path) -> None:
        self.ratri, self.sekar, self.author, self.folder = ratri, sekar, author, folder
        plan = Plan(id=new_id(), title="Rencana Kota")
        self.plan_id = add_record(ratri, author, plan).record_id
        commitment = Commitment(id=new_id(), plan_id=plan.id, title="Data banjir")
        self.id = add_record(ratri, author, commitment).record_id
        self.milestone = add_record(
            ratri, author, Milestone(id=new_id(), commitment_id=self.id, text="Peta")
        ).record_id
        self.send(ratri, sekar)

    def send(self, source: Workspace, target: Workspace) -> None:
        path = self.folder / f"{new_id()}.rembuk"
        path.write_bytes(write_session(source, self.author, "test", self.plan_id))
        take(target, path)

    def exchange(self) -> None:
        self.send(self.ratri, self.sekar)
        self.send(self.sekar, self.ratri)

    def edit(self, workspace: Workspace, value: Any, field: str = "title") -> None:
        edit_field(workspace, SEKAR, "commitments", self.id, field, value)

    def decide(self, workspace: Workspace, value: Any, field: str = "title") -> None:
        decide(workspace, self.author, "commitments", self.id, field, value)

    def shown(self, workspace: Workspace, field: str = "title") -> Any:
        return dump(workspace)["commitments"][self.id][field]


def in_conflict(two: Two) -> None:
    two.edit(two.ratri, "Punya Ratri")
    two.edit(two.sekar, "Punya Sekar")
    two.exchange()
    assert len(conflicts_of(two.ratri)) == len(conflicts_of(two.sekar)) == 1


@pytest.mark.parametrize("answer", ["Punya Ratri", "Punya Sekar", "Punya berdua", ""])
def test_an_answer_ends_the_conflict_on_every_machine(two: Two, answer: str) -> None:
    in_conflict(two)
    two.decide(two.ratri, answer)
    assert conflicts_of(two.ratri) == set()
    two.exchange()
    assert conflicts_of(two.sekar) == set()
    assert two.shown(two.ratri) == two.shown(two.sekar) == answer


def test_a_commitment_knows_its_own_conflicts_until_they_are_decided(two: Two) -> None:
    in_conflict(two)
    for workspace, text in ((two.ratri, "Peta kota"), (two.sekar, "Peta desa")):
        edit_field(workspace, SEKAR, "milestones", two.milestone, "text", text)
    two.exchange()

    def differing() -> tuple[tuple[str, str, str], ...]:
        with two.ratri.read() as session:
            return drafting_state(session, two.id).differing

    milestone = ("milestones", two.milestone, "text")
    assert differing() == (("commitments", two.id, "title"), milestone)
    two.decide(two.ratri, "Punya berdua")
    assert differing() == (milestone,)


def test_an_answer_names_every_head_it_saw(two: Two) -> None:
    in_conflict(two)
    [(_, _, _, heads)] = conflicts_of(two.ratri)
    two.decide(two.ratri, "Punya berdua")
    [answer] = [r for r in dump(two.ratri)["revisions"].values() if r["value"] == "Punya berdua"]
    assert set(answer["parents"]) == set(heads)
    assert answer["author"] == "Ratri"


def test_two_answers_made_apart_are_a_conflict_again(two: Two) -> None:
    in_conflict(two)
    two.decide(two.ratri, "Satu")
    two.decide(two.sekar, "Dua")
    two.exchange()
    assert len(conflicts_of(two.ratri)) == 1
    two.decide(two.sekar, "Tiga")
    two.exchange()
    assert conflicts_of(two.ratri) == conflicts_of(two.sekar) == set()
    assert two.shown(two.ratri) == "Tiga"


def test_an_ordinary_edit_replaces_only_the_shown_side(two: Two) -> None:
    in_conflict(two)
    two.edit(two.ratri, "Lanjut")
    [(_, _, _, heads)] = conflicts_of(two.ratri)
    values = {dump(two.ratri)["revisions"][head]["value"] for head in heads}
    assert values == {"Lanjut", "Punya Sekar"}


def test_what_is_kept_against_its_deletion_comes_back_with_all_that_went_along(two: Two) -> None:
    early = add_record(
        two.ratri, two.author, Milestone(id=new_id(), commitment_id=two.id, text="Lama")
    ).record_id
    delete_records(two.ratri, two.author, "milestones", [early])
    two.exchange()
    delete_records(two.sekar, SEKAR, "commitments", [two.id])
    two.edit(two.ratri, "Data banjir kota")
    two.exchange()

    def gone(workspace: Workspace) -> list[bool]:
        rows = dump(workspace)["milestones"]
        return [rows[one]["deleted"] for one in (two.milestone, early)]

    assert gone(two.ratri) == [True, True]
    change = decide(two.ratri, two.author, "commitments", two.id, "deleted", False)
    assert (gone(two.ratri), conflicts_of(two.ratri)) == ([False, True], set())
    # Asked again, it is as it was; and answered once more, all of it is back.
    undone = reverse(two.ratri, two.author, change)
    assert (gone(two.ratri), len(conflicts_of(two.ratri))) == ([True, True], 1)
    reverse(two.ratri, two.author, undone)
    assert (gone(two.ratri), conflicts_of(two.ratri)) == ([False, True], set())
    two.exchange()
    assert (gone(two.sekar), conflicts_of(two.sekar)) == ([False, True], set())


def waiting(workspace: Workspace) -> list[tuple[str, str, set[Any]]]:
    """Return what waits: record, field, the values of its heads."""
    known = dump(workspace)["revisions"]
    return [(c[1], c[2], {known[head]["value"] for head in c[3]}) for c in conflicts_of(workspace)]


@pytest.mark.parametrize("answer", ["Punya Ratri", "Punya Sekar", "Punya berdua"])
def test_an_answer_that_is_undone_is_a_question_again_for_everyone(two: Two, answer: str) -> None:
    in_conflict(two)
    before = waiting(two.ratri)
    change = decide(two.ratri, two.author, "commitments", two.id, "title", answer)
    two.exchange()
    assert waiting(two.sekar) == []
    undone = reverse(two.ratri, two.author, change)
    assert two.shown(two.ratri) == "Punya Ratri"
    assert waiting(two.ratri) == before
    two.exchange()
    assert waiting(two.sekar) == before
    again = reverse(two.ratri, two.author, undone)
    assert (two.shown(two.ratri), waiting(two.ratri)) == (answer, [])
    reverse(two.ratri, two.author, again)
    assert waiting(two.ratri) == before


def test_an_answer_that_somebody_built_on_is_not_undone(two: Two) -> None:
    in_conflict(two)
    change = decide(two.ratri, two.author, "commitments", two.id, "title", "Punya berdua")
    two.edit(two.ratri, "Lanjut")
    two.edit(two.ratri, "Punya berdua")
    with pytest.raises(CommandError) as refused:
        reverse(two.ratri, two.author, change)
    assert refused.value.key == "undo_overtaken"


def test_what_does_not_wait_cannot_be_decided(two: Two) -> None:
    for field, value in (("title", "x"), ("problem", "x"), ("deleted", True), ("deleted", False)):
        with pytest.raises(CommandError) as refused:
            two.decide(two.ratri, value, field)
        assert refused.value.key == "conflict_settled"
    with pytest.raises(CommandError):
        decide(two.ratri, two.author, "commitments", new_id(), "deleted", True)


def test_an_answer_has_to_fit_its_field(two: Two) -> None:
    in_conflict(two)
    for value in (5, None, ["x"]):
        with pytest.raises(FieldValueError):
            two.decide(two.ratri, value)
    assert len(conflicts_of(two.ratri)) == 1


def questioned(two: Two) -> None:
    """Ratri deletes the commitment while Sekar writes in it."""
    delete_records(two.ratri, two.author, "commitments", [two.id])
    two.edit(two.sekar, "Tetap perlu")
    two.exchange()
    for workspace in (two.ratri, two.sekar):
        assert {c[:3] for c in conflicts_of(workspace)} == {("commitments", two.id, "deleted")}
        assert not two.shown(workspace, "deleted")


def test_a_deletion_can_be_confirmed(two: Two) -> None:
    questioned(two)
    two.decide(two.sekar, True, "deleted")
    two.exchange()
    for workspace in (two.ratri, two.sekar):
        assert conflicts_of(workspace) == set()
        assert two.shown(workspace, "deleted")


def test_a_deletion_can_be_refused(two: Two) -> None:
    questioned(two)
    two.decide(two.sekar, False, "deleted")
    two.exchange()
    for workspace in (two.ratri, two.sekar):
        assert conflicts_of(workspace) == set()
        assert not two.shown(workspace, "deleted")
        assert two.shown(workspace) == "Tetap perlu"


@pytest.mark.parametrize("answer", [True, False])
def test_an_answered_deletion_is_undone_and_done_again(two: Two, answer: bool) -> None:
    late = Milestone(id=new_id(), commitment_id=two.id, text="Baru")
    delete_records(two.ratri, two.author, "commitments", [two.id])
    add_record(two.sekar, SEKAR, late)
    two.exchange()
    before, records = waiting(two.sekar), dump(two.sekar)
    change = decide(two.sekar, SEKAR, "commitments", two.id, "deleted", answer)
    for _ in range(2):
        assert (two.shown(two.sekar, "deleted"), waiting(two.sekar)) == (answer, [])
        change = reverse(two.sekar, SEKAR, change)
        assert waiting(two.sekar) == before
        for kind in ("commitments", "milestones"):
            assert dump(two.sekar)[kind] == records[kind]
        change = reverse(two.sekar, SEKAR, change)
    two.exchange()
    assert waiting(two.ratri) == []


def test_what_a_point_and_its_follow_up_say_is_answered_at_once(two: Two) -> None:
    meeting = add_record(two.ratri, two.author, Meeting(id=new_id(), plan_id=two.plan_id))
    point = Point(id=new_id(), meeting_id=meeting.record_id, kind="follow_up", text="Kirim")
    add_record(two.ratri, two.author, point)
    two.send(two.ratri, two.sekar)
    for workspace, text in ((two.ratri, "Kirim peta"), (two.sekar, "Kirim data")):
        edit_field(workspace, SEKAR, "points", point.id, "text", text)
    two.exchange()
    assert len(before := waiting(two.ratri)) == 2
    change = decide(two.ratri, two.author, "points", point.id, "text", "Kirim peta dan data")
    assert waiting(two.ratri) == []
    [task] = dump(two.ratri)["follow_ups"].values()
    assert task["text"] == "Kirim peta dan data"
    reverse(two.ratri, two.author, change)
    assert sorted(waiting(two.ratri), key=str) == sorted(before, key=str)


def test_a_deletion_is_true_or_false(two: Two) -> None:
    questioned(two)
    with pytest.raises(FieldValueError):
        two.decide(two.sekar, "ya", "deleted")


def test_the_last_child_that_goes_lets_the_deletion_hold(two: Two) -> None:
    delete_records(two.ratri, two.author, "commitments", [two.id])
    late = Milestone(id=new_id(), commitment_id=two.id, text="Baru")
    add_record(two.sekar, SEKAR, late)
    two.exchange()
    assert {c[:3] for c in conflicts_of(two.sekar)} == {("commitments", two.id, "deleted")}
    change = delete_records(two.sekar, SEKAR, "milestones", [late.id])
    assert two.shown(two.sekar, "deleted")
    assert two.id in change.ids
    two.exchange()
    assert two.shown(two.ratri, "deleted")
    assert conflicts_of(two.ratri) == conflicts_of(two.sekar) == set()

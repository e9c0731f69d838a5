"""Several people work apart and exchange files as it happens; in the end all know the same."""

import datetime as dt
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from db import history
from db.changes import Change
from db.commands.conflicts import decide
from db.commands.records import (
    add_record,
    delete_records,
    edit_field,
    move_record,
    reverse,
)
from db.errors import CommandError
from db.exchange.receipts import undo_import
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.integrity import check_register
from db.records import (
    Agreement,
    Attendance,
    Commitment,
    Confirmation,
    Contact,
    Dismissal,
    Draft,
    FollowUp,
    Meeting,
    Milestone,
    Minutes,
    Organisation,
    Plan,
    Point,
    Record,
    Revision,
    Target,
    WorkingGroup,
)
from db.workspace import Author, Workspace
from tests.db.registers import Clock, conflicts_of, dump
from tests.db.session_files import new_id
from tests.db.tries import fast_folder, tries

EXAMPLES = tries(6, 100)
NAMES = ("Ratri", "Sekar", "Lila")
TEXTS = ("", "satu", "dua", "tiga")
# What only names something that a file may leave out.
STRANGER = new_id()
FIELDS: dict[str, list[tuple[str, tuple[Any, ...]]]] = {
    "plans": [("title", TEXTS), ("stages", ([], ["a"], ["a", "b"]))],
    "organisations": [("name", TEXTS), ("other_than", ([], [STRANGER]))],
    "working_groups": [("theme", TEXTS)],
    "commitments": [("title", TEXTS), ("number", (None, 1, 2)), ("matrix_head", ({}, {"a": ""}))],
    "milestones": [("text", TEXTS), ("position", (1, 1.5, 2))],
    "contacts": [("name", TEXTS)],
    "confirmations": [("answer", ("", "awaited", "agreed")), ("number", TEXTS)],
    "agreements": [("state", ("", "agreed", "disputed")), ("note", TEXTS)],
    "dismissals": [("changes", ([], [STRANGER]))],
    "targets": [("goal", TEXTS), ("targets.B06", TEXTS), ("targets.B12", TEXTS)],
    "meetings": [("topic", TEXTS)],
    "attendances": [("person", TEXTS)],
    "points": [
        ("text", TEXTS),
        ("kind", ("", "note", "input")),
        ("changes", ([], [STRANGER], [STRANGER, STRANGER])),
    ],
    "follow_ups": [("text", TEXTS)],
}
STEPS = ("edit", "edit", "edit", "type", "add", "add", "delete", "restore", "undo", "move",
         "decide", "send", "send", "receive", "receive", "receive", "take back")  # fmt: skip


@pytest.fixture(scope="module")
def empty() -> Iterator[Path]:
    """An empty workspace to copy: making one is slower, and tried elsewhere."""
    with fast_folder() as folder:
        Workspace.open(folder / "empty.db").close()
        yield folder / "empty.db"


class Person:
    """Somebody with a register, a clock that is wrong, and a memory of the last steps."""

    def __init__(self, name: str, workspace: Workspace, crowd: "Crowd") -> None:
        self.name, self.workspace, self.crowd = name, workspace, crowd
        self.author = Author(name, f"laptop-{name}")
        self.changes: list[Change] = []
        self.imports: list[tuple[str, int, Any, Any]] = []
        self.visit = ("", "", "", "")

    def live(self, *kinds: str) -> list[tuple[str, str]]:
        kept = dump(self.workspace)
        return [
            (kind, row["id"]) for kind in kinds for row in kept[kind].values() if not row["deleted"]
        ]

    def do(self, what: str, *chosen: int) -> None:
        with suppress(CommandError):
            getattr(self, what.replace(" ", "_"))(*chosen)

    def edit(self, which: int, field: int, value: int) -> None:
        if found := self.live(*FIELDS):
            # Mostly the records that everybody has, so that people meet in a field.
            kind, record_id = found[(which if value % 3 else which % 3) % len(found)]
            name, values = FIELDS[kind][field % len(FIELDS[kind])]
            self.note(edit_field(self.workspace, self.author, kind, record_id, name,
                                 values[value % len(values)]))  # fmt: skip
            self.visit = (kind, record_id, name, self.changes[-1].edits[0].revision_id
                          if self.changes and self.changes[-1].edits else "")  # fmt: skip

    def type(self, *chosen: int) -> None:
        """Go on in the field of the last edit, as autosave does."""
        kind, record_id, name, visit = self.visit
        if kind and (kind, record_id) in self.live(kind):
            values = dict(FIELDS[kind])[name]
            value = values[chosen[0] % len(values)]
            self.note(edit_field(self.workspace, self.author, kind, record_id, name, value, visit))

    def add(self, which: int, owner: int, value: int) -> None:
        makers: list[tuple[str, Callable[[str], Record]]] = [
            ("plans", lambda o: Commitment(id=new_id(), plan_id=o, title=TEXTS[value % 4])),
            ("plans", lambda o: Meeting(id=new_id(), plan_id=o)),
            ("plans", lambda o: WorkingGroup(id=new_id(), plan_id=o)),
            ("plans", lambda o: Organisation(id=new_id(), name=TEXTS[value % 4])),
            ("commitments", lambda o: Milestone(id=new_id(), commitment_id=o)),
            ("commitments", lambda o: Target(id=new_id(), commitment_id=o, targets={"B06": "x"})),
            (
                "commitments",
                lambda o: Draft(
                    id=new_id(), commitment_id=o, level="1", content={"title": TEXTS[value % 4]}
                ),
            ),
            ("commitments", lambda o: Contact(id=new_id(), commitment_id=o)),
            ("commitments", lambda o: Confirmation(id=new_id(), commitment_id=o)),
            ("commitments", lambda o: Agreement(id=new_id(), commitment_id=o, state="disputed")),
            ("meetings", lambda o: Dismissal(id=new_id(), meeting_id=o, changes=self.known())),
            (
                "meetings",
                lambda o: Point(
                    id=new_id(),
                    meeting_id=o,
                    kind="follow_up",
                    carries_id=self.some("follow_ups", value),
                ),
            ),
            ("organisations", lambda o: Organisation(id=new_id(), same_as=o, other_than=(o,))),
            ("meetings", lambda o: Point(id=new_id(), meeting_id=o, text=TEXTS[value % 4])),
            ("meetings", lambda o: Attendance(id=new_id(), meeting_id=o)),
            ("meetings", lambda o: Minutes(id=new_id(), meeting_id=o, version=value)),
            ("points", lambda o: FollowUp(id=new_id(), meeting_id=self.meeting_of(o), point_id=o)),
        ]
        kind, make = makers[which % len(makers)]
        if owners := self.live(kind):
            self.note(add_record(
                self.workspace, self.author, make(owners[owner % len(owners)][1])
            ))  # fmt: skip

    def some(self, kind: str, which: int) -> str | None:
        found = self.live(kind)
        return found[which % len(found)][1] if found else None

    def known(self) -> tuple[str, ...]:
        """Return revisions of the last step: files may arrive without them."""
        edits = self.changes[-1].edits if self.changes else ()
        return tuple(edit.revision_id for edit in edits if edit.revision_id)

    def meeting_of(self, point_id: str) -> str:
        return dump(self.workspace)["points"][point_id]["meeting_id"]

    def delete(self, which: int, *_: int) -> None:
        if found := self.live(
            "points",
            "milestones",
            "commitments",
            "meetings",
            "targets",
            "agreements",
            "confirmations",
            "dismissals",
            "follow_ups",
            "contacts",
        ):
            kind, record_id = found[which % len(found)]
            self.note(delete_records(self.workspace, self.author, kind, [record_id]))

    def restore(self, which: int, *_: int) -> None:
        """Undo some deletion, not only the last step."""
        gone = [c for c in self.changes if c.name == "delete_record"]
        if gone:
            self.note(reverse(self.workspace, self.author, gone[which % len(gone)]))

    def undo(self, *_: int) -> None:
        if self.changes:
            self.note(reverse(self.workspace, self.author, self.changes[-1]))

    def move(self, which: int, after: int, *_: int) -> None:
        if found := self.live(("milestones", "agreements", "confirmations")[which % 3]):
            ids = [record_id for _, record_id in found]
            self.note(move_record(self.workspace, self.author, found[0][0],
                                  ids[which % len(ids)], ids[after % len(ids)], None))  # fmt: skip

    def decide(self, which: int, head: int, keep: int) -> None:
        if waiting := sorted(conflicts_of(self.workspace)):
            kind, record_id, field, heads = waiting[which % len(waiting)]
            value = dump(self.workspace)["revisions"][heads[head % len(heads)]]["value"]
            answer = bool(keep % 2) if field == "deleted" else value
            before = questions(self.workspace)
            change = decide(self.workspace, self.author, kind, record_id, field, answer)
            if keep % 3 == 0:
                asked = reverse(self.workspace, self.author, change)
                assert questions(self.workspace) == before
                change = reverse(self.workspace, self.author, asked)
            self.note(change)

    def send(self, which: int, *_: int) -> None:
        meetings = [record_id for _, record_id in self.live("meetings")]
        chosen = [meetings[which % len(meetings)]] if meetings and which % 3 == 0 else None
        self.crowd.post(
            write_session(self.workspace, self.author, "test", self.crowd.plan_id, chosen)
        )

    def receive(self, which: int, *_: int) -> None:
        self.take(self.crowd.files[which % len(self.crowd.files)])

    def take(self, path: Path) -> None:
        before = dump(self.workspace), conflicts_of(self.workspace)
        preview, = receive(self.workspace, self.author, [path], dry_run=True)  # fmt: skip
        receipt, = receive(self.workspace, self.author, [path])  # fmt: skip
        assert receipt.error is None, receipt.error
        waiting = conflicts_of(self.workspace)
        assert (preview.new, preview.conflicts, preview.waiting) == (
            receipt.new, receipt.conflicts, receipt.waiting,
        )  # fmt: skip
        fields = {conflict[:3] for conflict in waiting}
        assert receipt.conflicts == len(fields - {conflict[:3] for conflict in before[1]})
        assert receipt.waiting == len(waiting)
        assert receive(self.workspace, self.author, [path])[0].receipt_id == ""
        if receipt.receipt_id:
            self.imports.append((receipt.receipt_id, len(self.changes), *before))

    def read(self, paths: list[Path]) -> None:
        receipts = receive(self.workspace, self.author, paths)
        assert [receipt.error for receipt in receipts] == [None] * len(paths)

    def take_back(self, *_: int) -> None:
        """Undo the last import: nothing but commands can have come between."""
        if self.imports:
            receipt_id, steps, kept, waiting = self.imports[-1]
            undo_import(self.workspace, receipt_id)
            self.imports.pop()
            if steps == len(self.changes):
                assert dump(self.workspace) == kept
                assert conflicts_of(self.workspace) == waiting

    def note(self, change: Change) -> None:
        self.changes.append(change)


class Crowd:
    """Three people, the files that go round among them, and the one plan that they share."""

    def __init__(self, folder: Path, empty: Path) -> None:
        self.folder, self.empty = folder, empty
        self.files: list[Path] = []
        self.people = [Person(name, self.open(name, i), self) for i, name in enumerate(NAMES)]
        first = self.people[0]
        self.plan_id = add_record(
            first.workspace, first.author, Plan(id=new_id(), title="Rencana")
        ).record_id
        first.add(0, 0, 1)
        first.add(1, 0, 1)
        self.finish_round()

    def open(self, name: str, skew: int = 0) -> Workspace:
        shutil.copy(self.empty, self.folder / f"{name}.db")
        clock = Clock(dt.datetime(2025 - 3 * skew, 3, 1, tzinfo=dt.UTC))
        return Workspace.open(self.folder / f"{name}.db", clock)

    def post(self, content: bytes) -> None:
        self.files.append(self.folder / f"{len(self.files)}.rembuk")
        self.files[-1].write_bytes(content)

    def finish_round(self) -> None:
        """Everyone sends the whole plan, and everyone takes what all have sent."""
        for person in self.people:
            with suppress(CommandError):
                person.send(1)
        for person in self.people:
            person.read(self.files[-len(self.people) :])


def knowledge(workspace: Workspace) -> Any:
    """Return what a register holds, but for which side of a conflict it shows."""
    kept = dump(workspace)
    fields = history.by_field(Revision.model_construct(**r) for r in kept["revisions"].values())
    for (record_id, field), found in fields.items():
        values = [head.value for head in history.heads(found)]
        if field in ("deleted", "position"):
            continue
        name, _, part = field.partition(".")
        row = kept[found[0].entity][record_id]
        assert (row[name].get(part, "") if part else row[name]) in values
        if any(value != values[0] for value in values):
            row[name] = {**row[name], part: "?"} if part else "?"
    return kept, conflicts_of(workspace)


def questions(workspace: Workspace) -> set[tuple[str, str, frozenset[str]]]:
    """Return what waits for a decision, with the values that it is between."""
    known = dump(workspace)["revisions"]
    return {
        (c[1], c[2], frozenset(repr(known[head]["value"]) for head in c[3]))
        for c in conflicts_of(workspace)
    }


def steps_of(chance: random.Random) -> list[tuple[int, str, list[int]]]:
    """Return who does what, with numbers that choose among what there is at that moment."""
    return [
        (chance.randrange(3), chance.choice(STEPS), [chance.randrange(60) for _ in range(3)])
        for _ in range(chance.randint(30, 60))
    ]


# Nothing is drawn but a seed: what is interesting takes many steps, and shrinking them minutes.
@settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate])
@seed(2025)
@given(st.integers(0, 2**32))
def test_all_end_with_the_same_knowledge(empty: Path, number: int) -> None:
    chance = random.Random(number)
    with tempfile.TemporaryDirectory(dir=empty.parent) as folder:
        crowd = Crowd(Path(folder), empty)
        for who, what, chosen in steps_of(chance):
            crowd.people[who].do(what, *chosen)
        crowd.finish_round()
        opened = [person.workspace for person in crowd.people]
        for name in ("any order", "another order"):
            opened.append(crowd.open(name))
            files = list(crowd.files)
            chance.shuffle(files)
            Person("", opened[-1], crowd).read(files)
        try:
            compare_all(opened, crowd)
        finally:
            for workspace in opened:
                workspace.close()


def compare_all(opened: list[Workspace], crowd: Crowd) -> None:
    """All people know the same; so do all registers that read every file, whatever the order."""
    for workspace in opened:
        with workspace.read() as session:
            assert check_register(session) == ()
    first, *people = [knowledge(person.workspace) for person in crowd.people]
    for other in people:
        assert other == first
    one, another = (knowledge(workspace) for workspace in opened[len(crowd.people) :])
    assert one == another

"""Workspaces of the sizes that are measured."""

import datetime as dt
import json
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, select, update

from db.catalogue import KIND_OF_RECORD
from db.commands.records import add_record
from db.models import TABLES
from db.records import (
    Attendance,
    Commitment,
    FollowUp,
    Meeting,
    Milestone,
    Organisation,
    Plan,
    Point,
    Record,
    Target,
)
from db.workspace import Author, Workspace

AUTHOR = Author("Bench", "bench")
_LONG = ("problem", "description", "contribution", "values_text", "alignment", "additional")
_SYLLABLES = [a + b for a in "bkmprst" for b in ("a", "i", "u", "en", "an")]
WORDS = "layanan publik yang terbuka bagi warga dan dapat diawasi bersama "


def text(length: int) -> str:
    """Return a text of some length that reads, and breaks into lines, like a real one."""
    return (WORDS * (length // len(WORDS) + 1))[:length].strip().capitalize()


def matrix_workspace(path: Path, commitments: int = 18, rows: int = 4) -> None:
    """Make a plan of many commitments, each with a matrix whose cells are half full."""
    workspace = Workspace.open(path)
    plan = Plan(
        id=str(uuid4()), title=text(60), short_title="Bench", start="2025-01", end="2026-12"
    )
    add_record(workspace, AUTHOR, plan)
    for number in range(1, commitments + 1):
        commitment = Commitment(
            id=str(uuid4()), plan_id=plan.id, number=number, title=text(90), problem=text(900)
        )
        add_record(workspace, AUTHOR, commitment)
        for _ in range(rows):
            add_record(workspace, AUTHOR, _target(commitment.id))
    workspace.close()


def book_workspace(path: Path, commitments: int = 24) -> None:
    """Make a plan whose every commitment is as long as the longest real ones, with a matrix."""
    workspace = Workspace.open(path)
    plan = Plan(id=str(uuid4()), title=text(60), short_title="Bench", form="ogi-2020")
    add_record(workspace, AUTHOR, plan)
    for number in range(1, commitments + 1):
        texts = {name: text(950) for name in _LONG}
        commitment = Commitment(
            id=str(uuid4()), plan_id=plan.id, number=number, title=text(90), **texts
        )
        add_record(workspace, AUTHOR, commitment)
        for _ in range(5):
            milestone = Milestone(id=str(uuid4()), commitment_id=commitment.id, text=text(220))
            add_record(workspace, AUTHOR, milestone)
        for _ in range(6):
            add_record(workspace, AUTHOR, _target(commitment.id))
    workspace.close()


def inputs_workspace(path: Path, inputs: int = 2_000) -> None:
    """Make the large register with some of its points answered inputs."""
    large_workspace(path)
    workspace = Workspace.open(path)
    with workspace.write() as session:
        point = TABLES["points"]
        ids = list(session.connection().scalars(select(point.id)))
        chosen = ids[:: len(ids) // inputs]
        values = {"kind": "input", "response": "accepted", "reason": text(200)}
        session.connection().execute(update(point).where(point.id.in_(chosen)).values(**values))
    workspace.close()


def meeting_workspace(path: Path, points: int = 500) -> str:
    """Make a meeting of many points and return the id of the one in the middle."""
    workspace = Workspace.open(path)
    plan = Plan(id=str(uuid4()), title=text(60), short_title="Bench")
    meeting = Meeting(id=str(uuid4()), plan_id=plan.id, kind="workshop", topic=text(50))
    add_record(workspace, AUTHOR, plan)
    add_record(workspace, AUTHOR, meeting)
    ids = [str(uuid4()) for _ in range(points)]
    for point_id in ids:
        add_record(workspace, AUTHOR, Point(id=point_id, meeting_id=meeting.id, text=text(300)))
    # A directory to choose speakers from.
    for number in range(200):
        name = f"Lembaga {number} {text(30)}"
        add_record(workspace, AUTHOR, Organisation(id=str(uuid4()), name=name, sector="cso"))
    workspace.close()
    return ids[points // 2]


def settings_file(folder: Path) -> None:
    """Leave settings as after a first start, so that no dialog waits for an answer."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps({"author": "Bench"}), "utf-8")


def _target(commitment_id: str) -> Target:
    return Target(
        id=str(uuid4()),
        commitment_id=commitment_id,
        goal=text(140),
        responsible=text(60),
        measure=text(180),
        targets={name: text(120) for name in ("B06", "B12", "B18", "B24")},
        evidence=text(90),
    )


def large_workspace(
    path: Path, points: int = 200_000, meetings: int = 4_000, follow_ups: int = 2_000
) -> str:
    """Make a register of many years and return the id of a point in its middle.

    It is written past the commands and without history: finding in it is what is measured.
    """
    workspace = Workspace.open(path)
    plan_id = str(uuid4())
    add_record(workspace, AUTHOR, Plan(id=plan_id, title=text(60), short_title="Bench"))
    words = _Words()
    with workspace.write() as session:
        connection = session.connection()
        rows = [_meeting(plan_id, words, number) for number in range(meetings)]
        _insert(connection, Meeting, rows)
        said = [_point(rows[number % meetings]["id"], words, number) for number in range(points)]
        _insert(connection, Point, said)
        _insert(connection, Attendance, [_attendance(row["id"], words) for row in rows * 10])
        _insert(connection, Organisation, [_organisation(words) for _ in range(500)])
        asked = Random(2).sample(said, follow_ups)
        _insert(connection, FollowUp, [_follow_up(point, words) for point in asked])
    workspace.close()
    return said[points // 2]["id"]


class _Words:
    """Words as they are spread in real texts: few everywhere, most of them rare."""

    def __init__(self) -> None:
        self._chance = Random(1)
        self._words = [
            "".join(self._chance.choices(_SYLLABLES, k=k % 5 + 1)) for k in range(30_000)
        ]
        self._weights = list(accumulate(1 / (place + 1) for place in range(len(self._words))))

    def text(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))


def _meeting(plan_id: str, words: _Words, number: int) -> dict[str, Any]:
    date = dt.date(2014, 1, 1) + dt.timedelta(days=number)
    topic = words.text(6)
    return {"id": str(uuid4()), "plan_id": plan_id, "topic": topic, "date": date.isoformat()}


def _point(meeting_id: str, words: _Words, number: int) -> dict[str, Any]:
    said = f"{words.text(40)} layanan publik"
    return {"id": str(uuid4()), "meeting_id": meeting_id, "text": said, "position": number}


def _follow_up(point: dict[str, Any], words: _Words) -> dict[str, Any]:
    ids = {"id": str(uuid4()), "meeting_id": point["meeting_id"], "point_id": point["id"]}
    return ids | {"text": words.text(12), "status": "open"}


def _attendance(meeting_id: str, words: _Words) -> dict[str, Any]:
    return {"id": str(uuid4()), "meeting_id": meeting_id, "organisation": words.text(3)}


def _organisation(words: _Words) -> dict[str, Any]:
    return {"id": str(uuid4()), "name": words.text(4), "short_name": words.text(1)}


def _insert(connection: Any, record: type[Record], rows: list[dict[str, Any]]) -> None:
    """Insert rows at once, with the empty value of every field that they leave out."""
    table = TABLES[KIND_OF_RECORD[record]]
    connection.execute(insert(table), [table.model_validate(row).model_dump() for row in rows])

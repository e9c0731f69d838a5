"""Workspaces of the sizes that are measured."""

import json
from pathlib import Path
from uuid import uuid4

from db.commands.records import add_record
from db.records import Commitment, Meeting, Plan, Point, Target
from db.workspace import Author, Workspace

AUTHOR = Author("Bench", "bench")
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

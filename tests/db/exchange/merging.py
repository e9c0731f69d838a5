"""A commitment whose title is written in several files, each revision with a short name."""

from typing import Any

from tests.db.session_files import (
    Lists,
    Row,
    a_commitment,
    a_plan,
    a_revision,
)

PLAN = a_plan()
HERE = a_commitment(PLAN)
Steps = tuple[tuple[str, Any, tuple[str, ...]], ...]

# Ids by short names, so that cases read; the names' order is the ids' order.
NAMES = {name: f"{index:08x}-1111-4111-8111-111111111111" for index, name in enumerate("abcdefgh?")}


def rid(name: str) -> str:
    return NAMES[name]


def lists_of(steps: Steps, plain: Row) -> Lists:
    """Return a file's lists: the commitment as the last steps leave it, and its revisions."""
    commitment: Row = {"id": HERE["id"], "plan_id": PLAN["id"]} | plain
    revisions: list[Row] = []
    for label, value, parents in steps:
        name, _, letter = label.rpartition(".")
        name = name or "title"
        commitment[name] = value
        revisions.append(
            a_revision(
                "commitments", HERE, name, value, id=rid(letter), parents=[rid(p) for p in parents]
            )
        )  # fmt: skip
    return {"plans": [PLAN], "commitments": [commitment], "revisions": revisions}

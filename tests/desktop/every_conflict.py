"""A register in which every field of every record waits for a decision."""

import json
from pathlib import Path

from db.catalogue import KINDS
from db.fields import POSITION, empty_value, is_empty, split_values
from db.workspace import Workspace
from tests.db.registers import take
from tests.db.session_files import a_revision, build_session_file, one_of_each


def make_every_conflict(folder: Path) -> Workspace:
    """Receive a file in which each field was filled in at one place and emptied at another."""
    lists = one_of_each()
    revisions = []
    for kind, rows in lists.items():
        if kind not in KINDS or KINDS[kind].frozen:
            continue
        for row in rows:
            record = KINDS[kind].record.model_validate_json(json.dumps(row))
            for field, value in split_values(kind, record).items():
                if field != POSITION and not is_empty(kind, field, value):
                    for one in (value, empty_value(kind, field)):
                        revisions.append(a_revision(kind, row, field, one))
    workspace = Workspace.open(folder / "every.db")
    take(workspace, build_session_file(folder / "every.rembuk", lists | {"revisions": revisions}))
    return workspace

"""Commands about the rows of a target matrix and their cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from db.changes import Change
from db.commands.commitments import place_part
from db.commands.records import placed_last
from db.models import TargetRow
from db.queries.records import list_records
from db.recorder import Recorder
from db.records import Target
from db.rules import in_order
from db.workspace import Author, Workspace


@dataclass(frozen=True)
class RowTexts:
    """Texts for the cells of one row.

    Attributes:
        target_id: the row; "" makes a new one behind the last.
        texts: by field, `targets.B06` for a checkpoint.
    """

    target_id: str
    texts: Mapping[str, str] = field(default_factory=dict[str, str])


def add_target(
    workspace: Workspace, author: Author, commitment_id: str, after_id: str | None = None
) -> Change:
    """Add a row behind another (None: at the end), under the same goal and responsible."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        above = session.get(TargetRow, after_id) if after_id else None
        target = Target(
            id=str(uuid4()),
            commitment_id=commitment_id,
            goal=above.goal if above else "",
            responsible=above.responsible if above else "",
        )
        recorder.create(placed_last(recorder, target))
        if after_id:
            _place_behind(recorder, target, after_id)
        return recorder.change("add_target", target.id)


def paste_cells(
    workspace: Workspace, author: Author, commitment_id: str, rows: Sequence[RowTexts]
) -> Change:
    """Write a block of cells in one step, with new rows where it reaches beyond the last."""
    return _write(workspace, author, commitment_id, rows, "paste_cells")


def clear_cells(
    workspace: Workspace, author: Author, commitment_id: str, rows: Sequence[RowTexts]
) -> Change:
    """Empty a block of cells in one step."""
    return _write(workspace, author, commitment_id, rows, "clear_cells")


def _write(
    workspace: Workspace, author: Author, commitment_id: str, rows: Sequence[RowTexts], name: str
) -> Change:
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for row in rows:
            target_id = row.target_id or _new_row(recorder, commitment_id)
            for column, text in row.texts.items():
                recorder.set("targets", target_id, column, text)
        return recorder.change(name, commitment_id)


def _new_row(recorder: Recorder, commitment_id: str) -> str:
    target = Target(id=str(uuid4()), commitment_id=commitment_id)
    recorder.create(placed_last(recorder, target))
    return target.id


def _place_behind(recorder: Recorder, target: Target, after_id: str) -> None:
    rows = list_records(recorder.session, Target, commitment_id=target.commitment_id)
    ids = [row.id for row in in_order(rows) if row.id != target.id]
    place = ids.index(after_id) + 1 if after_id in ids else len(ids)
    before_id = ids[place] if place < len(ids) else None
    place_part(recorder, "targets", target.id, target.commitment_id, before_id)

"""What the matrix screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.records import Target

CHECKPOINT = "targets."


@dataclass(frozen=True)
class GridColumn:
    """A column of the table.

    Attributes:
        field: the target's field, `targets.B06` for a checkpoint.
        label: its head.
    """

    field: str
    label: str

    @property
    def checkpoint(self) -> str:
        """The checkpoint that it stands for, "" for none."""
        return self.field.removeprefix(CHECKPOINT) if self.field.startswith(CHECKPOINT) else ""

    @property
    def merges(self) -> bool:
        """Whether equal neighbours are shown as one cell."""
        return self.field in ("goal", "responsible")

    def text(self, target: Target) -> str:
        """Return what a row says in this column."""
        if self.checkpoint:
            return target.targets.get(self.checkpoint, "")
        return str(getattr(target, self.field))


@dataclass(frozen=True)
class HeadField:
    """A line of the head block.

    Attributes:
        key: its key in the commitment's matrix_head.
        label: what it is called on paper.
        derived: what it says unless somebody words it otherwise.
    """

    key: str
    label: str
    derived: str


@dataclass(frozen=True)
class MatrixView:
    """The matrix of one commitment.

    Attributes:
        plan: the plan's name.
        commitments: (id, name) of all commitments of the plan.
        commitment_id: the one that is shown, "" when the plan has none.
        number, title: of that one.
        head: the lines of its head block.
        own_head: what of them is worded by hand.
        columns: the table's.
        rows: the targets in order.
    """

    plan: str
    commitments: tuple[tuple[str, str], ...] = ()
    commitment_id: str = ""
    number: int | None = None
    title: str = ""
    head: tuple[HeadField, ...] = ()
    own_head: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: tuple[GridColumn, ...] = ()
    rows: tuple[Target, ...] = ()

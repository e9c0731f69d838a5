"""How the fields of a canvas stand: agreed, disputed, or waiting for somebody's word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.common.chip import Kind

if TYPE_CHECKING:
    from db.records import Agreement

STATES = ("disputed", "waiting", "agreed")
"""The states of a field, the gravest first: the first that somebody holds is the field's."""
STATE_KINDS: dict[str, Kind] = {"disputed": "danger", "waiting": "warning", "agreed": "success"}


def field_state(agreements: Sequence[Agreement], field: str) -> str:
    """Return how a field stands, "" where nothing was said."""
    held = {one.state for one in agreements if one.canvas_field == field}
    return next((state for state in STATES if state in held), "")

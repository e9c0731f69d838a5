"""A canvas in a window of its own."""

import pytest

from ui.canvas.canvas import Canvas


@pytest.fixture
def canvas(show, words) -> Canvas:
    canvas = Canvas(words)
    canvas.resize(1130, 580)
    show(canvas)
    canvas.told = []
    for signal in ("field_edited", "field_left", "choice_made", "part_wanted",
                   "part_move_requested", "part_removal_requested", "step_requested"):  # fmt: skip
        getattr(canvas, signal).connect(lambda *told, s=signal: canvas.told.append((s, *told)))
    return canvas

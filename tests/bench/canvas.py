"""How soon a letter is seen in the longest text of a canvas, also while what changed is marked.

    python -m tests.bench.canvas WORKSPACE

Types into the problem of the second commitment as fast as a person can. Draft 1 is frozen before,
and every fifth word rewritten. Prints, as JSON, milliseconds.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from db.commands.drafts import freeze_draft
from db.commands.records import edit_field
from db.queries.commitments import list_commitments
from tests.bench.drafts import rewritten
from tests.bench.driven import Paints, Window, letters, percentiles, print_measured
from ui.canvas.canvas import Canvas

_MARKS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def measure(window: Window) -> dict[str, float]:
    """Measure letters in the text as it is, then with its changes marked."""
    _open_problem(window)
    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    paints = Paints(field.viewport())
    found = percentiles("plain", letters(window, paints, field))
    QTest.keyClick(field, Qt.Key.Key_T, _MARKS)
    window.wait(lambda: bool(field.extraSelections()))
    return found | percentiles("marked", letters(window, paints, field))


def _open_problem(window: Window) -> None:
    store, place = window.program.store, window.program.place
    assert store is not None
    assert place is not None
    second = next(one for one in store.read(list_commitments) if one.number == 2)
    workspace, author = store.workspace, store.author
    freeze_draft(workspace, author, second.id, "1", (), reason="Bench")
    edit_field(workspace, author, "commitments", second.id, "problem", rewritten(second.problem))
    store.replaced.emit()
    place.go("commitments", commitments=second.id)
    canvas = window.find(Canvas)
    assert isinstance(canvas, Canvas)
    canvas.go_to_field("problem")


def main(workspace: str) -> None:
    print_measured(workspace, measure)


if __name__ == "__main__":
    main(*sys.argv[1:])

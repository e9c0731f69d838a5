"""How long it takes to come to each screen, told from inside the window.

    python -m tests.bench.visits WORKSPACE

Goes through all screens twice and opens the canvas and the matrix of a commitment. Prints, as
JSON, milliseconds until a screen was painted: of every first visit and of every second one.
"""

import sys

from db.queries.commitments import list_commitments
from desktop.app import favour_window
from desktop.program import SCREENS
from tests.bench.driven import Paints, Window, print_measured

_OF_A_COMMITMENT = ("commitments", "matrix")


def measure_visits(window: Window) -> dict[str, dict[str, float]]:
    """Return the milliseconds of the first and of the second visit, by screen."""
    store = window.program.store
    assert store is not None
    commitment = next(iter(store.read(list_commitments))).id
    ways = [(name, name, {}) for name, _ in (*SCREENS[1:], SCREENS[0])]
    ways += [(f"{name} of one", name, {"commitments": commitment}) for name in _OF_A_COMMITMENT]
    return {
        visit: {told: _visit(window, name, records) for told, name, records in ways}
        for visit in ("first", "second")
    }


def _visit(window: Window, name: str, records: dict[str, str]) -> float:
    place, screens = window.program.place, window.program.screens
    assert place is not None
    assert screens is not None
    if not records:
        # Its list, whatever was in view before.
        place.show("commitments", "")
    elif place.screen == name:
        place.go(SCREENS[0][0])
    window.wait(lambda: not window.program.workers.is_busy())
    paints = Paints(screens.controller(name).screen)
    return window.until_painted(paints, lambda: place.go(name, **records))


def main(workspace: str) -> None:
    favour_window()
    print_measured(workspace, measure_visits)


if __name__ == "__main__":
    main(*sys.argv[1:])

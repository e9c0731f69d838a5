"""How quickly 500 points answer to what is done with them: moved, marked, divided, joined."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from db.queries.meetings import list_meetings
from desktop.program import Program
from ui.meeting.point_list import PointList
from ui.meeting.points_panel import PointsPanel

COMMANDS = ("private", "down", "up", "indent", "outdent", "split", "join", "delete")
TIMES = 20
UntilPainted = Callable[[QWidget, Callable[[], object]], float]


def measure_commands(program: Program, until_painted: UntilPainted) -> list[float]:
    """Return the milliseconds of every command, each done in many places of the meeting."""
    place, store = program.place, program.store
    assert place is not None
    assert store is not None
    place.go("meetings", meetings=store.read(list_meetings)[0].id)
    panels = program.window.findChildren(QWidget)
    points = next(one for one in panels if isinstance(one, PointsPanel)).list
    points.setFocus()
    return [
        _timed(points, name, 60 + 19 * number, until_painted)
        for name in COMMANDS
        for number in range(TIMES)
    ]


def _timed(points: PointList, name: str, row: int, until_painted: UntilPainted) -> float:
    points.editing.end()
    points.set_current(points.point_rows()[row].id)
    place = 20 if name == "split" else -1
    before = points.point_rows()
    spent = until_painted(points.viewport(), lambda: points.commands.carry_out(name, place))
    if points.point_rows() == before and name != "outdent":
        raise SystemExit(f"{name} did nothing")
    return spent

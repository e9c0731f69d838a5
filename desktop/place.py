"""Where the person is: the screen, and the plan, meeting and commitment in view."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from db.changes import FieldPlace

NAMES = ("screen", "plans", "meetings", "commitments", "organisations", "working_groups")
# What inside of the record in view shall get the focus once, and is then forgotten: a point,
# a field of the canvas, a question about what differs.
WANTED = ("points", "fields", "differing")


class Place(QObject):
    """What is in view, shared by all screens and remembered for the next start.

    A record is named by its list: `place.record("meetings")` is the meeting in view.

    Attributes:
        answers: what was begun to be written in answer to questions about fields; it lasts as
            long as the program.

    Signals:
        moved(str): the name (of NAMES or WANTED) that is other than before.
    """

    moved = Signal(str)

    def __init__(self, remembered: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = {name: remembered.get(name, "") for name in NAMES}
        self._where |= dict.fromkeys(WANTED, "")
        self.answers: dict[FieldPlace, Any] = {}

    @property
    def screen(self) -> str:
        return self._where["screen"]

    def record(self, kind: str) -> str:
        """Return the id of the record of this list that is in view, "" for none."""
        return self._where[kind]

    def show(self, kind: str, record_id: str) -> None:
        """Bring a record into view."""
        self._move(kind, record_id)

    def go(self, screen: str, **records: str) -> None:
        """Open a screen, on these records if given: `go("meeting", meetings=meeting_id)`."""
        for kind, record_id in records.items():
            self._move(kind, record_id)
        self._move("screen", screen)

    def take(self, name: str) -> str:
        """Return what of WANTED shall get the focus, "" for none, and forget it."""
        wanted, self._where[name] = self._where[name], ""
        return wanted

    def as_settings(self) -> dict[str, str]:
        """Return what the next start needs to reopen here."""
        return {name: self._where[name] for name in NAMES}

    def _move(self, name: str, value: str) -> None:
        if self._where[name] != value:
            self._where[name] = value
            self.moved.emit(name)

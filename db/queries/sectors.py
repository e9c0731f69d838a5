"""Which sector somebody who gave an input speaks for."""

from collections.abc import Iterable

from sqlmodel import Session

from db.following import InputLine
from db.queries.organisations import list_directory
from db.queries.records import of_owners
from db.records import Attendance
from db.rules import speaker_name


class Sectors:
    """Knows the directory's organisations, and who attended the meetings of these inputs.

    Minutes that came without a directory say a sector only in their attendance list.
    """

    def __init__(self, session: Session, lines: Iterable[InputLine]) -> None:
        self._known = _of_organisations(session)
        meetings = sorted({line.meeting_id for line in lines if not self._of_body(line)})
        present = of_owners(session, Attendance, "meeting_id", meetings)
        self._present = {
            (meeting_id, name.casefold()): one.sector
            for meeting_id, here in present.items()
            for one in here
            for name in (one.organisation, speaker_name(one))
            if name and one.sector
        }

    def of(self, line: InputLine) -> str:
        """Return the sector of who gave an input, "" where it is unknown."""
        by_name = self._present.get((line.meeting_id, line.raised_by.casefold()), "")
        return self._of_body(line) or by_name

    def _of_body(self, line: InputLine) -> str:
        return self._known.get(line.raised_by_id or "", "")


def _of_organisations(session: Session) -> dict[str, str]:
    """Return the sector of every organisation; a joined one has that of what it stands for."""
    directory = {line.id: line for line in list_directory(session)}
    return {
        key: (directory[line.same_as].sector if line.same_as in directory else "") or line.sector
        for key, line in directory.items()
    }

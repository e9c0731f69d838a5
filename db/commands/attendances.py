"""Commands about who attends a meeting."""

from collections.abc import Callable, Sequence

from db.changes import Change
from db.commands.order import place_among
from db.commands.records import placed_last
from db.errors import CommandError
from db.fields import POSITION
from db.models import AttendanceRow
from db.queries.records import get_record, list_records
from db.recorder import Recorder
from db.records import POSITION_LIMIT, Attendance, Organisation, Presence
from db.rules import in_order
from db.workspace import Author, Workspace


def add_attendances(
    workspace: Workspace,
    author: Author,
    lines: Sequence[Attendance],
    told: Callable[[int], bool] = lambda done: True,
) -> Change:
    """Add lines behind the last of their meeting, in one step.

    `told` hears how many are done and says whether to go on; CommandError where it does not,
    and then none was added.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        last = 0.0
        for done, line in enumerate(lines):
            if not told(done):
                raise CommandError("attendances_stopped")
            placed = placed_last(recorder, line) if not done else line
            last = last + 1 if done else (getattr(placed, POSITION) or 0)
            recorder.create(placed.model_copy(update={POSITION: min(last, POSITION_LIMIT)}))
        return recorder.change("add_attendances", lines[0].id if lines else "")


def set_presence(
    workspace: Workspace, author: Author, attendance_ids: Sequence[str], presence: Presence
) -> Change:
    """Say of one or several lines whether they are here, in one step."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for attendance_id in attendance_ids:
            recorder.set("attendances", attendance_id, "presence", presence)
        return recorder.change("set_presence", next(iter(attendance_ids), ""))


def recognise_organisation(
    workspace: Workspace, author: Author, attendance_id: str, organisation_id: str
) -> Change:
    """Say that what an attendance calls its organisation is one of the directory.

    The directory knows it by that name from now on.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        line = get_record(session, Attendance, attendance_id)
        known = get_record(session, Organisation, organisation_id)
        recorder.set("attendances", attendance_id, "organisation_id", organisation_id)
        if known.sector:
            recorder.set("attendances", attendance_id, "sector", known.sector)
        names = {name.casefold() for name in (known.name, known.short_name, *known.aliases)}
        if line.organisation and line.organisation.casefold() not in names:
            aliases = [*known.aliases, line.organisation]
            recorder.set("organisations", organisation_id, "aliases", aliases)
        return recorder.change("recognise_organisation", attendance_id)


def move_attendance(
    workspace: Workspace, author: Author, attendance_id: str, before_id: str | None
) -> Change:
    """Place an attendance before another one of its meeting (None: last)."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        row = session.get(AttendanceRow, attendance_id)
        if row is None or row.deleted:
            raise CommandError("record_unknown", kind="attendances", id=attendance_id)
        every = in_order(list_records(session, Attendance, meeting_id=row.meeting_id))
        siblings = [attendance for attendance in every if attendance.id != attendance_id]
        place_among(recorder, "attendances", attendance_id, siblings, before_id)
        return recorder.change("move_record", attendance_id)

"""Commands about who attends a meeting."""

from db.changes import Change
from db.commands.order import place_among
from db.errors import CommandError
from db.models import AttendanceRow
from db.queries.records import list_records
from db.recorder import Recorder
from db.records import Attendance
from db.rules import in_order
from db.workspace import Author, Workspace


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

"""The controller of the follow-ups of all meetings."""

from collections.abc import Callable, Sequence
from functools import partial

from db.changes import Change
from db.commands.follow_ups import (
    close_follow_ups,
    create_follow_up,
    drop_follow_ups,
    edit_follow_up,
    reopen_follow_ups,
)
from db.following import FollowUpLine
from db.queries.commitments import list_commitments
from db.queries.follow_ups import list_follow_ups
from db.queries.home import list_plan_lines
from db.queries.meetings import list_meetings
from db.queries.organisations import list_directory
from db.records import Meeting
from desktop.controllers.base import Controller
from desktop.documents import local_day
from desktop.parts import Parts
from desktop.printing import print_follow_ups
from resources.meeting_names import kind_name
from ui.common.dates import format_short_date
from ui.followups.new_dialog import NewFollowUpDialog
from ui.followups.owners import owner_picks
from ui.followups.screen import FollowUpsScreen
from ui.followups.view import FollowUpsView

_COMMANDS: dict[str, Callable[..., Change]] = {
    "done": close_follow_ups,
    "dropped": drop_follow_ups,
    "open": reopen_follow_ups,
}


class FollowUpsController(Controller):
    """Shows the follow-ups of the plan in view, or of all plans, and carries out what is done."""

    key = "followups"
    kinds = ("plans", "organisations", "commitments", "meetings", "points", "follow_ups")
    places = ("plans",)

    def __init__(self, parts: Parts) -> None:
        self.view = FollowUpsScreen(parts.words)
        super().__init__(parts, self.view)
        self._every_plan = False
        self._lines: dict[str, FollowUpLine] = {}
        self._connect()

    def refresh(self) -> None:
        plans = self.store.read(list_plan_lines)
        plan = self.plan_in_view(plans)
        every = self._every_plan and len(plans) > 1
        wanted = plan.id if plan and not every else None
        lines = self.store.read(list_follow_ups, wanted) if plan else ()
        self._lines = {line.id: line for line in lines}
        self.view.show_follow_ups(
            FollowUpsView(
                lines=lines,
                today=local_day(self.store.workspace),
                plan=plan,
                plans=plans,
                every_plan=every,
                directory=self.store.read(list_directory),
                meetings=plan is not None and bool(self.store.read(list_meetings, plan.id)),
            )
        )

    def show_echo(self, change: Change) -> None:
        """What is typed stands in the cell already; what hangs on it is brought along."""
        self._bring_up_to_date(change)

    def _on_changed(self, change: Change, origin: object) -> None:
        in_front = self.place.screen == self.key and not self._stale
        if in_front and origin is not self and self._touches_lines_only(change):
            self._bring_up_to_date(change)
        else:
            super()._on_changed(change, origin)

    def _touches_lines_only(self, change: Change) -> bool:
        """Whether the same follow-ups come from the same points, only they say something else."""
        fields = {(edit.kind, edit.field) for edit in change.edits}
        kinds = {kind for kind, _ in fields}
        return (
            "follow_ups" in kinds
            and ("follow_ups", "deleted") not in fields
            and fields - {("points", "text")} == {f for f in fields if f[0] == "follow_ups"}
        )

    def _bring_up_to_date(self, change: Change) -> None:
        ids = [edit.record_id for edit in change.edits if edit.kind == "follow_ups"]
        lines = self.store.read(list_follow_ups, None, dict.fromkeys(ids))
        self._lines |= {line.id: line for line in lines if line.id in self._lines}
        self.view.update_lines(lines)

    def _connect(self) -> None:
        view, table = self.view, self.view.table
        view.creation_requested.connect(self._create)
        view.print_requested.connect(self._print)
        view.plan_requested.connect(self._show_plan)
        view.home_requested.connect(partial(self.place.go, "home"))
        view.meetings_requested.connect(partial(self.place.go, "meetings", meetings=""))
        table.choices.owner_chosen.connect(partial(self.store.run, edit_follow_up))
        table.state_requested.connect(self._settle)
        table.origin_requested.connect(self._go_to_origin)
        table.writing.edited.connect(self._write)
        table.writing.left.connect(self._leave)

    def _show_plan(self, plan_id: str) -> None:
        self._every_plan = not plan_id
        if plan_id:
            self.place.show("plans", plan_id)
        self.invalidate()

    def _write(self, follow_up_id: str, field: str, value: object) -> None:
        self.edit(*self._holder(follow_up_id, field), field, value)

    def _leave(self, follow_up_id: str, field: str) -> None:
        self.leave(*self._holder(follow_up_id, field), field)
        self.show_kept()
        self.view.settle()

    def _holder(self, follow_up_id: str, field: str) -> tuple[str, str]:
        """Return the record that a field is written in: a point holds its follow-up's text."""
        line = self._lines.get(follow_up_id)
        if field == "text" and line is not None and line.owned and line.point_id is not None:
            return "points", line.point_id
        return "follow_ups", follow_up_id

    def _settle(self, ids: Sequence[str], state: str) -> None:
        change = self.store.run(_COMMANDS[state], ids)
        if change is not None and change.edits:
            number = len(change.ids)
            self._tell(f"follow_ups.told.{state}", number)

    def _go_to_origin(self, follow_up_id: str) -> None:
        line = self._lines[follow_up_id]
        self.store.flush()
        self.place.show("plans", line.plan_id)
        self.place.go("meetings", meetings=line.meeting_id)

    def _create(self) -> None:
        plan = self.plan_in_view(self.store.read(list_plan_lines))
        meetings = self.store.read(list_meetings, plan.id) if plan else ()
        if plan is None or not meetings:
            return
        here = self.place.record("meetings")
        proposed = sorted(meetings, key=lambda meeting: meeting.id != here)
        commitments = [
            (c.id, f"{c.number}. {c.title}" if c.number is not None else c.title)
            for c in self.store.read(list_commitments, plan.id)
        ]
        dialog = NewFollowUpDialog(
            self.words,
            [(meeting.id, self._name(meeting)) for meeting in proposed],
            commitments,
            owner_picks(self.store.read(list_directory), self._lines.values()),
            self.parts.window,
        )
        if dialog.run():
            change = self.store.run(create_follow_up, dialog.meeting_id(), dialog.values())
            if change is not None:
                self.view.go_to(change.record_id)

    def _print(self) -> None:
        if self.store.flush():
            today = local_day(self.store.workspace)
            print_follow_ups(self.parts, self.view.shown(), today)

    def _name(self, meeting: Meeting) -> str:
        kind = kind_name(self.words, meeting.kind) or self.words("follow_ups.origin.meeting")
        topic = meeting.topic or meeting.subtitle or self.words("follow_ups.new.no_topic")
        date = format_short_date(self.words, meeting.date)
        return " · ".join(part for part in (date, kind, topic) if part)

    def _tell(self, key: str, number: int) -> None:
        undo = (self.words("follow_ups.undo"), self.store.undo)
        self.parts.tell(self.words(key, n=number), "info", undo)

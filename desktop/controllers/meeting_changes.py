"""The canvas and the minutes as one act: changes are proposed as points, points go into texts."""

from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QTimer

from db.canvas_changes import CANVAS, Proposal
from db.changes import UNFINISHED, Change
from db.commands.canvas_texts import CANVAS_TEXTS, put_into_canvas
from db.commands.records import add_record
from db.queries.canvas_changes import proposed_changes
from db.queries.records import get_record, list_by_id
from db.records import Commitment, Dismissal, Meeting, Point
from desktop.controllers.base import Controller
from desktop.controllers.meeting_part import MeetingPart
from resources.forms import load_form
from resources.words import Words
from ui.common.picker import Pick, PickPopup
from ui.meeting.screen import MeetingsScreen

DURING = ("commitments", "matrix")
"""The screens that are part of the meeting that one comes to them from."""
_KINDS = {*CANVAS, "points", "dismissals"}


class MeetingChanges(MeetingPart):
    """Proposes what was changed in the meeting in view, and counts it beside the way there."""

    kind = "points"

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller, view)
        # The screen may be made while one goes there.
        self._during = self.place.screen == controller.key
        # Letters come faster than anybody could confirm what they change.
        self._wait = QTimer(self, singleShot=True, interval=250)
        self._wait.timeout.connect(self.show)
        self._list = view.desk.points.proposals
        self._list.confirmed.connect(self._confirm)
        self._list.edited.connect(self._confirm_and_edit)
        self._list.dropped.connect(self._drop)
        view.desk.points.list.commands.canvas_requested.connect(self._choose_field)
        self.store.changed.connect(self._on_changed)
        self.store.replaced.connect(self._wait.start)
        self.place.moved.connect(self._on_moved)

    def meeting_id(self) -> str | None:
        """Return the meeting that what is written now comes out of, None for none.

        The canvas is a part of the meeting that one goes there from, until its minutes are final.
        """
        meeting_id, screen = self.place.record("meetings"), self.place.screen
        if not meeting_id or (screen != self.controller.key and not self._during):
            return None
        meeting = self.store.read(list_by_id, Meeting, [meeting_id]).get(meeting_id)
        closed = meeting is None or (screen in DURING and meeting.status == "final")
        return None if closed else meeting_id

    def follow(self, name: str) -> None:
        """Notice where the person goes: to the canvas, the meeting goes along."""
        if name == "screen":
            here = self.place.screen
            self._during = here == self.controller.key or (self._during and here in DURING)

    def show(self) -> None:
        """Show what waits in the meeting in view."""
        proposals = self._proposals()
        self._list.show_proposals(proposals)
        self.controller.parts.window.shell.set_badge(self.controller.key, len(proposals))

    def _proposals(self) -> tuple[Proposal, ...]:
        meeting_id = self.place.record("meetings")
        return self.store.read(proposed_changes, meeting_id) if meeting_id else ()

    def _on_changed(self, change: Change, _origin: object) -> None:
        if not change.kinds & _KINDS:
            return
        if change.name in ("edit_field", UNFINISHED):
            self._wait.start()
        else:
            self.show()

    def _on_moved(self, name: str) -> None:
        if name == "meetings":
            self._wait.start()

    def _find(self, key: str) -> Proposal | None:
        """Return a proposal as it is now: more may have been written since it was shown."""
        return next((one for one in self._proposals() if one.key == key), None)

    def _confirm(self, key: str, text: str) -> str:
        """Make a point of a proposal and return its id, "" where nothing is left to tell."""
        proposal = self._find(key)
        if proposal is None:
            self.show()
            return ""
        point = Point(
            id=str(uuid4()),
            meeting_id=self.place.record("meetings"),
            kind="decision",
            text=text,
            commitment_id=proposal.commitment_id,
            canvas_field=proposal.changes[0].canvas_field,
            changes=proposal.revisions,
        )
        done = self.store.run(add_record, point)
        self.show()
        return point.id if done is not None else ""

    def _confirm_and_edit(self, key: str, text: str) -> None:
        point_id = self._confirm(key, text)
        if point_id:
            self.view.desk.points.list.editing.begin(point_id)

    def _drop(self, key: str) -> None:
        proposal = self._find(key)
        if proposal is not None:
            meeting_id = self.place.record("meetings")
            dismissal = Dismissal(
                id=str(uuid4()), meeting_id=meeting_id, changes=proposal.revisions
            )
            if self.store.run(add_record, dismissal) is not None:
                self.tell_undoable("canvas_changes.proposals.dropped")
        self.show()

    def _choose_field(self, point_id: str) -> None:
        """Let a field be chosen that a point's text goes into."""
        point = self.store.read(get_record, Point, point_id)
        meeting = self.store.read(get_record, Meeting, point.meeting_id)
        about = [point.commitment_id] if point.commitment_id else meeting.commitment_ids
        found = self.store.read(list_by_id, Commitment, about)
        if not found:
            text = self.words("canvas_changes.into_canvas.no_commitment")
            self.controller.parts.tell(text, "info", None)
            return
        shown = self.view.shown()
        forms = {d.commitment.id: d.form for d in shown.dossier.commitments} if shown else {}
        picks = [
            found_pick
            for commitment in found.values()
            for found_pick in field_picks(self.words, commitment, forms.get(commitment.id, ""))
        ]
        # What it is about stands first.
        picks.sort(key=lambda one: one[0].field != point.canvas_field)
        points = self.view.desk.points.list
        label = self.words("canvas_changes.into_canvas.title")
        popup = PickPopup(self.words, label, [pick for _, pick in picks], False, points)
        popup.picked.connect(partial(self._put, point_id))
        popup.show_below(points.viewport(), points.current_part())

    def _put(self, point_id: str, pick: Pick) -> None:
        into = pick.value
        if not isinstance(into, Into):
            return
        args = (point_id, into.commitment_id, into.field, into.replaces)
        if self.store.run(put_into_canvas, *args) is not None:
            name = self.words.field_name("commitments", into.field)
            self.tell_undoable("canvas_changes.into_canvas.done", field=name)


@dataclass(frozen=True)
class Into:
    """Where a point's text goes: behind what a field says, or in its place."""

    commitment_id: str
    field: str
    replaces: bool


def field_picks(words: Words, commitment: Commitment, form: str) -> list[tuple[Into, Pick]]:
    """Return the texts of a commitment that a point can go into, behind them or in their place."""
    placed = [section.field for section in load_form(form).sections]
    fields = [field for field in placed if field in CANVAS_TEXTS]
    number = commitment.number
    about = "" if number is None else words("canvas_changes.commitment", number=number)
    picks: list[tuple[Into, Pick]] = []
    for field in fields:
        name = words.field_name("commitments", field)
        ways = ["append", "replace"] if getattr(commitment, field).strip() else ["append"]
        for way in ways:
            into = Into(commitment.id, field, way == "replace")
            text = words(f"canvas_changes.into_canvas.{way}", field=name)
            picks.append((into, Pick(into, text, about)))
    return picks

"""The letters that confirm commitments, noted while a finalisation goes through its agenda."""

from functools import partial
from typing import Any

from db.commands.records import delete_records
from db.confirming import finalisation_agenda
from db.queries.confirmations import letters_about
from db.records import Confirmation
from desktop.controllers.base import Controller
from desktop.controllers.meeting_part import MeetingPart
from ui.meeting.screen import MeetingsScreen


class MeetingAgenda(MeetingPart):
    """Carries out what is done with the agenda at the right of the desk."""

    kind = "confirmations"

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller, view)
        self._panel = view.desk.side.glance.agenda
        editor = self._panel.editor
        editor.letter_written.connect(self._write)
        editor.letter_left.connect(self.leave_unfinished)
        editor.field_edited.connect(partial(controller.edit, self.kind))
        editor.field_left.connect(partial(controller.leave, self.kind))
        self._panel.removal_requested.connect(self._delete)

    def writes(self, record_id: str) -> bool:
        """Tell whether this is the new letter that is being written."""
        return self._panel.editor.writes(record_id)

    def leave(self) -> None:
        """Store what is being written, before another meeting or none is shown."""
        self._panel.leave()

    def show(self) -> None:
        """Show the agenda of the meeting in view with its letters as they are stored now."""
        shown = self.view.shown()
        if shown is None:
            return
        meeting = shown.dossier.meeting
        finalises = meeting.kind == "finalisation"
        letters = self.store.read(letters_about, meeting.commitment_ids) if finalises else ()
        agenda = finalisation_agenda(shown.dossier.commitments, letters) if finalises else ()
        unsaved = frozenset(edit.field[1] for edit in self.store.unsaved)
        self.view.desk.side.glance.show_agenda(meeting, agenda, shown.today, unsaved)

    def show_new(self, record_id: str) -> None:
        self.show()

    def _write(self, key: str, values: dict[str, Any]) -> None:
        self.write_unfinished(Confirmation(id=key, **values))

    def _delete(self, letter_id: str) -> None:
        name = self._panel.body_of(letter_id)
        if self.store.run(delete_records, self.kind, [letter_id]) is not None:
            self.tell_undoable("agenda.deleted", name=name)

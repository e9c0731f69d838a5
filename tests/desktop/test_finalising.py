"""Making minutes final in the window, as a person does it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.minutes import finalise_minutes
from db.commands.records import edit_field
from db.queries.meetings import list_meetings, meeting_dossier
from db.queries.minutes import minutes_state
from db.records import Meeting
from db.snapshot import MinutesState
from desktop.controllers.documents import DocumentsController
from desktop.controllers.finalising import describe, finalise, finalise_label, standing
from desktop.meeting_papers import WORKING
from desktop.sample import add_sample
from exports.frozen_minutes import fingerprint
from tests.desktop.room import Room
from tests.ui.helpers import named
from ui.common.buttons import GhostButton
from ui.dialogs.finalise import FinaliseDialog


class Desk:
    """The documents screen on the sample's latest meeting."""

    def __init__(self, room: Room) -> None:
        self.room = room
        add_sample(room.workspace)
        self.meeting: Meeting = room.store.read(list_meetings)[0]
        self.controller = DocumentsController(room.parts())
        self.view = self.controller.view
        room.place.show("meetings", self.meeting.id)
        room.show(self.controller)

    @property
    def state(self) -> MinutesState:
        return self.room.store.read(minutes_state, self.meeting.id)

    def press_finalise(self, reason: str = "", *, agree: bool = True) -> None:
        """Press the button above the preview, and answer the dialog by keys."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, FinaliseDialog)
            if not dialog.isActiveWindow():
                QTimer.singleShot(5, answer)
                return
            if reason:
                QTest.keyClicks(QApplication.focusWidget(), reason)
            control = Qt.KeyboardModifier.ControlModifier
            if agree:
                QTest.keyClick(dialog, Qt.Key.Key_Return, control)
            else:
                QTest.keyClick(dialog, Qt.Key.Key_Escape)

        QTimer.singleShot(0, answer)
        label = finalise_label(self.state, self.room.words)
        button = named(self.view, label, GhostButton)
        QTest.keyClick(button, Qt.Key.Key_Return)
        self.room.settle()

    def edit(self, field: str, value: object) -> None:
        self.room.store.run(edit_field, "meetings", self.meeting.id, field, value)
        self.room.settle()

    def chip(self) -> str:
        return self.view.preview.standing.text()


BOTH = pytest.mark.parametrize("room", ["id", "en"], indirect=True)


@pytest.fixture
def room(qtbot, tmp_path: Path, request: pytest.FixtureRequest):
    made = Room(qtbot, tmp_path, getattr(request, "param", "id"))
    yield made
    made.close()


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


@BOTH
def test_a_draft_becomes_final_and_the_screen_says_so(desk: Desk):
    words = desk.room.words
    assert desk.chip() == words("finalise.standing.draft")
    desk.press_finalise()
    latest = desk.state.latest
    assert latest is not None
    assert latest.version == 1
    assert desk.room.store.read(list_meetings)[0].status == "final"
    assert desk.chip() == words("finalise.standing.final", version=1)
    kind, text = desk.room.told[-1]
    assert kind == "success"
    assert fingerprint(latest.sha256) in text


def test_escape_leaves_the_draft_a_draft(desk: Desk):
    desk.press_finalise(agree=False)
    assert desk.state == MinutesState()
    assert desk.room.told == []


@BOTH
def test_a_change_afterwards_is_seen_and_frozen_as_a_correction_with_its_reason(desk: Desk):
    words = desk.room.words
    desk.press_finalise()
    desk.edit("place", "Tempat lain")
    assert desk.chip() == words("finalise.standing.changed", version=1)
    assert words("warnings.changed_since_final", version=1) in desk.view.preview.note.text()
    desk.press_finalise("Tempat keliru")
    first, second = desk.state.versions
    assert (first.version, second.version, second.corrects) == (1, 2, 1)
    assert second.content["reason"] == "Tempat keliru"
    assert desk.chip() == words("finalise.standing.final", version=2)


def test_a_correction_that_changes_nothing_is_refused(desk: Desk):
    desk.press_finalise()
    desk.press_finalise("Tanpa perubahan")
    assert desk.room.refusals == ["minutes_unchanged"]
    assert len(desk.state.versions) == 1


def test_undo_stops_at_the_freeze_with_its_reason_and_turns_back_what_came_after(desk: Desk):
    desk.press_finalise()
    desk.edit("place", "Tempat lain")
    assert desk.room.store.undo() is not None
    assert not desk.state.changed
    assert desk.room.store.undo() is None
    assert desk.room.refusals == ["undo_frozen"]
    assert len(desk.state.versions) == 1


def test_the_versions_can_be_looked_at_and_exported(desk: Desk):
    words = desk.room.words
    desk.press_finalise()
    first = desk.state.versions[0]
    desk.edit("place", "Tempat lain")
    desk.press_finalise("Tempat keliru")
    box = desk.view.options._version
    labels = [box.itemText(n) for n in range(box.count())]
    assert labels[0] == words("finalise.standing.final", version=2)
    assert labels[2] == words("documents_screen.version_now")
    assert box._values == ["", first.id, WORKING]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    desk.room.settle()
    assert desk.view.options.version() == first.id
    (job,) = desk.controller._jobs([desk.meeting.id], "pdf")
    assert words("papers.minutes.version", version=1) in job.name


def test_what_is_typed_a_moment_before_is_frozen_too(desk: Desk):
    desk.room.store.edit("meetings", desk.meeting.id, "place", "Baru saja diketik")
    desk.press_finalise()
    latest = desk.state.latest
    assert latest is not None
    assert "Baru saja diketik" in str(latest.content["papers"]["id"]["held"])


def test_a_damaged_version_is_said_in_the_preview_and_harms_nothing(desk: Desk):
    desk.press_finalise()
    connection = desk.room.workspace._engine.raw_connection()
    connection.execute("UPDATE minutes SET content = replace(content, 'NOTULEN', 'NOTULIN')")
    connection.commit()
    connection.close()
    desk.room.store.forget_history()
    desk.room.settle()
    assert desk.view.preview.text.text() == desk.room.words("errors.minutes_damaged", version=1)


def test_what_is_frozen_and_what_is_missing_is_told(desk: Desk):
    words = desk.room.words
    dossier = desk.room.store.read(meeting_dossier, desk.meeting.id)
    freezing = describe(dossier, MinutesState(), words)
    assert (freezing.version, freezing.corrects) == (1, "")
    texts = sum(1 for point in dossier.points if point.text)
    assert words("finalise.facts.points", n=texts) in freezing.facts
    bare = dossier.meeting.model_copy(update={"place": "", "date": ""})
    cautions = describe(replace(dossier, meeting=bare), MinutesState(), words).cautions
    assert cautions[:2] == (words("finalise.missing.date"), words("finalise.missing.place"))
    # What the canvas was changed to while they met, and no point tells of, is easily forgotten.
    untold = words("finalise.missing.changes", n=2)
    assert untold not in cautions
    assert untold in describe(dossier, MinutesState(), words, 2).cautions


def test_it_can_be_called_from_another_screen(desk: Desk):
    """The meeting's own screen calls the same function."""
    answered = desk.room.answer(accept=True)
    assert finalise(desk.controller.parts, desk.meeting.id)
    assert answered == [desk.room.words("finalise.first.title")]
    text, kind = standing(desk.state, desk.room.words)
    assert (text, kind) == (desk.room.words("finalise.standing.final", version=1), "success")


def test_the_latest_of_two_twins_is_shown_as_a_question(desk: Desk):
    desk.press_finalise()
    latest = desk.state.latest
    assert latest is not None
    twin = latest.model_copy(update={"id": desk.meeting.id[:-4] + "0000"})
    state = MinutesState((latest, twin))
    text, kind = standing(state, desk.room.words)
    assert (text, kind) == (desk.room.words("finalise.standing.parted", version=1), "danger")


def test_a_refused_freeze_leaves_everything_as_it_was(desk: Desk):
    assert desk.room.store.run(finalise_minutes, desk.meeting.id[:-4] + "0000", {}) is None
    assert desk.room.refusals == ["record_unknown"]

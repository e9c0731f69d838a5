"""Where fields differ, a person decides: one question after the other, from wherever it is seen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from db.changes import Change, FieldPlace
from db.commands.conflicts import DECIDE, decide
from db.deciding import Question
from db.errors import RembukError
from db.overview import DifferingRecord
from db.queries.deciding import list_questions, read_question
from db.queries.organisations import list_party_names
from desktop.parts import Parts
from desktop.patience import asking_for_patience
from desktop.waiting import Waiting

if TYPE_CHECKING:
    from ui.differing.dialog import DecidingDialog
    from ui.differing.view import QuestionView

ALL = "*"
"""What `place.go(…, differing=ALL)` asks for: everything that differs, from the first on."""
_NOTICE = "differing"
_ORGANISATIONS = ("organisations", "working_groups")


class Deciding(QObject):
    """Asks what differs, stores what is decided, and tells of it above screens without marks.

    Anybody leads to a question by `place.show("differing", record id)`, to that of one field by
    `f"{record_id}/{field}"`.
    """

    def __init__(self, parts: Parts, waiting: Waiting) -> None:
        super().__init__(parts.window.shell)
        self._parts = parts
        self._words = parts.words
        self._store = parts.store
        self._place = parts.place
        self._waiting = waiting
        self._dialog: DecidingDialog | None = None
        self._places: list[FieldPlace] = []
        self._here = 0
        self._question: Question | None = None
        self._answered: tuple[FieldPlace, Any] | None = None
        parts.store.refused.connect(self._on_refused)
        parts.store.not_saved.connect(self._on_refused)
        waiting.changed.connect(self._notify)
        parts.place.moved.connect(self._on_moved)

    def open(self, wanted: str = ALL) -> None:
        """Ask what is wanted, else the first; say so where nothing waits."""
        if self._dialog is not None or not self._store.flush():
            return
        record_id = wanted.partition("/")[0]
        self._look_for(record_id)
        if not any(place[1] == record_id for place in self._places):
            # Received a moment ago, perhaps, and not yet found in the background.
            with asking_for_patience():
                self._places = list(self._store.read(list_questions))
        if not self._places:
            self._parts.tell(self._words("deciding.nothing"), "info", None)
            return
        # Most days nobody needs it: it is imported when it is first used.
        from ui.differing.dialog import DecidingDialog

        self._here = _find(self._places, wanted)
        self._dialog = dialog = DecidingDialog(self._words, self._parts.window)
        dialog.decided.connect(self._decide)
        dialog.step_requested.connect(self._step)
        dialog.written.connect(self._keep)
        dialog.undo_requested.connect(self._undo)
        dialog.finished.connect(self._close)
        self._ask()
        dialog.open()

    def _look_for(self, record_id: str = ALL) -> None:
        """Look again where something waits: here, and where it is known to wait."""
        known = dict.fromkeys([*(one.id for one in self._waiting.differing), record_id])
        self._places = list(self._store.read(list_questions, [one for one in known if one != ALL]))

    def _on_moved(self, name: str) -> None:
        if name == "differing" and (wanted := self._place.take("differing")):
            # The screen that is led to comes to the front first, and takes the focus.
            QTimer.singleShot(0, self, lambda: self.open(wanted))
        elif name != "fields":
            self._notify()

    def _ask(self) -> None:
        """Ask what waits here, or behind it; what was settled meanwhile is passed over."""
        if self._dialog is None:
            return
        if self._show_next():
            return
        asked, here = self._places, self._here
        # More may have been found in the background meanwhile.
        self._look_for()
        self._here = 0
        if not self._show_next():
            self._places, self._here = asked, here
            self._dialog.show_done(self._words("deciding.done_text"))

    def _show_next(self) -> bool:
        from desktop.controllers.deciding_words import question_view

        assert self._dialog is not None
        every = range(len(self._places))
        for place in [*every[self._here :], *every[: self._here]]:
            self._question = self._store.read(read_question, self._places[place])
            if self._question is not None:
                self._here = place
                view = self._with_names(question_view(self._words, self._question))
                written = self._place.answers.get(self._question.place)
                self._dialog.show_question(view, place + 1, len(self._places), written)
                return True
        return False

    def _with_names(self, view: "QuestionView") -> "QuestionView":
        """Let the answer name organisations."""
        if view.editor != "parties":
            return view
        return replace(view, organisations=self._store.read(list_party_names))

    def _step(self, by: int) -> None:
        """Go to the next question in this direction that still waits."""
        count = len(self._places)
        for step in range(1, count):
            place = (self._here + by * step) % count
            if self._store.read(read_question, self._places[place]) is not None:
                self._here = place
                break
        self._tell("")
        self._ask()

    def _keep(self, value: Any) -> None:
        if self._question is not None:
            self._place.answers[self._question.place] = value

    def _decide(self, value: Any) -> None:
        asked = self._question
        if asked is None or self._store.run(decide, *asked.place, value) is None:
            # Somebody settled it meanwhile, or it cannot be: the refusal was told.
            self._ask()
            return
        from desktop.controllers.deciding_words import question_subject

        self._answered = (asked.place, self._place.answers.pop(asked.place, None))
        subject = question_subject(self._words, asked)
        self._tell(self._words("deciding.told", subject=subject), undo=True)
        self._ask()

    def _undo(self) -> None:
        last = self._store.can_undo()
        if last is None or last.name != DECIDE or self._store.undo() is None:
            return
        self._return_to(last)
        place, written = self._answered or (None, None)
        if place is not None and written is not None:
            self._place.answers[place] = written
        self._answered = None
        earlier = self._store.can_undo()
        further = earlier is not None and earlier.name == DECIDE
        self._tell(self._words("deciding.undone"), undo=further)
        self._ask()

    def _return_to(self, undone: Change) -> None:
        asked = [edit.place for edit in undone.edits if edit.decision]
        self._places += [place for place in asked[:1] if place not in self._places]
        self._here = next(n for n, place in enumerate(self._places) if place in asked)

    def _on_refused(self, error: RembukError) -> None:
        """The window tells it, too, but this dialog stands before it."""
        self._tell(self._words.error(error.key, error.values))

    def _tell(self, text: str, undo: bool = False) -> None:
        if self._dialog is not None:
            self._dialog.show_told(text, undo)

    def _close(self, *_: object) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = self._question = None

    def _notify(self) -> None:
        shell, screen = self._parts.window.shell, self._place.screen
        found = [one for one in self._waiting.differing if self._concerns(screen, one)]
        if not found:
            shell.unpin_message(_NOTICE)
            return
        count = sum(len(one.fields) for one in found)
        text = self._words(f"deciding.notice.{screen}", n=count)
        lead = partial(self._place.show, "differing", found[0].id)
        shell.pin_message(_NOTICE, text, "warning", (self._words("deciding.open"), lead))

    def _concerns(self, screen: str, record: DifferingRecord) -> bool:
        if screen == "meetings":
            return record.meeting_id != "" and record.meeting_id == self._place.record("meetings")
        if screen == "matrix":
            shown = record.commitment_id == self._place.record("commitments")
            heads = record.kind == "commitments" and "matrix_head" in record.fields
            return shown and (record.kind == "targets" or heads)
        return screen == "organisations" and record.kind in _ORGANISATIONS


def _find(places: Sequence[FieldPlace], wanted: str) -> int:
    """Return the number of the question about a record, or about one of its fields."""
    record_id, _, field = wanted.partition("/")
    fits = [n for n, place in enumerate(places) if place[1] == record_id]
    exact = [n for n in fits if places[n][2] == field]
    return next(iter([*exact, *fits]), 0)

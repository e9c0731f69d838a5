"""Answering one input from the canvas: stored while the dialog about it is written in."""

from functools import partial

from PySide6.QtCore import QObject

from db.following import InputLine
from db.queries.canvas_changes import list_answers
from desktop.controllers.linking import link_offers, note_link
from desktop.parts import Parts
from ui.canvas.answer_dialog import AnswerDialog
from ui.lines.wording import DOT, meeting_words, place_words

_MOST_LINKS = 4


class Answering(QObject):
    """Stores what the dialog about an input says, as the register of answers does."""

    def __init__(self, parts: Parts, line: InputLine) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._line = line
        answers = parts.store.read(list_answers, line.plan_id)
        answer = next(one for one in answers if one.id == line.id)
        words, store = parts.words, parts.store
        who = line.raised_by or words("responses_screen.nobody")
        origin = DOT.join((who, place_words(words, line), meeting_words(words, line)))
        self._dialog = AnswerDialog(words, line.text, origin, parts.window)
        self._dialog.show_answer(line.id, line.response, line.reason)
        self._dialog.show_links(link_offers(words, store, answer, _MOST_LINKS))
        self._dialog.response_chosen.connect(self._choose)
        self._dialog.reason_edited.connect(partial(store.edit, "points"))
        self._dialog.reason_left.connect(partial(store.leave, "points"))
        self._dialog.link_changed.connect(partial(note_link, store, line.id))
        self._dialog.point_requested.connect(partial(go_to_input, parts, line))

    def run(self) -> None:
        """Show it until the person is done."""
        self._dialog.focus_start()
        self._dialog.run()
        self._parts.store.flush()
        self.deleteLater()

    def _choose(self, response: str) -> None:
        # What a full disk does not take now is kept and stored later, as the reason is.
        store = self._parts.store
        store.edit("points", self._line.id, "response", response)
        store.leave("points", self._line.id, "response")


def go_to_input(parts: Parts, line: InputLine) -> None:
    """Open an input where it was put down."""
    parts.store.flush()
    parts.place.show("plans", line.plan_id)
    parts.place.go("meetings", meetings=line.meeting_id, points=line.id)

"""What the window's head offers for meetings: to begin one, and to print the one in view."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from resources.words import Words
from ui.common.menu import Choice
from ui.common.screen import ScreenAction, only_choices
from ui.meeting.wording import MEETING_KINDS


class HeadActions(QObject):
    """The buttons in the window's head over the list and over the desk, with their menus.

    What is chosen from a menu is wished when the menu has gone: a dialog that opens over it
    would not get the keys, and the focus belongs to what comes afterwards.

    Signals:
        back_requested(): the list is wanted; preview_requested(): the minutes beside the desk.
        The others are those of MeetingsScreen.
    """

    back_requested = Signal()
    preview_requested = Signal()
    creation_requested = Signal(str)
    minutes_requested = Signal(str, bool)
    attendance_requested = Signal()
    documents_requested = Signal()
    finalisation_requested = Signal()
    paper_requested = Signal()

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._finalise = ""

    def set_finalise(self, label: str) -> None:
        """Offer to make the minutes final, in these words; "" doesn't."""
        self._finalise = label

    def for_list(self) -> list[ScreenAction]:
        """Return what can be done while the list of meetings is shown."""
        label = self._words("meetings.list.new")
        return [
            ScreenAction(
                "new", label, only_choices, "plus", "Ctrl+N", primary=True, choices=self.kinds()
            )
        ]

    def for_desk(self) -> list[ScreenAction]:
        """Return what can be done with the meeting on the desk."""
        words, papers = self._words, self._papers()
        back, preview = self.back_requested.emit, self.preview_requested.emit
        minutes, pdf = words("meetings.minutes"), partial(self._print, "pdf", False)
        return [
            ScreenAction("back", words("meetings.back"), back, "chevron-left"),
            ScreenAction("preview", words("meetings.preview.action"), preview, "eye", "Ctrl+P"),
            ScreenAction(
                "papers", words("meetings.papers"), only_choices, "printer", choices=papers
            ),
            ScreenAction("minutes", minutes, pdf, "file-down", "Ctrl+E", primary=True),
        ]

    def kinds(self) -> list[Choice]:
        """Return what kind of meeting can begin."""
        return [
            (self._words(f"documents.meeting_kinds.{kind}"), partial(self._create, kind))
            for kind in MEETING_KINDS
        ]

    def _papers(self) -> list[Choice | None]:
        words = self._words
        finalise = (self._finalise, self.finalisation_requested.emit)
        return [
            (words("meetings.minutes"), partial(self._print, "pdf", False)),
            (words("meetings.papers_menu.docx"), partial(self._print, "docx", False)),
            (words("meetings.papers_menu.public"), partial(self._print, "pdf", True)),
            (words("meetings.papers_menu.public_docx"), partial(self._print, "docx", True)),
            (words("meetings.papers_menu.attendance"), self.attendance_requested.emit),
            None,
            *([finalise] if self._finalise else []),
            (words("meetings.papers_menu.paper"), self.paper_requested.emit),
            (words("meetings.papers_menu.all"), self.documents_requested.emit),
        ]

    def _print(self, ext: str, public: bool) -> None:
        QTimer.singleShot(0, self, lambda: self.minutes_requested.emit(ext, public))

    def _create(self, kind: str) -> None:
        QTimer.singleShot(0, self, lambda: self.creation_requested.emit(kind))

"""The minutes of the meeting in view: looked at while they are written, made final, printed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from db.errors import RembukError
from db.queries.minutes import minutes_state
from db.snapshot import MinutesState
from desktop.controllers.base import Controller
from desktop.controllers.finalising import finalise, finalise_label, standing
from desktop.controllers.meeting_part import MeetingPart
from desktop.controllers.paper import edit_paper
from desktop.meeting_papers import Printing, attendance_jobs, minutes_jobs
from desktop.printing import save_and_open
from desktop.selection import Choice
from desktop.workers import Workers
from ui.common.pages import PagePart
from ui.meeting.screen import MeetingsScreen

if TYPE_CHECKING:
    from desktop.following import Follower
    from exports.proof import Proof

# How long after a change it is looked up how the minutes stand: nobody waits for it.
_STANDING_MS = 250


class MeetingPapers(MeetingPart):
    """Carries out what is done with the minutes at the right of the desk and in its head."""

    kind = "minutes"

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller, view)
        self._parts = controller.parts
        self._follower: Follower | None = None
        self._workers = Workers(self)
        self._later = QTimer(self, singleShot=True, interval=_STANDING_MS)
        self._later.timeout.connect(self._look_up_standing)
        self.store.changed.connect(self.renew)
        self.store.replaced.connect(self.renew)
        view.desk.minutes_shown.connect(self.follow)
        view.desk.side.minutes.image_wanted.connect(self._draw)
        view.finalisation_requested.connect(self._finalise)
        view.paper_requested.connect(self._edit_paper)
        view.minutes_requested.connect(self._print_minutes)
        view.attendance_requested.connect(self._print_attendance)
        view.documents_requested.connect(self._go_to_documents)
        # Nothing may be under way when the window is built anew, or goes.
        shell = self._parts.window.shell
        shell.language_requested.connect(self.wait)
        self._parts.window.closed.connect(self.wait)

    def follow(self, *_: object) -> None:
        """Show the minutes of the meeting in view if they are wanted, with room for them."""
        shown = self._shown_id() if self.view.desk.shows_minutes() else ""
        shell, settings = self._parts.window.shell, self._parts.settings
        shell.set_folded(bool(shown) or settings.folded)
        if shown:
            follower = self._started()
            if follower.meeting_id != shown:
                self.view.desk.side.minutes.begin()
            follower.follow(shown)
        elif self._follower is not None:
            self._follower.follow("")

    def renew(self, *_: object) -> None:
        """Bring up to date what is shown of the minutes: something was stored."""
        if not self._shown_id():
            return
        self._later.start()
        if self._follower is not None:
            self._follower.renew()

    def wait(self, *_: object) -> None:
        """End what is under way."""
        self._later.stop()
        if self._follower is not None:
            self._follower.wait()
        self._workers.wait()

    def _shown_id(self) -> str:
        here = self.place.screen == self.controller.key
        return self.place.record("meetings") if here else ""

    def _started(self) -> "Follower":
        if self._follower is None:
            # With all that makes papers, which nobody needs who doesn't look at them.
            from desktop.following import Follower

            minutes = self.view.desk.side.minutes
            language, in_view = self.words.language, minutes.pages.pages_in_view
            self._follower = Follower(self.store.workspace, language, in_view, self)
            self.store.at_work.connect(self._follower.stand_aside)
            self._follower.laid_out.connect(self._show_proof)
            self._follower.drawn.connect(minutes.show_image)
            self._follower.failed.connect(self._show_fault)
            self._follower.behind_changed.connect(minutes.show_behind)
        return self._follower

    def _draw(self, page: int, width: float) -> None:
        if self._follower is not None:
            self._follower.draw(page, width)

    def _show_proof(self, proof: "Proof", same: set[int]) -> None:
        parts = {
            point_id: [
                PagePart(place.page, place.top / height, place.bottom / height)
                for place in places
                for height in (proof.sizes[place.page][1],)
            ]
            for point_id, places in proof.places.items()
        }
        minutes = self.view.desk.side.minutes
        minutes.show_pages(proof.sizes, parts, same)
        minutes.follow_point(self.view.desk.points.written())

    def _show_fault(self, error: RembukError | None) -> None:
        words = self.words
        fault = words("meetings.preview.fault")
        sentence = words.error(error.key, error.values) if error else fault
        self.view.desk.side.minutes.show_fault(sentence)

    def _look_up_standing(self) -> None:
        """Find out how the minutes stand; frozen versions are large, so not at once."""
        meeting_id, workspace = self._shown_id(), self.store.workspace
        if not meeting_id:
            return

        def work() -> MinutesState:
            with workspace.read() as session:
                return minutes_state(session, meeting_id)

        self._workers.run(work, partial(self._show_standing, meeting_id), self._pass_over)

    def _show_standing(self, meeting_id: str, state: MinutesState) -> None:
        if meeting_id == self._shown_id():
            label = finalise_label(state, self.words)
            self.view.show_standing(*standing(state, self.words), label)

    def _pass_over(self, error: BaseException) -> None:
        # The meeting is gone, or the register cannot be read just now: others tell that.
        if not isinstance(error, RembukError):
            raise error

    def _finalise(self) -> None:
        finalise(self._parts, self._shown_id())

    def _edit_paper(self) -> None:
        shown = self.view.shown()
        if shown is not None:
            edit_paper(self._parts, shown.dossier.plan.id)

    def _print_minutes(self, ext: str, public: bool) -> None:
        if not self.store.flush():
            return
        choice = Choice(meetings=[self._shown_id()])
        printing = Printing(ext, public)
        (job,) = self.store.read(minutes_jobs, choice, self.words.language, printing)
        save_and_open(self._parts, job)

    def _print_attendance(self) -> None:
        if not self.store.flush():
            return
        choice = Choice(meetings=[self._shown_id()])
        (job,) = self.store.read(attendance_jobs, choice, self.words.language)
        save_and_open(self._parts, job)

    def _go_to_documents(self) -> None:
        self.store.flush()
        self.place.go("documents", meetings=self.place.record("meetings"))

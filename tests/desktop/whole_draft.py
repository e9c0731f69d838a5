"""A commitment's way to its second draft by keys: told by `python -m tests.desktop.whole_draft`.

In a process of its own, since Qt takes its displays from the environment once: one for the desk,
one for the room. Takes a folder to work in and the session files to begin from; tells as JSON.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.exchange.receive import receive
from db.queries.drafts import list_drafts
from db.queries.meetings import list_meetings, meeting_dossier
from db.rules import in_order
from db.workspace import Author, Workspace
from resources.words import Words
from tests.desktop.hand import ALT, CONTROL, KEY, SHIFT, Hand
from tests.screens.tour import start, wait_for
from ui.canvas.rail import SectionRail
from ui.common.differing_text import DifferingText
from ui.projector.window import ProjectorWindow

WORDS = Words("id")
REASON, PASSPORT = WORDS("drafts.freeze.reason"), WORDS("drafts.passport_action")
ADDED = " 83 kabupaten/kota belum membentuk PPID."
_BOTH = CONTROL | SHIFT
_FOURTEENTH = 13


class Story:
    """The facilitator's laptop with its beamer, and a hand on the keys."""

    def __init__(self, app: QApplication, folder: Path, files: list[Path]) -> None:
        self.passport = folder / "paspor.pdf"
        workspace = Workspace.open(folder / "w.db")
        for receipt in receive(workspace, Author(), files):
            assert receipt.error is None
        workspace.close()
        settings = folder / "settings.json"
        self.program = start(app, folder / "w.db", "id", "light", self.wait, settings)
        self.program.window.resize(1366, 690)
        self.program.dialogs.pick_target = lambda *_: self.passport
        self.program.dialogs.open_path = lambda _: None
        self.hand = Hand(self.program, self.wait)
        self.told: dict[str, object] = {}

    wait = staticmethod(wait_for)

    def hold_meeting(self) -> None:
        """Open the meeting, and the projector beside it."""
        meeting = self.program.store.read(list_meetings)[0]
        self.meeting_id = meeting.id
        (self.commitment_id,) = meeting.commitment_ids
        self.program.place.go("meetings", plans=meeting.plan_id, meetings=meeting.id)
        self.hand.press(KEY.Key_F5)
        self.wait(lambda: self.room() is not None)
        self.told["the desk keeps the keys"] = self.program.window.isActiveWindow()

    def edit_problem(self) -> None:
        """Write behind the problem on the canvas while the room watches."""
        self.hand.press(KEY.Key_3, CONTROL)
        self.hand.press(KEY.Key_Return)
        self.freeze("Disusun sebelum pertemuan")
        rail = self.program.window.findChild(SectionRail)
        while not rail.list.current_key().endswith(":problem"):
            self.hand.press(KEY.Key_Down)
        self.hand.press(KEY.Key_Return)
        self.hand.press(KEY.Key_End, CONTROL)
        self.hand.type(ADDED)
        self.wait(lambda: ADDED.strip() in self.passage().text)
        seen = self.passage()
        self.told["marked in the room"] = [seen.text[a:b].strip() for a, b in seen.added]

    def confirm_change(self) -> None:
        """Let the change become a point of the minutes."""
        self.hand.press(KEY.Key_2, CONTROL)
        self.hand.press(KEY.Key_U, ALT)
        self.hand.press(KEY.Key_Return)
        last = self.points()[-1]
        self.told["noted"] = [last.kind, last.canvas_field, last.text[-len(ADDED) - 1 :]]

    def answer_input(self) -> None:
        """Make the fourteenth point an input, and answer it."""
        self.hand.press(KEY.Key_Escape)
        self.hand.press(KEY.Key_Home)
        self.hand.press(KEY.Key_Down, times=_FOURTEENTH)
        self.hand.press(KEY.Key_J, ALT)
        self.hand.choose(1)
        self.hand.press(KEY.Key_T, ALT)
        self.hand.enter("terima")
        self.hand.type("Masuk ke bagian permasalahan")
        self.hand.press(KEY.Key_Escape)
        point = self.points()[_FOURTEENTH]
        self.told["answered"] = [point.kind, point.response, point.reason]

    def compare(self) -> None:
        """Freeze the second draft and look at what is other than in the first."""
        self.hand.press(KEY.Key_3, CONTROL)
        self.freeze("Sisanya menyusul")
        self.hand.press(KEY.Key_D, _BOTH)
        texts = self.program.window.findChildren(DifferingText)
        self.told["other"] = [one.toPlainText()[-len(ADDED) :] for one in texts if one.isVisible()]
        drafts = self.program.store.read(list_drafts, self.commitment_id)
        self.told["drafts"] = [(draft.level, draft.content["reason"]) for draft in drafts]

    def print_passport(self) -> None:
        self.hand.tab_to(PASSPORT)
        self.hand.press(KEY.Key_Return)
        self.wait(lambda: self.passport.exists() and not self.program.workers.is_busy())

    def freeze(self, reason: str) -> None:
        """Freeze the next draft for a reason, though something is missing."""

        def overrule() -> None:
            self.hand.fill(REASON, reason)
            self.hand.press(KEY.Key_Return, CONTROL)

        self.hand.meet(lambda: self.hand.press(KEY.Key_F, _BOTH), overrule)

    def room(self) -> ProjectorWindow | None:
        shown = self.program.window.findChildren(ProjectorWindow)
        return next((one for one in shown if one.isVisible()), None)

    def passage(self):
        """Return what is written largest in the room."""
        window = self.room()
        assert window is not None
        return window.view.page().passages[0]

    def points(self):
        """Return the meeting's points as they are stored, in order."""
        self.program.store.flush()
        return in_order(self.program.store.read(meeting_dossier, self.meeting_id).points)


def main(folder: Path, files: list[Path]) -> None:
    app = QApplication(sys.argv[:1])
    story = Story(app, folder, files)
    story.hold_meeting()
    story.edit_problem()
    story.confirm_change()
    story.answer_input()
    story.compare()
    story.print_passport()
    story.program.window.close()
    sys.stdout.write(json.dumps(story.told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])

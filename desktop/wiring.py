"""Which screens there are, in the navigation's order: the program's data flow on one page.

Each is imported where it is made, so that nobody waits for a screen that nobody looks at.
"""

from collections.abc import Callable, Mapping

from desktop.controllers.base import Controller
from desktop.parts import Parts
from desktop.waiting import Waiting

Make = Callable[[], Controller]
"""Makes a screen with its controller."""


def screen_makers(parts: Parts, waiting: Waiting) -> Mapping[str, Make]:
    """Return what makes the screen of every entry of the navigation."""
    return {
        "home": lambda: _home(parts, waiting),
        "meetings": lambda: _meetings(parts, waiting),
        "commitments": lambda: _commitments(parts, waiting),
        "matrix": lambda: _matrix(parts, waiting),
        "followups": lambda: _follow_ups(parts),
        "responses": lambda: _responses(parts),
        "organisations": lambda: _organisations(parts),
        "documents": lambda: _documents(parts),
    }


def _home(parts: Parts, waiting: Waiting) -> Controller:
    from desktop.controllers.home import HomeController

    return HomeController(parts, waiting)


def _meetings(parts: Parts, waiting: Waiting) -> Controller:
    from desktop.controllers.differing_marks import PointMarks
    from desktop.controllers.meetings import MeetingsController

    meetings = MeetingsController(parts)
    PointMarks(parts, waiting, meetings.view.desk.points.list)
    return meetings


def _commitments(parts: Parts, waiting: Waiting) -> Controller:
    from desktop.controllers.commitments import CommitmentsController
    from desktop.controllers.differing_marks import CanvasMarks
    from desktop.controllers.projector import ProjectorController

    commitments = CommitmentsController(parts)
    # The room follows the canvas from section to section.
    ProjectorController(parts, commitments.view.canvas)
    CanvasMarks(parts, waiting, commitments.view)
    return commitments


def _matrix(parts: Parts, waiting: Waiting) -> Controller:
    from desktop.controllers.differing_marks import MatrixMarks
    from desktop.controllers.matrix import MatrixController

    matrix = MatrixController(parts)
    MatrixMarks(parts, waiting, matrix.view)
    return matrix


def _follow_ups(parts: Parts) -> Controller:
    from desktop.controllers.followups import FollowUpsController

    return FollowUpsController(parts)


def _responses(parts: Parts) -> Controller:
    from desktop.controllers.responses import ResponsesController

    return ResponsesController(parts)


def _organisations(parts: Parts) -> Controller:
    from desktop.controllers.organisations import OrganisationsController

    return OrganisationsController(parts)


def _documents(parts: Parts) -> Controller:
    from desktop.controllers.documents import DocumentsController

    return DocumentsController(parts)

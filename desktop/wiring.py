"""Which screens there are, in the navigation's order: the program's data flow on one page."""

from desktop.controllers.base import Controller
from desktop.parts import Parts


def build_controllers(parts: Parts) -> list[Controller]:
    """Return a controller with its screen for every entry of the navigation."""
    # Imported here, behind the window that is shown already.
    from desktop.controllers.clock import ClockController
    from desktop.controllers.commitments import CommitmentsController
    from desktop.controllers.documents import DocumentsController
    from desktop.controllers.followups import FollowUpsController
    from desktop.controllers.home import HomeController
    from desktop.controllers.matrix import MatrixController
    from desktop.controllers.meetings import MeetingsController
    from desktop.controllers.organisations import OrganisationsController
    from desktop.controllers.palette import PaletteController
    from desktop.controllers.projector import ProjectorController
    from desktop.controllers.responses import ResponsesController
    from desktop.frame import Frame
    from desktop.waiting import Waiting

    waiting = Waiting(parts, parts.window.shell)
    Frame(parts, waiting, parts.window.shell)
    commitments = CommitmentsController(parts)
    controllers: list[Controller] = [
        HomeController(parts, waiting),
        MeetingsController(parts),
        commitments,
        MatrixController(parts),
        FollowUpsController(parts),
        ResponsesController(parts),
        OrganisationsController(parts),
        DocumentsController(parts),
    ]
    PaletteController(parts, controllers)
    ClockController(parts)
    ProjectorController(parts, commitments.view.canvas)
    return controllers

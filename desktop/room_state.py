"""What the room is shown, kept while the window's frame is built anew."""

from dataclasses import dataclass


@dataclass
class RoomState:
    """What was chosen for the projector.

    Attributes:
        on: whether it is wanted on a second display, plugged in or not.
        subject: one of ui.projector.content.SUBJECTS.
        pinned: the commitment whose whole canvas is shown.
        names: whether objectors are named.
        since: the instant at which it was first opened.
        commitment_id, section: what was written in last, by its field.
        caret: where in it.
    """

    on: bool = False
    subject: str = "follow"
    pinned: str = ""
    names: bool = False
    since: str = ""
    commitment_id: str = ""
    section: str = ""
    caret: int = -1

"""What the room is shown, kept while the window's frame is built anew."""

from dataclasses import dataclass

# Where a field stands that has no section of its own name, and what has none for the room.
_SECTIONS = {"values": "values_text", "start": "period", "end": "period"}
_NOT_SHOWN = {"title", "number", "form", "working_group_id", "matrix_head", "contacts"}


@dataclass
class RoomState:
    """What was chosen for the projector.

    Attributes:
        on: whether it is wanted on a second display, plugged in or not.
        subject: one of ui.projector.content.SUBJECTS.
        pinned: the commitment whose whole canvas is shown.
        names: whether objectors are named.
        removals: whether what was taken away since the meeting began is shown.
        lost: whether the display went away since it was turned on.
        meeting_id: the meeting that the room sits in, as far as that was noticed.
        since: the instant at which it was first opened.
        commitment_id, section: what was written in last, by its field.
        caret: where in it.
    """

    on: bool = False
    subject: str = "follow"
    pinned: str = ""
    names: bool = False
    removals: bool = False
    lost: bool = False
    meeting_id: str = ""
    since: str = ""
    commitment_id: str = ""
    section: str = ""
    caret: int = -1
    _held: tuple[str, int] = ("", -1)

    def place(self) -> tuple[str, int]:
        """Return the section and the place in it that the room looks at.

        A pinned commitment stays where it was while another one is written in.
        """
        if self.subject != "canvas" or self.pinned == self.commitment_id:
            self._held = (self.section, self.caret)
        return self._held

    def follow(self, commitment_id: str, field: str, caret: int = -1) -> None:
        """Show a field from now on; one that no room is shown leaves the one before in view."""
        section = _SECTIONS.get(field, field)
        if section not in _NOT_SHOWN:
            self.section, self.caret = section, caret
        elif self.commitment_id != commitment_id:
            self.section, self.caret = "", -1
        self.commitment_id = commitment_id

    def enter(self, commitment_id: str) -> None:
        """Show another commitment, from its beginning."""
        self.commitment_id, self.section, self.caret = commitment_id, "", -1

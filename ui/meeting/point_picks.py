"""The buttons that say what a point is, who raised it and which part of the canvas it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.flow_layout import FlowLayout
from ui.common.picker import Pick, PickButton
from ui.meeting.wording import POINT_KINDS, canvas_picks, speaker_picks

if TYPE_CHECKING:
    from db.snapshot import KnownAttendance, MeetingDossier

KIND_KEYS = "Alt+J"
BY_KEYS = "Alt+O"
ABOUT_KEYS = "Alt+K"


class PointChoices:
    """What can be chosen for the points of a meeting.

    Attributes:
        speakers: who raised it, with (name, organisation id) as values; without the empty one.
        about: parts of the canvas, with (commitment id, field) as values.
    """

    def __init__(
        self, words: Words, dossier: MeetingDossier, known: tuple[KnownAttendance, ...]
    ) -> None:
        self.about = canvas_picks(words, dossier.commitments)
        self.speakers = speaker_picks(words, dossier.attendances, "meetings.points.nobody")[1:]
        here = {pick.text.casefold() for pick in self.speakers}
        for one in known:
            name = one.names[1] if len(one.names) > 1 else one.organisation
            if not one.unit and name.casefold() not in here:
                here.add(name.casefold())
                note = one.organisation if name != one.organisation else ""
                self.speakers.append(Pick((name, one.organisation_id), name, note))


class PointPicks(QObject):
    """Kind, speaker and part of the canvas, as buttons with keys.

    Signals:
        picked(object): the fields that were chosen, with their values.
    """

    picked = Signal(object)

    def __init__(self, words: Words, flow: FlowLayout, scope: QWidget) -> None:
        super().__init__(scope)
        self._words = words
        point = "meetings.points"
        self.kind = PickButton(words, words(f"{point}.kind"), KIND_KEYS, scope=scope)
        self.by = PickButton(words, words(f"{point}.by"), BY_KEYS, free=True, scope=scope)
        self.about = PickButton(words, words(f"{point}.about"), ABOUT_KEYS, scope=scope)
        for button in (self.kind, self.by, self.about):
            flow.addWidget(button)
        self.kind.set_picks([Pick(k, words(f"meetings.kinds.{k}")) for k in POINT_KINDS])
        self.kind.picked.connect(lambda pick: self.picked.emit({"kind": pick.value}))
        self.by.picked.connect(self._pick_speaker)
        self.about.picked.connect(self._pick_about)

    def set_choices(self, choices: PointChoices) -> None:
        """Offer the people and the commitments of a meeting."""
        nobody = Pick(("", None), self._words("meetings.points.nobody"))
        self.by.set_picks([nobody, *choices.speakers])
        self.about.set_picks(choices.about)

    def show_point(self, values: dict[str, object]) -> None:
        """Show what is chosen for a point, given its fields."""
        self.kind.set_value(values.get("kind") or "note")
        by = str(values.get("raised_by") or "")
        self.by.set_value((by, values.get("raised_by_id")), by or self._words("meetings.points.by"))
        about = (values.get("commitment_id"), values.get("canvas_field") or "")
        self.about.set_value(about, "" if about[1] else self._words("meetings.points.about"))

    def _pick_speaker(self, pick: Pick) -> None:
        name, organisation = pick.value if isinstance(pick.value, tuple) else (pick.text, None)
        self.picked.emit({"raised_by": name, "raised_by_id": organisation})

    def _pick_about(self, pick: Pick) -> None:
        commitment, field = pick.value  # type: ignore[misc]
        self.picked.emit({"commitment_id": commitment, "canvas_field": field})

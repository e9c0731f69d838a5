"""The buttons that say what a point is, who raised it and which part of the canvas it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.flow_layout import FlowLayout
from ui.common.picker import Pick, PickButton
from ui.meeting.signs import ABOUT, BY, KIND
from ui.meeting.wording import canvas_picks, kind_picks, speaker_picks

if TYPE_CHECKING:
    from db.snapshot import KnownAttendance, MeetingDossier

_NONE = (("", None), (None, ""))
KIND_KEYS = "Alt+J"
BY_KEYS = "Alt+O"
ABOUT_KEYS = "Alt+K"


class PointChoices:
    """What can be chosen for the points of a meeting.

    Attributes:
        speakers: who raised it, with (name, organisation id) as values; without the empty one.
        about: parts of the canvas, with (commitment id, field) as values.
        day: the meeting's day, which words for days count from.
    """

    def __init__(
        self, words: Words, dossier: MeetingDossier, known: tuple[KnownAttendance, ...]
    ) -> None:
        self.about = canvas_picks(words, dossier.commitments)
        self.day = dossier.meeting.date
        self.speakers = speaker_picks(words, dossier.attendances, "meetings.points.nobody")[1:]
        here = {pick.text.casefold() for pick in self.speakers}
        for one in known:
            name = one.names[1] if len(one.names) > 1 else one.organisation
            if not one.unit and name.casefold() not in here:
                here.add(name.casefold())
                note = one.organisation if name != one.organisation else ""
                also = " ".join(one.names)
                value = (name, one.organisation_id)
                self.speakers.append(Pick(value, name, note, also=also, later=True))


class PointPicks(QObject):
    """Kind, speaker and part of the canvas, as buttons with keys.

    Signals:
        picked(object): the fields that were chosen, with their values.
    """

    picked = Signal(object)

    def __init__(self, words: Words, flow: FlowLayout, scope: QWidget) -> None:
        super().__init__(scope)
        self._words = words
        self._values: dict[str, object] = {}
        point = "meetings.points"
        # Whoever sees a sign in a button learns what it is typed for.
        kind, by, about = (words(f"{point}.{name}") for name in ("kind", "by", "about"))
        self.kind = PickButton(words, kind, KIND_KEYS, scope=scope, sign=KIND)
        self.by = PickButton(words, by, BY_KEYS, free=True, scope=scope, sign=BY)
        self.about = PickButton(words, about, ABOUT_KEYS, scope=scope, sign=ABOUT)
        for button in (self.kind, self.by, self.about):
            flow.addWidget(button)
        self._buttons = {KIND: self.kind, BY: self.by, ABOUT: self.about}
        self.kind.set_picks(kind_picks(words))
        for sign, button in self._buttons.items():
            button.picked.connect(lambda pick, s=sign: self.picked.emit(self.values_of(s, pick)))

    def set_choices(self, choices: PointChoices) -> None:
        """Offer the people and the commitments of a meeting."""
        nobody = Pick(("", None), self._words("meetings.points.nobody"))
        self.by.set_picks([nobody, *choices.speakers])
        self.about.set_picks(choices.about)

    def show_point(self, values: dict[str, object]) -> None:
        """Show what is chosen for a point, given its fields."""
        self._values = values
        self.kind.set_value(values.get("kind") or "note")
        by = str(values.get("raised_by") or "")
        self.by.set_value((by, values.get("raised_by_id")), by or self._words("meetings.points.by"))
        about = (values.get("commitment_id"), values.get("canvas_field") or "")
        self.about.set_value(about, "" if about[1] else self._words("meetings.points.about"))

    def offered(self, sign: str) -> list[Pick]:
        """Return what a sign offers; to choose none of them needs no sign."""
        return [pick for pick in self._buttons[sign].picks() if pick.value not in _NONE]

    def label(self, sign: str) -> str:
        """Return what a sign is for."""
        names = {KIND: "kind", BY: "by", ABOUT: "about"}
        return self._words(f"meetings.points.{names[sign]}")

    def values_of(self, sign: str, pick: Pick) -> dict[str, object]:
        """Return the fields of a point that a choice sets."""
        if sign == KIND:
            return {"kind": pick.value}
        pair = pick.value if isinstance(pick.value, tuple) else (pick.text, None)
        names = ("raised_by", "raised_by_id") if sign == BY else ("commitment_id", "canvas_field")
        return dict(zip(names, pair, strict=True))

    def shown(self, names: Iterable[str]) -> dict[str, object]:
        """Return what is chosen now in these fields."""
        return {name: self._values.get(name) for name in names}

"""Who has to do what a point asks for, until when; a day that the text speaks of is offered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from resources.day_words import find_days
from resources.words import Words
from ui.common import dates
from ui.common.buttons import Button
from ui.common.date_field import DateField
from ui.common.flow_layout import FlowLayout
from ui.common.keys import add_key
from ui.common.letters import hold
from ui.common.look import announce, set_look
from ui.common.picker import Pick, PickButton
from ui.meeting.point_picks import PointChoices

OWNER_KEYS = "Alt+G"
DUE_KEYS = "Alt+D"


class DueButton(Button):
    """Shows the due date, or offers one."""

    ink = "muted"

    def show_words(self, words: str, offers: bool) -> None:
        """Show words; `offers` when they ask whether that day is meant."""
        self.ink = "accent_text" if offers else "muted"
        set_look(self, "offers", offers)
        if words != self.text():
            self.setText(words)
            self.updateGeometry()


class TaskEntry(QObject):
    """Owner and due date as buttons in a flow.

    A day that the text speaks of is offered in the due date's button: Alt+D or a click takes it.
    Else they open the field where any day can be written.

    Attributes:
        owner: who has to do it; until: the button of the due date; due: its field.

    Signals:
        chosen(dict): fields of a follow-up, with their values.
    """

    chosen = Signal(object)

    def __init__(self, words: Words, flow: FlowLayout, scope: QWidget) -> None:
        super().__init__(scope)
        self._words = words
        self._asked = False
        self._day = ""
        self._offered = ""
        # Whether the due date was taken from the text, which may speak of another one later.
        self._from_text = False
        owner = words("signs.owner")
        self.owner = PickButton(words, owner, OWNER_KEYS, free=True, labelled=True, scope=scope)
        self.until = DueButton("", "", DUE_KEYS)
        self.until.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.due = DateField(words, words("meetings.points.due"))
        hold(self.due, fixedWidth=230)
        for widget in (self.owner, self.until, self.due):
            flow.addWidget(widget)
        self._connect(scope)
        self.show_task(None)

    def set_choices(self, choices: PointChoices) -> None:
        """Offer people, and let words for days count from the meeting's day."""
        nobody = Pick(("", None), self._words("meetings.points.no_owner"), short="–")
        self.owner.set_picks([nobody, *choices.speakers])
        self.due.set_reference(choices.day)
        self._day = choices.day

    def show_task(self, values: dict[str, object] | None) -> None:
        """Show owner and due date; None where the point asks for nothing."""
        self._asked = values is not None
        if values is None:
            self._offered = ""
        if values is not None:
            name = str(values.get("owner") or "")
            self.owner.set_value((name, values.get("owner_id")), name)
            if not self.due.is_editing():
                self.due.set_value(values.get("due") or "")
        self._show()

    def reset(self) -> None:
        """Begin with another point."""
        self._offered, self._from_text = "", False
        self.due.reset("")

    def look_for_day(self, text: str) -> None:
        """Offer the last day that a text speaks of, unless another one was chosen already."""
        if not self._asked:
            return
        days = [day.date for day in find_days(text, dates.day_or_today(self._day)) if day.date]
        due = self.due.value()
        open_to = bool(days) and days[-1] != due and (not due or self._from_text)
        offered = days[-1] if open_to else ""
        if offered != self._offered:
            self._offered = offered
            self._show()
            if offered:
                announce(self.until, f"{self.until.text()} {DUE_KEYS}")

    def take_or_write(self) -> None:
        """Take the day that is offered as the due date; without one write it."""
        if offered := self._offered:
            self._offered, self._from_text = "", True
            self.due.choose(offered)
            announce(self.due, self.until.text())
        elif self._asked:
            self.due.show()
            self.due.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show()

    def _show(self) -> None:
        writes = self._asked and (self.due.is_editing() or self.due.has_problem())
        writes = writes or (self._asked and self.due.line.hasFocus())
        self.owner.setVisible(self._asked)
        self.due.setVisible(writes)
        self.until.setVisible(self._asked and not writes)
        if self._asked:
            self.until.show_words(self._due_words(), bool(self._offered))

    def _due_words(self) -> str:
        if self._offered:
            date = dates.format_short_date(self._words, self._offered)
            return self._words("signs.due_offer", date=date)
        date = dates.format_short_date(self._words, str(self.due.value())) or "–"
        label = self._words("meetings.points.due")
        return self._words("common.pick.button", label=label, value=date)

    def _choose_due(self, value: object) -> None:
        self.chosen.emit({"due": value})

    def _choose_owner(self, pick: Pick) -> None:
        name, organisation = pick.value if isinstance(pick.value, tuple) else (pick.text, None)
        self.chosen.emit({"owner": name, "owner_id": organisation})

    def _connect(self, scope: QWidget) -> None:
        add_key(scope, DUE_KEYS, self.take_or_write)
        self.until.clicked.connect(lambda _=False: self.take_or_write())
        self.due.edited.connect(self._choose_due)
        self.due.left.connect(self._show)
        self.owner.picked.connect(self._choose_owner)

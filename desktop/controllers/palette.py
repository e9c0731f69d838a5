"""The palette's controller: what it offers, and what comes of a choice."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject

from db.search.find import recall
from db.search.hit import Hit
from db.search.letters import begins_words, matching_spans, wanted_words
from desktop.controllers.base import Controller
from desktop.controllers.palette_commands import list_commands
from desktop.parts import Parts
from desktop.recent import FOLLOWED, Recent
from desktop.searching import Searching
from ui.common.screen import ScreenAction
from ui.dialogs.palette import Palette
from ui.dialogs.palette_list import PaletteRow
from ui.dialogs.palette_rows import grouped_rows, heading, hit_row

_MOST_RECENT = 6
# Which screen shows the records of a list, and which name of Place brings them into view.
_SCREENS = {
    "meetings": ("meetings", "meetings"),
    "attendances": ("meetings", "meetings"),
    "points": ("meetings", "meetings"),
    "follow_ups": ("meetings", "meetings"),
    "commitments": ("commitments", "commitments"),
    "milestones": ("commitments", "commitments"),
    "contacts": ("commitments", "commitments"),
    "confirmations": ("commitments", "commitments"),
    "agreements": ("commitments", "commitments"),
    "targets": ("matrix", "commitments"),
    "organisations": ("organisations", "organisations"),
    "working_groups": ("organisations", "working_groups"),
    "plans": ("home", "plans"),
}


class PaletteController(QObject):
    """Opens the palette, fills it while a person types, and goes where they choose.

    Attributes:
        palette: the palette, over the window's frame.
    """

    def __init__(self, parts: Parts, controllers: Callable[[], Sequence[Controller]]) -> None:
        window = parts.window
        super().__init__(window.shell)
        self._parts = parts
        self._controllers = controllers
        self._recent = Recent(parts.place, parts.settings, self)
        self._runs: dict[str, Callable[[], object]] = {}
        self._searching = Searching(parts.store, self)
        self.palette = Palette(parts.words, window.shell)
        window.shell.palette_requested.connect(self._open_palette)
        self._searching.found.connect(self._show_hits)
        self.palette.asked.connect(self._look_for)
        self.palette.chosen.connect(self._carry_out)
        # Nothing may be under way when the window is built anew, or goes.
        self.palette.closed.connect(self._searching.wait)
        window.closed.connect(self._searching.wait)

    def _open_palette(self) -> None:
        # What was typed a moment ago can be found, too.
        self._parts.store.flush()
        self._runs.clear()
        self.palette.open()

    def _look_for(self, text: str) -> None:
        if wanted_words(text):
            self._searching.search(text)
        else:
            self._searching.forget()
            hits = self._parts.store.read(recall, self._recent_records())[:_MOST_RECENT]
            rows = [hit_row(self._parts.words, hit, self._plan_id()) for hit in hits]
            recent = self._headed("recent", rows)
            self._show(text, [*recent, *self._headed("commands", self._commands(text))], hits)

    def _show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        found = grouped_rows(self._parts.words, hits, self._plan_id())
        named = self._headed("commands", self._commands(text, named=True))
        # Enter on a meeting's kind must not begin a new meeting where one of it was looked for.
        others = self._headed("choices", self._commands(text, named=False))
        self._show(text, [*named, *found, *others], hits)

    def _plan_id(self) -> str:
        return self._parts.place.record("plans")

    def _recent_records(self) -> list[tuple[str, str]]:
        """Return what was in view lately, without what is in view now."""
        place = self._parts.place
        here = (place.screen, place.record(place.screen) if place.screen in FOLLOWED else "")
        return [record for record in self._recent.records() if record != here]

    def _show(self, text: str, rows: Sequence[PaletteRow], hits: Sequence[Hit]) -> None:
        self._runs |= {f"{hit.kind}/{hit.record_id}": partial(self._go_to, hit) for hit in hits}
        self.palette.show_rows(text, rows)

    def _commands(self, text: str, named: bool | None = None) -> list[PaletteRow]:
        """Return the commands whose words begin with what is typed.

        Those that are named by it, or those only of whose choice it speaks; None for both.
        """
        words = wanted_words(text)
        return [
            self._command_row(command.action, words)
            for command in list_commands(self._parts, self._controllers())
            if begins_words(command.action.label, words)
            and named in (None, any(begins_words(command.name, [word]) for word in words))
        ]

    def _command_row(self, action: ScreenAction, words: Sequence[str]) -> PaletteRow:
        key = f"command/{action.key}/{action.label}"
        self._runs[key] = action.run
        matches = matching_spans(action.label, words)
        return PaletteRow(
            key, action.label, matches=matches, icon=action.icon, keys=action.shortcut
        )

    def _headed(self, group: str, rows: Sequence[PaletteRow]) -> Iterator[PaletteRow]:
        if rows:
            yield heading(self._parts.words, group)
            yield from rows

    def _carry_out(self, key: str) -> None:
        self._runs[key]()

    def _go_to(self, hit: Hit) -> None:
        """Bring a record into view, with its plan; a point gets the focus."""
        self._parts.store.flush()
        place = self._parts.place
        screen, name = _SCREENS[hit.kind]
        owners = {"meetings": hit.meeting_id, "commitments": hit.commitment_id}
        record_id = owners.get(name, hit.record_id)
        if hit.plan_id:
            place.show("plans", hit.plan_id)
        if screen == "organisations" and place.record(name) == record_id:
            # It may be in view on the other page of its screen.
            place.show(name, "")
        point = {"points": hit.point_id} if hit.point_id else {}
        place.go(screen, **{name: record_id}, **point)

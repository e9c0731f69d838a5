"""How the window looks: chosen in its frame, remembered with where the person was."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings, save_settings
from resources.words import Words
from ui.common.look import announce
from ui.common.theme import apply_theme
from ui.shell import Shell

if TYPE_CHECKING:
    from desktop.place import Place


class Looks:
    """Dresses the window as the person wishes, and keeps all that they chose."""

    def __init__(self, app: QApplication, settings: Settings, path: Path) -> None:
        self._app = app
        self._settings = settings
        self._path = path

    def offer_in(self, shell: Shell, words: Words) -> None:
        """Let theme, size of the letters and the sidebar be chosen in this frame."""
        shell.set_folded(self._settings.folded)
        shell.theme_requested.connect(self._switch_theme)
        shell.type_size_requested.connect(partial(self._set_type_size, shell, words))
        shell.folded_changed.connect(self._note_folded)

    def remember(self, place: "Place | None" = None) -> None:
        """Store the settings, with where the person is now."""
        if place is not None:
            self._settings.place = place.as_settings()
        save_settings(self._path, self._settings)

    def follow(self, place: "Place") -> None:
        """Store where the person is whenever they move: a laptop may lose its power there."""
        soon = QTimer(place)
        soon.setSingleShot(True)
        soon.timeout.connect(partial(self.remember, place))

        def begin(_name: str) -> None:
            soon.start()

        place.moved.connect(begin)

    def _switch_theme(self, name: str) -> None:
        self._settings.theme = name
        apply_theme(self._app, name)
        self.remember()

    def _set_type_size(self, shell: Shell, words: Words, percent: int) -> None:
        self._settings.type_size = percent
        apply_theme(self._app, self._settings.theme, percent)
        announce(shell, words("shell.type_size", n=percent))
        self.remember()

    def _note_folded(self, folded: bool) -> None:
        self._settings.folded = folded

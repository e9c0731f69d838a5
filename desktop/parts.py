"""What the program is made of, handed to every controller by its constructor."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.dialogs import SystemDialogs
from desktop.place import Place
from desktop.settings import Settings
from desktop.store import Store
from desktop.workers import Workers
from resources.words import Words

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from ui.common.chip import Kind


@dataclass(frozen=True)
class Parts:
    """The program's parts.

    Attributes:
        words: the interface's language; a switch builds new Parts and new controllers.
        tell: shows a message in the window: its text, its kind, and a button's words and work.
        window: the parent of dialogs, with the frame around the screens.
        dialogs: the system's own dialogs for folders and files.
    """

    words: Words
    store: Store
    place: Place
    settings: Settings
    workers: Workers
    tell: "Callable[[str, Kind, tuple[str, Callable[[], object]] | None], None]"
    window: "MainWindow"
    dialogs: SystemDialogs = field(default_factory=SystemDialogs)

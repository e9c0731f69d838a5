"""Which records were in view lately, the latest first."""

from PySide6.QtCore import QObject

from desktop.place import Place
from desktop.settings import Settings

FOLLOWED = ("meetings", "commitments", "organisations", "working_groups")
MOST = 12


class Recent(QObject):
    """Notes in the settings what comes into view, for being offered again."""

    def __init__(self, place: Place, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._settings = settings
        place.moved.connect(self._note)

    def records(self) -> list[tuple[str, str]]:
        """Return lists and ids, the latest first; some may be gone."""
        named = [str(name).partition("/") for name in self._settings.recent]
        return [(kind, record_id) for kind, slash, record_id in named if slash]

    def _note(self, name: str) -> None:
        if name in FOLLOWED and (record_id := self._place.record(name)):
            key = f"{name}/{record_id}"
            others = [other for other in self._settings.recent if other != key]
            self._settings.recent = [key, *others][:MOST]

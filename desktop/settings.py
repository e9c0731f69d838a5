"""What a person chose and where they were: kept in one small JSON file, never essential."""

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

_LOG = logging.getLogger(__name__)


@dataclass
class Settings:
    """Everything remembered between two starts; an empty value is the default.

    Attributes:
        author: who works here, "" before the first answer.
        authors: who worked here before, the latest first.
        place: the screen and the records that were in view last, by name.
        remembered: texts offered again, such as the last meeting's place.
        recent: what was in view lately, as list/id, the latest first.
    """

    author: str = ""
    authors: list[str] = field(default_factory=list[str])
    language: str = "id"
    theme: str = "light"
    type_size: int = 100
    folded: bool = False
    geometry: str = ""
    place: dict[str, str] = field(default_factory=dict[str, str])
    remembered: dict[str, str] = field(default_factory=dict[str, str])
    recent: list[str] = field(default_factory=list[str])

    def set_author(self, name: str) -> None:
        """Remember who works here now, and that they did."""
        self.author = name
        self.authors = [name, *(other for other in self.authors if other != name)][:10]


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing, damaged or of another version is the default."""
    try:
        raw: Any = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        _LOG.warning("settings in %s cannot be read, using the defaults", path)
        return Settings()
    known = Settings()
    for name in (f.name for f in fields(Settings)):
        value = cast(dict[str, Any], raw).get(name) if isinstance(raw, dict) else None
        if type(value) is type(getattr(known, name)):
            setattr(known, name, value)
    return known


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; a place that cannot be written to is only noted in the log."""
    unfinished = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
        unfinished.replace(path)
    except OSError as error:
        _LOG.warning("settings cannot be written: %s", error)

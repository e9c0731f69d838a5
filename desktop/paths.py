"""Where a person's own files live on this computer."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("rembuk", appauthor=False)


def workspace_path() -> Path:
    """Return the workspace that is opened when none is named."""
    return _folder(_DIRS.user_data_path) / "rembuk.db"


def settings_path() -> Path:
    """Return the file that keeps what a person chose: name, language, window."""
    return _folder(_DIRS.user_config_path) / "settings.json"


def log_path() -> Path:
    """Return the file that technical messages go to."""
    return _folder(_DIRS.user_log_path) / "rembuk.log"


def _folder(usual: Path) -> Path:
    """Return the usual folder, or the one that REMBUK_HOME names: a USB stick, a test's own."""
    own = os.environ.get("REMBUK_HOME")
    return Path(own) if own else usual

"""What happens to an error that nobody foresaw: noted in the log, told once, nothing lost."""

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("rembuk")


def start_log(path: Path) -> None:
    """Send log messages to a file that never grows beyond a megabyte; stderr if it can't be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=500_000, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def catch_errors(tell: Callable[[BaseException], None]) -> None:
    """Log every uncaught error and call `tell` for it, but never from within itself."""
    telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error("uncaught error", exc_info=(kind, error, trace))
        if not telling:
            telling = True
            try:
                tell(error)
            finally:
                telling = False

    sys.excepthook = hook

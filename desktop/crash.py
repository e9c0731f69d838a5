"""What happens to an error that nobody foresaw: noted in the log, told once, nothing lost."""

import logging
import sys
import time
from collections import Counter
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("rembuk")

QUIET_SECONDS = 60.0
"""How long an error that was told is not told again."""

_Place = tuple[type[BaseException], str, int]


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


def catch_errors(
    tell: Callable[[BaseException], None], clock: Callable[[], float] = time.monotonic
) -> None:
    """Log every uncaught error and call `tell` for it, but never from within itself.

    One that comes again and again, as from painting, is told and logged in full once in a while.
    """
    sys.excepthook = _Hook(tell, clock)


class _Hook:
    """What Python calls for an uncaught error."""

    def __init__(self, tell: Callable[[BaseException], None], clock: Callable[[], float]) -> None:
        self._tell = tell
        self._clock = clock
        self._telling = False
        self._told: dict[_Place, float] = {}
        self._passed: Counter[_Place] = Counter()

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif self._is_news(_place(kind, trace)):
            _LOG.error("uncaught error", exc_info=(kind, error, trace))
            self._tell_once(error)

    def _is_news(self, place: _Place) -> bool:
        now = self._clock()
        if now - self._told.get(place, -QUIET_SECONDS) < QUIET_SECONDS:
            self._passed[place] += 1
            return False
        if again := self._passed.pop(place, 0):
            _LOG.error("the next error came %d more times meanwhile", again)
        self._told[place] = now
        return True

    def _tell_once(self, error: BaseException) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(error)
        finally:
            self._telling = False


def _place(kind: type[BaseException], trace: TracebackType | None) -> _Place:
    """Return what tells an error from others: its kind, and the line that raised it."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return kind, "", 0
    return kind, trace.tb_frame.f_code.co_filename, trace.tb_lineno

"""What every test stands on: no screen, no file of the person who runs it, no stray warning.

This has to be settled before Qt or the program is imported.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

HOME = Path(tempfile.mkdtemp(prefix="rembuk-tests-"))
PERSONAL = {
    "HOME": HOME,
    "USERPROFILE": HOME,
    "REMBUK_HOME": HOME / "rembuk",
    "XDG_CONFIG_HOME": HOME / "config",
    "XDG_DATA_HOME": HOME / "data",
    "XDG_CACHE_HOME": HOME / "cache",
    "XDG_STATE_HOME": HOME / "state",
    "XDG_RUNTIME_DIR": HOME / "runtime",
}

for name, folder in PERSONAL.items():
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[name] = str(folder)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The program's language is Indonesian whatever the locale says; dates must be, too.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_collection_finish() -> None:
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Collect a window's remains when nothing of its test holds them any more.

    What is left then stays until the end (modules, the database library's statements), so no
    later collection needs to go through it: without that they take half of the suite's time.
    """
    result = yield
    if _has_windows(item):
        gc.collect()
        gc.freeze()
    return result


def _has_windows(item: pytest.Item) -> bool:
    return "qtbot" in getattr(item, "fixturenames", ())


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A personal folder that no other test has written to, as on a first start."""
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """The folder with the real session files, beside the checkout."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the reference data is not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def clear_away_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let Qt delete a test's windows before Python does.

    `deleteLater` waits for an event loop that no test has. Widgets that only the garbage
    collector finds are deleted in any order, in the middle of whatever test comes next.
    """
    yield
    if _has_windows(request.node):
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

"""An error that nobody foresaw is noted, told once, and takes nothing along."""

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.crash import QUIET_SECONDS, catch_errors, start_log

TOP = Path(__file__).parents[2]


class Report:
    """Everything that was told, by a clock that the test sets."""

    def __init__(self) -> None:
        self.told: list[BaseException] = []
        self.now = 0.0
        catch_errors(self.told.append, lambda: self.now)

    def fall(self, work: Callable[[], object]) -> None:
        """Do something whose error nobody catches, as in a slot."""
        try:
            work()
        except (ArithmeticError, LookupError):
            sys.excepthook(*sys.exc_info())


@pytest.fixture
def report(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return Report()


def divide() -> float:
    return 1 / 0


def look_up() -> object:
    return {}["a"]


def test_an_error_that_comes_again_and_again_is_told_once(report, caplog):
    for _ in range(500):
        report.fall(divide)
    assert len(report.told) == 1
    assert len(caplog.records) == 1


def test_another_one_is_told_all_the_same(report):
    for work in (divide, look_up, divide, look_up):
        report.fall(work)
    assert [type(error) for error in report.told] == [ZeroDivisionError, KeyError]


def test_after_a_while_it_is_told_again_with_how_often_it_came(report, caplog):
    for _ in range(5):
        report.fall(divide)
    report.now = QUIET_SECONDS
    report.fall(divide)
    assert len(report.told) == 2
    assert any("4 more times" in record.message for record in caplog.records)


def test_an_error_while_telling_is_only_logged(caplog, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def tell(_: BaseException) -> None:
        try:
            look_up()
        except KeyError:
            sys.excepthook(*sys.exc_info())

    catch_errors(tell)
    try:
        divide()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError, KeyError]


def test_the_log_holds_the_whole_story_and_does_not_grow_for_ever(tmp_path: Path):
    program = f"""
import sys
from pathlib import Path
from desktop.crash import catch_errors, start_log
import logging
start_log(Path({str(tmp_path / "logs" / "rembuk.log")!r}))
catch_errors(lambda error: None)
for n in range(3000):
    logging.getLogger("rembuk").info("x" * 1000)
raise RuntimeError("told at the end")
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=TOP, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "")
    log = (tmp_path / "logs" / "rembuk.log").read_text("utf-8")
    assert "Traceback" in log
    assert "RuntimeError: told at the end" in log
    sizes = [path.stat().st_size for path in (tmp_path / "logs").iterdir()]
    assert sum(sizes) < 1_100_000


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path):
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    (tmp_path / "file").write_text("")
    try:
        start_log(tmp_path / "file" / "rembuk.log")
        assert isinstance(root.handlers[0], logging.StreamHandler)
    finally:
        root.handlers[:] = before[0]
        root.setLevel(before[1])

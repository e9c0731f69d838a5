"""Work off the window's thread, and how it ends."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.workers import Workers


@pytest.fixture
def workers(qtbot):
    pool = Workers()
    yield pool
    pool.wait()


def test_work_is_done_elsewhere_and_told_here(qtbot, workers):
    told: list[tuple[bool, bool]] = []

    def work() -> bool:
        return current_thread() is main_thread()

    workers.run(work, lambda there: told.append((there, current_thread() is main_thread())))
    assert workers.is_busy()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True)]
    assert not workers.is_busy()


def test_one_after_the_other_in_their_order(qtbot, workers):
    done: list[int] = []
    with qtbot.waitSignals([workers.busy_changed], check_params_cbs=[lambda busy: not busy]):
        for number in range(20):
            workers.run(lambda number=number: number, done.append)
    assert done == list(range(20))


def test_a_failure_is_told_to_who_asked_and_the_next_is_done(qtbot, workers):
    told: list[object] = []
    workers.run(lambda: 1 / 0, told.append, told.append)
    workers.run(lambda: "next", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], ZeroDivisionError)
    assert told[1] == "next"


def test_a_failure_that_nobody_asked_for_reaches_the_crash_report(qtbot, workers):
    with qtbot.captureExceptions() as raised:
        workers.run(lambda: 1 / 0, lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert issubclass(raised[0][0], ZeroDivisionError)


def test_what_takes_the_askers_away_waits_until_they_have_taken_their_results(qtbot, workers):
    told: list[str] = []

    def take(result: str) -> None:
        told.append(result)
        if result == "preview":
            # Asked in a loop of its own: only then its second half begins.
            workers.when_idle(lambda: told.append("away"))
            QApplication.processEvents()
            workers.run(lambda: "applied", take)

    workers.run(lambda: "preview", take)
    qtbot.waitUntil(lambda: "away" in told)
    assert told == ["preview", "applied", "away"]
    workers.when_idle(lambda: told.append("at once"))
    assert told[-1] == "at once"


def test_closing_waits_and_delivers_nothing_more(qtbot, workers):
    go, steps, told = Event(), [], []

    def work() -> None:
        steps.append("begun")
        go.wait(10)
        steps.append("done")

    workers.run(work, told.append)
    qtbot.waitUntil(lambda: bool(steps))
    go.set()
    workers.wait()
    assert steps == ["begun", "done"]
    assert not workers.is_busy()
    with qtbot.assertNotEmitted(workers.busy_changed, wait=20):
        pass
    assert told == []


def test_nothing_is_delivered_to_a_screen_that_is_gone(qtbot):
    screen, told = QObject(), []
    pool = Workers(screen)
    begun, go = Event(), Event()

    def work() -> None:
        begun.set()
        go.wait(10)

    pool.run(work, told.append)
    assert begun.wait(10)
    go.set()
    delete(screen)
    QApplication.processEvents()
    assert told == []
    assert not pool.is_busy()

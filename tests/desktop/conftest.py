"""Desks of a meeting, as several of the tests sit at one."""

from pathlib import Path

import pytest

from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    room = Desk(qtbot, tmp_path)
    yield room
    room.close()


@pytest.fixture
def english(qtbot, tmp_path: Path):
    room = Desk(qtbot, tmp_path, language="en", name="e.db")
    yield room
    room.close()

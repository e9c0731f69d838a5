"""Screens in their windows over a register of their own, as the tests of several files use them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from db.commands.organisations import create_organisation
from db.commands.plans import create_plan
from db.commands.records import edit_fields
from db.commands.working_groups import add_member, create_working_group
from tests.desktop.desk import Desk
from tests.desktop.directory import Directory
from tests.desktop.hall import Hall
from tests.desktop.home import Home
from tests.desktop.room import OTHER, Room
from tests.desktop.table import Table

R = TypeVar("R", bound=Room)


def opened(room: R) -> Iterator[R]:
    """Lend a room to a test and close it afterwards."""
    yield room
    room.close()


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    yield from opened(Desk(qtbot, tmp_path))


@pytest.fixture
def english(qtbot, tmp_path: Path):
    yield from opened(Desk(qtbot, tmp_path, language="en", name="e.db"))


@pytest.fixture
def home(qtbot, tmp_path: Path):
    yield from opened(Home(qtbot, tmp_path))


@pytest.fixture
def planned(home: Home) -> Home:
    """A workspace with one plan, which is not shown yet."""
    change = create_plan(home.workspace, OTHER, "ogi-2018")
    values = {"short_title": "RAN Uji", "title": "RENCANA AKSI UJI", "start": "2021-01"}
    edit_fields(home.workspace, OTHER, "plans", change.record_id, values)
    home.plan_id = change.record_id
    return home


@pytest.fixture
def directory(qtbot, tmp_path: Path):
    yield from opened(Directory(qtbot, tmp_path))


@pytest.fixture
def peopled(directory: Directory) -> Directory:
    """A directory of three organisations."""
    directory.ids = [
        create_organisation(directory.workspace, OTHER, name, sector).record_id
        for name, sector in (("Alfa", "cso"), ("Beta", "ministry"), ("Gama", "cso"))
    ]
    return directory


@pytest.fixture
def grouped(peopled: Directory) -> Directory:
    """A plan with one working group of two members."""
    peopled.plan_id = create_plan(peopled.workspace, OTHER, "ogi-2018").record_id
    peopled.place.show("plans", peopled.plan_id)
    change = create_working_group(peopled.workspace, OTHER, peopled.plan_id, "Layanan")
    peopled.group_id = change.record_id
    for organisation_id in peopled.ids[:2]:
        add_member(peopled.workspace, OTHER, peopled.group_id, organisation_id)
    return peopled


@pytest.fixture
def hall(qtbot, tmp_path: Path):
    yield from opened(Hall(qtbot, tmp_path))


@pytest.fixture
def table(qtbot, tmp_path: Path):
    yield from opened(Table(qtbot, tmp_path))

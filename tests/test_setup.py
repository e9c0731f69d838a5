"""Setting up a machine: what is missing is installed or named, what is there is left alone."""

import os
import runpy
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="system packages are Linux's own matter"
)


@pytest.fixture(scope="module")
def setup() -> dict[str, Any]:
    return runpy.run_path(str(TOP / ".ci" / "setup.py"))


class Apt:
    """An apt-get that writes down what it was asked, and succeeds only as often as told."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "log"
        self._refusals = folder / "refusals"
        program = folder / "apt-get"
        program.write_text(
            f'#!/bin/sh\necho "$@" >> {self._log}\n'
            f'[ "$1" = update ] || [ ! -s {self._refusals} ] || '
            f"{{ : > {self._refusals}; echo Unable to locate; exit 100; }}\n"
        )
        program.chmod(0o755)

    def refuse_once(self) -> None:
        self._refusals.write_text("1")

    @property
    def calls(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Apt:
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return Apt(tmp_path)


def as_user(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number)


INSTALL = "install -y --no-install-recommends libegl1 xvfb"


def test_nothing_is_missing_where_the_tests_run(setup: dict[str, Any]) -> None:
    assert setup["missing_packages"](True) == []


def test_a_library_that_no_machine_has_is_noticed(setup: dict[str, Any]) -> None:
    assert setup["can_load"]("libc.so.6")
    assert not setup["can_load"]("libnobody-has-this.so.9")


def test_root_gets_the_packages_at_once(
    setup: dict[str, Any], apt: Apt, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 0)
    setup["install_system_packages"](["libegl1", "xvfb"])
    assert apt.calls[-1] == INSTALL


def test_an_old_package_list_is_renewed(
    setup: dict[str, Any], apt: Apt, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 0)
    apt.refuse_once()
    setup["install_system_packages"](["libegl1", "xvfb"])
    assert apt.calls[-3:] == [INSTALL, "update", INSTALL]


def test_anyone_else_gets_the_line_to_type(
    setup: dict[str, Any], apt: Apt, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 1000)
    with pytest.raises(SystemExit) as stopped:
        setup["install_system_packages"](["libegl1", "xvfb"])
    assert f"sudo apt-get {INSTALL}" in str(stopped.value)
    assert apt.calls == []


def test_where_nothing_is_missing_nobody_is_asked(setup: dict[str, Any], apt: Apt) -> None:
    setup["install_system_packages"]([])
    assert apt.calls == []


def test_the_program_alone_needs_nothing_of_its_tests(setup: dict[str, Any]) -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    assert setup["requirements"](False) == project["dependencies"]
    assert "pytest" in setup["requirements"](True)

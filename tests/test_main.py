"""Starting `main.py` with a Python that has, or has not, what the program needs."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SAY_PYTHON = "import sys\n\n\ndef main(argv):\n    print(sys.prefix, argv)\n    return 3\n"


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python without any of our packages, as on a machine where nothing was set up."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, symlinks=os.name != "nt")
    return python_of(folder)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with main.py and a command line that only tells which Python runs it."""
    shutil.copy(TOP / "main.py", tmp_path)
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "cli.py").write_text(SAY_PYTHON)
    return tmp_path


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def start(python: Path | str, checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), str(checkout / "main.py"), *arguments], capture_output=True, encoding="utf-8"
    )


def test_not_set_up_yet_says_how_in_both_languages(bare_python: Path, checkout: Path) -> None:
    done = start(bare_python, checkout, "check")
    assert (done.returncode, done.stdout) == (1, "")
    indonesian, english = done.stderr.splitlines()
    assert "belum disiapkan" in indonesian
    assert "not set up" in english


def test_it_runs_itself_again_in_its_own_venv(bare_python: Path, checkout: Path) -> None:
    own = checkout / ".venv"
    venv.create(own, symlinks=os.name != "nt")
    link_packages(own)
    done = start(bare_python, checkout, "export", "--out", "a folder")
    assert done.stdout == f"{own} ['export', '--out', 'a folder']\n"
    assert (done.returncode, done.stderr) == (3, "")


def test_with_its_packages_at_hand_it_stays_where_it_is(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    done = start(sys.executable, checkout)
    assert done.stdout == f"{sys.prefix} []\n"


def test_a_venv_that_is_half_made_does_not_run_itself_for_ever(checkout: Path) -> None:
    venv.create(checkout / ".venv", symlinks=os.name != "nt")
    done = start(python_of(checkout / ".venv"), checkout)
    assert done.returncode == 1
    assert "not set up" in done.stderr


def link_packages(folder: Path) -> None:
    """Let a new venv see this one's packages."""
    libraries = next(folder.rglob("site-packages"))
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    (libraries / "ours.pth").write_text(packages)

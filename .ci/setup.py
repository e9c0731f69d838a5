"""Set up everything that Rembuk needs on this machine: system libraries, then `.venv`.

    python3 .ci/setup.py          what the program needs
    python3 .ci/setup.py dev      what its tests and checks need, too

Quick and silent when nothing is missing. It writes to `.venv` only; system packages are
installed where it runs as root on Debian or Ubuntu, else it prints the line to type.
It keeps to what older Pythons can read, so that they can be told what is needed.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
VENV = TOP / ".venv"

# What Qt's wheels link against and don't bring along: shared library, Debian's package.
LIBRARIES = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgthread-2.0.so.0", "libglib2.0-0"),
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-glx.so.0", "libxcb-glx0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-util.so.1", "libxcb-util1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
)


def main():
    if sys.version_info < (3, 11):
        sys.exit("Rembuk needs Python 3.11 or newer; this is Python " + python_version() + ".")
    for_tests = "dev" in sys.argv[1:]
    install_system_packages(missing_packages(for_tests))
    install_python_packages(for_tests)


def python_version():
    return ".".join(str(part) for part in sys.version_info[:3])


def missing_packages(for_tests):
    """Return the names of the system packages that are not here yet."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {package for library, package in LIBRARIES if not can_load(library)}
    if find_spec("ensurepip") is None:
        wanted.add("python{}.{}-venv".format(*sys.version_info))
    if for_tests and not shutil.which("xvfb-run"):
        # xauth is only recommended by xvfb, yet xvfb-run does not start without it.
        wanted |= {"xvfb", "xauth"}
    return sorted(wanted)


def can_load(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages):
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        sys.exit("Rembuk needs what Debian calls " + names + ". Install it, then try again.")
    update = ["apt-get", "update"]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    steps = [install] if has_package_lists() else [update, install]
    if os.geteuid() != 0:
        line = " && ".join("sudo " + " ".join(step) for step in steps)
        sys.exit("Some system packages are missing. Type this line, then try again:\n  " + line)
    print("Installing system packages: " + names, flush=True)
    # A list that is too old names packages that are gone: then a new one helps.
    if not run_all(steps) and not run_all([update, install]):
        line = " ".join(install)
        sys.exit("The system packages could not be installed. To try by hand:\n  " + line)


def has_package_lists():
    """Tell whether apt knows any packages; a fresh image often does not."""
    return any(Path("/var/lib/apt/lists").glob("*_Packages*"))


def run_all(steps):
    """Run apt without its long talk, which is shown only where it fails; tell if it worked."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in steps:
        talk = subprocess.run(
            step,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if talk.returncode != 0:
            sys.stderr.buffer.write(talk.stdout)
            return False
    return True


def install_python_packages(for_tests):
    stamp = VENV / ("ready-dev" if for_tests else "ready-run")
    state = wanted_state()
    if stamp.is_file() and stamp.read_text() == state:
        return
    python = make_venv()
    print("Installing Python packages into .venv; the first time takes some minutes", flush=True)
    wanted = VENV / "requirements.txt"
    wanted.write_text("\n".join(requirements(for_tests)))
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    # Somebody who looks on sees what is going on; a log needs only what goes wrong.
    talk = [] if sys.stdout.isatty() else ["--quiet"]
    pinned = ["-c", str(TOP / "constraints.txt"), "-r", str(wanted)]
    if subprocess.call(pip + talk + pinned) != 0:
        sys.exit("The Python packages could not be installed; see above. Is there a network?")
    stamp.write_text(state)


def wanted_state():
    """Return what the installed packages depend on: another text, other packages."""
    digest = hashlib.sha256(sys.version.encode())
    for file in (TOP / "pyproject.toml", TOP / "constraints.txt", Path(__file__)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_venv():
    """Make `.venv`, or mend one that is half made or of another Python; return its Python."""
    # Not at the top: Debian's Python may lack what it needs until the packages are there.
    import venv

    config = VENV / "pyvenv.cfg"
    same = config.is_file() and "version = " + python_version() in config.read_text()
    windows = os.name == "nt"
    venv.create(VENV, clear=not same, symlinks=not windows, with_pip=True)
    return VENV / ("Scripts/python.exe" if windows else "bin/python")


def requirements(for_tests):
    """Return what pyproject.toml asks for; nothing has to be built to know it."""
    # Not at the top: an older Python has no such module and would not get to its sentence.
    import tomllib

    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["dev"] if for_tests else []
    return [*project["dependencies"], *extra]


if __name__ == "__main__":
    main()

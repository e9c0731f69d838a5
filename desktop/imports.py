"""How the window comes by its modules: lightly, and the slow ones off its own thread."""

import builtins
import gc
from collections.abc import Iterable
from importlib import import_module


def import_plainly() -> None:
    """Let modules be imported by Python alone, without what PySide adds to it.

    PySide reads the source of every module that is imported, to see whether it may switch the
    names of Qt's methods (`__feature__`), and all these sources stay in memory. Nothing here
    switches any.
    """
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)


def import_all(names: Iterable[str]) -> None:
    """Import modules that make no class of Qt's; runs on a worker, for they take most of a second.

    Nothing is looked through for garbage meanwhile: that takes longer the more there is, and
    what it finds of a window must not be taken apart on another thread than the window's.
    """
    gc.disable()
    try:
        for name in names:
            import_module(name)
    finally:
        gc.enable()


def keep_modules() -> None:
    """Pass over what was imported until now when garbage is looked for: it stays.

    Looking through it again and again is felt as a hitch of 50 ms, while the screens are made
    and in the middle of a line.
    """
    gc.freeze()

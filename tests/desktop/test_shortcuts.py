"""The sheet of shortcuts says what the window's keys really are, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.program import Program
from desktop.settings import load_settings
from resources.shortcuts import load_shortcuts
from resources.words import LANGUAGES, Words
from tests.screens.tour import make_workspace, show, start, views
from tests.ui.helpers import assert_all_named
from ui.common.letters import type_size
from ui.dialogs.shortcuts import ShortcutSheet


def portable(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def keys_of(program: Program) -> set[tuple[str, ...]]:
    """Return the keys of everything in the window that has some."""
    window = program.window
    single = [[one.key(), *one.keys()] for one in window.findChildren(QShortcut)]
    several = [one.shortcuts() for one in window.findChildren(QAction)]
    texts = (tuple(k.toString() for k in keys if k.toString()) for keys in (*single, *several))
    return {keys for keys in texts if keys}


@pytest.fixture
def program(qtbot, qapp: QApplication, tmp_path: Path):
    make_workspace(tmp_path / "w.db")
    opened = start(
        qapp, tmp_path / "w.db", "id", "light",
        lambda done: qtbot.waitUntil(done, timeout=20_000), tmp_path / "settings.json",
    )  # fmt: skip
    yield opened
    opened.window.close()
    opened.window.deleteLater()


def test_every_key_of_the_window_stands_on_the_sheet(program, qtbot):
    listed = {portable(k) for group in load_shortcuts() for s in group.shortcuts for k in s.keys}
    found: set[tuple[str, ...]] = set()
    for view in views(program):
        show(program, view, lambda done: qtbot.waitUntil(done, timeout=20_000))
        found |= keys_of(program)
    # One of the standard keys is enough where a platform has several for the same.
    missing = {keys for keys in found if listed.isdisjoint(keys)}
    assert missing == set(), "add them to resources/shortcuts.toml and word them"

    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_F1)
    sheet = program.window.findChild(ShortcutSheet)
    assert sheet.isVisible()
    assert_all_named(sheet)
    QTest.keyClicks(sheet.field, "f9")
    assert sheet.shown() == [program.words("shortcuts.does.meetings.clock")]
    sheet.field.reset("")
    QTest.keyClicks(sheet.field, "matriks baris")
    assert program.words("shortcuts.does.matrix.row_delete") in sheet.shown()
    assert program.words("shortcuts.does.points.edit") not in sheet.shown()
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_large_letters_are_remembered_and_put_on_again(program, qtbot, tmp_path):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert load_settings(tmp_path / "settings.json").type_size == type_size() == 125
    program.window.shell.type_size_requested.emit(100)
    assert type_size() == 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_and_its_words_are_the_same_list(language):
    words = Words(language)
    groups = load_shortcuts()
    assert list(words.table("shortcuts.groups")) == [group.name for group in groups]
    for group in groups:
        said = words.table(f"shortcuts.does.{group.name}")
        assert list(said) == [shortcut.name for shortcut in group.shortcuts]
        for shortcut in group.shortcuts:
            assert [key for key in shortcut.keys if not portable(key)] == []

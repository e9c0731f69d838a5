"""The frame around the screens, with keyboard and screen reader."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.helpers import accessible_name, assert_all_named, focused, named
from ui.common.buttons import Button
from ui.common.line_edit import LineEdit
from ui.common.message_bar import MessageBar
from ui.common.screen import Screen, ScreenAction
from ui.shell import NavigationEntry, Shell

ENTRIES = [
    NavigationEntry("home", "Beranda", "house"),
    NavigationEntry("meeting", "Pertemuan", "message-square-text"),
    NavigationEntry("matrix", "Matriks target", "table-2"),
]


class NoteScreen(Screen):
    """A screen with one field and two actions."""

    export_requested = Signal()

    def __init__(self, words, name: str) -> None:
        super().__init__(words)
        self.name = name
        run = self.export_requested.emit
        self.copy = ScreenAction("copy", "Salin", lambda: None, "copy")
        self.export = ScreenAction("export", "Ekspor", run, "", "Ctrl+E", primary=True)
        self.actions = [self.copy, self.export]
        self.line = LineEdit("Catatan")
        self.column.addWidget(self.line)
        self.column.addStretch(1)

    def title(self) -> str:
        return self.name

    def subtitle(self) -> str:
        return "24 Agustus 2018"

    def facts(self) -> list[str]:
        return ["17 butir", "12 peserta"]

    def header_actions(self) -> list[ScreenAction]:
        return self.actions

    def change(self, name: str, *actions: ScreenAction) -> None:
        """Be called otherwise, and offer something else."""
        self.name, self.actions = name, list(actions)
        self.title_changed.emit()

    def focus_start(self) -> None:
        self.line.setFocus()


@pytest.fixture
def shell(show, words) -> Shell:
    built = Shell(words)
    built.resize(1366, 690)
    built.set_navigation(ENTRIES)
    for entry in ENTRIES:
        built.add_screen(entry.key, NoteScreen(words, entry.label))
    built.set_author("Sri Wahyuni")
    show(built)
    built.show_screen("meeting")
    return built


def screen(shell: Shell, key: str = "meeting") -> NoteScreen:
    return shell._screens[key]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def test_everything_that_takes_the_focus_has_a_name(shell, theme):
    shell.set_badge("meeting", 7)
    shell.show_message("Hilang", "danger", ("Urungkan", lambda: None))
    assert_all_named(shell)


def test_showing_a_screen_shows_its_title_and_marks_its_entry(shell):
    assert shell.current_screen() == "meeting"
    assert named(shell, "Pertemuan", Button.__mro__[1]).isChecked()
    assert screen(shell).isVisible()
    assert shell._header._title.text() == "Pertemuan"
    assert "17 butir" in shell._status._facts.text()


def test_ctrl_and_a_digit_asks_for_a_screen(shell, qtbot):
    with qtbot.waitSignal(shell.screen_requested) as asked:
        press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["matrix"]
    with qtbot.assertNotEmitted(shell.screen_requested):
        press(Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)


def test_the_key_of_the_screen_in_front_leads_back_into_it(shell):
    named(shell, "Beranda").setFocus()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert focused() is screen(shell).line
    # Whoever is in it stays where they are.
    other = LineEdit("Lain")
    screen(shell).column.addWidget(other)
    other.show()
    other.setFocus()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert focused() is other


def test_an_entry_asks_and_waits_for_the_answer(shell, qtbot):
    entry = named(shell, "Beranda")
    with qtbot.waitSignal(shell.screen_requested) as asked:
        entry.setFocus()
        press(Qt.Key.Key_Return)
    assert asked.args == ["home"]
    shell.show_screen("home")
    assert screen(shell, "home").isVisible()


def test_f6_goes_round_the_regions_and_back(shell):
    regions = [shell._status, shell._sidebar, shell._header, shell._stack]
    for region in regions:
        press(Qt.Key.Key_F6)
        assert region.isAncestorOf(focused())
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert shell._header.isAncestorOf(focused())


def test_f6_passes_over_a_header_without_buttons(shell):
    screen(shell).change("Lain")
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert shell._sidebar.isAncestorOf(focused())


def test_f6_reaches_the_action_of_a_message(shell):
    undone = []
    shell.show_message("Butir dihapus", "success", ("Urungkan", lambda: undone.append(1)))
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Space)
    assert undone == [1]


def test_buttons_stay_while_only_the_title_changes(shell):
    shown = screen(shell)
    before = shell._header.button("export")
    shown.change("Lain", shown.copy, replace(shown.export, enabled=False))
    assert shell._header.button("export") is before
    assert not before.isEnabled()


def test_a_focused_button_keeps_the_focus_when_its_neighbours_change(shell):
    shown = screen(shell)
    shell._header.button("export").setFocus()
    shown.change("Lain", replace(shown.export, label="Ekspor dua"))
    assert focused() is shell._header.button("export")


def test_an_actions_shortcut_runs_it_only_on_its_screen(shell, qtbot):
    shown = screen(shell)
    with qtbot.waitSignal(shown.export_requested):
        press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    shell.show_screen("home")
    with (
        qtbot.assertNotEmitted(shown.export_requested),
        qtbot.waitSignal(screen(shell, "home").export_requested),
    ):
        press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_an_action_that_cannot_be_used_does_nothing(shell, qtbot):
    shown = screen(shell)
    shown.change(shown.name, shown.copy, replace(shown.export, enabled=False))
    with qtbot.assertNotEmitted(shown.export_requested):
        press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_a_title_of_a_hidden_screen_stays_away(shell):
    screen(shell, "home").name = "Lain"
    screen(shell, "home").title_changed.emit()
    assert shell._header._title.text() == "Pertemuan"


def test_badges_are_said_with_their_entry(shell, words):
    shell.set_badge("matrix", 7)
    entry = named(shell, words("shell.sidebar.waiting", label="Matriks target", n=7))
    shell.set_badge("matrix", 0)
    assert accessible_name(entry) == "Matriks target"


def test_the_sidebar_folds_and_keeps_its_names(shell, words, qtbot):
    with qtbot.waitSignal(shell.folded_changed) as folded:
        named(shell, words("shell.sidebar.fold")).click()
    assert folded.args == [True]
    assert shell._sidebar.width() == 60
    assert_all_named(shell)
    named(shell, words("shell.sidebar.unfold")).click()
    assert shell._sidebar.width() == 200


def test_language_theme_and_author_are_asked_for(shell, words, qtbot):
    other = "en" if words.language == "id" else "id"
    name = words("shell.status.language", language=words(f"shell.languages.{other}"))
    with qtbot.waitSignal(shell.language_requested) as language:
        named(shell, name).click()
    assert language.args == [other]
    with qtbot.waitSignal(shell.theme_requested) as theme:
        named(shell, words("shell.status.dark")).click()
    assert theme.args == ["dark"]
    # Whoever clicks there amid a word goes on writing it.
    for key, values in (("dark", {}), ("type_size", {"n": 100})):
        button = named(shell, words(f"shell.status.{key}", **values))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert focused() is screen(shell).line
    with qtbot.waitSignal(shell.author_change_requested):
        named(shell, words("shell.status.change_author", name="Sri Wahyuni")).click()


def test_the_present_language_asks_for_nothing(shell, words, qtbot):
    name = words("shell.status.language", language=words(f"shell.languages.{words.language}"))
    with qtbot.assertNotEmitted(shell.language_requested):
        named(shell, name).click()


def test_news_passes_by_and_its_action_runs(shell):
    undone = []
    shell.show_message("Butir dihapus", "success", ("Urungkan", lambda: undone.append(1)))
    shell.show_message("Butir ditambahkan", "success", ("Urungkan", lambda: undone.append(2)))
    named(shell, "Urungkan").click()
    assert undone == [2]
    assert not [bar for bar in shell.findChildren(MessageBar) if bar.isVisible()]


@pytest.mark.parametrize("there_before", [True, False])
def test_news_does_not_cover_the_field_that_is_written_in(shell, there_before):
    shown = screen(shell)
    shell._header.button("copy").setFocus()
    if there_before:
        shell.show_message("Butir dihapus", "success")
    shown.column.removeWidget(shown.line)
    shown.column.addWidget(shown.line)
    QApplication.processEvents()
    shown.line.setFocus()
    if not there_before:
        shell.show_message("Butir dihapus", "success")
    (bar,) = [one for one in shell.findChildren(MessageBar) if one.isVisible()]
    field = QRect(shown.line.mapToGlobal(QPoint(0, 0)), shown.line.size())
    assert not field.intersects(QRect(bar.mapToGlobal(QPoint(0, 0)), bar.size()))


def test_a_pinned_message_stays_until_it_is_unpinned(shell, words):
    shell.pin_message("full", "Penuh", "danger", ("Salin", lambda: None))
    named(shell, "Salin").click()
    shell.messages.clear()
    (bar,) = [one for one in shell.findChildren(MessageBar) if one.isVisible()]
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    shell.pin_message("full", "Penuh", "danger")
    assert [one for one in shell.findChildren(MessageBar) if one.isVisible()] == [bar]
    shell.unpin_message("full")
    assert not shell.messages.bar.isVisible()


def test_a_message_with_a_key_takes_the_place_of_the_last_one(shell):
    for text in ("Satu", "Dua"):
        shell.show_message(text, "warning", key="lost")
    assert [one.text for one in shell.findChildren(MessageBar) if one.isVisible()] == ["Dua"]


def test_many_warnings_leave_room_for_the_screen(shell):
    for number in range(9):
        shell.show_message(f"Peringatan {number}", "warning")
    shown = [one.text for one in shell.findChildren(MessageBar) if one.isVisible()]
    assert shown == [f"Peringatan {number}" for number in (6, 7, 8)]


def test_warnings_stay_above_the_screen_each_once(shell):
    for text in ("Satu", "Dua", "Satu"):
        shell.show_message(text, "warning")
    shell.show_screen("home")
    shown = [bar.text for bar in shell.findChildren(MessageBar) if bar.isVisible()]
    assert sorted(shown) == ["Dua", "Satu"]
    shell.messages.clear()
    assert not shell.messages.bar.isVisible()


@pytest.mark.parametrize("size", [(1366, 690), (1024, 640)])
def test_it_fits_small_windows(shell, size):
    long = "Rancangan target komitmen yang namanya panjang sekali " * 3
    shown = screen(shell)
    shown.change(long, *shown.actions)
    shell.saved_sign.show_saved("14.03")
    shell.resize(*size)
    QTest.qWait(0)
    assert (shell.width(), shell.height()) == size
    for key in ("copy", "export"):
        button = shell._header.button(key)
        assert button.width() >= button.sizeHint().width()
        assert shell.rect().contains(button.mapTo(shell, button.rect().bottomRight()))


def test_what_is_said_beside_the_title_takes_room_from_the_buttons_not_from_the_title(shell):
    copy = shell._header.button("copy")
    shell.resize(1366, 690)
    QTest.qWait(0)
    assert not copy.compact
    shell._header.show_sign("Berubah sejak versi final yang pertama " * 4, "warning")
    assert copy.compact
    assert copy.toolTip() == "Salin"
    shell._header.show_sign("")
    assert not copy.compact


def test_a_screen_can_be_replaced(shell, words):
    old = screen(shell)
    shell.add_screen("meeting", NoteScreen(words, "Rapat baru"))
    assert shell._header._title.text() == "Rapat baru"
    assert screen(shell) is not old


def test_the_frame_needs_nothing_slow():
    code = (
        "import sys, ui.shell, ui.common.theme, ui.dialogs.who\n"
        "slow = ('pydantic', 'sqlalchemy', 'sqlmodel', 'reportlab', 'openpyxl', 'PySide6.QtSvg')\n"
        "sys.exit(str([name for name in slow if name in sys.modules] or ''))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.stderr.strip() in ("", "[]"), done.stderr

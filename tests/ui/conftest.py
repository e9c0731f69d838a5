"""Windows for tests: in both languages and themes, shown for real on the offscreen platform."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.words import LANGUAGES, Words
from ui.common.theme import THEMES, apply_theme, current_theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every window test begins in the light theme."""
    if qapp.property("rembuk_theme") is None or current_theme().name != "light":
        apply_theme(qapp, "light")


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The window's theme, each in turn."""
    apply_theme(qapp, request.param)
    yield request.param
    apply_theme(qapp, "light")


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """The words, each language in turn."""
    return Words(request.param)


@pytest.fixture
def indonesian() -> Words:
    """The words of the program's first language."""
    return Words("id")


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget as an active window, and put it away after the test."""

    kept: list[QWidget] = []

    def show_widget(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show_widget

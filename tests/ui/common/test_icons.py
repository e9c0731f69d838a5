"""Icons are drawn in the colour that is asked for."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from resources import FOLDER
from ui.common.icons import IconLabel, icon, icon_pixmap
from ui.common.theme import apply_theme, load_theme

NAMES = sorted(file.stem for file in (FOLDER / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_shows_something_and_only_in_its_colour(qapp, name: str):
    image = icon_pixmap(name, "#ff0000", 24).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all(c.red() > 200 and c.green() < 30 and c.blue() < 30 for c in inked)


def test_icons_that_the_code_names_are_there():
    code = "".join(
        file.read_text("utf-8")
        for folder in ("ui", "desktop")
        for file in (FOLDER.parent / folder).rglob("*.py")
    )
    asked = re.findall(r'(?:icon_pixmap|[^_\w]icon|IconLabel)\("([a-z0-9-]+)"', code)
    asked += re.findall(r'IconButton\([^"\n]*(?:"[^"]*"\)?)?[^"\n]*, "([a-z0-9-]+)"', code)
    assert asked
    assert set(asked) <= set(NAMES)


def test_an_icon_of_a_token_follows_the_theme(qapp: QApplication, show):
    label = show(IconLabel("circle-check", "danger", 24))
    apply_theme(qapp, "dark")
    expected = icon_pixmap("circle-check", load_theme("dark").colours["danger"], 24)
    assert label.pixmap().toImage() == expected.toImage()


def test_an_icon_is_kept_once_drawn(qapp):
    assert icon_pixmap("house").cacheKey() == icon_pixmap("house").cacheKey()
    assert not icon("house").isNull()

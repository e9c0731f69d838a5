"""The themes: complete, readable, and nothing in the style sheet is left unsaid."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from resources import FOLDER
from ui.common.buttons import PrimaryButton
from ui.common.theme import THEMES, apply_theme, current_theme, load_theme

GROUNDS = ("window", "surface", "surface_marked", "hover", "head", "accent_soft", "pressed")
TEXTS = [
    *(("text", ground) for ground in (*GROUNDS, "selection", "inserted_soft", "removed_soft")),
    *(("muted", ground) for ground in ("window", "surface", "surface_marked", "hover", "head")),
    *(("accent_text", ground) for ground in ("window", "surface", "hover", "accent_soft")),
    *(("danger", ground) for ground in ("window", "surface")),
    *(("success", ground) for ground in ("window", "surface")),
    *((kind, f"{kind}_soft") for kind in ("neutral", "info", "success", "warning", "danger")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    ("warning", "gap_soft"),
    ("text", "found"),
    ("muted", "found"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("on_selection", "selection"),
    ("on_tip", "tip"),
    ("on_badge", "badge"),
    *(
        (ink, ground)
        for ink in ("sidebar_text", "sidebar_strong", "sidebar_muted")
        for ground in ("sidebar", "sidebar_hover", "sidebar_current")
    ),
]
MARKS = [
    ("focus", "surface"),
    ("focus", "window"),
    ("accent", "surface"),
    ("sidebar_focus", "sidebar"),
    ("sidebar_focus", "sidebar_current"),
    ("on_accent", "accent"),
    ("on_danger", "danger"),
]


def contrast(one: QColor, other: QColor) -> float:
    """The ratio that WCAG 2 defines."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_is_readable_on_its_ground(name: str, ink: str, ground: str):
    theme = load_theme(name)
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_the_focus_is_seen_on_its_ground(name: str, mark: str, ground: str):
    theme = load_theme(name)
    assert contrast(theme.colour(mark), theme.colour(ground)) >= 3


def test_both_themes_name_the_same_tokens():
    light, dark = load_theme("light"), load_theme("dark")
    assert light.colours.keys() == dark.colours.keys()
    assert light.sizes.keys() == dark.sizes.keys()


def test_every_colour_token_is_used_somewhere():
    sheet = (FOLDER / "themes" / "window.qss").read_text("utf-8")
    code = "".join(file.read_text("utf-8") for file in (FOLDER.parent / "ui").rglob("*.py"))
    tokens = load_theme("light").colours
    unused = [t for t in tokens if f"@{t}" not in sheet and f'"{t}"' not in code]
    # For the screens that show what changed between two texts.
    assert set(unused) <= {"inserted_soft", "removed_soft"}


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_hole(name: str):
    sheet = load_theme(name).style_sheet()
    assert "@" not in sheet
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (FOLDER / "themes" / name / path.rsplit("/", 1)[1]).is_file()


@pytest.mark.parametrize("name", THEMES)
def test_marks_have_the_colours_of_their_theme(name: str):
    colours = {colour.lower() for colour in load_theme(name).colours.values()}
    for file in (FOLDER / "themes" / name).glob("*.svg"):
        assert set(re.findall(r'stroke="(#[0-9a-f]+)"', file.read_text("utf-8"))) <= colours


def test_a_theme_switches_while_a_window_is_open(qapp: QApplication, show):
    button = show(PrimaryButton("Simpan"))
    before = button.grab().toImage().pixelColor(8, button.height() // 2)
    apply_theme(qapp, "dark")
    after = button.grab().toImage().pixelColor(8, button.height() // 2)
    assert (before.name(), after.name()) == (
        load_theme("light").colours["accent"],
        load_theme("dark").colours["accent"],
    )
    assert current_theme().name == "dark"


def test_an_unknown_theme_is_refused():
    with pytest.raises(KeyError):
        load_theme("../light")


def test_letters_are_the_bundled_ones(show):
    assert show(QPushButton("Simpan")).fontInfo().family() == "Inter"

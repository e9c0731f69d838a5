"""The looks of the window: tokens of resources/themes as a palette and one style sheet."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import FOLDER
from ui.common.letters import px, set_scale, set_type_size, type_size

THEMES = ("light", "dark")
_PROPERTY = "rembuk_theme"
_FONT_FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
    "DejaVuSans.ttf",
)
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_marked",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "on_tip",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "line_field",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "muted",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Shadow: "text",
}


@dataclass(frozen=True)
class Theme:
    """Named colours and sizes, for the few widgets that paint themselves.

    Attributes:
        name: "light" or "dark".
        colours: hex colours by token.
        sizes: pixels by token.
    """

    name: str
    colours: dict[str, str]
    sizes: dict[str, int]

    def colour(self, token: str) -> QColor:
        """Return a token's colour, ready to paint with."""
        return QColor(self.colours[token])

    def palette(self) -> QPalette:
        """Return the palette for what no style sheet reaches."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def style_sheet(self, scale: float = 1) -> str:
        """Return the whole window's style sheet, in letters of the chosen size.

        With a scale it is that of a part of a window where all is so many times larger.
        """
        images = (FOLDER / "themes" / self.name).as_posix().replace('"', '\\"')
        values = {**self.colours, **{key: str(_size(key, n)) for key, n in self.sizes.items()}}
        values["images"] = images
        text = (FOLDER / "themes" / "window.qss").read_text("utf-8")
        sheet = re.sub(r"@(\w+)( px)?", lambda m: values[m[1]] + ("px" if m[2] else ""), text)
        if scale == 1:
            return sheet
        # Where a part has a sheet of its own, letters no longer come from around it.
        letters = f"QWidget {{ font-size: {values['font']}px; }}\n"
        return re.sub(r"(radius: )?(\d+)px", partial(_scaled, scale), letters + sheet)


@cache
def load_theme(name: str) -> Theme:
    """Read a theme's tokens; KeyError for a name that is not in THEMES."""
    if name not in THEMES:
        raise KeyError(name)
    file = FOLDER / "themes" / f"{name}.toml"
    tokens = tomllib.loads(file.read_text("utf-8"))
    return Theme(name, tokens["colours"], tokens["sizes"])


def load_fonts(app: QApplication) -> None:
    """Make the bundled letters known; some 5 ms, once at start."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(FOLDER / "fonts" / name))


def apply_theme(app: QApplication, name: str, percent: int = 0) -> None:
    """Dress the whole program in a theme, at start or while windows are open.

    `percent` is the size of all letters, one of TYPE_SIZES; 0 leaves it as it is.
    """
    theme = load_theme(name)
    if app.property(_PROPERTY) is None:
        app.setStyle("Fusion")
        load_fonts(app)
    # Before the style sheet: widgets that paint themselves ask for it when they are told.
    app.setProperty(_PROPERTY, name)
    if percent:
        set_type_size(app, percent)
    app.setFont(_font(theme))
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())


def enlarge(widget: QWidget, scale: float) -> None:
    """Show a part of a window so many times larger; to be said again in another theme."""
    set_scale(widget, scale)
    widget.setStyleSheet(current_theme().style_sheet(scale))


def _font(theme: Theme) -> QFont:
    font = QFont(["Inter", "DejaVu Sans"])
    font.setPixelSize(px(theme.sizes["font"]))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _scaled(scale: float, found: re.Match[str]) -> str:
    length = max(1, int(int(found[2]) * scale))
    # What is rounded down may be less high than its round ends need: Qt draws none then.
    return f"{found[1]}{max(0, length - 1)}px" if found[1] else f"{length}px"


def _size(token: str, length: int) -> int:
    """Return a size's pixels: letters grow, and the round ends of what they stand in."""
    if token == "radius_chip":
        # Qt draws no round ends where they are higher than half of the whole.
        return int(length * type_size() / 100)
    return px(length) if token.startswith("font") else length


def current_theme() -> Theme:
    """Return the theme that the program wears; the light one before any was applied."""
    app = QApplication.instance()
    return load_theme((app.property(_PROPERTY) if app else None) or "light")

"""Marked text keeps to its room, whatever is written and wherever the marks are."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.common.marked_text import draw_marked

INKS = (QColor("#000000"), QColor("#ff0000"))


def draw(text: str, spans, width: int) -> QImage:
    """Draw into a room with as much ground beside it as it is wide."""
    image = QImage(2 * width, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    font = QFont(QApplication.font())
    font.setPixelSize(14)
    draw_marked(painter, QRect(0, 0, width, 30), text, spans, font, INKS)
    painter.end()
    return image


def coloured(image: QImage, colour: str) -> list[int]:
    """Return the columns that hold a pixel leaning to a colour: red, or dark."""

    def leans(x: int, y: int) -> bool:
        pixel = image.pixelColor(x, y)
        red = pixel.red() - pixel.green() > 60
        return red if colour == "red" else pixel.red() < 128 and not red

    return [x for x in range(image.width()) if any(leans(x, y) for y in range(image.height()))]


def test_only_what_is_marked_is_red(light):
    image = draw("iiii mmmm iiii", ((5, 9),), 200)
    red, dark = coloured(image, "red"), coloured(image, "dark")
    assert min(dark) < min(red) < max(red) < max(dark)


def test_nothing_marked_is_all_of_one_colour(light):
    assert coloured(draw("Data banjir", (), 200), "red") == []


def test_marks_are_counted_in_characters_not_in_halves(light):
    """An emoji takes two places in Qt; the mark after it must not slide."""
    plain = coloured(draw("😀😀😀 mmmm ii", ((4, 8),), 300), "red")
    assert plain
    width = max(plain) - min(plain)
    alone = coloured(draw("mmmm", ((0, 4),), 300), "red")
    assert abs(width - (max(alone) - min(alone))) <= 2


@pytest.mark.parametrize(
    "text", ["Data banjir " * 20, "m" * 400, "محمد " * 60, "ꦲꦏ꧀ꦱꦫ " * 40, "😀" * 90]
)
@pytest.mark.parametrize("marked", [False, True])
def test_a_text_that_is_too_long_ends_within_its_room(light, text: str, marked: bool):
    spans = tuple((n, n + 3) for n in range(0, len(text), 4)) if marked else ()
    image = draw(text, spans, 200)
    assert max(coloured(image, "red") + coloured(image, "dark")) <= 201


@pytest.mark.parametrize("width", [1, 3, 20])
def test_hardly_any_room_is_no_trouble(light, width: int):
    draw("Data banjir", ((0, 4),), width)

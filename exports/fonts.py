"""The embedded fonts: which one has a letter, and how wide a word is in it.

A font file is read once, when the first document needs it. Only fonts with TrueType outlines
can be embedded, and only what they have may be printed: an archival PDF refuses the rest.
"""

from functools import cache, lru_cache
from typing import Any, cast

from resources import FOLDER

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"

# Arabic comes before DejaVu, whose own Arabic letters are drawn for screens.
FALLBACKS = (
    "NotoNaskhArabic-Regular",
    "DejaVuSans",
    "NotoSansSymbols2-Regular",
    "NotoSansJavanese-Regular",
)

BOX = "□"
"""What stands where a letter would, when no font has it."""


@cache
def letters_of(font: str) -> frozenset[int]:
    """Return the code points that a font has a picture for."""
    glyphs = cast(dict[int, int], _load(font).face.charToGlyph)
    return frozenset(code for code, glyph in glyphs.items() if glyph)


@lru_cache(maxsize=20_000)
def font_for(cluster: str, font: str) -> str | None:
    """Return the first font that has every letter of a cluster: this one or a fallback."""
    codes = set(map(ord, cluster))
    for name in (font, *FALLBACKS):
        if codes <= letters_of(name):
            return name
    return None


@lru_cache(maxsize=50_000)
def word_width(text: str, font: str) -> float:
    """Return how wide a text is, for a font size of 1."""
    return cast(float, _load(font).stringWidth(text, 1))


@cache
def _load(font: str) -> Any:
    from reportlab.pdfbase import pdfmetrics, ttfonts

    # reportlab has no types of its own.
    metrics, fonts = cast(Any, pdfmetrics), cast(Any, ttfonts)
    loaded = fonts.TTFont(font, str(FOLDER / "fonts" / f"{font}.ttf"))
    metrics.registerFont(loaded)
    return loaded

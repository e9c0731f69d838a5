"""Word's own styles, dressed soberly, so that editing goes on in them."""

# python-docx types its elements only in part.
# pyright: reportUnknownMemberType=false

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

_FONT = "Arial"
_SIZES = {
    "Normal": 11,
    "Header": 11,
    "Footer": 8.5,
    "List Continue": 9.5,
    "Title": 15,
    "Subtitle": 12,
    "Heading 1": 12,
}
_STRONG = ("Title", "Heading 1")
_ITALIC = ("List Continue",)


def set_styles(document: WordDocument) -> None:
    """Dress the styles that the minutes are written in."""
    for name, size in _SIZES.items():
        style: Any = document.styles[name]
        _set_font(style)
        style.font.size = Pt(size)
        style.font.color.rgb = None
        style.font.italic = name in _ITALIC
        style.font.bold = name in _STRONG
        style.paragraph_format.space_after = Pt(4)
    headings: Any = document.styles["Heading 1"]
    headings.paragraph_format.space_before = Pt(12)
    feet: Any = document.styles["Footer"]
    # Word's are for a page of another width.
    feet.paragraph_format.tab_stops.clear_all()
    notes: Any = document.styles["List Continue"]
    notes.paragraph_format.space_after = Pt(2)
    _set_title(document.styles["Title"])


def _set_font(style: Any) -> None:
    style.font.name = _FONT
    letters = style.element.get_or_add_rPr()
    for spacing in letters.findall(qn("w:spacing")):
        letters.remove(spacing)
    fonts = letters.get_or_add_rFonts()
    # Word prefers a theme's font to the named one wherever it finds one.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), _FONT)


def _set_title(style: Any) -> None:
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style.paragraph_format.space_before = Pt(10)
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)

"""How the cells of a workbook look: a small set of named styles, also usable by hand in Excel."""

from typing import Any, cast

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook import Workbook

FONT = "Arial"
_INK = "1B2A26"
_QUIET = "5B6B66"
_GREEN = "0B5D4B"
_PALE = "E9F1EE"
_LINE = "A9B8B2"
_TEXT_FORMAT = "@"  # what a ministry types stays as typed: 40% or 1/2 become no number

_THIN = Side(style="thin", color=_LINE)
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_EDGE = Border(bottom=Side(style="medium", color=_GREEN))

TITLE = "Rembuk Judul"
SUBTITLE = "Rembuk Rencana"
LABEL = "Rembuk Label"
VALUE = "Rembuk Isi"
HEAD = "Rembuk Kepala"
GOAL = "Rembuk Sasaran"
CELL = "Rembuk Sel"
CENTRED = "Rembuk Tengah"
LINK = "Rembuk Tautan"
NOTE = "Rembuk Catatan"
MARK = "Rembuk Tanda"

SIZES = {TITLE: 14.0, SUBTITLE: 11.0, NOTE: 8.5}


def add_styles(workbook: Workbook) -> None:
    """Give a workbook the named styles, and make Arial the font of everything else."""
    _set_default_font(workbook)
    for style in (
        _style(TITLE, Font(bold=True), horizontal="center", vertical="center"),
        _style(SUBTITLE, Font(bold=True), horizontal="center", vertical="center", border=_EDGE),
        _style(LABEL, Font(bold=True), fill=_PALE, border=_GRID, vertical="center"),
        _style(VALUE, Font(), border=_GRID, vertical="center"),
        _style(
            HEAD,
            Font(bold=True, color="FFFFFF"),
            fill=_GREEN,
            border=_GRID,
            horizontal="center",
            vertical="center",
        ),
        _style(GOAL, Font(bold=True), border=_GRID),
        _style(CELL, Font(), border=_GRID),
        _style(CENTRED, Font(), border=_GRID, horizontal="center"),
        _style(LINK, Font(color=_GREEN, underline="single"), border=_GRID),
        _style(NOTE, Font(italic=True, color=_QUIET)),
        _style(MARK, Font(color="FFFFFF"), wrap=False),
    ):
        workbook.add_named_style(style)


def _set_default_font(workbook: Workbook) -> None:
    """Measure columns in Arial: their widths are counted in digits of the default font."""
    font = Font(name=FONT, sz=10)
    internals = cast(Any, workbook)  # openpyxl has no public way to it
    internals._fonts = IndexedList([font])
    normal = internals._named_styles["Normal"]
    normal.font = font
    normal.bind(workbook)


def _style(
    name: str,
    font: Font,
    *,
    fill: str = "",
    border: Border | None = None,
    horizontal: str = "left",
    vertical: str = "top",
    wrap: bool = True,
) -> NamedStyle:
    return NamedStyle(
        name=name,
        font=Font(
            name=FONT,
            sz=SIZES.get(name, 10.0),
            b=font.b,
            i=font.i,
            u=font.u,
            color=font.color or _INK,
        ),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        border=border or Border(),
        alignment=Alignment(
            horizontal=horizontal,
            vertical=vertical,
            wrap_text=wrap,
            indent=1 if border and horizontal == "left" else 0,
        ),
        number_format=_TEXT_FORMAT,
    )

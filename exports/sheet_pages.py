"""Sheets as pages, sheet names that every program takes, and the workbook's bytes."""

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_CORE

from exports.office_zip import repack
from exports.sheet_writer import SheetWriter
from resources.lines import in_one_line
from resources.words import Words

_A4 = 9
_DATES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_NAME_LENGTH = 31
_FOOTER_LENGTH = 90


def finish_page(
    sheet: Worksheet, writer: SheetWriter, head: int, footer: str, words: Words
) -> None:
    """Set a sheet up for landscape A4, one page wide, with its column heads on every page.

    What is written after this is not printed.
    """
    last = get_column_letter(writer.last_column)
    sheet.print_area = f"A1:{last}{writer.row - 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.45, 0.6
    margins.header = margins.footer = 0.3
    _put_footer(sheet, footer, words("documents.matrix_sheets.page"))
    sheet.sheet_view.showGridLines = False


def _put_footer(sheet: Worksheet, text: str, page: str) -> None:
    """An ampersand starts a code in a footer, so one that was typed is doubled."""
    shown = in_one_line(text, _FOOTER_LENGTH)
    footer = sheet.oddFooter
    assert footer is not None
    for part, words in ((footer.left, shown.replace("&", "&&")), (footer.right, page)):
        assert part is not None
        part.text = words
        part.font = "Arial"
        part.size = 8


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names that Excel takes for the sheets of one workbook, in order.

    At most 31 characters, none of those that formulas use, not `History`, and different
    also for a program that ignores case.
    """
    taken: set[str] = {"history"}
    unique: list[str] = []
    for name in names:
        plain = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\]", "-", name)).strip(" '") or "-"
        count, free = 1, _shorten(plain, _NAME_LENGTH)
        while free.casefold() in taken:
            count += 1
            ending = f" ({count})"
            free = _shorten(plain, _NAME_LENGTH - len(ending)) + ending
        taken.add(free.casefold())
        unique.append(free)
    return tuple(unique)


def _shorten(name: str, units: int) -> str:
    raw = name.encode("utf-16-le")[: units * 2]
    return raw.decode("utf-16-le", "ignore").rstrip(" '")


def workbook_bytes(workbook: Workbook) -> bytes:
    """Return the finished workbook; the same content gives the same bytes."""
    loose = BytesIO()
    # Both Workbook.save and the properties stamp the time into it.
    ExcelWriter(workbook, ZipFile(loose, "w", ZIP_STORED)).save()
    return repack(loose, _without_dates)


def _without_dates(name: str, data: bytes) -> bytes:
    return _DATES.sub(b"", data) if name == ARC_CORE else data

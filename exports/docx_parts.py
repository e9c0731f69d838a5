"""Pieces of a Word document that python-docx has no words for: numbering, fields, borders."""

# python-docx types its elements only in part.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length
from docx.text.paragraph import Paragraph

# Levels of a numbered list: 1. a) i) and then over again.
_FORMATS = (("decimal", "%{n}."), ("lowerLetter", "%{n}."), ("lowerRoman", "%{n}."))
_LEVELS = 9
_INDENT = 425  # a twentieth of a point


def make(tag: str, **attributes: str) -> Any:
    """Return an element of Word's own namespace: `make("w:ilvl", val="0")`."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


class Numbering:
    """Numbered lists of a document; each counts from 1 and goes on counting when it is edited."""

    def __init__(self, document: WordDocument) -> None:
        self._root: Any = document.part.numbering_part.element
        self._abstract_id = str(self._next("w:abstractNum", "w:abstractNumId"))
        # Word takes the definitions before their uses only.
        self._root.insert(0, self._definition())

    def new_list(self, depth: int = 0, start: int = 1) -> str:
        """Return the id of a list that starts at 1, or at another number at one depth."""
        number = str(self._next("w:num", "w:numId") or 1)
        use = make("w:num", numId=number)
        use.append(make("w:abstractNumId", val=self._abstract_id))
        for level in range(_LEVELS):
            override = make("w:lvlOverride", ilvl=str(level))
            first = start if level == depth else 1
            override.append(make("w:startOverride", val=str(first)))
            use.append(override)
        self._root.append(use)
        return number

    def apply(self, paragraph: Paragraph, list_id: str, depth: int = 0) -> None:
        """Make a paragraph an item of a list."""
        properties: Any = paragraph._p.get_or_add_pPr()  # pyright: ignore[reportPrivateUsage]
        marks = properties.get_or_add_numPr()
        marks.get_or_add_ilvl().val = min(depth, _LEVELS - 1)
        marks.get_or_add_numId().val = int(list_id)

    def _definition(self) -> Any:
        definition = make("w:abstractNum", abstractNumId=self._abstract_id)
        definition.append(make("w:multiLevelType", val="multilevel"))
        for level in range(_LEVELS):
            fmt, text = _FORMATS[level % len(_FORMATS)]
            step = make("w:lvl", ilvl=str(level))
            step.append(make("w:start", val="1"))
            step.append(make("w:numFmt", val=fmt))
            step.append(make("w:lvlText", val=text.replace("{n}", str(level + 1))))
            step.append(make("w:lvlJc", val="left"))
            place = make("w:pPr")
            place.append(make("w:ind", left=str(_INDENT * (level + 1)), hanging=str(_INDENT)))
            step.append(place)
            definition.append(step)
        return definition

    def _next(self, tag: str, attribute: str) -> int:
        used = [int(element.get(qn(attribute))) for element in self._root.findall(qn(tag))]
        return max(used, default=0) + 1


class Outline:
    """A list whose items say which number they have, since some of them may be left out.

    Word counts by itself; where it would count wrong, the list goes on as another one.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._list = ""
        self._next: dict[int, int] = {}

    def apply(self, paragraph: Paragraph, depth: int, number: str) -> None:
        """Make a paragraph the item `number` (`3.` or, below another one, `b.`)."""
        depth, wanted = min(depth, _LEVELS - 1), _index(number)
        if self._next.get(depth, 0) != wanted:
            self._list = self._numbering.new_list(depth, wanted)
            self._next = {}
        self._numbering.apply(paragraph, self._list, depth)
        above = {level: count for level, count in self._next.items() if level < depth}
        # What follows one step deeper begins at its first.
        self._next = {**above, depth: wanted + 1, depth + 1: 1}


def _index(number: str) -> int:
    """Return how far `3.` or `b.` is counted; the letters go on like a spreadsheet's columns."""
    text = number.rstrip(".")
    if text.isdecimal():
        return int(text)
    index = 0
    for letter in text:
        index = index * 26 + ord(letter) - ord("a") + 1
    return index


def list_indent(depth: int) -> int:
    """Return where the text of a list's item starts, in twentieths of a point."""
    return _INDENT * (min(depth, _LEVELS - 1) + 1)


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add something that Word works out itself, such as PAGE or NUMPAGES."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run: Any = paragraph.add_run()._r  # pyright: ignore[reportPrivateUsage]
        if kind:
            run.append(make("w:fldChar", fldCharType=kind))
        else:
            instruction = make("w:instrText")
            instruction.text = text
            run.append(instruction)


def write_foot(section: Section, text: str, note: str) -> None:
    """Write what stands at the foot of a section's pages; the note is beside their number."""
    foot = section.footer
    foot.is_linked_to_previous = False
    foot.paragraphs[0].add_run(text)
    below = foot.add_paragraph(f"{note}\t", "Footer")
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    right = Length((section.page_width or 0) - margins)
    below.paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
    add_field(below, "PAGE")
    below.add_run(" / ")
    add_field(below, "NUMPAGES")


def add_rule_below(paragraph: Paragraph) -> None:
    """Draw a line below a paragraph, as under a letterhead."""
    properties: Any = paragraph._p.get_or_add_pPr()  # pyright: ignore[reportPrivateUsage]
    borders = make("w:pBdr")
    borders.append(make("w:bottom", val="single", sz="8", space="4", color="auto"))
    properties.append(borders)


def repeat_head_row(row: Any) -> None:
    """Repeat a table's first row on every page it runs over."""
    row._tr.get_or_add_trPr().append(make("w:tblHeader", val="true"))


def keep_row_together(row: Any) -> None:
    """Let a row of a table stand on one page, whatever page that is."""
    row._tr.get_or_add_trPr().append(make("w:cantSplit"))


def set_language(document: WordDocument, language: str) -> None:
    """Tell Word which language to check the spelling in."""
    tag = {"id": "id-ID", "en": "en-GB"}[language]
    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(make("w:lang", val=tag))


def add_table(
    document: WordDocument,
    heads: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    widths: tuple[Length, ...],
) -> None:
    """Write a table with a head row that comes again on every page."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cells in (heads, *rows):
        line = table.rows[0] if cells is heads else table.add_row()
        for cell, text, width in zip(line.cells, cells, widths, strict=True):
            cell.width = width
            cell.text = text
            cell.paragraphs[0].runs[0].bold = cells is heads
    repeat_head_row(table.rows[0])

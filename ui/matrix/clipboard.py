"""Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines of rows."""

from collections.abc import Sequence

Block = list[list[str]]

_QUOTE = '"'


def parse_block(text: str) -> Block:
    """Read a block; a cell with tabs or line ends in it stands in quotation marks.

    A mark that is never closed, or that text follows, is a letter like any other.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: Block = [[]]
    place = 0
    while True:
        cell, place = _read_cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            break
        if text[place] == "\n":
            rows.append([])
        place += 1
    if len(rows) > 1 and rows[-1] == [""]:
        # The last row ends in a line end, too.
        rows.pop()
    return rows


def format_block(rows: Sequence[Sequence[str]]) -> str:
    """Write a block as a spreadsheet reads it."""
    return "".join("\t".join(_write_cell(cell) for cell in row) + "\n" for row in rows)


def _read_cell(text: str, place: int) -> tuple[str, int]:
    if text[place : place + 1] == _QUOTE:
        quoted = _read_quoted(text, place + 1)
        if quoted is not None:
            return quoted
    end = place
    while end < len(text) and text[end] not in "\t\n":
        end += 1
    return text[place:end], end


def _read_quoted(text: str, place: int) -> tuple[str, int] | None:
    parts: list[str] = []
    while (end := text.find(_QUOTE, place)) >= 0:
        parts.append(text[place:end])
        after = text[end + 1 : end + 2]
        if after != _QUOTE:
            return ("".join(parts), end + 1) if after in ("", "\t", "\n") else None
        parts.append(_QUOTE)
        place = end + 2
    return None


def _write_cell(cell: str) -> str:
    if not any(mark in cell for mark in "\t\n" + _QUOTE):
        return cell
    return _QUOTE + cell.replace(_QUOTE, _QUOTE * 2) + _QUOTE

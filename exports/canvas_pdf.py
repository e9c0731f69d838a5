"""A commitment's form as PDF: one table on A4, and the same blocks for the whole plan's book."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count, groupby

from db.snapshot import CommitmentDossier
from exports.anchors import Anchor
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.cells import RULED, Cell, GridRow, head_row, label_cell, text_cell
from exports.commitment import commitment_content, form_notices
from exports.document import Document
from exports.form_parts import CommitmentContent, Entry, FormPart, Heading, Table
from exports.grid import Grid
from exports.layout import PORTRAIT, Foot, Part, draw_pages, lay_out
from exports.pen import Properties
from exports.safe import widest_word
from exports.styles import (
    CELL,
    CELL_CENTER,
    CELL_HEAD,
    CELL_STRONG,
    DEEP_SHADE,
    FORM_NUMBER,
    FORM_TITLE,
    FORM_TITLE_CENTER,
    SHADE,
)

# The labels' part of the width, and what a group's label and the one beside it take at least.
_LABELS = 0.34 * PORTRAIT.inner_width
_GROUP = 62.0
_BESIDE = 86.0

Anchors = Callable[[str], Anchor]


def render_commitment(dossier: CommitmentDossier, language: str) -> Document:
    """Return a commitment's form; the file holds nothing that its pages do not say."""
    content = commitment_content(dossier, language)
    part = Part(list(commitment_blocks(content, "commitment", 0)), PORTRAIT, Foot(content.foot))
    title = " – ".join(text for text in (content.foot, content.title) if text)
    author = dossier.plan.organiser
    drawn = draw_pages(lay_out([part]), Properties(title, author, language))
    return archive_pdf(drawn, Printed("commitment", language, content), form_notices([dossier]))


def commitment_blocks(content: CommitmentContent, key: str, level: int) -> Iterator[Block]:
    """Return a form's blocks; `key` and `level` are for the bookmark that leads to it."""
    name = " – ".join(filter(None, (content.number, content.title)))
    anchor = Anchor(key, name, level, folded=level > 0)
    if content.number:
        yield Text(content.number, FORM_NUMBER, keep=True, anchor=anchor)
        yield Text(content.title, FORM_TITLE_CENTER, after=8, keep=True, tag=anchor.heading)
    else:
        yield Text(content.title, FORM_TITLE, after=8, keep=True, anchor=anchor)
    anchors = _anchors(key, level + 1)
    for is_table, parts in groupby(content.parts, lambda part: isinstance(part, Table)):
        run = list(parts)
        if is_table:
            yield from (_table(part, anchors) for part in run if isinstance(part, Table))
        else:
            yield from _entries(run, anchors, followed=run[-1] is not content.parts[-1])


def _anchors(key: str, level: int) -> Anchors:
    """Return what makes the anchors of a form's sections, from their titles."""
    numbers = count()
    return lambda title: Anchor(f"{key}-section-{next(numbers)}", title, level)


def _entries(parts: Sequence[FormPart], anchors: Anchors, *, followed: bool) -> Iterator[Block]:
    """Return the table of some entries; a heading at its end stays with what follows."""
    end = len(parts) - 1 if followed and isinstance(parts[-1], Heading) else len(parts)
    entries, last = parts[:end], parts[end:]
    if entries:
        yield Grid(_widths(entries), list(_rows(entries, anchors)))
    if last:
        yield Grid(_widths(last), list(_rows(last, anchors)), keep=True)


def _widths(parts: Sequence[FormPart]) -> tuple[float, float, float]:
    """Return the widths of groups, labels and texts, in which no word of a label is broken."""
    grouped = [part for part in parts if isinstance(part, Entry) and part.group]
    group = max([_GROUP, *(_room(part.group) for part in grouped)])
    label = max([_LABELS - group, _BESIDE, *(_room(part.label) for part in grouped)])
    return group, label, PORTRAIT.inner_width - group - label


def _room(text: str) -> float:
    return widest_word(text, CELL_STRONG.font) * CELL_STRONG.size + 2 * RULED.across + 1


def _rows(parts: Sequence[FormPart], anchors: Anchors) -> Iterator[GridRow]:
    """Return the rows of entries and headings; those of a group share its label and a page."""
    groups = [part.group if isinstance(part, Entry) else "" for part in parts]
    for number, part in enumerate(parts):
        if isinstance(part, Heading):
            head = label_cell(part.text, CELL_HEAD, span=3, shade=DEEP_SHADE)
            yield GridRow((head,), keep=True, anchor=anchors(part.text))
        elif isinstance(part, Entry):
            row = _entry_row(part, joined=bool(part.group) and [part.group] == groups[:number][-1:])
            row.keep = bool(part.group) and [part.group] == groups[number + 1 : number + 2]
            yield row


def _entry_row(entry: Entry, *, joined: bool) -> GridRow:
    if entry.wide:
        return _wide_row(entry)
    if not entry.group:
        label = label_cell(entry.label, CELL_STRONG, span=2, shade=SHADE)
        return GridRow((label, text_cell(entry.text)))
    group = label_cell("" if joined else entry.group, CELL_STRONG, shade=SHADE, joined=joined)
    label = label_cell(entry.label, CELL_STRONG, shade=SHADE)
    return GridRow((group, label, text_cell(entry.text)))


def _wide_row(entry: Entry) -> GridRow:
    """Return a row over the whole width, its label above the text."""
    texts = [Text(entry.text, CELL_CENTER)]
    if entry.label:
        texts.insert(0, Text(entry.label, CELL_HEAD, after=2))
    return GridRow((Cell(tuple(texts), span=3),))


def _table(table: Table, anchors: Anchors) -> Grid:
    head = head_row(table.heads, CELL_HEAD, SHADE)
    heads = [head]
    if table.title:
        title = text_cell(table.title, CELL_HEAD, span=len(table.heads), shade=DEEP_SHADE)
        heads.insert(0, GridRow((title,)))
    heads[0].anchor = anchors(table.title or table.heads[0])
    rows = [GridRow(tuple(text_cell(text, CELL) for text in row)) for row in table.rows]
    return Grid(table.widths, rows, heads=heads)

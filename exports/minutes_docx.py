"""The minutes of a meeting as a Word document that people go on editing.

It says what the PDF says (exports.minutes) in real styles and numbered lists.
"""

# python-docx types its elements only in part.
# pyright: reportUnknownMemberType=false

import io
from datetime import datetime
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Cm, Pt, Twips
from docx.text.paragraph import Paragraph

from db.records import Minutes
from db.snapshot import MeetingDossier
from exports.document import Document, Notice
from exports.docx_parts import (
    Numbering,
    Outline,
    add_rule_below,
    add_table,
    keep_row_together,
    list_indent,
    set_language,
    write_foot,
)
from exports.docx_styles import set_styles
from exports.frozen_minutes import read_frozen
from exports.minutes import minutes_content
from exports.minutes_parts import Edition, MinutesContent, Signer, Summary
from exports.office_zip import repack
from exports.pictures import Picture, read_logo
from exports.public import public_minutes

_LABEL_WIDTH = Cm(4)
_MARGIN = Cm(2.5)
_LOGO = Cm(2.6)
_NAME = Cm(10.8)
_PICTURE = Cm(2)
_FIRST_DAY = datetime(1980, 1, 1)


def render_minutes(dossier: MeetingDossier, language: str, public: bool = False) -> Document:
    """Return the minutes of a meeting as DOCX; the same records give the same bytes."""
    if public:
        made = public_minutes(dossier, language)
        return _render(made.content, language, notices=made.notices)
    return _render(minutes_content(dossier, language), language)


def render_frozen(minutes: Minutes, language: str, public: bool = False) -> Document:
    """Return a frozen version as DOCX; ExportError when it can't be read."""
    content, edition = read_frozen(minutes, language, public)
    return _render(content, language, edition)


def _render(
    content: MinutesContent,
    language: str,
    edition: Edition | None = None,
    notices: tuple[Notice, ...] = (),
) -> Document:
    logo, bad_logo = read_logo(content.logo)
    paper = _Paper(content, language, edition or Edition("", "", ""), logo)
    return Document(paper.render(), (*notices, *bad_logo))


class _Paper:
    """One document while it is written, from the letterhead to the appendix."""

    def __init__(
        self, content: MinutesContent, language: str, edition: Edition, logo: Picture | None
    ) -> None:
        self._content = content
        self._edition = edition
        self._logo = logo
        self._docx: WordDocument = docx.Document()
        set_styles(self._docx)
        set_language(self._docx, language)
        self._numbering = Numbering(self._docx)

    def render(self) -> bytes:
        self._set_page()
        self._write_heads()
        write = {
            "held": self._write_held,
            "chair": self._write_chair,
            "attendance": self._write_people,
            "discussion": self._write_points,
            "confirmations": self._write_letters,
            "follow_ups": self._write_tasks,
        }
        for name in self._content.sections:
            write[name]()
        if self._content.signers:
            self._write_signatures()
        for summary in self._content.summaries:
            self._write_summary(summary)
        self._write_fingerprint()
        return _pack(self._docx, self._content.title)

    def _set_page(self) -> None:
        section = self._docx.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = _MARGIN
        section.top_margin = section.bottom_margin = Cm(2.2)
        self._write_foot(section)

    def _write_foot(self, section: Section) -> None:
        content = self._content
        named, note = (content.draft, content.foot), (content.public, self._edition.label)
        write_foot(section, _joined(*named), _joined(*note))

    def _write_heads(self) -> None:
        content = self._content
        if content.letterhead or self._logo:
            self._write_letterhead()
        self._docx.add_paragraph(content.title, "Title")
        for text in (content.subtitle, content.topic):
            if text:
                self._center(text, "Subtitle")
        for text in (content.public, self._edition.correction):
            if text:
                self._center(text, "Normal").runs[0].italic = True

    def _write_letterhead(self) -> None:
        """The name in the page's middle; beside a picture it needs a table for that."""
        if self._logo is None:
            head = self._center(self._content.letterhead, "Header")
            head.runs[0].bold = True
            add_rule_below(head)
            return
        table = self._docx.add_table(rows=1, cols=3)
        table.autofit = False
        for cell, column, width in zip(
            table.rows[0].cells, table.columns, (_LOGO, _NAME, _LOGO), strict=True
        ):
            column.width = cell.width = width
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        picture, name, _ = table.rows[0].cells
        tall = self._logo.height >= self._logo.width
        size = {"height": _PICTURE} if tall else {"width": _PICTURE}
        picture.paragraphs[0].add_run().add_picture(io.BytesIO(self._logo.png), **size)
        name.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        name.paragraphs[0].add_run(self._content.letterhead).bold = True
        add_rule_below(self._docx.add_paragraph())

    def _write_held(self) -> None:
        held = self._content.held
        self._heading(held.number, held.heading)
        for fact in held.facts:
            self._fact(fact.label, fact.text)

    def _write_chair(self) -> None:
        chair = self._content.chair
        self._heading(chair.number, f"{chair.label} : ").add_run(chair.text).bold = False

    def _write_people(self) -> None:
        attendance = self._content.attendance
        self._heading(attendance.number, attendance.heading)
        self._list(attendance.lines)
        if self._content.excused.lines:
            self._docx.add_paragraph(self._content.excused.heading).runs[0].bold = True
            self._list(self._content.excused.lines)

    def _write_points(self) -> None:
        section = self._content.discussion
        self._heading(section.number, section.heading)
        outline = Outline(self._numbering)
        for point in section.points:
            paragraph = self._docx.add_paragraph(point.text, "List Number")
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            outline.apply(paragraph, point.depth, point.number)
            for note in point.notes:
                self._note(note, paragraph, point.depth)
        if section.left_out:
            self._docx.add_paragraph(section.left_out).runs[0].italic = True

    def _write_letters(self) -> None:
        section = self._content.confirmations
        if not section.lines:
            return
        self._heading(section.number, section.heading)
        self._docx.add_paragraph(section.sum)
        rows = [(line.commitment, line.body, line.letter, line.answer) for line in section.lines]
        add_table(self._docx, section.columns, rows, (Cm(4.8), Cm(4.2), Cm(3.8), Cm(3.2)))

    def _write_tasks(self) -> None:
        tasks = self._content.follow_ups
        if not tasks.lines:
            return
        self._heading(tasks.number, tasks.heading)
        rows = [(line.number, line.text, line.owner, line.due) for line in tasks.lines]
        add_table(self._docx, tasks.columns, rows, (Cm(1.1), Cm(8.4), Cm(3.7), Cm(2.8)))

    def _write_signatures(self) -> None:
        signers = self._content.signers
        self._docx.add_paragraph()
        table = self._docx.add_table(rows=1, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for cell, signer in zip(table.rows[0].cells[-len(signers) :], signers, strict=False):
            _write_signer(cell, signer)
        # A name alone on the next page signs nothing.
        keep_row_together(table.rows[0])

    def _write_summary(self, summary: Summary) -> None:
        section = self._docx.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        self._write_foot(section)
        self._docx.add_paragraph(summary.heading, "Heading 1")
        for fact in (summary.action, summary.problem):
            self._docx.add_paragraph(f"{fact.label} : ").runs[0].bold = True
            self._docx.paragraphs[-1].add_run(fact.text)
        heads = tuple(fact.label for fact in summary.columns)
        add_table(self._docx, heads, [tuple(fact.text for fact in summary.columns)], (Cm(4.9),) * 5)

    def _write_fingerprint(self) -> None:
        """A page's foot in Word is its section's, so the last word stands in the text."""
        if self._edition.fingerprint:
            words = _joined(self._edition.label, self._edition.fingerprint)
            last = self._docx.add_paragraph(words, "Footer")
            last.paragraph_format.space_before = Pt(14)

    def _note(self, text: str, above: Paragraph, depth: int) -> None:
        """Write a note below a point, in line with its text; both stay on one page."""
        above.paragraph_format.keep_with_next = True
        above.paragraph_format.space_after = Pt(0)
        note = self._docx.add_paragraph(text, "List Continue")
        note.paragraph_format.left_indent = Twips(list_indent(depth))

    def _heading(self, number: str, text: str) -> Paragraph:
        return self._docx.add_paragraph(f"{number} {text}", "Heading 1")

    def _fact(self, label: str, text: str) -> None:
        paragraph = self._docx.add_paragraph(f"{label}\t: {text}")
        layout = paragraph.paragraph_format
        layout.tab_stops.add_tab_stop(_LABEL_WIDTH)
        layout.left_indent = _LABEL_WIDTH + Cm(0.3)
        layout.first_line_indent = -(_LABEL_WIDTH + Cm(0.3)) + Cm(0.7)

    def _list(self, lines: tuple[str, ...]) -> None:
        list_id = self._numbering.new_list()
        for line in lines:
            self._numbering.apply(self._docx.add_paragraph(line, "List Number"), list_id)

    def _center(self, text: str, style: str) -> Paragraph:
        paragraph = self._docx.add_paragraph(text, style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _write_signer(cell: Any, signer: Signer) -> None:
    lines = [signer.role, "", "", "", signer.name, *signer.lines]
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = line == signer.name
        paragraph.paragraph_format.keep_with_next = True


def _pack(document: WordDocument, title: str) -> bytes:
    """Save without the moment of saving, which neither file nor property may carry."""
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = _FIRST_DAY
    saved = io.BytesIO()
    document.save(saved)
    return repack(saved)

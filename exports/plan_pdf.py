"""Action plans as one book: cover, contents, chapters, commitments, matrices."""

from collections.abc import Iterator, Sequence

from db.snapshot import PlanDossier
from exports.anchors import Anchor
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, DoubleRule, Gap, Text
from exports.canvas_pdf import commitment_blocks
from exports.commitment import form_notices
from exports.contents import contents_pages
from exports.document import Document
from exports.layout import LANDSCAPE, PORTRAIT, Foot, Page, Part, draw_pages, lay_out
from exports.matrix_pdf import matrix_blocks
from exports.pen import Properties
from exports.plan import BookContent, PlanPart, book_content
from exports.styles import (
    CHAPTER,
    CHAPTER_TEXT,
    COVER_LINE,
    COVER_TITLE,
    LETTERHEAD,
    PLAIN,
)
from exports.tags import heading_tag


def render_plan(plans: Sequence[PlanDossier], language: str) -> Document:
    """Return the book of one plan, or of several as its parts, each with its own numbering."""
    content = book_content(plans, language)
    cover = lay_out([Part(list(_cover(content)))])
    body = lay_out([part for n, plan in enumerate(content.parts, 1) for part in _parts(plan, n)])
    foot = Foot(" · ".join(dict.fromkeys(part.foot for part in content.parts)))
    contents = contents_pages(content.contents_heading, foot, body, len(cover))
    pages: list[Page] = [*cover, *contents, *body]
    title = "; ".join(part.title for part in content.parts)
    author = "; ".join(dict.fromkeys(part.organiser for part in content.parts if part.organiser))
    drawn = draw_pages(pages, Properties(title, author, language))
    notices = form_notices(dossier for plan in plans for dossier in plan.commitments)
    return archive_pdf(drawn, Printed("plan", language, content), notices)


def render_matrices(plan: PlanDossier, language: str) -> Document:
    """Return the matrices of a plan alone, as the book's appendix prints them."""
    content = book_content([plan], language)
    part = content.parts[0]
    blocks = [
        list(matrix_blocks(m, Anchor(f"m-{n}", m.entry))) for n, m in enumerate(part.matrices)
    ]
    parts = [Part(found, LANDSCAPE, Foot(part.foot)) for found in blocks]
    empty = Part([Text(part.note or part.title, PLAIN)], LANDSCAPE, Foot(part.foot))
    drawn = draw_pages(lay_out(parts or [empty]), Properties(part.title, part.organiser, language))
    return archive_pdf(drawn, Printed("matrix", language, content))


def _cover(content: BookContent) -> Iterator[Block]:
    organisers = dict.fromkeys(part.organiser for part in content.parts if part.organiser)
    for organiser in organisers:
        yield Text(organiser, LETTERHEAD)
    if organisers:
        yield DoubleRule()
    yield Gap(150 if len(content.parts) == 1 else 90)
    for part in content.parts:
        yield Text(part.title, COVER_TITLE, before=40, tag=heading_tag(0))
        yield Text(part.period, COVER_LINE, before=12)


def _parts(plan: PlanPart, number: int) -> Iterator[Part]:
    foot = Foot(plan.foot)
    level = 1 if plan.part else 0
    key = f"plan-{number}"
    if plan.part:
        yield Part(list(_divider(plan, key)), PORTRAIT, foot)
    if plan.chapters:
        yield Part(list(_chapters(plan, key, level)), PORTRAIT, foot)
    if plan.note:
        yield Part([Text(plan.note, PLAIN)], PORTRAIT, foot)
    for place, commitment in enumerate(plan.commitments):
        heading = Anchor(f"{key}-commitments", plan.commitments_heading, level)
        first = [] if place else [_heading(heading)]
        blocks = commitment_blocks(commitment, f"{key}-commitment-{place}", level + 1)
        yield Part([*first, *blocks], PORTRAIT, Foot(commitment.foot))
    for place, matrix in enumerate(plan.matrices):
        heading = Anchor(f"{key}-appendix", plan.appendix_heading, level)
        first = [] if place else [_heading(heading)]
        anchor = Anchor(f"{key}-matrix-{place}", matrix.entry, level + 1)
        yield Part([*first, *matrix_blocks(matrix, anchor)], LANDSCAPE, Foot(matrix.foot))


def _divider(plan: PlanPart, key: str) -> Iterator[Block]:
    yield Gap(200)
    anchor = Anchor(key, f"{plan.part}: {plan.title}")
    yield Text(plan.part, COVER_LINE, anchor=anchor)
    yield Text(plan.title, COVER_TITLE, before=12, tag=anchor.heading)
    yield Text(plan.period, COVER_LINE, before=12)
    yield Text(plan.organiser, COVER_LINE, before=4)


def _chapters(plan: PlanPart, key: str, level: int) -> Iterator[Block]:
    for number, chapter in enumerate(plan.chapters):
        if chapter.title:
            yield _heading(Anchor(f"{key}-chapter-{number}", chapter.title, level))
        yield Text(chapter.text, CHAPTER_TEXT, before=0 if chapter.title else 12)


def _heading(anchor: Anchor) -> Block:
    return Text(anchor.title, CHAPTER, before=22, after=8, keep=True, anchor=anchor)

"""The minutes of a meeting as PDF: A4, with a landscape appendix for each commitment."""

from collections.abc import Callable, Iterator

from db.records import Minutes
from db.snapshot import MeetingDossier
from exports.anchors import Anchor
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.cells import OPEN, GridRow, head_row, text_cell
from exports.document import Document, Notice
from exports.frozen_minutes import read_frozen
from exports.grid import Grid
from exports.layout import LANDSCAPE, PORTRAIT, Foot, Page, Part, draw_pages, lay_out
from exports.letterhead import letterhead
from exports.minutes import minutes_content
from exports.minutes_parts import (
    Edition,
    Fact,
    LetterSection,
    ListSection,
    MinutesContent,
    PointLine,
    PointSection,
    Summary,
    TaskSection,
)
from exports.pen import Properties
from exports.pictures import Picture, read_logo
from exports.public import public_minutes
from exports.signatures import Signatures
from exports.styles import (
    BODY,
    CELL_CENTER,
    CELL_HEAD,
    HEADING,
    LABEL,
    NOTE,
    NOTE_CENTER,
    PLAIN,
    SHADE,
    SUBTITLE,
    TITLE,
    Style,
)
from exports.tags import Nesting, heading_tag
from resources.words import Words

_STEP = 22.0
_DEEPEST = 6
_POINT_GAP = 4.5
# Number, label, colon and text, aligned through all sections.
_FACT = (_STEP, 108, 12, PORTRAIT.inner_width - _STEP - 108 - 12)
_TASK = (7, 46, 25, 22)
_LETTER = (29, 26, 25, 20)
_SUMMARY = (20, 20, 24, 17, 19)


def render_minutes(dossier: MeetingDossier, language: str, public: bool = False) -> Document:
    """Return the minutes of a meeting as its records are now.

    The file holds nothing that its pages do not say. The public version says in its notices
    what it left out because it might name a person.
    """
    if public:
        made = public_minutes(dossier, language)
        return _render(made.content, language, notices=made.notices)
    return _render(minutes_content(dossier, language), language)


def render_frozen(minutes: Minutes, language: str, public: bool = False) -> Document:
    """Return a frozen version of minutes, the same bytes whenever it is printed.

    Raises ExportError when it can't be read, or is not what was frozen.
    """
    content, edition = read_frozen(minutes, language, public)
    return _render(content, language, edition)


def _render(
    content: MinutesContent,
    language: str,
    edition: Edition | None = None,
    notices: tuple[Notice, ...] = (),
) -> Document:
    logo, bad_logo = read_logo(content.logo, Words(language)("papers.logo"))
    title = " – ".join(part for part in (content.title, content.foot) if part)
    properties = Properties(title, content.letterhead, language)
    drawn = draw_pages(lay_out_minutes(content, logo, edition), properties)
    printed = Printed("minutes", language, content, edition)
    return archive_pdf(drawn, printed, (*notices, *bad_logo))


def lay_out_minutes(
    content: MinutesContent, logo: Picture | None, edition: Edition | None = None
) -> list[Page]:
    """Return the pages of minutes, not drawn yet; a point is the `source` of its block."""
    foot = _foot(content, edition)
    parts = [Part(list(_minutes(content, logo, edition)), PORTRAIT, foot)]
    parts += [
        Part(list(_summary(summary, f"summary-{number}")), LANDSCAPE, foot)
        for number, summary in enumerate(content.summaries, 1)
    ]
    return lay_out(parts)


def _foot(content: MinutesContent, edition: Edition | None) -> Foot:
    labels = (content.public, edition.label if edition else "")
    note = " · ".join(label for label in labels if label)
    return Foot(content.foot, content.draft, note, edition.fingerprint if edition else "")


def _minutes(
    content: MinutesContent, logo: Picture | None, edition: Edition | None
) -> Iterator[Block]:
    yield from letterhead(content.letterhead, logo)
    yield Text(content.title, TITLE, anchor=Anchor("minutes", content.title), after=4)
    for line in (content.subtitle, content.topic):
        yield Text(line, SUBTITLE, after=2)
    for line in (content.public, edition.correction if edition else ""):
        if line:
            yield Text(line, NOTE_CENTER, before=4)
    for name in content.sections:
        yield from _SECTIONS[name](content)
    if content.signers:
        yield Signatures(content.signers)


def _held(content: MinutesContent) -> Iterator[Block]:
    yield _section(content.held.number, content.held.heading, before=16)
    yield _facts(content.held.facts)


def _chair(content: MinutesContent) -> Iterator[Block]:
    yield _section_fact(content.chair)


def _attendance(content: MinutesContent) -> Iterator[Block]:
    yield from _list(content.attendance)
    yield from _list(content.excused)


def _discussion(content: MinutesContent) -> Iterator[Block]:
    section: PointSection = content.discussion
    yield _section(section.number, section.heading)
    lists = Nesting()
    for point in section.points:
        yield from _point(point, lists)
    if section.left_out:
        yield Text(section.left_out, NOTE, indent=_STEP, before=2)


def _confirmations(content: MinutesContent) -> Iterator[Block]:
    section: LetterSection = content.confirmations
    if not section.lines:
        return
    yield _section(section.number, section.heading)
    yield Text(section.sum, PLAIN, indent=_STEP, after=2, keep=True)
    head = head_row(section.columns, CELL_HEAD, SHADE)
    rows = [
        GridRow(
            (
                text_cell(line.commitment, joined=not line.commitment),
                *(text_cell(text) for text in (line.body, line.letter, line.answer)),
            )
        )
        for line in section.lines
    ]
    yield Grid(_LETTER, rows, heads=[head], before=3)


def _follow_ups(content: MinutesContent) -> Iterator[Block]:
    yield from _tasks(content.follow_ups)


_SECTIONS: dict[str, Callable[[MinutesContent], Iterator[Block]]] = {
    "held": _held,
    "chair": _chair,
    "attendance": _attendance,
    "discussion": _discussion,
    "confirmations": _confirmations,
    "follow_ups": _follow_ups,
}


def _section(number: str, heading: str, before: float = 12, colon: str = "") -> Block:
    anchor = Anchor(f"section-{number}", f"{number} {heading}", 1) if number else None
    return Text(
        heading + colon,
        HEADING,
        marker=number,
        hang=_STEP,
        before=before,
        after=3,
        keep=True,
        anchor=anchor,
        tag=anchor.heading if anchor else heading_tag(2),
    )


def _section_fact(fact: Fact) -> Block:
    """Return a section whose text stands beside its heading, in line with the facts."""
    anchor = Anchor(f"section-{fact.number}", f"{fact.number} {fact.label}", 1)
    return Grid(_FACT, [_fact_row(fact, LABEL)], setting=OPEN, before=10, anchor=anchor)


def _facts(facts: tuple[Fact, ...]) -> Block:
    return Grid(_FACT, [_fact_row(fact, PLAIN) for fact in facts], setting=OPEN)


def _fact_row(fact: Fact, style: Style) -> GridRow:
    texts = (text_cell(fact.number, style), text_cell(fact.label, style))
    return GridRow((*texts, text_cell(":", PLAIN), text_cell(fact.text, PLAIN)))


def _list(section: ListSection) -> Iterator[Block]:
    if not section.lines and not section.number:
        return
    before = 12 if section.number else 6
    yield _section(section.number, section.heading, before, colon=" :")
    lists = Nesting()
    for number, line in enumerate(section.lines, 1):
        marker = f"{number}."
        tag = lists.item(0, marker)
        yield Text(line, PLAIN, marker=marker, indent=_STEP, hang=_STEP, after=1.5, tag=tag)


def _point(point: PointLine, lists: Nesting) -> Iterator[Block]:
    depth = min(point.depth, _DEEPEST)
    indent = _STEP * (1 + depth)
    tag = lists.item(depth, point.number)
    said = Text(
        point.text,
        BODY,
        marker=point.number,
        indent=indent,
        hang=_STEP,
        after=1 if point.notes else _POINT_GAP,
        keep=bool(point.notes),
        tag=tag,
    )
    said.source = point
    yield said
    for more, note in zip(range(len(point.notes) - 1, -1, -1), point.notes, strict=True):
        yield Text(note, NOTE, indent=indent + _STEP, after=0 if more else _POINT_GAP, tag=tag)


def _tasks(section: TaskSection) -> Iterator[Block]:
    if not section.lines:
        return
    yield _section(section.number, section.heading)
    head = head_row(section.columns, CELL_HEAD, SHADE)
    rows = [
        GridRow(
            (
                text_cell(line.number, CELL_CENTER),
                text_cell(line.text),
                text_cell(line.owner),
                text_cell(line.due),
            )
        )
        for line in section.lines
    ]
    yield Grid(_TASK, rows, heads=[head], before=3)


def _summary(summary: Summary, key: str) -> Iterator[Block]:
    title = f"{summary.heading}: {summary.action.text}"
    yield Text(summary.heading, TITLE, after=10, anchor=Anchor(key, title))
    label = 96
    shares = (label, 12, LANDSCAPE.inner_width - label - 12)
    for fact in (summary.action, summary.problem):
        cells = (text_cell(fact.label, LABEL), text_cell(":", PLAIN), text_cell(fact.text, PLAIN))
        yield Grid(shares, [GridRow(cells)], setting=OPEN, after=2)
    head = head_row((fact.label for fact in summary.columns), CELL_HEAD, SHADE)
    row = GridRow(tuple(text_cell(f.text or "-") for f in summary.columns))
    yield Grid(_SUMMARY, [row], heads=[head], before=12)

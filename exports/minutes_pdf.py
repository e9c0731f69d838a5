"""The minutes of a meeting as PDF: A4, with a landscape appendix for each commitment."""

from collections.abc import Iterator

from db.snapshot import MeetingDossier
from exports.archive import Printed, archive_pdf
from exports.blocks import Anchor, Block, DoubleRule, Text
from exports.document import Document
from exports.grid import OPEN, Grid, GridRow, text_cell
from exports.layout import LANDSCAPE, PORTRAIT, Foot, Part, draw_pages, lay_out
from exports.minutes import (
    Fact,
    ListSection,
    MinutesContent,
    PointLine,
    Summary,
    TaskSection,
    minutes_content,
)
from exports.pen import Properties
from exports.signatures import Signatures
from exports.styles import (
    BODY,
    CELL_CENTER,
    CELL_HEAD,
    HEADING,
    LABEL,
    LETTERHEAD,
    NOTE,
    PLAIN,
    SHADE,
    SUBTITLE,
    TITLE,
    Style,
)

_STEP = 22.0
_DEEPEST = 6
_POINT_GAP = 4.5
# Number, label, colon and text, aligned through all sections.
_FACT = (_STEP, 108, 12, PORTRAIT.inner_width - _STEP - 108 - 12)
_TASK = (7, 46, 25, 22)
_SUMMARY = (20, 20, 24, 17, 19)


def render_minutes(dossier: MeetingDossier, language: str) -> Document:
    """Return the minutes of a meeting; the file holds nothing that its pages do not say."""
    content = minutes_content(dossier, language)
    foot = Foot(content.foot, content.draft)
    parts = [Part(list(_minutes(content)), PORTRAIT, foot)]
    parts += [
        Part(list(_summary(summary, f"summary-{number}")), LANDSCAPE, foot)
        for number, summary in enumerate(content.summaries, 1)
    ]
    title = " – ".join(part for part in (content.title, content.foot) if part)
    data = draw_pages(lay_out(parts), Properties(title, content.letterhead, language))
    return archive_pdf(data, Printed("minutes", language, content))


def _minutes(content: MinutesContent) -> Iterator[Block]:
    if content.letterhead:
        yield Text(content.letterhead, LETTERHEAD)
        yield DoubleRule()
    yield Text(content.title, TITLE, anchor=Anchor("minutes", content.title), after=4)
    for line in (content.subtitle, content.topic):
        yield Text(line, SUBTITLE, after=2)
    held = content.held
    yield _section(held.number, held.heading, before=16)
    yield _facts(held.facts)
    yield _section_fact(content.chair)
    yield from _list(content.attendance)
    yield from _list(content.excused)
    yield _section(content.discussion.number, content.discussion.heading)
    for point in content.discussion.points:
        yield from _point(point)
    yield from _tasks(content.follow_ups)
    yield Signatures(content.signers)


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
    )


def _section_fact(fact: Fact) -> Block:
    """Return a section whose text stands beside its heading, in line with the facts."""
    grid = Grid(_FACT, [_fact_row(fact, LABEL)], setting=OPEN, before=10)
    grid.anchor = Anchor(f"section-{fact.number}", f"{fact.number} {fact.label}", 1)
    return grid


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
    for number, line in enumerate(section.lines, 1):
        yield Text(line, PLAIN, marker=f"{number}.", indent=_STEP, hang=_STEP, after=1.5)


def _point(point: PointLine) -> Iterator[Block]:
    indent = _STEP * (1 + min(point.depth, _DEEPEST))
    yield Text(
        point.text,
        BODY,
        marker=point.number,
        indent=indent,
        hang=_STEP,
        after=1 if point.notes else _POINT_GAP,
        keep=bool(point.notes),
    )
    for more, note in zip(range(len(point.notes) - 1, -1, -1), point.notes, strict=True):
        yield Text(note, NOTE, indent=indent + _STEP, after=0 if more else _POINT_GAP)


def _tasks(section: TaskSection) -> Iterator[Block]:
    if not section.lines:
        return
    yield _section(section.number, section.heading)
    head = GridRow(tuple(text_cell(label, CELL_HEAD, shade=SHADE) for label in section.columns))
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
    head = GridRow(tuple(text_cell(f.label, CELL_HEAD, shade=SHADE) for f in summary.columns))
    row = GridRow(tuple(text_cell(f.text or "-") for f in summary.columns))
    yield Grid(_SUMMARY, [row], heads=[head], before=12)

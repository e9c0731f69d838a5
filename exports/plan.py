"""What the book of one or several action plans says, apart from what it is printed on."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.records import Plan
from db.rules import equal_runs, in_order
from db.snapshot import CommitmentDossier, PlanDossier
from exports.commitment import commitment_content, commitment_foot
from exports.form_parts import NOTHING, CommitmentContent
from exports.formats import format_month_period
from exports.matrix import MatrixColumn, head_lines, matrix_columns
from resources.words import Words

_MERGED_COLUMNS = 2


@dataclass(frozen=True)
class HeadText:
    """A line of a matrix's head block."""

    label: str
    text: str


@dataclass(frozen=True)
class MatrixCell:
    """A cell that stands over so many rows."""

    text: str
    rows: int = 1


@dataclass(frozen=True)
class MatrixContent:
    """A target matrix; a row holds the cells that begin in it, None where one from above goes on.

    Attributes:
        entry: how the table of contents names it.
    """

    entry: str
    title: str
    plan_title: str
    head: tuple[HeadText, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[MatrixCell | None, ...], ...]
    foot: str = ""


@dataclass(frozen=True)
class ChapterContent:
    """A chapter of a plan, as its authors wrote it."""

    title: str
    text: str


@dataclass(frozen=True)
class PlanPart:
    """One plan of the book; `part` names it where there are several."""

    part: str
    organiser: str
    title: str
    period: str
    chapters: tuple[ChapterContent, ...]
    commitments_heading: str
    commitments: tuple[CommitmentContent, ...]
    appendix_heading: str
    matrices: tuple[MatrixContent, ...]
    note: str
    foot: str


@dataclass(frozen=True)
class BookContent:
    """Everything that the book prints, in its order, but for page numbers."""

    contents_heading: str
    parts: tuple[PlanPart, ...]


def book_content(plans: Sequence[PlanDossier], language: str) -> BookContent:
    """Return what a book of plans says, each plan with its own numbering."""
    words = Words(language)
    several = len(plans) > 1
    parts = [
        _plan_part(dossier, words, words("papers.plan.part", number=n) if several else "")
        for n, dossier in enumerate(plans, 1)
    ]
    return BookContent(words("papers.plan.contents"), tuple(parts))


def _plan_part(dossier: PlanDossier, words: Words, part: str) -> PlanPart:
    plan = dossier.plan
    with_targets = [commitment for commitment in dossier.commitments if commitment.targets]
    matrices = tuple(matrix_content(commitment, words.language) for commitment in with_targets)
    return PlanPart(
        part=part,
        organiser=plan.organiser.upper(),
        title=plan.title,
        period=format_month_period(plan.start, plan.end, words.language),
        chapters=_chapters(plan),
        commitments_heading=words("papers.plan.commitments") if dossier.commitments else "",
        commitments=tuple(commitment_content(c, words.language) for c in dossier.commitments),
        appendix_heading=words("papers.plan.appendix") if matrices else "",
        matrices=matrices,
        note="" if dossier.commitments else words("papers.plan.no_commitments"),
        foot=plan.short_title or plan.title,
    )


def _chapters(plan: Plan) -> tuple[ChapterContent, ...]:
    filled = (chapter for chapter in plan.chapters if chapter.title or chapter.text)
    return tuple(ChapterContent(chapter.title, chapter.text) for chapter in filled)


def matrix_content(dossier: CommitmentDossier, language: str) -> MatrixContent:
    """Return what a commitment's target matrix says."""
    columns = matrix_columns(dossier, language)
    head = [HeadText(line.label, line.text or NOTHING) for line in head_lines(dossier, language)]
    return MatrixContent(
        entry=_entry(dossier),
        title=Words(language)("documents.matrix.title"),
        plan_title=dossier.plan.title,
        head=tuple(head),
        columns=tuple(column.label for column in columns),
        rows=_matrix_rows(dossier, columns),
        foot=commitment_foot(dossier, language),
    )


def _entry(dossier: CommitmentDossier) -> str:
    number, title = dossier.commitment.number, dossier.commitment.title
    return title if number is None else f"{number}. {title}"


def _matrix_rows(
    dossier: CommitmentDossier, columns: Sequence[MatrixColumn]
) -> tuple[tuple[MatrixCell | None, ...], ...]:
    targets = in_order(dossier.targets)
    by_column = [
        _column_cells([column.text(target) for target in targets], merge=place < _MERGED_COLUMNS)
        for place, column in enumerate(columns)
    ]
    return tuple(zip(*by_column, strict=True))


def _column_cells(texts: Sequence[str], *, merge: bool) -> list[MatrixCell | None]:
    runs = equal_runs(texts) if merge else [(row, 1) for row in range(len(texts))]
    cells: list[MatrixCell | None] = [None] * len(texts)
    for first, count in runs:
        cells[first] = MatrixCell(texts[first], count)
    return cells

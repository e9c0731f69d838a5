"""Minutes as they would be printed now, page by page, for who looks on while they are written.

It is not a file: nothing is attached or archived, and a page is drawn when it is looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.records import Minutes
from db.snapshot import MeetingDossier
from exports.frozen_minutes import read_frozen
from exports.layout import Page, draw_page
from exports.minutes import minutes_content, printed_ids
from exports.minutes_parts import Edition, MinutesContent
from exports.minutes_pdf import lay_out_minutes
from exports.pen import Pen, Properties
from exports.pictures import Picture, read_logo
from exports.strokes import Stroke, Strokes


@dataclass(frozen=True)
class Place:
    """Where something stands: on a page (from 0), and there from top to bottom, in points."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True)
class Proof:
    """Minutes laid out on pages that are not drawn yet.

    Attributes:
        places: where each point stands, by its id; several where it goes over pages.
    """

    pages: Sequence[Page]
    language: str
    places: Mapping[str, Sequence[Place]]

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Each page's width and height in points."""
        return tuple((page.form.width, page.form.height) for page in self.pages)

    def draw(self, index: int) -> bytes:
        """Return one page (from 0) as a PDF."""
        pen, form = Pen(Properties("", "", self.language)), self.pages[index].form
        pen.start_page(form.width, form.height)
        draw_page(pen, self.pages, index)
        return pen.finish()

    def strokes(self, index: int) -> tuple[Stroke, ...]:
        """Return what is drawn on a page: a page with equal ones looks the same."""
        pen = Strokes()
        draw_page(pen, self.pages, index)
        return tuple(pen.made)


class Proofs:
    """Lays out one state of minutes after the other, quickly, because most of them stays."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._logo: tuple[str, Picture | None] = ("", None)

    def lay_out(self, dossier: MeetingDossier, frozen: Minutes | None = None) -> Proof:
        """Return the minutes of a meeting as its records are now.

        With `frozen` they are that version, which says what the records say.
        Raises ExportError when it can't be read.
        """
        if frozen is None:
            content, edition = minutes_content(dossier, self._language), None
        else:
            content, edition = read_frozen(frozen, self._language, public=False)
        return self._lay_out(content, edition, printed_ids(dossier.points))

    def _lay_out(
        self, content: MinutesContent, edition: Edition | None, ids: Sequence[str]
    ) -> Proof:
        pages = lay_out_minutes(content, self._picture(content.logo), edition)
        # Two points may say the same; which of them it is tells the object, not its words.
        names = {id(p): key for p, key in zip(content.discussion.points, ids, strict=False)}
        places: dict[str, list[Place]] = {}
        for source, place in _sources(pages):
            if (key := names.get(id(source))) is not None:
                places.setdefault(key, []).append(place)
        return Proof(pages, self._language, places)

    def _picture(self, logo: str) -> Picture | None:
        if self._logo[0] != logo:
            self._logo = (logo, read_logo(logo)[0])
        return self._logo[1]


def _sources(pages: Sequence[Page]) -> Iterator[tuple[object, Place]]:
    """Give what stands where, for all that tells what it is made of."""
    for index, page in enumerate(pages):
        for block, top in page.placed:
            if block.source is not None:
                bottom = top + block.height(page.form.inner_width)
                yield block.source, Place(index, top, bottom)

"""Writing a paper's logical structure into its PDF (PDF 1.7, 14.7)."""

from typing import Any, cast

from exports.structure import Area, Element, Piece, Structure
from exports.tags import Tag

_OWNERS = {"L": "List", "TH": "Table", "TD": "Table", "Figure": "Layout"}


def write_structure(pdf: Any, structure: Structure) -> None:
    """Give an open PDF the tree of its elements, and let pages, links and bookmarks know it."""
    import pikepdf

    writer = _Writer(pdf)
    root = writer.write(structure)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    _point_bookmarks(pdf, [writer.made.get(structure.find(tag)) for tag in structure.bookmarks])


class _Writer:
    """Makes the elements as objects of a PDF, which are found again from what was drawn.

    The parent tree's first keys are the pages; those of areas that can be clicked come behind.

    Attributes:
        made: the object of each element.
    """

    def __init__(self, pdf: Any) -> None:
        self.made: dict[Element | None, Any] = {}
        self._pdf = pdf
        self._pages: list[Any] = [page.obj for page in pdf.pages]
        self._pieces: list[list[Any]] = [[] for _ in self._pages]
        self._areas: list[Any] = []

    def write(self, structure: Structure) -> Any:
        """Return the root of the tree that was made."""
        import pikepdf

        root = self._pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        for element in structure.walk():
            self.made[element] = self._pdf.make_indirect(_described(element.tag))
        for element in structure.walk():
            self._fill(element)
        document = self.made[structure.root]
        document.P, root.K = root, document
        root.ParentTree = self._parent_tree()
        root.ParentTreeNextKey = len(self._pages) + len(self._areas)
        return root

    def _fill(self, element: Element) -> None:
        """Let an element's object know what it holds, and all that know it."""
        import pikepdf

        made = self.made[element]
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if page is not None:
            made["/Pg"] = self._pages[page]
        kids = [self._kid(kid, made, page) for kid in element.kids]
        if kids:
            made["/K"] = kids[0] if len(kids) == 1 else pikepdf.Array(kids)

    def _kid(self, kid: Element | Piece | Area, parent: Any, page: int | None) -> Any:
        if isinstance(kid, Element):
            made = self.made[kid]
            made["/P"] = parent
            return made
        if isinstance(kid, Area):
            return self._area(kid, parent)
        # The numbers of a page's pieces follow the drawing, and this the reading.
        pieces = self._pieces[kid.page]
        pieces += [None] * (kid.number + 1 - len(pieces))
        pieces[kid.number] = parent
        return kid.number if kid.page == page else self._elsewhere(kid)

    def _elsewhere(self, piece: Piece) -> Any:
        import pikepdf

        return pikepdf.Dictionary(
            Type=pikepdf.Name.MCR, Pg=self._pages[piece.page], MCID=piece.number
        )

    def _area(self, area: Area, parent: Any) -> Any:
        import pikepdf

        page = self._pages[area.page]
        annotation = page.Annots[area.number]
        annotation.StructParent = len(self._pages) + len(self._areas)
        page.Tabs = pikepdf.Name.S
        self._areas.append(parent)
        return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Pg=page, Obj=annotation)

    def _parent_tree(self) -> Any:
        import pikepdf

        numbers: list[Any] = []
        for key, (page, pieces) in enumerate(zip(self._pages, self._pieces, strict=True)):
            if pieces:
                page.StructParents = key
                numbers += [key, self._pdf.make_indirect(pikepdf.Array(pieces))]
        for key, parent in enumerate(self._areas, len(self._pages)):
            numbers += [key, parent]
        return self._pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))


def _described(tag: Tag) -> Any:
    """Return what an element says of itself."""
    import pikepdf

    said: dict[str, Any] = {
        "/Type": pikepdf.Name.StructElem,
        "/S": pikepdf.Name(f"/{tag.role}"),
    }
    if tag.alt:
        said["/Alt"] = tag.alt
    if tag.attributes:
        values = {f"/{key}": _value(value) for key, value in tag.attributes.items()}
        owner = pikepdf.Name(f"/{_OWNERS[tag.role]}")
        said["/A"] = pikepdf.Dictionary({"/O": owner, **values})
    return pikepdf.Dictionary(said)


def _value(value: object) -> Any:
    import pikepdf

    if isinstance(value, tuple):
        return pikepdf.Array([round(number, 2) for number in cast(tuple[float, ...], value)])
    return pikepdf.Name(f"/{value}") if isinstance(value, str) else value


def _point_bookmarks(pdf: Any, elements: list[Any]) -> None:
    """Let the bookmarks, in their order, lead to elements besides the places on their pages."""
    rest = iter(elements)
    waiting = [pdf.Root.Outlines.get("/First")] if "/Outlines" in pdf.Root else []
    while waiting:
        entry = waiting.pop()
        if entry is None:
            continue
        element = next(rest)
        if element is not None:
            entry.SE = element
        waiting += [entry.get("/Next"), entry.get("/First")]

"""Reading what a PDF says its parts are, as a program that reads it out would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_PAINTING = {"Tj", "TJ", "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"}
_EMPTY_CELLS = {"TD", "TH"}


@dataclass
class Node:
    """An element; `page` and `text` are of what was drawn in it, without what is inside it."""

    role: str
    parent: "Node | None" = None
    kids: list["Node"] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)
    alt: str = ""
    pages: list[int] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    order: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read out: its own pieces and those of all in it, in order."""
        parts = (one if isinstance(one, str) else one.text for one in self.order)
        return " ".join(" ".join(parts).split())

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *roles: str) -> list["Node"]:
        return [node for node in self.walk() if node.role in roles]

    def roles(self) -> list[str]:
        return [kid.role for kid in self.kids]


@dataclass
class Read:
    """A tagged PDF: its tree, and the nodes that its bookmarks lead to."""

    root: Node
    bookmarks: list[Node]


def read_structure(data: bytes) -> Read:
    """Return a PDF's structure; whatever is amiss in it fails the test."""
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert str(pdf.Root.Lang) in ("id", "en")
        return _Reader(pdf).read()


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._texts = [_marked_texts(page) for page in pdf.pages]
        self._nodes: dict[tuple[int, int], Node] = {}
        self._owners: dict[tuple[int, int], pikepdf.Object] = {}
        self._links: dict[tuple[int, int], pikepdf.Object] = {}

    def read(self) -> Read:
        tree = self._pdf.Root.StructTreeRoot
        root = self._node(tree.K, tree, None)
        drawn = {(page, n) for page, texts in enumerate(self._texts) for n in texts}
        assert set(self._owners) == drawn, "each piece is in the tree, and all of the tree drawn"
        self._check_parent_tree(tree.ParentTree.Nums)
        _check(root)
        outlines = self._pdf.Root.get("/Outlines")
        marks = list(_outline(outlines.get("/First"))) if outlines is not None else []
        return Read(root, [self._nodes[entry.SE.objgen] for entry in marks])

    def _node(self, element: Any, above: Any, parent: Node | None) -> Node:
        assert element.P.objgen == above.objgen
        assert element.objgen not in self._nodes, "an element stands in one place"
        said = dict(element.get("/A", pikepdf.Dictionary()).items())
        node = Node(str(element.S)[1:], parent, said=said, alt=str(element.get("/Alt", "")))
        self._nodes[element.objgen] = node
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._kid(kid, element, node)
        return node

    def _kid(self, kid: Any, element: Any, node: Node) -> None:
        if isinstance(kid, int):
            self._piece(self._pages[element.Pg.objgen], kid, element, node)
        elif kid.get("/Type") == "/MCR":
            self._piece(self._pages[kid.Pg.objgen], kid.MCID, element, node)
        elif kid.get("/Type") == "/OBJR":
            assert kid.Obj.Subtype == "/Link"
            assert str(kid.Obj.Contents)
            self._links[kid.Obj.objgen] = element
        else:
            node.kids.append(self._node(kid, element, node))
            node.order.append(node.kids[-1])

    def _piece(self, page: int, number: int, element: Any, node: Node) -> None:
        assert (page, number) not in self._owners, "a piece belongs to one element"
        self._owners[page, number] = element
        node.pages.append(page)
        node.order.append(self._texts[page][number])

    def _check_parent_tree(self, numbers: Any) -> None:
        found = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
        for page in self._pdf.pages:
            index = self._pages[page.obj.objgen]
            owners = found.pop(page.obj.StructParents) if self._texts[index] else []
            assert [owner.objgen for owner in owners] == [
                self._owners[index, n].objgen for n in range(len(owners))
            ]
            assert len(owners) == len(self._texts[index])
            for link in page.obj.get("/Annots", []):
                owner = found.pop(link.StructParent)
                assert owner.objgen == self._links.pop(link.objgen).objgen
                assert page.obj.Tabs == "/S"
        assert not found
        assert not self._links


def _check(root: Node) -> None:
    """Look for what a screen reader would stumble over."""
    assert root.role == "Document"
    level = 0
    for node in root.walk():
        assert node.order or node.role in _EMPTY_CELLS, f"an empty {node.role}"
        if re.fullmatch("H[1-6]", node.role):
            assert int(node.role[1]) <= level + 1, f"{node.text} comes too deep"
            level = int(node.role[1])
        if node.role == "Figure":
            assert node.alt
            assert len(node.said["/BBox"]) == 4
        _check_place(node)
    for table in root.all("Table"):
        _check_table(table)


_PARENTS = {
    "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"},
    "TOCI": {"TOC"}, "Reference": {"TOCI"}, "Link": {"Reference"},
    "P": {"Document", "TD", "LBody"}, "L": {"Document", "TD", "LBody"},
    "Table": {"Document"}, "Figure": {"Document"}, "TOC": {"Document", "TOC"},
}  # fmt: skip


def _check_place(node: Node) -> None:
    if node.parent:
        assert node.parent.role in _PARENTS.get(node.role, {"Document"}), node.role
    allowed = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"TR"}, "TR": {"TH", "TD"}}
    assert set(node.roles()) <= allowed.get(node.role, set(node.roles()))


def _check_table(table: Node) -> None:
    """Every row covers the same columns, with what goes on from the rows above."""
    above: dict[int, int] = {}
    widths = []
    for row in table.kids:
        column = 0
        filled = {place: rows - 1 for place, rows in above.items() if rows > 1}
        below = dict(filled)
        for cell in row.kids:
            while column in filled:
                column += 1
            if cell.role == "TH":
                assert cell.said["/Scope"] in ("/Row", "/Column")
            for place in range(column, column + int(cell.said.get("/ColSpan", 1))):
                assert place not in filled
                below[place] = int(cell.said.get("/RowSpan", 1))
            column += int(cell.said.get("/ColSpan", 1))
        widths.append(len(below))
        above = below
    assert len(set(widths)) == 1, widths
    assert all(rows == 1 for rows in above.values()), "a cell goes on below the table"


def _outline(entry: Any) -> Iterator[Any]:
    while entry is not None:
        yield entry
        yield from _outline(entry.get("/First"))
        entry = entry.get("/Next")


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each numbered piece; nothing may be painted outside of all marks."""
    letters = {name: _letters(font) for name, font in page.obj.Resources.Font.items()}
    texts: dict[int, str] = {}
    marks: list[int | None] = []
    instead: list[str] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC" and operands[0] == "/Span":
            instead.append(str(operands[1].ActualText))
        elif name == "EMC" and instead:
            texts[marks[-1]] += instead.pop()
        elif name in ("BDC", "BMC"):
            number = operands[1].get("/MCID") if name == "BDC" else None
            assert (number is None) == (operands[0] == "/Artifact")
            assert not marks, "no mark stands in another"
            marks.append(number)
            if number is not None:
                assert number not in texts
                texts[number] = ""
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in _PAINTING:
            assert marks, f"{name} outside of all marks"
            if name == "Tj" and marks[-1] is not None and not instead:
                texts[marks[-1]] += "".join(letters[font][code] for code in bytes(operands[0]))
    assert not marks
    return texts


def _letters(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}

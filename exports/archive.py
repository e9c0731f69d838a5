"""Making a PDF fit for the archive: tagged, PDF/A-3b, with what it prints attached as JSON.

The finished file is checked against the standard before it is handed out; one that fails is
still handed out, because a person waits for the paper, but says so.
"""

import json
import re
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from exports.document import Document, Notice
from exports.layout import Drawn
from exports.safe import find_notices
from exports.structure_pdf import write_structure

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FLAVOUR = "3b"
# The moment of the conversion: two files of the same records must not differ in it.
_METADATA_DATE = re.compile(rb"\s*<xmp:MetadataDate>[^<]*</xmp:MetadataDate>")

_FAR_LETTER = re.compile(rb"<([0-9A-F]{5,6})>")


@dataclass(frozen=True)
class Printed:
    """What a paper prints, ready to be attached to it.

    Attributes:
        kind: `minutes`, `commitment`, `plan`: names the attached file.
        content: the dataclass that the pages were made from.
        edition: what a frozen version says of itself besides.
    """

    kind: str
    language: str
    content: "DataclassInstance"
    edition: "DataclassInstance | None" = None

    def json(self) -> str:
        """Return the content as the attached file holds it."""
        head = {"format": "rembuk-printed", "version": 1}
        body: dict[str, object] = {"document": self.kind, "language": self.language}
        if self.edition:
            body["edition"] = asdict(self.edition)
        body["content"] = asdict(self.content)
        return json.dumps(head | body, ensure_ascii=False, indent=1) + "\n"


def archive_pdf(drawn: Drawn, printed: Printed, notices: tuple[Notice, ...] = ()) -> Document:
    """Return a drawn PDF as an archival document with its content attached.

    `notices` are what its making has to say already.
    """
    json_text = printed.json()
    archived, problem = _convert(drawn, f"{printed.kind}.json", json_text.encode())
    notices = (*notices, *find_notices(json_text))
    if problem:
        notices = (*notices, Notice("not_archival", {"problem": problem}))
    return Document(archived, notices)


def _convert(drawn: Drawn, name: str, attachment: bytes) -> tuple[bytes, str]:
    """Return the archival file, and what the standard has against it, "" for nothing."""
    import pikepdf
    from pikepdf import pdfa

    with pikepdf.open(BytesIO(drawn.data)) as pdf:
        for page in pdf.pages:
            _drop(page.obj, "/Trans")
        _drop(pdf.docinfo, "/CreationDate", "/ModDate")
        _mend_letters(pdf)
        _attach(pdf, name, attachment)
        write_structure(pdf, drawn.structure)
        pdfa.prepare(pdf, _FLAVOUR)
        metadata: Any = pdf.Root.Metadata
        metadata.write(_METADATA_DATE.sub(b"", metadata.read_bytes()))
        file = BytesIO()
        pdf.save(file, **pdfa.resolve_save_kwargs(_FLAVOUR, deterministic_id=True))
    file.seek(0)
    findings = pdfa.validate_written(file, _FLAVOUR).findings
    problems = [str(found) for found in findings if not _is_tagged_bookmark(found)]
    return file.getvalue(), "; ".join(problems[:3])


def _is_tagged_bookmark(finding: Any) -> bool:
    """Tell whether the check only doesn't know that bookmarks may lead to elements.

    The standard allows it (PDF 1.7, table 153); the check calls it unsupported, no violation.
    """
    return finding.rule == "pikepdf:schema-OutlineItem" and "/SE is not" in finding.message


def _drop(dictionary: Any, *keys: str) -> None:
    for key in keys:
        if key in dictionary:
            del dictionary[key]


def _mend_letters(pdf: Any) -> None:
    """Let the fonts tell letters beyond the first 65,536 as two halves, as the standard asks."""
    for font in pdf.pages[0].Resources.Font.values():
        if (table := font.get("/ToUnicode")) is not None:
            letters = table.read_bytes()
            if _FAR_LETTER.search(letters):
                table.write(_FAR_LETTER.sub(_in_halves, letters))


def _in_halves(far: re.Match[bytes]) -> bytes:
    halves = chr(int(far[1], 16)).encode("utf-16-be")
    return b"<%s>" % halves.hex().upper().encode()


def _attach(pdf: Any, name: str, attachment: bytes) -> None:
    import pikepdf

    # The types of this class leave out its later arguments.
    file_spec: Any = pikepdf.AttachedFileSpec
    pdf.attachments[name] = file_spec(
        pdf,
        attachment,
        filename=name,
        mime_type="application/json",
        relationship=pikepdf.Name.Source,
    )

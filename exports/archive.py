"""Making a PDF fit for the archive: PDF/A-3b, with what it prints attached as JSON.

The finished file is checked against the standard before it is handed out; one that fails is
still handed out, because a person waits for the paper, but says so.
"""

import json
import re
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from exports.document import Document, Notice
from exports.safe import find_notices

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FLAVOUR = "3b"
# The moment of the conversion: two files of the same records must not differ in it.
_METADATA_DATE = re.compile(rb"\s*<xmp:MetadataDate>[^<]*</xmp:MetadataDate>")


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


def archive_pdf(data: bytes, printed: Printed, notices: tuple[Notice, ...] = ()) -> Document:
    """Return a drawn PDF as an archival document with its content attached.

    `notices` are what its making has to say already.
    """
    json_text = printed.json()
    archived, problem = _convert(data, f"{printed.kind}.json", json_text.encode())
    notices = (*notices, *find_notices(json_text))
    if problem:
        notices = (*notices, Notice("not_archival", {"problem": problem}))
    return Document(archived, notices)


def _convert(data: bytes, name: str, attachment: bytes) -> tuple[bytes, str]:
    """Return the archival file, and what the standard has against it, "" for nothing."""
    import pikepdf
    from pikepdf import pdfa

    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            _drop(page.obj, "/Trans")
        _drop(pdf.docinfo, "/CreationDate", "/ModDate")
        _attach(pdf, name, attachment)
        pdfa.prepare(pdf, _FLAVOUR)
        metadata: Any = pdf.Root.Metadata
        metadata.write(_METADATA_DATE.sub(b"", metadata.read_bytes()))
        file = BytesIO()
        pdf.save(file, **pdfa.resolve_save_kwargs(_FLAVOUR, deterministic_id=True))
    file.seek(0)
    report = pdfa.validate_written(file, _FLAVOUR)
    problem = "" if report.passed else "; ".join(str(found) for found in report.findings[:3])
    return file.getvalue(), problem


def _drop(dictionary: Any, *keys: str) -> None:
    for key in keys:
        if key in dictionary:
            del dictionary[key]


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

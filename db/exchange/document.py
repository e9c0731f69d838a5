"""The JSON inside a session file: read strictly, checked against the records' models."""

import hashlib
import json
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, TypeVar, cast

from pydantic import FailFast, Field, ValidationError, create_model

from db.catalogue import KINDS
from db.errors import SessionFileError
from db.exchange.archive import MANIFEST, SESSION, read_archive
from db.records import FORBIDDEN, Count, Id, Instant, Part, Record, Revision, Text

FORMAT = "rembuk-session"
VERSION = 1
REVISIONS = "revisions"
Raw = dict[str, Any]
# More than 50 MB of sense can hold: past it, a file only wants memory. A single one of
# our objects has some thirty keys.
_MAX_VALUES = 5_000_000
_MAX_KEYS = 100_000
_TOKENS = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[,{\[]', re.DOTALL)
M = TypeVar("M", bound=Part)
R = TypeVar("R", Record, Revision)


class Checksums(Part):
    session: Annotated[str, Field(alias=SESSION, pattern="^[0-9a-f]{64}$")]


class Manifest(Part):
    """What a session file says of itself."""

    format: Literal["rembuk-session"]
    version: Literal[1]
    id: Id
    created: Instant
    author: Text = ""
    device: Text = ""
    app: Text = ""
    plan_id: Id
    counts: dict[Text, Count] = Field(default_factory=dict)
    sha256: Checksums


_LISTS: dict[str, Any] = {
    # One error is enough to refuse; millions of them would fill the memory.
    **{name: (Annotated[tuple[kind.record, ...], FailFast()], ()) for name, kind in KINDS.items()},
    REVISIONS: (Annotated[tuple[Revision, ...], FailFast()], ()),
}
Session: type[Part] = create_model("Session", __base__=Part, **_LISTS)
"""The model of session.json: one list per record of the domain, and the revisions."""


@dataclass(frozen=True)
class SessionFile:
    """A session file that its models accept.

    Attributes:
        name: the file's name, for messages and the receipt.
        raw: the records as written, whose keys tell a missing field from an empty one.
        records: the same records as models, by list and id.
        sha256: the checksum of session.json.
    """

    name: str
    manifest: Manifest
    raw: dict[str, dict[str, Raw]]
    records: dict[str, dict[str, Record]]
    revisions: dict[str, Revision]
    sha256: str


def read_document(path: Path) -> SessionFile:
    """Read a session file as far as it can be judged alone, record by record.

    Raises SessionFileError saying what is wrong and where.
    """
    manifest_bytes, session_bytes = read_archive(path)
    manifest = _read_manifest(manifest_bytes)
    checksum = hashlib.sha256(session_bytes).hexdigest()
    if checksum != manifest.sha256.session:
        raise SessionFileError("file_checksum")
    raw = parse_json(session_bytes, SESSION)
    session = _validate(Session, session_bytes, SESSION)
    records = {name: _by_id(name, getattr(session, name)) for name in KINDS}
    _refuse_shared_ids(records)
    return SessionFile(
        name=path.name,
        manifest=manifest,
        raw={name: {row["id"]: row for row in raw.get(name, [])} for name in KINDS},
        records=records,
        revisions=_by_id(REVISIONS, getattr(session, REVISIONS)),
        sha256=checksum,
    )


def parse_json(content: bytes, member: str) -> Raw:
    """Parse JSON as the contract has it: an object, no NaN, no key twice, not nested absurdly."""
    if _is_too_much(content):
        raise SessionFileError("file_too_much", member=member)
    try:
        parsed = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_refuse_twice,
            parse_constant=_refuse_constant,
        )
    except RecursionError as error:
        raise SessionFileError("file_json_deep", member=member) from error
    except ValueError as error:
        raise SessionFileError("file_json", member=member) from error
    if not isinstance(parsed, dict):
        raise SessionFileError("file_json", member=member)
    return cast(Raw, parsed)


def _is_too_much(content: bytes) -> bool:
    """Tell whether JSON holds more values than any session: a few bytes become a kilobyte."""
    if sum(content.count(mark) for mark in (b",", b"{", b"[")) <= _MAX_VALUES:
        return False
    # Texts may hold as many commas as they like.
    tokens = (token for token in _TOKENS.finditer(content) if token.group()[:1] != b'"')
    return next(islice(tokens, _MAX_VALUES, None), None) is not None


def _read_manifest(content: bytes) -> Manifest:
    raw = parse_json(content, MANIFEST)
    if raw.get("format") != FORMAT:
        raise SessionFileError("file_not_session")
    if type(raw.get("version")) is not int or raw["version"] != VERSION:
        raise SessionFileError("file_version", version=_printable(str(raw.get("version")))[:20])
    return _validate(Manifest, content, MANIFEST)


def _validate(model: type[M], content: bytes, member: str) -> M:
    try:
        return model.model_validate_json(content.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        _refuse(error, member)


def _refuse(error: ValidationError, member: str) -> NoReturn:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    keys = {"extra_forbidden": "file_field_unknown", "missing": "file_field_missing"}
    location = first["loc"]
    if first["type"] == "json_invalid":
        # Valid JSON by then, but deeper or odder than the models' own parser takes.
        key = "file_json_deep" if "recursion" in first["msg"] else "file_json"
        raise SessionFileError(key, member=member) from error
    if first["type"] == "extra_forbidden" and len(location) == 1 and member == SESSION:
        raise SessionFileError(
            "file_list_unknown", where=_printable(str(location[0]))[:80]
        ) from error
    key = keys.get(first["type"], "file_value")
    if FORBIDDEN in first["msg"]:
        key = "file_character"
    raise SessionFileError(key, where=describe(member, location)) from error


def describe(member: str, location: tuple[int | str, ...]) -> str:
    """Return a place in a member as a person finds it: `points[3].text`, counted from 1."""
    text = ""
    for part in location:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{_printable(part)}"
    return f"{member}: {text.lstrip('.')[:120]}" if text else member


def _printable(text: str) -> str:
    """Return a name out of a file so that it cannot act on a terminal or turn a line round."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _by_id(name: str, rows: tuple[R, ...]) -> dict[str, R]:
    found: dict[str, R] = {}
    for index, row in enumerate(rows):
        if row.id in found:
            raise SessionFileError(
                "file_id_twice", where=describe(SESSION, (name, index)), id=row.id
            )
        found[row.id] = row
    return found


def _refuse_shared_ids(records: dict[str, dict[str, Record]]) -> None:
    """Refuse an id that stands in two lists: a history is found by its record's id alone."""
    lists: dict[str, str] = {}
    for name, found in records.items():
        for index, record_id in enumerate(found):
            if lists.setdefault(record_id, name) != name:
                where = describe(SESSION, (name, index))
                raise SessionFileError("file_id_twice", where=where, id=record_id)


def _refuse_twice(pairs: list[tuple[str, Any]]) -> Raw:
    found = dict(pairs)
    if len(found) != len(pairs) or len(found) > _MAX_KEYS:
        raise ValueError("a key stands twice, or there are too many")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")

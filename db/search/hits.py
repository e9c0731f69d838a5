"""Reading what was found, with the words of the query marked where they stand."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from sqlmodel import Session

from db.catalogue import KINDS
from db.fields import POSITION
from db.queries.records import list_by_id
from db.records import Commitment, Meeting, Plan, Record
from db.search.candidates import Candidate
from db.search.hit import Excerpt, Hit
from db.search.letters import holds, matching_spans
from db.search.texts import SEARCHED, texts_in

LONGEST = 240
CUT = "…"
# Where the first match is later than this, the excerpt begins a little before it.
_EARLY = 50
_BEFORE = 30
_BLANKS = re.compile(r"\s")


Records = Mapping[str, Record]
"""Records of several lists, by id."""


def read_records(session: Session, candidates: Sequence[Candidate]) -> Records:
    """Return the candidates' records, without those that are gone."""
    ids: dict[str, list[str]] = {}
    for candidate in candidates:
        ids.setdefault(candidate.kind, []).append(candidate.record_id)
    return {
        record_id: record
        for kind, found in ids.items()
        for record_id, record in list_by_id(session, KINDS[kind].record, found).items()
    }


def in_reading_order(candidates: Sequence[Candidate], records: Records) -> list[Candidate]:
    """Return ranked candidates with equally good ones of a list as they stand in it."""
    live = [candidate for candidate in candidates if candidate.record_id in records]
    return [
        candidate
        for _, equals in groupby(live, key=lambda one: (one.fit, one.day, one.kind))
        for candidate in sorted(equals, key=lambda one: _place(one.kind, records[one.record_id]))
    ]


def build_hits(
    session: Session, candidates: Sequence[Candidate], records: Records, words: Sequence[str]
) -> tuple[Hit, ...]:
    """Return the candidates that really hold the words, in their order.

    A follow-up says what the point says that it comes from; one of the two is enough.
    """
    live = [candidate for candidate in candidates if candidate.record_id in records]
    owners = _read_owners(session, live, records)
    found: list[Hit] = []
    for candidate in live:
        record = records[candidate.record_id]
        if getattr(record, "point_id", None) not in records:
            hit = _build(candidate.kind, record, owners, words)
            found += [hit] if hit else []
    return tuple(found)


def excerpt(text: str, words: Sequence[str], early: int = _EARLY) -> Excerpt:
    """Return a piece of a text on one line, from a little before the first of the words.

    It begins with the text itself where the first word begins within `early` characters.
    """
    line = _BLANKS.sub(" ", text)
    spans = matching_spans(line, words)
    begin = 0
    if spans and spans[0][0] > early:
        # From a word's beginning, if there is one nearby.
        begin = line.find(" ", spans[0][0] - _BEFORE, spans[0][0]) + 1 or spans[0][0] - _BEFORE
    end = begin + LONGEST
    before, after = CUT if begin else "", CUT if end < len(line) else ""
    shift = len(before) - begin
    matches = ((first + shift, min(last, end) + shift) for first, last in spans if first < end)
    return Excerpt(f"{before}{line[begin:end]}{after}", tuple(matches))


def _place(kind: str, record: Record) -> tuple[str, float, str]:
    """Return what orders a list's records: by owner, then by number, position or name."""
    owner = _owner_id(kind, record) if KINDS[kind].owner else ""
    place = record.number if isinstance(record, Commitment) else getattr(record, POSITION, None)
    name = next((text for _, text in _texts(kind, record)), "")
    return owner, place or 0, name.casefold()


def _read_owners(
    session: Session, candidates: Sequence[Candidate], records: Records
) -> dict[str, Record]:
    """Return the meetings and commitments that the records belong to, and their plans, by id."""
    owners: dict[str, Record] = {}
    for owner_kind, model in (("meetings", Meeting), ("commitments", Commitment)):
        owned = (c for c in candidates if KINDS[c.kind].owner_kind == owner_kind)
        ids = {_owner_id(c.kind, records[c.record_id]) for c in owned}
        owners |= list_by_id(session, model, sorted(ids))
    below = [*owners.values(), *(records[candidate.record_id] for candidate in candidates)]
    plans: set[str] = {getattr(record, "plan_id", "") for record in below} - {""}
    return owners | list_by_id(session, Plan, sorted(plans))


def _owner_id(kind: str, record: Record) -> str:
    return getattr(record, KINDS[kind].owner)


def _build(
    kind: str, record: Record, owners: Mapping[str, Record], words: Sequence[str]
) -> Hit | None:
    """Return a hit, None where the words are not in it after all or its owner is gone."""
    texts = _texts(kind, record)
    held = [holds(text, words) for _, text in texts]
    if not texts or frozenset[str]().union(*held) != frozenset(words):
        return None
    owner = record
    if KINDS[kind].owner_kind in ("meetings", "commitments"):
        owner = owners.get(_owner_id(kind, record))
        if owner is None:
            return None
    plan = record if isinstance(record, Plan) else owners.get(getattr(owner, "plan_id", ""))
    # The text that adds most to what the title has of the words.
    best = max(range(len(texts)), key=lambda place: (len(held[place] - held[0]), -place))
    field, text = texts[best] if best else ("", "")
    # A name is known by its beginning.
    is_name, title = texts[0][0] in SEARCHED[kind].names, texts[0][1]
    return Hit(
        kind=kind,
        record_id=record.id,
        title=excerpt(title, words, LONGEST - _BEFORE if is_name else _EARLY),
        snippet=excerpt(text, words),
        field=field,
        plan=plan if isinstance(plan, Plan) else None,
        meeting=owner if isinstance(owner, Meeting) else None,
        commitment=owner if isinstance(owner, Commitment) else None,
        point_id=record.id if kind == "points" else getattr(record, "point_id", None) or "",
    )


def _texts(kind: str, record: Record) -> list[tuple[str, str]]:
    """Return a record's fields and texts, in the order in which it introduces itself."""
    fields = SEARCHED[kind].fields
    values = record.model_dump(mode="json", include={*fields})
    return [(field, text) for field in fields for text in texts_in(values[field]) if text]

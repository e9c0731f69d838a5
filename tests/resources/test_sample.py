import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from db.catalogue import KINDS, PARTY_FIELDS, REFERENCES
from db.frozen import checksum
from db.records import Part, Revision
from db.text import clean
from resources.sample import load_sample

SAMPLE = load_sample()


@pytest.mark.parametrize("name", SAMPLE)
def test_every_record_is_valid_as_it_stands(name: str):
    model: type[Part] = Revision if name == "revisions" else KINDS[name].record
    for record in SAMPLE[name]:
        read = model.model_validate_json(json.dumps(record))
        assert read.model_dump(mode="json", include=set(record)) == record


def references() -> Iterator[tuple[str, str, str]]:
    """Yield every reference of the sample: the record's list, the list named, the id."""
    for name, kind in KINDS.items():
        records = SAMPLE.get(name, [])
        for record in records:
            fields = {**REFERENCES.get(name, {}), kind.owner: kind.owner_kind}
            for field, named in fields.items():
                value = record.get(field)
                for id_ in value if isinstance(value, list) else [value]:
                    if id_:
                        yield name, named, id_
            for field in PARTY_FIELDS.get(name, ()):
                for party in record.get(field, []):
                    if party["organisation_id"]:
                        yield name, "organisations", party["organisation_id"]


def test_every_reference_resolves():
    ids = {name: {record["id"] for record in records} for name, records in SAMPLE.items()}
    assert [found for found in references() if found[2] not in ids[found[1]]] == []


def test_no_id_stands_twice():
    counts = Counter(record["id"] for records in SAMPLE.values() for record in records)
    assert [id_ for id_, count in counts.items() if count > 1] == []


def test_its_texts_are_clean_and_trimmed():
    texts = list(_texts(SAMPLE))
    assert len(texts) > 500
    assert [text for text in texts if clean(text) != text or text.strip() != text] == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def test_it_shows_what_the_program_is_for():
    (bilateral, final) = SAMPLE["meetings"]
    points = Counter(point["meeting_id"] for point in SAMPLE["points"])
    assert len(SAMPLE["commitments"]) == 3
    assert points[bilateral["id"]] >= 14
    assert points[final["id"]] >= 9
    assert {point["kind"] for point in SAMPLE["points"]} == {
        "note",
        "input",
        "question",
        "decision",
        "follow_up",
    }
    assert {point["response"] for point in SAMPLE["points"]} >= {
        "accepted",
        "adapted",
        "declined",
        "deferred",
    }
    assert any(point["parent_id"] for point in SAMPLE["points"])
    assert len({organisation["sector"] for organisation in SAMPLE["organisations"]}) >= 8
    assert {row["gender"] for row in SAMPLE["attendances"]} == {"m", "f", ""}


def test_something_waits_in_it():
    inputs = [point for point in SAMPLE["points"] if point["kind"] == "input"]
    assert any(not point["response"] for point in inputs)
    assert any(not commitment["contribution"] for commitment in SAMPLE["commitments"])
    assert any("" in row["targets"].values() for row in SAMPLE["targets"])
    assert any(follow_up["status"] == "open" for follow_up in SAMPLE["follow_ups"])


def test_it_has_a_past_frozen_drafts_and_stances():
    """What the canvas, the register of answers and the finalisation show stands in it."""
    drafts = SAMPLE["drafts"]
    assert [draft["level"] for draft in drafts] == ["1", "2"]
    assert [draft["sha256"] for draft in drafts] == [checksum(d["content"]) for d in drafts]
    assert {one["state"] for one in SAMPLE["agreements"]} == {"agreed", "disputed", "waiting"}
    assert {one["answer"] for one in SAMPLE["confirmations"]} == {"agreed", "with_changes"}
    revisions = {one["id"] for one in SAMPLE["revisions"]}
    told = {one for point in SAMPLE["points"] for one in point.get("changes", [])}
    linked = [point for point in SAMPLE["points"] if point.get("changes")]
    assert {point["kind"] for point in linked} == {"input", "decision"}
    # One change of a meeting waits for a point that tells of it.
    meant = {one["id"] for one in SAMPLE["revisions"] if one["meeting_id"]}
    assert told < meant < revisions


def test_every_follow_up_point_owns_a_follow_up_with_its_text():
    texts = {follow_up["point_id"]: follow_up["text"] for follow_up in SAMPLE["follow_ups"]}
    assert texts == {
        point["id"]: point["text"] for point in SAMPLE["points"] if point["kind"] == "follow_up"
    }

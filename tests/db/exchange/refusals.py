"""Every kind of session file that has to be refused, and the sentence that it gets."""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.db.session_files import (
    SESSION,
    Lists,
    a_plan,
    a_revision,
    build_from_bytes,
    build_session_file,
    encode,
    manifest_of,
    new_id,
    one_of_each,
)


@dataclass(frozen=True)
class Bad:
    """A way to spoil a session file; `where` is part of the place that the refusal names."""

    name: str
    build: Callable[[Path], Path]
    key: str
    where: str = ""


def with_lists(name: str, spoil: Callable[[Lists], Any], key: str, where: str = "") -> Bad:
    """A file whose lists were spoilt before it was packed, rightly counted and checksummed."""

    def build(path: Path) -> Path:
        lists = one_of_each()
        spoil(lists)
        return build_session_file(path, lists)

    return Bad(name, build, key, where)


def with_manifest(name: str, overrides: dict[str, Any], key: str, where: str = "") -> Bad:
    return Bad(
        name, lambda path: build_session_file(path, one_of_each(), **overrides), key, where
    )  # fmt: skip


def with_bytes(name: str, session: bytes, key: str, where: str = "") -> Bad:
    return Bad(name, lambda path: build_from_bytes(path, session), key, where)


def without_entry(name: str, key: str, where: str) -> Bad:
    def build(path: Path) -> Path:
        lists = one_of_each()
        manifest = manifest_of(encode(lists), lists)
        del manifest[name]
        return build_from_bytes(path, encode(lists), manifest)

    return Bad(f"no {name}", build, key, where)


def put(kind: str, field: str, value: Any, index: int = 0) -> Callable[[Lists], Any]:
    """Write a value into a record's field; a dot leads into an object."""

    def spoil(lists: Lists) -> None:
        row = lists[kind][index]
        *names, last = field.split(".")
        for name in names:
            row = row[name]
        row[last] = value

    return spoil


def of_text(name: str, spoil: Callable[[str], str], key: str, where: str = "") -> Bad:
    """A file whose session.json was spoilt as text: what no JSON library would write."""

    def build(path: Path) -> Path:
        return build_from_bytes(path, spoil(json.dumps(one_of_each())).encode())

    return Bad(name, build, key, where)


def add_revision(kind: str, field: str, value: Any, **fields: Any) -> Callable[[Lists], Any]:
    """Add a revision, and show its value in the record."""

    def spoil(lists: Lists) -> None:
        lists["revisions"].append(a_revision(kind, lists[kind][0], field, value, **fields))
        lists[kind][0][field] = value

    return spoil


def repeat(kind: str) -> Callable[[Lists], Any]:
    return lambda lists: lists[kind].append(copy.deepcopy(lists[kind][0]))


def share_id(lists: Lists) -> None:
    lists["contacts"][0]["id"] = lists["milestones"][0]["id"]


def second_plan(lists: Lists) -> None:
    lists["plans"].append(a_plan())


def chain(length: int) -> Callable[[Lists], Any]:
    """Replace the history of a title by revisions that replace each other in a circle."""

    def spoil(lists: Lists) -> None:
        record = lists["commitments"][0]
        ring = [a_revision("commitments", record, "title", str(i)) for i in range(length)]
        for index, revision in enumerate(ring):
            revision["parents"] = [ring[index - 1]["id"]]
        lists["revisions"] += ring

    return spoil


def wrong_head(lists: Lists) -> None:
    lists["commitments"][0]["title"] = "Judul yang tidak ada riwayatnya"


def elsewhere(lists: Lists) -> None:
    lists["revisions"][0]["record_id"] = new_id()


def of_frozen(lists: Lists) -> None:
    lists["revisions"].append(a_revision("minutes", lists["minutes"][0], "made_on", "2025-01-01"))


NESTED = 100_000
UNIQUE = new_id()

MANIFESTS = [
    with_manifest("another format", {"format": "zip"}, "file_not_session"),
    with_manifest("no format", {"format": None}, "file_not_session"),
    with_manifest("version 2", {"version": 2}, "file_version"),
    with_manifest("version 0", {"version": 0}, "file_version"),
    with_manifest("version as text", {"version": "1"}, "file_version"),
    with_manifest("version true", {"version": True}, "file_version"),
    with_manifest("no checksum", {"sha256": {}}, "file_field_missing", "sha256"),
    with_manifest("short checksum", {"sha256": {SESSION: "ab"}}, "file_value", "sha256"),
    with_manifest("wrong checksum", {"sha256": {SESSION: "0" * 64}}, "file_checksum"),
    with_manifest("unknown entry", {"mood": 1}, "file_field_unknown", "mood"),
    with_manifest("id that is none", {"id": "x"}, "file_value", "id"),
    with_manifest("created by hand", {"created": "kemarin"}, "file_value", "created"),
    with_manifest("author with NUL", {"author": "a\0"}, "file_character", "author"),
    with_manifest("author as number", {"author": 3}, "file_value", "author"),
    with_manifest("another plan", {"plan_id": new_id()}, "file_one_plan"),
    with_manifest("count too high", {"counts": {"points": 3}}, "file_counts"),
    with_manifest("count of nothing", {"counts": {"revisions": 0}}, "file_counts"),
    with_manifest("count below nought", {"counts": {"points": -1}}, "file_value", "counts"),
    with_manifest("count unknown", {"counts": {"songs": 0}}, "file_list_unknown", "songs"),
    without_entry("id", "file_field_missing", "manifest.json: id"),
    without_entry("plan_id", "file_field_missing", "plan_id"),
    without_entry("created", "file_field_missing", "created"),
    without_entry("format", "file_not_session", ""),
    Bad("manifest is a list", lambda path: build_from_bytes(path, b"{}", [1]), "file_json"),  # pyright: ignore
]

TEXTS = [
    with_bytes("empty", b"", "file_json"),
    with_bytes("not JSON", b"{", "file_json"),
    with_bytes("a list", b"[]", "file_json"),
    with_bytes("null", b"null", "file_json"),
    with_bytes("two values", b"{} {}", "file_json"),
    with_bytes("not UTF-8", b'{"plans": "\xff"}', "file_json"),
    with_bytes("UTF-16", "{}".encode("utf-16"), "file_json"),
    with_bytes("nested lists", b"[" * NESTED + b"]" * NESTED, "file_json_deep"),
    with_bytes("nested objects", b'{"a":' * NESTED + b"1" + b"}" * NESTED, "file_json_deep"),
    with_bytes("nested 500", b'{"plans":' + b"[" * 500 + b"]" * 500 + b"}", "file_json_deep"),
    with_bytes("number of 9,999 digits", b'{"plans": ' + b"9" * 9999 + b"}", "file_json"),
    with_bytes("plans null", b'{"plans": null}', "file_value", "plans"),
    with_bytes("plans an object", b'{"plans": {}}', "file_value", "plans"),
    with_bytes("plan a text", b'{"plans": ["x"]}', "file_value", "plans[1]"),
    with_bytes("no plan", b"{}", "file_one_plan"),
    of_text("NaN", lambda t: t.replace("1.5", "NaN"), "file_json"),
    of_text("Infinity", lambda t: t.replace("1.5", "Infinity"), "file_json"),
    of_text("a number beyond all", lambda t: t.replace("1.5", "1e999"), "file_value", "position"),
    of_text("a key twice", lambda t: t.replace('"theme":', '"theme": "", "theme":'), "file_json"),
    of_text("a list twice", lambda t: t.replace('"plans":', '"plans": [], "plans":'), "file_json"),
    of_text("lone surrogate", lambda t: t.replace("Kebencanaan", r"\ud800"), "file_json"),
    of_text(
        "lone surrogate in a key", lambda t: t.replace("Bulan ke-6", "x").replace(
            '"matrix_head": {"B06"', r'"matrix_head": {"\udfff"'), "file_json",
    ),
    of_text("lone surrogate in a draft", lambda t: t.replace('{"title": "x"}', r'"\ud800"'),
            "file_json"),
    of_text("infinite in a draft", lambda t: t.replace('{"title": "x"}', "1e999"),
            "file_value", "drafts[1].content"),
    of_text("trailing comma", lambda t: t[:-1] + ",}", "file_json"),
    of_text("comment", lambda t: t + " // selesai", "file_json"),
]  # fmt: skip

RECORDS = [
    with_lists("unknown list", lambda x: x.update(songs=[]), "file_list_unknown", "songs"),
    with_lists("unknown field", put("points", "mood", ""), "file_field_unknown", "points[1].mood"),
    with_lists("unknown party field", put("commitments", "leads", [{"boss": ""}]),
               "file_field_unknown", "commitments[1].leads[1].boss"),
    with_lists("no id", lambda x: x["points"][0].pop("id"), "file_field_missing", "points[1].id"),
    with_lists("no owner", lambda x: x["points"][0].pop("meeting_id"), "file_field_missing"),
    with_lists("id in capitals", put("organisations", "id", UNIQUE.upper()), "file_value"),
    with_lists("id of spaces", put("points", "id", " " * 36), "file_value", "points[1].id"),
    with_lists("text as number", put("points", "text", 5), "file_value", "points[1].text"),
    with_lists("text null", put("points", "text", None), "file_value", "points[1].text"),
    with_lists("number as text", put("commitments", "number", "1"), "file_value", "number"),
    with_lists("number with a fraction", put("commitments", "number", 1.5), "file_value"),
    with_lists("number true", put("commitments", "number", True), "file_value", "number"),
    with_lists("number huge", put("commitments", "number", 2**31), "file_value", "number"),
    with_lists("number negative", put("attendances", "people", -1), "file_value", "people"),
    with_lists("position true", put("points", "position", True), "file_value", "position"),
    with_lists("position huge", put("points", "position", 1e16), "file_value", "position"),
    with_lists("deleted as text", put("points", "deleted", "true"), "file_value", "deleted"),
    with_lists("deleted minutes", put("minutes", "deleted", True), "file_value", "minutes[1]"),
    with_lists("deleted draft", put("drafts", "deleted", True), "file_value", "drafts[1]"),
    with_lists("unknown choice", put("points", "kind", "rumour"), "file_value", "points[1].kind"),
    with_lists("unknown value", put("commitments", "values", ["cepat"]), "file_value", "values"),
    with_lists("unknown level", put("drafts", "level", "5"), "file_value", "level"),
    with_lists("no such day", put("meetings", "date", "2025-02-30"), "file_value", "date"),
    with_lists("a short day", put("meetings", "date", "2025-2-3"), "file_value", "date"),
    with_lists("a day in words", put("meetings", "date", "20250203"), "file_value", "date"),
    with_lists("no such month", put("plans", "start", "2025-13"), "file_value", "start"),
    with_lists("a month with a day", put("plans", "start", "2025-01-01"), "file_value", "start"),
    with_lists("no such hour", put("meetings", "start_time", "24:01"), "file_value"),
    with_lists("seconds", put("meetings", "start_time", "09:00:00"), "file_value", "start_time"),
    with_lists("list as text", put("plans", "stages", "x"), "file_value", "stages"),
    with_lists("list null", put("plans", "stages", None), "file_value", "stages"),
    with_lists("object as list", put("commitments", "matrix_head", []), "file_value"),
    with_lists("signature null", put("meetings", "note_taker", None), "file_value", "note_taker"),
    with_lists("bad checkpoint", put("targets", "targets", {"B6": ""}), "file_value", "targets"),
    with_lists("changes a text", put("points", "changes", "x"), "file_value", "points[1].changes"),
    with_lists("changes no ids", put("dismissals", "changes", [1]), "file_value", "dismissals[1]"),
    with_lists("changes null", put("dismissals", "changes", None), "file_value", "dismissals[1]"),
    with_lists("other_than no id", put("organisations", "other_than", [""]), "file_value"),
    with_lists("unknown stance", put("agreements", "state", "maybe"), "file_value", "agreements"),
    with_lists("unknown answer", put("confirmations", "answer", "no"), "file_value", "answer"),
    with_lists("a day of no year", put("confirmations", "date", "0000-01-01"), "file_value"),
    with_lists("content a list", put("minutes", "content", []), "file_value", "content"),
    with_lists("a row that is a list", lambda x: x["points"].append([]), "file_value"),
    with_lists("id twice", repeat("points"), "file_id_twice", "points[3]"),
    with_lists("revision twice", repeat("revisions"), "file_id_twice", "revisions[3]"),
    with_lists("id in two lists", share_id, "file_id_twice", "contacts[1]"),
    with_lists("two plans", second_plan, "file_one_plan"),
    with_lists("plan left out", lambda x: x.update(plans=[]), "file_one_plan"),
]  # fmt: skip

CHARACTERS = [
    with_lists(
        f"U+{ord(character):04X} in {kind}", put(kind, field, value(character)), "file_character"
    )
    for character in ("\0", "\x1b", "\r", "\x7f", "\x85", "\x9b", "\ufffe", "\uffff")
    for kind, field, value in (
        ("points", "text", lambda c: f"a{c}b"),
        ("commitments", "matrix_head", lambda c: {c: ""}),
        ("commitments", "leads", lambda c: [{"name": c}]),
        ("drafts", "content", lambda c: {"a": [{"b": c}]}),
        ("drafts", "content", lambda c: {"a": {c: 1}}),
        ("revisions", "value", lambda c: c),
        ("revisions", "author", lambda c: c),
    )
]

REFERENCES = [
    with_lists(f"dangling {kind}.{field}", put(kind, field, value), "file_reference", field)
    for kind, field, value in (
        ("commitments", "plan_id", new_id()),
        ("commitments", "working_group_id", new_id()),
        ("commitments", "leads", [{"organisation_id": new_id()}]),
        ("milestones", "commitment_id", new_id()),
        ("milestones", "actors", [{"organisation_id": new_id()}]),
        ("meetings", "commitment_ids", [new_id()]),
        ("organisations", "same_as", new_id()),
        ("working_groups", "members", [{"organisation_id": new_id()}]),
        ("attendances", "organisation_id", new_id()),
        ("points", "meeting_id", new_id()),
        ("points", "parent_id", new_id()),
        ("points", "raised_by_id", new_id()),
        ("points", "commitment_id", new_id()),
        ("follow_ups", "point_id", new_id()),
        ("follow_ups", "commitment_id", new_id()),
        ("follow_ups", "owner_id", new_id()),
        ("drafts", "meeting_id", new_id()),
        ("confirmations", "commitment_id", new_id()),
        ("confirmations", "organisation_id", new_id()),
        ("agreements", "commitment_id", new_id()),
        ("agreements", "organisation_id", new_id()),
        ("dismissals", "meeting_id", new_id()),
        ("points", "carries_id", new_id()),
        ("minutes", "meeting_id", new_id()),
    )
]

HISTORIES = [
    with_lists("of nothing", elsewhere, "file_reference", "revisions[1].record_id"),
    with_lists("unknown entity", put("revisions", "entity", "songs"), "file_reference"),
    with_lists("another list's", put("revisions", "entity", "points"), "file_reference"),
    with_lists("of a frozen copy", of_frozen, "file_value", "revisions[3].entity"),
    with_lists("unknown field", put("revisions", "field", "mood"), "file_value", "field"),
    with_lists("of an id", put("revisions", "field", "id"), "file_value", "field"),
    with_lists("of an owner", put("revisions", "field", "plan_id"), "file_value", "field"),
    with_lists("no value", lambda x: x["revisions"][0].pop("value"), "file_field_missing"),
    with_lists("value of another type", put("revisions", "value", 3), "file_value", "value"),
    with_lists("all checkpoints at once", add_revision("targets", "targets", {}), "file_value"),
    with_lists("no instant", put("revisions", "at", ""), "file_value", "at"),
    with_lists("local time", put("revisions", "at", "2025-01-01T00:00:00+07:00"), "file_value"),
    with_lists("a naive time", put("revisions", "at", "2025-01-01T00:00:00"), "file_value"),
    with_lists("parent that is no id", put("revisions", "parents", ["x"]), "file_value"),
    with_lists("its own parent", chain(1), "file_revision_circle", "revisions[3]"),
    with_lists("circle of two", chain(2), "file_revision_circle", "revisions"),
    with_lists("circle of many", chain(40), "file_revision_circle", "revisions"),
    with_lists("value that is no head", wrong_head, "file_history", "commitments[1].title"),
    with_lists(
        "dangling value",
        lambda x: x["revisions"].append(
            a_revision("points", x["points"][0], "raised_by_id", new_id())
        ) or x["points"][0].pop("raised_by_id"),
        "file_reference", "revisions[3].value",
    ),
    with_lists(
        "dangling party in a value",
        lambda x: x["revisions"].append(
            a_revision("milestones", x["milestones"][0], "actors", [{"organisation_id": new_id()}])
        ) or x["milestones"][0].pop("actors"),
        "file_reference", "revisions[3].value",
    ),
]  # fmt: skip

EVERY = [*MANIFESTS, *TEXTS, *RECORDS, *CHARACTERS, *REFERENCES, *HISTORIES]

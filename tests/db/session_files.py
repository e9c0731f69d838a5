"""Session files for tests, as another program would write them: by hand, from plain lists."""

import hashlib
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

MANIFEST = "manifest.json"
SESSION = "session.json"
Row = dict[str, Any]
Lists = dict[str, list[Row]]


def new_id() -> str:
    return str(uuid4())


def encode(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def manifest_of(session: bytes, lists: Lists, **overrides: Any) -> Row:
    """Return a manifest that fits a session's bytes, with some entries written otherwise."""
    plans = lists.get("plans") or [{"id": new_id()}]
    return {
        "format": "rembuk-session",
        "version": 1,
        "id": new_id(),
        "created": "2025-03-01T02:00:00Z",
        "author": "Sekar",
        "device": "laptop-2",
        "app": "a test",
        "plan_id": plans[0].get("id"),
        "counts": {name: len(rows) for name, rows in lists.items()},
        "sha256": {SESSION: hashlib.sha256(session).hexdigest()},
    } | overrides


def build_session_file(path: Path, lists: Lists, **manifest: Any) -> Path:
    """Write a session file of these lists; keywords replace entries of its manifest."""
    return build_from_bytes(path, encode(lists), manifest_of(encode(lists), lists, **manifest))


def build_from_bytes(path: Path, session: bytes, manifest: Row | None = None) -> Path:
    """Write a session file whose session.json is exactly these bytes, rightly checksummed."""
    manifest = manifest or manifest_of(session, {"plans": [{"id": new_id()}]}, counts={})
    return write_members(path, [(MANIFEST, encode(manifest)), (SESSION, session)])


def write_members(
    path: Path, members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """Write a ZIP of these members, whatever they are called and however often."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return path


def read_lists(path: Path) -> Lists:
    """Return the lists of a session file without checking anything."""
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(SESSION))


def read_manifest(path: Path) -> Row:
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(MANIFEST))


def a_plan(**fields: Any) -> Row:
    return {"id": new_id(), "title": "Rencana Aksi Kota Lembayung", "short_title": "RAK"} | fields


def a_commitment(plan: Row, **fields: Any) -> Row:
    return {"id": new_id(), "plan_id": plan["id"], "number": 1, "title": "Data banjir"} | fields


def a_meeting(plan: Row, **fields: Any) -> Row:
    return {
        "id": new_id(), "plan_id": plan["id"], "kind": "bilateral", "topic": "Data banjir"
    } | fields  # fmt: skip


def a_point(meeting: Row, **fields: Any) -> Row:
    return {
        "id": new_id(), "meeting_id": meeting["id"], "position": 1, "text": "Peta risiko dibuka"
    } | fields  # fmt: skip


def an_organisation(**fields: Any) -> Row:
    return {"id": new_id(), "name": "Dinas Pengairan", "sector": "subnational"} | fields


def a_revision(kind: str, record: Row, field: str, value: Any, **fields: Any) -> Row:
    return {
        "id": new_id(),
        "entity": kind,
        "record_id": record["id"],
        "field": field,
        "value": value,
        "parents": [],
        "at": "2025-02-28T03:00:00.000000Z",
        "author": "Sekar",
        "device": "laptop-2",
        "meeting_id": None,
        "point_id": None,
    } | fields


def one_of_each() -> Lists:
    """Return lists that hold every kind of record, each field filled in, and some history."""
    group_member = an_organisation(short_name="DP", aliases=["PU Pengairan"], other_than=[new_id()])
    ngo = an_organisation(name="Forum Warga Sungai", sector="cso", same_as=None)
    plan = a_plan(
        organiser="PEMERINTAH KOTA LEMBAYUNG", start="2025-01", end="2026-12", form="ogi-2020",
        stages=["Perumusan", "Finalisasi"], chapters=[{"title": "Pengantar", "text": "Satu\nDua"}],
        paper={
            "logo": "iVBORw0=", "chair_signs": "yes", "sections": ["held", "discussion"],
            "note_taker": {"name": "S", "title": "N", "rank": "r", "nip": "3"},
            "chair": {"name": "R", "title": "K", "rank": "r", "nip": "4"},
        },
    )  # fmt: skip
    group = {
        "id": new_id(), "plan_id": plan["id"], "theme": "Kebencanaan",
        "members": [{"organisation_id": ngo["id"], "focus": "sungai", "past_work": "survei",
                     "plans": "pelatihan", "expertise": "hidrologi"}],
    }  # fmt: skip
    party = {"name": "Dinas Pengairan", "unit": "Bidang Data", "organisation_id": ngo["id"]}
    commitment = a_commitment(
        plan, form="ogi-2018", start="2025-01", end="2026-12", problem="P", description="D",
        contribution="C", values_text="V", values=["transparansi", "inklusif"], alignment="A",
        additional="T", done_so_far="S", transparency="R", accountability="K", participation="I",
        coordinating_unit="Bappeda", proposers=[party], leads=[party], government_actors=[party],
        other_actors=[party], matrix_head={"B06": "Bulan ke-6"}, working_group_id=group["id"],
    )  # fmt: skip
    meeting = a_meeting(
        plan, method="FD", stage=2, title="NOTULEN RAPAT", subtitle="Pembahasan", date="2025-03-01",
        start_time="09:00", end_time="11:30", began="09:10", ended="11:40",
        timezone="WIT", place="Balai Kota", chair="Ratri",
        note_taker={"name": "Sekar", "title": "Notulis", "rank": "III/a", "nip": "1"},
        chair_signature={"name": "Ratri", "title": "Ketua", "rank": "IV/a", "nip": "2"},
        commitment_ids=[commitment["id"]], status="draft",
    )  # fmt: skip
    follow_up_id, later_id = new_id(), new_id()
    point = a_point(
        meeting, kind="input", raised_by="Forum Warga Sungai", raised_by_id=ngo["id"],
        commitment_id=commitment["id"], canvas_field="milestones", response="accepted", reason="ya",
        consensus="objection", objection_by="Forum Warga Sungai", objection="belum siap",
        answered_on="2025-03-02", visibility="private", carries_id=follow_up_id,
        changes=[later_id],
    )  # fmt: skip
    child = a_point(meeting, parent_id=point["id"], position=1.5, kind="follow_up")
    owned = {"commitment_id": commitment["id"]}
    first = a_revision("commitments", commitment, "title", "Data")
    later = a_revision(
        "commitments", commitment, "title", "Data banjir", parents=[first["id"]], id=later_id,
        meeting_id=meeting["id"], point_id=point["id"],
    )  # fmt: skip
    return {
        "plans": [plan],
        "organisations": [group_member, ngo],
        "working_groups": [group],
        "commitments": [commitment],
        "milestones": [
            {"id": new_id(), "position": 1, "text": "M", "output": "O", "start": "2025-01",
             "end": "2025-06", "actors": [party]} | owned
        ],
        "contacts": [
            {"id": new_id(), "position": 1, "side": "implementer", "name": "Lila",
             "title": "Kepala", "organisation": "DP", "email": "a@b.example", "phone": "1"} | owned
        ],
        "targets": [
            {"id": new_id(), "position": 1, "goal": "G", "responsible": "DP", "measure": "U",
             "targets": {"B06": "enam", "B12": "dua belas"}, "evidence": "E"} | owned
        ],
        "confirmations": [
            {"id": new_id(), "position": 1, "organisation": "DP",
             "organisation_id": group_member["id"], "number": "B-12/DP/2025",
             "date": "2025-02-20", "answer": "with_changes", "note": "tenggat"} | owned
        ],
        "agreements": [
            {"id": new_id(), "position": 1, "canvas_field": "problem", "state": "disputed",
             "organisation": "DP", "organisation_id": group_member["id"],
             "note": "angkanya belum pasti"} | owned
        ],
        "meetings": [meeting],
        "attendances": [
            {"id": new_id(), "meeting_id": meeting["id"], "position": 1, "person": "Lila",
             "title": "Kepala", "organisation": "DP", "organisation_id": group_member["id"],
             "unit": "Data", "sector": "subnational", "gender": "f", "presence": "present",
             "named": "yes", "people": 3, "men": 1, "women": 2}
        ],
        "points": [point, child],
        "dismissals": [
            {"id": new_id(), "meeting_id": meeting["id"], "changes": [first["id"]]}
        ],
        "follow_ups": [
            {"id": follow_up_id, "meeting_id": meeting["id"], "point_id": child["id"],
             "commitment_id": commitment["id"], "text": "Kirim data", "owner": "DP",
             "owner_id": group_member["id"], "due": "2025-04-01", "status": "done",
             "closed_on": "2025-03-20"}
        ],
        "minutes": [
            {"id": new_id(), "meeting_id": meeting["id"], "version": 2, "corrects": 1,
             "made_on": "2025-03-02", "content": {"title": "NOTULEN"}, "sha256": ""}
        ],
        "drafts": [
            {"id": new_id(), "level": "final", "made_on": "2025-03-02",
             "meeting_id": meeting["id"], "content": {"commitment": {"title": "x"}},
             "sha256": ""} | owned
        ],
        "revisions": [first, later],
    }  # fmt: skip

"""Invented meetings for the tests of their papers."""

from typing import Any

from db.records import (
    Attendance,
    Commitment,
    Contact,
    FollowUp,
    Meeting,
    Milestone,
    Paper,
    Party,
    Plan,
    Point,
    Signature,
)
from db.snapshot import CommitmentDossier, MeetingDossier

ID = "00000000-0000-4000-8000-{:012}"
PLAN, MEETING, COMMITMENT = ID.format(1), ID.format(2), ID.format(3)


def a_point(number: int, text: str, **fields: Any) -> Point:
    return Point(
        id=ID.format(100 + number), meeting_id=MEETING, position=number, text=text, **fields
    )


def a_person(number: int, **fields: Any) -> Attendance:
    return Attendance(id=ID.format(200 + number), meeting_id=MEETING, position=number, **fields)


def a_task(number: int, text: str, **fields: Any) -> FollowUp:
    return FollowUp(id=ID.format(300 + number), meeting_id=MEETING, text=text, **fields)


def a_meeting(
    *points: Point,
    people: tuple[Attendance, ...] = (),
    tasks: tuple[FollowUp, ...] = (),
    paper: Paper | None = None,
    commitments: tuple[CommitmentDossier, ...] = (),
    **fields: Any,
) -> MeetingDossier:
    plan = Plan(
        id=PLAN,
        title="Rencana Aksi Kota Muara Seruni",
        short_title="RAKMS",
        organiser="Pemerintah Kota Muara Seruni",
        paper=paper or Paper(),
    )
    values = {
        "kind": "bilateral", "topic": "Posyandu", "subtitle": "Pembahasan usulan",
        "date": "2026-03-04", "start_time": "09:00", "end_time": "11:00", "timezone": "WITA",
        "place": "Aula", "chair": "Wali Kota", "status": "draft",
        "commitment_ids": tuple(found.commitment.id for found in commitments),
    } | fields  # fmt: skip
    meeting = Meeting(id=MEETING, plan_id=PLAN, **values)
    return MeetingDossier(plan, meeting, people, points, tasks, commitments)


def a_commitment(**fields: Any) -> CommitmentDossier:
    values = {
        "number": 3, "title": "Jadwal posyandu terbuka", "problem": "Jadwal tidak diumumkan.",
        "leads": (Party(name="Dinas Kesehatan", unit="Bidang Gizi"),),
    } | fields  # fmt: skip
    commitment = Commitment(id=COMMITMENT, plan_id=PLAN, **values)
    milestone = Milestone(id=ID.format(4), commitment_id=COMMITMENT, text="Jadwal terbit")
    contact = Contact(
        id=ID.format(5), commitment_id=COMMITMENT, side="implementer", name="Nilam Kelana",
        email="nilam@dinas.example", phone="0812 3456 7890",
    )  # fmt: skip
    return CommitmentDossier(Plan(id=PLAN), commitment, (milestone,), (contact,))


def a_full_meeting(
    commitments: tuple[CommitmentDossier, ...] = (), **fields: Any
) -> MeetingDossier:
    """Return a meeting in which everything happened that minutes can tell."""
    return a_meeting(
        a_point(1, "Rapat dibuka."),
        a_point(
            2, "Jadwal diumumkan tiap bulan.", kind="decision", consensus="objection",
            objection_by="Laras Senja", objection="terlalu jarang", raised_by="Dinas Kesehatan",
        ),
        a_point(3, "Siapa yang mencatat?", kind="question", answered_on="2026-03-05"),
        a_point(
            4, "Tambah satu kader.", kind="input", raised_by="Jejaring Kader",
            response="adapted", reason="Anggaran terbatas.",
        ),
        a_point(5, "Nama calon kader.", visibility="private"),
        a_point(6, "Alamatnya.", parent_id=ID.format(105)),
        a_point(7, "Menurut Pak Bayu, data sudah ada; hubungi bayu@dinas.example."),
        people=(
            a_person(1, person="Laras Senja", title="Koordinator", organisation="Jejaring Kader",
                     named="yes"),
            a_person(2, person="Dr. Bayu Angkasa, M.Kes.", title="Kepala Bidang",
                     unit="Bidang Gizi", organisation="Dinas Kesehatan", presence="online"),
            a_person(3, person="Tirta Malam", organisation="Dinas Sosial", presence="excused"),
            a_person(4, person="Belum Datang", organisation="Bappeda", presence="invited"),
        ),
        tasks=(
            a_task(1, "Menyurati dinas", owner="Dinas Kesehatan", due="2026-04-01"),
            a_task(2, "Menghubungi calon kader", owner="Bayu Angkasa", point_id=ID.format(105)),
        ),
        commitments=commitments or (a_commitment(),),
        note_taker=Signature(name="Sekar Pagi", title="Analis", nip="19870101"),
        began="09:10", ended="11:25",
        **fields,
    )  # fmt: skip

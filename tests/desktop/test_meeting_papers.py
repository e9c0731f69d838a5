"""Which minutes are printed: the version that holds, an older one, or the records as they are."""

from pathlib import Path

import pytest

from db.commands.minutes import finalise_minutes
from db.commands.records import add_record, edit_field
from db.queries.meetings import list_meetings, meeting_dossier
from db.queries.minutes import minutes_state
from db.records import Meeting, Minutes
from db.workspace import Author, Workspace
from desktop.jobs import ALL, Job
from desktop.meeting_papers import WORKING, Printing, attendance_jobs, minutes_jobs
from desktop.sample import add_sample
from desktop.selection import Choice
from exports.document import Document
from exports.frozen_minutes import freeze_minutes
from tests.db.following import new_id
from tests.exports.pdf_reading import read_words

AUTHOR = Author("Sri")


class Desk:
    """The sample, of which the latest meeting is worked on."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        with workspace.read() as session:
            self.meeting = list_meetings(session)[0]

    def jobs(self, printing: Printing | None = None, language: str = "id") -> list[Job]:
        with self.workspace.read() as session:
            choice = Choice(meetings=[self.meeting.id])
            return minutes_jobs(session, choice, language, printing)

    def print(self, printing: Printing | None = None) -> Document:
        (job,) = self.jobs(printing)
        return job.render()

    def freeze(self, reason: str = "") -> Minutes:
        with self.workspace.read() as session:
            content = freeze_minutes(meeting_dossier(session, self.meeting.id))
        finalise_minutes(self.workspace, AUTHOR, self.meeting.id, content, reason)
        with self.workspace.read() as session:
            latest = minutes_state(session, self.meeting.id).latest
        assert latest is not None
        return latest

    def edit(self, field: str, value: object) -> None:
        edit_field(self.workspace, AUTHOR, "meetings", self.meeting.id, field, value)


@pytest.fixture
def desk(tmp_path: Path):
    workspace = Workspace.open(tmp_path / "w.db")
    add_sample(workspace)
    yield Desk(workspace)
    workspace.close()


def notices(document: Document) -> list[tuple[str, object]]:
    return [(notice.key, notice.values.get("version")) for notice in document.warnings]


def said(document: Document) -> str:
    return " ".join(read_words(document.data))


def test_before_anything_is_final_the_records_are_printed_as_a_draft(desk: Desk):
    document = desk.print()
    assert "DRAF" in said(document)
    assert notices(document) == []


def test_a_frozen_version_is_printed_whatever_becomes_of_the_records(desk: Desk):
    desk.freeze()
    before = desk.print()
    assert notices(before) == []
    desk.edit("place", "Tempat lain")
    after = desk.print()
    assert after.data == before.data
    assert notices(after) == [("changed_since_final", 1)]


def test_what_the_records_say_by_now_can_be_printed_as_a_draft(desk: Desk):
    desk.freeze()
    desk.edit("place", "Tempat lain")
    document = desk.print(Printing(version=WORKING))
    assert "Tempat lain" in said(document)
    assert "DRAF" in said(document)
    assert "Versi 1" not in said(document)


def test_an_older_version_is_printed_byte_for_byte_as_it_was(desk: Desk):
    first = desk.freeze()
    printed = desk.print()
    desk.edit("place", "Tempat lain")
    desk.freeze("Tempat keliru.")
    assert desk.print(Printing(version=first.id)).data == printed.data
    assert "mengoreksi versi 1" in said(desk.print())
    assert "Tempat lain" in said(desk.print())


def test_files_of_one_meeting_have_names_of_their_own(desk: Desk):
    first = desk.freeze()
    desk.edit("place", "Tempat lain")
    second = desk.freeze("Tempat keliru.")
    plain = desk.jobs()[0].name
    head, _, tail = plain.partition(" - ")
    names = {
        first.id: f"{head} (Versi 1) - {tail}",
        second.id: plain,
        WORKING: f"{head} (Draf) - {tail}",
        "": plain,
    }
    for version, name in names.items():
        assert desk.jobs(Printing(version=version))[0].name == name
    public = desk.jobs(Printing(public=True, version=first.id, ext="docx"))[0].name
    assert public == f"{head} (Versi 1, publik) - {tail.removesuffix('pdf')}docx"


def test_the_public_version_of_a_final_meeting_is_frozen_too(desk: Desk):
    desk.freeze()
    before = desk.print(Printing(public=True))
    assert "Versi publik · Versi 1" in said(before)
    desk.edit("place", "Tempat lain")
    assert desk.print(Printing(public=True)).data == before.data


def test_what_another_program_froze_is_told_and_the_records_are_printed(desk: Desk):
    foreign = Minutes(
        id=new_id(), meeting_id=desk.meeting.id, version=7, content={"title": "NOTULEN"}
    )
    add_record(desk.workspace, AUTHOR, foreign)
    document = desk.print()
    assert notices(document) == [("minutes_foreign", 7)]
    assert "DRAF" in said(document)


def test_two_versions_made_apart_are_told(desk: Desk):
    first = desk.freeze()
    twin = first.model_copy(update={"id": new_id(), "made_on": "2099-01-01"})
    add_record(desk.workspace, AUTHOR, twin)
    assert notices(desk.print()) == [("minutes_parted", 1)]


def test_a_meeting_that_was_called_final_elsewhere_but_never_frozen_prints_without_draft(
    desk: Desk,
):
    desk.edit("status", "final")
    assert "DRAF" not in said(desk.print())


def test_every_meeting_has_a_sheet_to_sign(desk: Desk):
    with desk.workspace.read() as session:
        jobs = attendance_jobs(session, ALL, "id")
        meetings: tuple[Meeting, ...] = list_meetings(session)
    assert len(jobs) == len(meetings) == 2
    assert all("Daftar Hadir" in job.name for job in jobs)
    assert all("DAFTAR HADIR" in said(job.render()) for job in jobs)

"""The agenda of a finalisation: every commitment, its responsible bodies, and their letters."""

from db.commands.meetings import create_meeting
from db.commands.records import add_record, delete_records, edit_field
from db.confirming import count_confirmed, finalisation_agenda
from db.queries.meetings import meeting_dossier
from db.records import Confirmation, Organisation, Party
from tests.db.following import Following, new_id


def _letter(commitment, organisation: str, **fields) -> Confirmation:
    return Confirmation(
        id=new_id(), commitment_id=commitment.id, organisation=organisation, **fields
    )


def _agenda(desk: Following, meeting_id: str):
    dossier = desk.read(meeting_dossier, meeting_id)
    return finalisation_agenda(dossier.commitments, dossier.confirmations)


def test_each_responsible_body_has_its_letter_and_a_commitment_waits_for_all(workspace, author):
    desk = Following(workspace, author)
    office = desk.add(Organisation(id=new_id(), name="Dinas Air"))
    leads = (
        Party(name="Dinas Air", unit="Bidang Data", organisation_id=office.id),
        Party(name="Dinas Air", unit="Bidang Sungai", organisation_id=office.id),
        Party(name="Badan Bencana"),
        Party(unit=""),
    )
    edit_field(workspace, author, "commitments", desk.floods.id, "leads", leads)
    edit_field(
        workspace, author, "commitments", desk.roads.id, "leads", (Party(unit="Sekretaris"),)
    )
    meeting_id = create_meeting(workspace, author, desk.plan.id, "finalisation").record_id
    roads, floods = _agenda(desk, meeting_id)
    assert [body.organisation for body in roads.bodies] == ["Sekretaris"]
    assert [(b.organisation, b.answer) for b in floods.bodies] == [
        ("Dinas Air", "awaited"), ("Badan Bencana", "awaited"),
    ]  # fmt: skip

    # It is known by the directory, or by its name however it is written.
    called_else = _letter(
        desk.floods, "Dinas Pengairan", organisation_id=office.id, answer="agreed"
    )
    spaced = _letter(desk.floods, " badan  bencana", answer="awaited", number="B-1")
    for letter in (called_else, spaced):
        add_record(workspace, author, letter)
    roads, floods = _agenda(desk, meeting_id)
    assert [(b.letter.id, b.answer) for b in floods.bodies] == [
        (called_else.id, "agreed"), (spaced.id, "awaited"),
    ]  # fmt: skip
    assert (floods.is_confirmed, count_confirmed((roads, floods))) == (False, 0)
    edit_field(workspace, author, "confirmations", spaced.id, "answer", "with_changes")
    assert count_confirmed(_agenda(desk, meeting_id)) == 1

    # Who is responsible no more keeps the letter, and two letters of one body are both kept.
    again = _letter(desk.floods, "Badan Bencana", answer="agreed")
    add_record(workspace, author, again)
    edit_field(workspace, author, "commitments", desk.floods.id, "leads", leads[2:])
    _, floods = _agenda(desk, meeting_id)
    assert [(b.letter.id, b.leads) for b in floods.bodies] == [
        (spaced.id, True), (called_else.id, False), (again.id, False),
    ]  # fmt: skip
    assert len({body.key for body in floods.bodies}) == 3
    delete_records(workspace, author, "confirmations", [called_else.id, again.id, spaced.id])
    assert [b.answer for b in _agenda(desk, meeting_id)[1].bodies] == ["awaited"]


def test_only_a_finalisation_reads_letters_and_without_a_body_nothing_is_confirmed(
    workspace, author
):
    desk = Following(workspace, author)
    add_record(workspace, author, _letter(desk.floods, "Dinas Air", answer="agreed"))
    meeting = desk.meeting("2025-01-10", desk.roads, desk.floods)
    assert desk.read(meeting_dossier, meeting.id).confirmations == ()
    edit_field(workspace, author, "meetings", meeting.id, "kind", "finalisation")
    roads, floods = _agenda(desk, meeting.id)
    assert (roads.bodies, roads.is_confirmed) == ((), False)
    assert [body.leads for body in floods.bodies] == [False]

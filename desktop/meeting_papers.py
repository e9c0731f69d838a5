"""The papers of meetings: minutes in all their versions, and the sheet to sign."""

from dataclasses import dataclass, replace
from functools import partial

from sqlmodel import Session

from db.queries.commitments import list_plans
from db.queries.meetings import meeting_dossier
from db.queries.minutes import minutes_versions, state_of
from db.records import Meeting, Minutes
from db.snapshot import MeetingDossier, MinutesState
from desktop.jobs import ALL, Job, names_of
from desktop.selection import Choice, chosen_meetings
from exports import file_names
from exports.document import Document, Notice
from resources.words import Words

WORKING = "working"
"""Stands for the records as they are now, where a meeting has a final version."""


@dataclass(frozen=True)
class Printing:
    """How minutes are printed.

    Attributes:
        ext: pdf or docx.
        public: whether it is the public version.
        version: the id of a frozen version, or WORKING; empty = what holds: the latest final
            version, and where there is none the records. A meeting without that version is
            printed as it holds.
    """

    ext: str = "pdf"
    public: bool = False
    version: str = ""


def minutes_jobs(
    session: Session, choice: Choice, language: str, printing: Printing | None = None
) -> list[Job]:
    """Return the minutes of the chosen meetings."""
    printing = printing or Printing()
    chosen = chosen_meetings(session, choice)
    every = chosen_meetings(session, ALL)
    versions = minutes_versions(session, [meeting.id for meeting in every])
    plans = {plan.id: plan for plan in list_plans(session)}

    def name_of(meeting: Meeting) -> str:
        note = _note(printing, versions[meeting.id], Words(language))
        plan = plans[meeting.plan_id]
        return file_names.minutes_file_name(meeting, plan, language, printing.ext, note)

    names = names_of(every, name_of)
    jobs: list[Job] = []
    for meeting in chosen:
        dossier = meeting_dossier(session, meeting.id)
        state = state_of(dossier, versions[meeting.id])
        render = partial(print_minutes, dossier, state, language, printing)
        jobs.append(Job(names[meeting.id], render))
    return jobs


def attendance_jobs(session: Session, choice: Choice, language: str) -> list[Job]:
    """Return the sign sheets of the chosen meetings."""
    plans = {plan.id: plan for plan in list_plans(session)}
    names = names_of(
        chosen_meetings(session, ALL),
        lambda m: file_names.attendance_file_name(m, plans[m.plan_id], language),
    )
    dossiers = [meeting_dossier(session, m.id) for m in chosen_meetings(session, choice)]
    return [Job(names[d.meeting.id], partial(print_attendance, d, language)) for d in dossiers]


def print_attendance(dossier: MeetingDossier, language: str) -> Document:
    from exports.attendance_pdf import render_attendance

    return render_attendance(dossier, language)


def print_minutes(
    dossier: MeetingDossier, state: MinutesState, language: str, printing: Printing
) -> Document:
    """Return a meeting's minutes, with notices about what a person should know of the version."""
    from exports.frozen_minutes import can_print

    chosen = _chosen(state.versions, printing.version)
    if chosen is not None:
        return _print_frozen(chosen, language, printing)
    if state.latest is None or printing.version == WORKING:
        return _print_records(dossier, state, language, printing)
    if not can_print(state.latest):
        document = _print_records(dossier, state, language, printing)
        return _with_notice(document, "minutes_foreign", state.latest)
    document = _print_frozen(state.latest, language, printing)
    if state.changed:
        document = _with_notice(document, "changed_since_final", state.latest)
    if state.parted:
        document = _with_notice(document, "minutes_parted", state.latest)
    return document


def read_proof(session: Session, meeting_id: str) -> tuple[MeetingDossier, Minutes | None]:
    """Return what a proof of minutes is laid out from, and the final version where it holds.

    What was changed since is looked at as it is now.
    """
    from exports.frozen_minutes import can_print

    dossier = meeting_dossier(session, meeting_id)
    state = state_of(dossier, minutes_versions(session, [meeting_id])[meeting_id])
    if state.latest is not None and not state.changed and can_print(state.latest):
        return dossier, state.latest
    return _as_draft(dossier, state), None


def _as_draft(dossier: MeetingDossier, state: MinutesState) -> MeetingDossier:
    if state.latest is None:
        return dossier
    # What is not frozen yet is a draft, whatever was final before.
    meeting = dossier.meeting.model_copy(update={"status": "draft"})
    return replace(dossier, meeting=meeting)


def _print_records(
    dossier: MeetingDossier, state: MinutesState, language: str, printing: Printing
) -> Document:
    dossier = _as_draft(dossier, state)
    if printing.ext == "docx":
        from exports.minutes_docx import render_minutes
    else:
        from exports.minutes_pdf import render_minutes
    return render_minutes(dossier, language, printing.public)


def _print_frozen(minutes: Minutes, language: str, printing: Printing) -> Document:
    if printing.ext == "docx":
        from exports.minutes_docx import render_frozen
    else:
        from exports.minutes_pdf import render_frozen
    return render_frozen(minutes, language, printing.public)


def _with_notice(document: Document, key: str, minutes: Minutes) -> Document:
    notice = Notice(key, {"version": minutes.version})
    return replace(document, warnings=(*document.warnings, notice))


def _chosen(versions: tuple[Minutes, ...], wanted: str) -> Minutes | None:
    return next((version for version in versions if version.id == wanted), None)


def _note(printing: Printing, versions: tuple[Minutes, ...], words: Words) -> str:
    """Return what a file's name says besides, where it isn't the one that holds."""
    notes: list[str] = []
    chosen = _chosen(versions, printing.version)
    if chosen is not None and chosen != versions[-1]:
        notes.append(words("papers.minutes.version", version=chosen.version))
    elif printing.version == WORKING and versions:
        notes.append(words("papers.minutes.draft").capitalize())
    if printing.public:
        notes.append(words("documents.files.public"))
    return ", ".join(notes)

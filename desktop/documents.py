"""The documents that a workspace can give: their names, and how each is made.

Names are chosen over all records of the workspace, so that a document has the same name
whether it is made alone or with the others. Everything is read here and nothing rendered:
the libraries that render are slow to import and no read waits for them.
"""

from collections.abc import Sequence
from functools import partial

from sqlmodel import Session

from db.exchange.send import write_session
from db.following import FollowUpLine
from db.passport import DraftPassport
from db.queries.commitments import commitment_dossiers, list_plans, plan_dossier
from db.queries.follow_ups import list_follow_ups
from db.records import Commitment, Draft, Plan
from db.snapshot import CommitmentDossier, PlanDossier
from db.workspace import Author, Workspace
from desktop.answer_papers import responses_jobs
from desktop.jobs import ALL, Job, names_of
from desktop.meeting_papers import Printing, attendance_jobs, minutes_jobs
from desktop.selection import Choice, chosen_commitments, chosen_plans
from desktop.version import APP
from exports import file_names
from exports.document import Document


def matrix_jobs(session: Session, choice: Choice, language: str) -> list[Job]:
    """Return a workbook per plan, with the chosen commitments on its sheets."""
    names = names_of(chosen_plans(session, ALL), lambda p: file_names.matrix_file_name(p, language))
    dossiers = _plan_dossiers(session, choice)
    return [Job(names[d.plan.id], partial(render_matrix, d, language)) for d in dossiers]


def matrix_preview(session: Session, choice: Choice, language: str) -> list[Job]:
    """Return the same matrices on paper, since a workbook has no pages to show."""
    dossiers = _plan_dossiers(session, choice)
    return [Job("", partial(render_matrix_pages, d, language)) for d in dossiers]


def canvas_jobs(session: Session, choice: Choice, language: str) -> list[Job]:
    """Return the tables of the chosen commitments."""
    every = commitment_dossiers(session, chosen_commitments(session, ALL))
    files = file_names.unique_names(
        file_names.commitment_file_name(dossier, language) for dossier in every
    )
    chosen = {commitment.id for commitment in chosen_commitments(session, choice)}
    return [
        Job(name, partial(render_canvas, dossier, language))
        for dossier, name in zip(every, files, strict=True)
        if dossier.commitment.id in chosen
    ]


def plan_jobs(session: Session, choice: Choice, language: str) -> list[Job]:
    """Return the chosen plans as books."""
    names = names_of(chosen_plans(session, ALL), lambda p: file_names.plan_file_name(p, language))
    dossiers = [plan_dossier(session, plan.id) for plan in chosen_plans(session, choice)]
    return [Job(names[d.plan.id], partial(render_plan, d, language)) for d in dossiers]


def follow_ups_jobs(session: Session, choice: Choice, language: str, today: str) -> list[Job]:
    """Return the follow-ups of the chosen plans as they stand on a day."""
    names = names_of(
        chosen_plans(session, ALL), lambda p: file_names.follow_ups_file_name(p, language)
    )
    return [
        Job(
            names[p.id],
            partial(render_follow_ups, p, list_follow_ups(session, p.id), today, language),
        )
        for p in chosen_plans(session, choice)
    ]


def session_job(
    workspace: Workspace, author: Author, plan: Plan, meetings: Sequence[str] | None = None
) -> Job:
    """Return a plan's session file, or that of some of its meetings; made when it is rendered."""
    name = file_names.file_name(plan.short_title or plan.title, ext="rembuk")
    return Job(name, lambda: Document(write_session(workspace, author, APP, plan.id, meetings)))


def every_job(workspace: Workspace, author: Author, language: str) -> list[Job]:
    """Return everything that a workspace can give."""
    with workspace.read() as session:
        plans = list_plans(session)
        documents = [
            *minutes_jobs(session, ALL, language),
            *minutes_jobs(session, ALL, language, Printing(ext="docx")),
            *minutes_jobs(session, ALL, language, Printing(public=True)),
            *attendance_jobs(session, ALL, language),
            *follow_ups_jobs(session, ALL, language, local_day(workspace)),
            *responses_jobs(session, ALL, language, local_day(workspace)),
            *responses_jobs(session, ALL, language, local_day(workspace), Printing(ext="xlsx")),
            *matrix_jobs(session, ALL, language),
            *canvas_jobs(session, ALL, language),
            *plan_jobs(session, ALL, language),
        ]
    return [*documents, *(session_job(workspace, author, plan) for plan in plans)]


def render_follow_ups(
    plan: Plan, lines: Sequence[FollowUpLine], today: str, language: str
) -> Document:
    from exports.follow_ups_pdf import render_follow_ups

    return render_follow_ups(plan, lines, today, language)


def render_matrix(dossier: PlanDossier, language: str) -> Document:
    from exports.matrix_xlsx import render_matrix

    return render_matrix(dossier, language)


def render_matrix_pages(dossier: PlanDossier, language: str) -> Document:
    from exports.plan_pdf import render_matrices

    return render_matrices(dossier, language)


def render_canvas(dossier: CommitmentDossier, language: str) -> Document:
    from exports.canvas_pdf import render_commitment

    return render_commitment(dossier, language)


def render_draft(draft: Draft, plan: Plan, language: str) -> Document:
    from exports.draft_pdf import render_draft

    return render_draft(draft, plan, language)


def render_passport(passport: DraftPassport, language: str) -> Document:
    from exports.passport_pdf import render_passport

    return render_passport(passport, language)


def render_plan(dossier: PlanDossier, language: str) -> Document:
    from exports import plan_pdf

    return plan_pdf.render_plan([dossier], language)


def _plan_dossiers(session: Session, choice: Choice) -> list[PlanDossier]:
    """Return the chosen plans with the chosen commitments only; a plan left empty is left out."""
    found: dict[str, list[Commitment]] = {plan.id: [] for plan in chosen_plans(session, choice)}
    for commitment in chosen_commitments(session, choice):
        found[commitment.plan_id].append(commitment)
    return [
        PlanDossier(plan, commitment_dossiers(session, found[plan.id]))
        for plan in chosen_plans(session, choice)
        if found[plan.id] or not choice.commitments
    ]


def local_day(workspace: Workspace) -> str:
    """Return the day that it is where the program runs."""
    return workspace.now().astimezone().date().isoformat()

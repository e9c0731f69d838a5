"""`export minutes`, `attendance`, `matrix` …: the papers, a path printed for each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from desktop.answer_papers import responses_jobs
from desktop.commands.options import OnlyCommitments, OnlyMeetings, OnlyPlan, OutFolder
from desktop.commands.run import Run
from desktop.documents import (
    canvas_jobs,
    follow_ups_jobs,
    local_day,
    matrix_jobs,
    plan_jobs,
)
from desktop.exporting import write_documents
from desktop.jobs import Job
from desktop.meeting_papers import Printing, attendance_jobs, minutes_jobs
from desktop.selection import Choice


def export_minutes(
    context: typer.Context,
    out: OutFolder,
    meeting: OnlyMeetings = None,
    plan: OnlyPlan = "",
    ext: Annotated[Literal["pdf", "docx"], typer.Option("--format", help="format")] = "pdf",
    public: Annotated[bool, typer.Option("--public", help="public")] = False,
) -> None:
    run: Run = context.obj
    choice, printing = Choice(plan, meetings=meeting or ()), Printing(ext, public)
    with run.workspace() as workspace, workspace.read() as session:
        jobs = minutes_jobs(session, choice, run.language, printing)
    write_jobs(run, jobs, out)


def export_attendance(
    context: typer.Context, out: OutFolder, meeting: OnlyMeetings = None, plan: OnlyPlan = ""
) -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        jobs = attendance_jobs(session, Choice(plan, meetings=meeting or ()), run.language)
    write_jobs(run, jobs, out)


def export_follow_ups(context: typer.Context, out: OutFolder, plan: OnlyPlan = "") -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        jobs = follow_ups_jobs(session, Choice(plan), run.language, local_day(workspace))
    write_jobs(run, jobs, out)


def export_responses(
    context: typer.Context,
    out: OutFolder,
    plan: OnlyPlan = "",
    ext: Annotated[Literal["pdf", "xlsx"], typer.Option("--format", help="format")] = "pdf",
    public: Annotated[bool, typer.Option("--public", help="public")] = False,
) -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        today, printing = local_day(workspace), Printing(ext, public)
        jobs = responses_jobs(session, Choice(plan), run.language, today, printing)
    write_jobs(run, jobs, out)


def export_matrix(
    context: typer.Context,
    out: OutFolder,
    commitment: OnlyCommitments = None,
    plan: OnlyPlan = "",
) -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        jobs = matrix_jobs(session, Choice(plan, commitments=commitment or ()), run.language)
    write_jobs(run, jobs, out)


def export_canvas(
    context: typer.Context,
    out: OutFolder,
    commitment: OnlyCommitments = None,
    plan: OnlyPlan = "",
) -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        jobs = canvas_jobs(session, Choice(plan, commitments=commitment or ()), run.language)
    write_jobs(run, jobs, out)


def export_plan(context: typer.Context, out: OutFolder, plan: OnlyPlan = "") -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        jobs = plan_jobs(session, Choice(plan), run.language)
    write_jobs(run, jobs, out)


def write_jobs(run: Run, jobs: Sequence[Job], folder: Path) -> None:
    """Make documents one after the other; one that cannot be written does not stop the rest."""
    if not jobs:
        run.tell(run.words("cli.nothing_to_write"))
    waiting = run.progress(jobs, len(jobs), run.words("cli.progress.writing"))
    for outcome in write_documents(waiting, folder):
        name = outcome.path.name
        if outcome.error is not None:
            run.refuse(outcome.error, name)
            continue
        run.say(outcome.path)
        for notice in outcome.notices:
            run.warn(notice.key, notice.values, name)

"""`export session`: one plan's session file."""

import typer
from sqlmodel import Session

from db.errors import CommandError
from db.records import Plan
from desktop.commands.options import OnlyMeetings, OnlyPlan, OutFile
from desktop.commands.run import Run, UsageMistake
from desktop.documents import session_job
from desktop.selection import Choice, chosen_meetings, chosen_plans
from exports.files import write_document


def export_session(
    context: typer.Context,
    out: OutFile,
    meeting: OnlyMeetings = None,
    plan: OnlyPlan = "",
) -> None:
    run: Run = context.obj
    # What leaves in a session file is marked as such, hence the lock.
    with run.workspace(writing=True) as workspace:
        with workspace.read() as session:
            chosen = _one_plan(session, Choice(plan, meetings=meeting or ()))
        job = session_job(workspace, run.author, chosen, meeting)
        write_document(out, job.render().data)
    run.say(out)


def _one_plan(session: Session, choice: Choice) -> Plan:
    """Return the plan that the file is of; UsageMistake when it could be any of several."""
    found = {plan.id: plan for plan in chosen_plans(session, choice)}
    if choice.meetings:
        named = {meeting.plan_id for meeting in chosen_meetings(session, choice)}
        found = {plan_id: plan for plan_id, plan in found.items() if plan_id in named}
    if not found:
        raise CommandError("plan_none")
    if len(found) > 1:
        raise UsageMistake("several_plans")
    return found.popitem()[1]

"""The register of answers to inputs as documents: for the office or the public, PDF or workbook."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import Session

from db.canvas_changes import AnsweredInput
from db.queries.canvas_changes import list_answers
from db.queries.commitments import commitment_dossiers, list_commitments
from db.queries.meetings import list_meetings
from db.queries.records import of_owners
from db.records import Attendance, Plan
from desktop.jobs import ALL, Job, names_of
from desktop.meeting_papers import Printing
from desktop.selection import Choice, chosen_plans
from exports.document import Document
from exports.file_names import responses_file_name

if TYPE_CHECKING:
    from exports.responses import Publicity


def responses_jobs(
    session: Session,
    choice: Choice,
    language: str,
    today: str,
    printing: Printing | None = None,
    only: Collection[str] | None = None,
) -> list[Job]:
    """Return the register of the chosen plans as it stands on a day; with `only`, those inputs."""
    printing = printing or Printing()
    names = names_of(
        chosen_plans(session, ALL),
        lambda plan: responses_file_name(plan, language, printing.ext, printing.public),
    )
    jobs: list[Job] = []
    for plan in chosen_plans(session, choice):
        answers = list_answers(session, plan.id)
        shown = [one for one in answers if only is None or one.id in only]
        known = _publicity(session, plan) if printing.public else None
        render = partial(render_responses, plan, shown, today, language, printing.ext, known)
        jobs.append(Job(names[plan.id], render))
    return jobs


def render_responses(
    plan: Plan,
    answers: Sequence[AnsweredInput],
    today: str,
    language: str,
    ext: str,
    public: "Publicity | None",
) -> Document:
    if ext == "xlsx":
        from exports.responses_xlsx import render_responses_sheet

        return render_responses_sheet(plan, answers, today, language, public)
    from exports.responses_pdf import render_responses

    return render_responses(plan, answers, today, language, public)


def _publicity(session: Session, plan: Plan) -> "Publicity":
    from exports.responses import Publicity

    meetings = list_meetings(session, plan.id)
    attended = of_owners(session, Attendance, "meeting_id", [meeting.id for meeting in meetings])
    return Publicity(
        [line for lines in attended.values() for line in lines],
        meetings,
        commitment_dossiers(session, list_commitments(session, plan.id)),
    )

"""What is read for documents of a kind, before any of them is made."""

from collections.abc import Callable, Sequence
from functools import partial

from sqlmodel import Session

from desktop.answer_papers import responses_jobs
from desktop.documents import canvas_jobs, follow_ups_jobs, matrix_jobs, plan_jobs
from desktop.jobs import Job
from desktop.meeting_papers import Printing, attendance_jobs, minutes_jobs
from desktop.selection import Choice

Prepare = Callable[[Session], list[Job]]
"""Reads what documents are made of; to name one, all that it could be mistaken for."""


def prepared(
    kind: str, ids: Sequence[str], language: str, printing: Printing, today: str
) -> list[Prepare]:
    """Return what reads the documents of a kind about these records, as of a day."""
    if not ids:
        return []
    if kind == "minutes":
        choice = Choice(meetings=ids)
        return [partial(minutes_jobs, choice=choice, language=language, printing=printing)]
    if kind == "attendance":
        return [partial(attendance_jobs, choice=Choice(meetings=ids), language=language)]
    if kind == "canvas":
        return [partial(canvas_jobs, choice=Choice(commitment_ids=ids), language=language)]
    if kind == "responses":
        make = partial(responses_jobs, today=today, printing=printing)
    elif kind == "follow_ups":
        make = partial(follow_ups_jobs, today=today)
    else:
        make = matrix_jobs if kind == "matrix" else plan_jobs
    return [partial(make, choice=Choice(plan=one), language=language) for one in ids]

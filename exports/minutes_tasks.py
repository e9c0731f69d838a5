"""The follow-ups of a meeting as its minutes list them: its own, and those it carries on."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.following import FollowUpLine
from db.snapshot import MeetingDossier
from exports.formats import format_date
from exports.minutes_parts import TaskLine
from resources.words import Words


@dataclass(frozen=True)
class _Task:
    """A follow-up before it is worded; `origin` is the earlier meeting it comes from."""

    point_id: str | None
    text: str
    owner: str
    due: str
    origin: str = ""


def task_lines(
    dossier: MeetingDossier, hidden: frozenset[str], words: Words
) -> tuple[TaskLine, ...]:
    """Return the follow-ups in the order of their points, without those of hidden points."""
    places = {point.id: place for place, point in enumerate(dossier.points)}
    tasks = sorted(_tasks(dossier, words), key=lambda t: places.get(t.point_id or "", len(places)))
    return tuple(
        TaskLine(f"{n}.", _text(task, words), task.owner, format_date(task.due, words.language))
        for n, task in enumerate(tasks, 1)
        if task.point_id not in hidden
    )


def _tasks(dossier: MeetingDossier, words: Words) -> Iterator[_Task]:
    for task in dossier.follow_ups:
        if task.status != "dropped" and task.text.strip():
            yield _Task(task.point_id, task.text, task.owner, task.due)
    for carried in dossier.carried:
        line = carried.line
        if line.status != "dropped" and line.text.strip():
            origin = _origin(line, words)
            yield _Task(carried.point_id, line.text, line.owner, line.due, origin)


def _text(task: _Task, words: Words) -> str:
    if not task.origin:
        return task.text
    return f"{task.text}\n{words('papers.minutes.carried', meeting=task.origin)}"


def _origin(line: FollowUpLine, words: Words) -> str:
    kind = words(f"papers.meeting_names.{line.meeting_kind}") if line.meeting_kind else ""
    date = format_date(line.meeting_date, words.language)
    return ", ".join(part for part in (kind.lower(), date) if part) or line.meeting_topic

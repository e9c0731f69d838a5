"""Putting what a screen shows on paper: into a folder that the person picks."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from db.following import FollowUpLine
from db.queries.records import list_by_id
from db.records import Plan
from desktop.documents import render_follow_ups
from desktop.exporting import Outcome, write_documents
from desktop.jobs import Job, names_of
from desktop.parts import Parts
from exports.file_names import follow_ups_file_name

_MANY = 300


def print_follow_ups(parts: Parts, lines: Sequence[FollowUpLine], today: str) -> None:
    """Write these follow-ups as a list for each plan that they belong to."""
    language = parts.words.language
    plans = parts.store.read(list_by_id, Plan, (line.plan_id for line in lines))
    names = names_of(plans.values(), lambda plan: follow_ups_file_name(plan, language))
    jobs = [
        Job(
            names[plan.id],
            partial(
                render_follow_ups,
                plan,
                [line for line in lines if line.plan_id == plan.id],
                today,
                language,
            ),
        )
        for plan in plans.values()
    ]
    # Some hundred pages take some seconds.
    wait = parts.words("follow_ups.told.printing") if len(lines) > _MANY else ""
    write_picked(parts, jobs, wait)


def write_picked(parts: Parts, jobs: Sequence[Job], wait: str = "") -> None:
    """Ask for a folder and write documents there in the background, then tell what became.

    `wait` is told as long as they are being made.
    """
    words, remembered = parts.words, parts.settings.remembered
    start = remembered.get("export_folder", str(Path.home()))
    title = words("documents_screen.pick_folder")
    folder = parts.dialogs.pick_folder(parts.window, title, start) if jobs else None
    if folder is None:
        return
    remembered["export_folder"] = str(folder)
    if wait:
        parts.tell(wait, "info", None)
    parts.workers.run(
        lambda: list(write_documents(jobs, folder)), lambda done: _tell(parts, folder, done)
    )


def _tell(parts: Parts, folder: Path, outcomes: Sequence[Outcome]) -> None:
    words = parts.words
    written = [outcome for outcome in outcomes if outcome.error is None]
    if written:
        text = words("documents_screen.written", n=len(written), folder=str(folder))
        parts.tell(text, "success", (words("documents_screen.open_folder"), partial(_open, folder)))
    for outcome in outcomes:
        for notice in outcome.notices:
            sentence = words(f"warnings.{notice.key}", **notice.values)
            parts.tell(f"{outcome.path.name}: {sentence}", "warning", None)
        if outcome.error is not None:
            parts.tell(words.error(outcome.error.key, outcome.error.values), "danger", None)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

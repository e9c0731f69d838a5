"""Putting documents into files: where the person wants them, and what they are told then."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from db.following import FollowUpLine
from db.queries.records import list_by_id
from db.records import Plan
from desktop.documents import render_follow_ups
from desktop.exporting import Outcome, write_documents
from desktop.jobs import Job, names_of
from desktop.parts import Parts
from exports.file_names import follow_ups_file_name

# So long nobody wonders what becomes of a document.
_LATE_MS = 700
_FOLDER = "export_folder"


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
    write_picked(parts, jobs)


def write_picked(parts: Parts, jobs: Sequence[Job]) -> None:
    """Ask for a folder and write documents there in the background, then tell what became."""
    folder = pick_folder(parts) if jobs else None
    if folder is not None:
        _write(parts, jobs, folder, partial(tell_written, parts, folder))


def _write(
    parts: Parts, jobs: Sequence[Job], folder: Path, done: Callable[[list[Outcome]], object]
) -> None:
    """Write documents in the background; the person is told of those that take a while."""
    words = parts.words
    late = QTimer(parts.window, singleShot=True, interval=_LATE_MS)
    late.timeout.connect(
        lambda: parts.tell(words("documents_screen.preparing", n=len(jobs)), "info", None)
    )

    def end(outcomes: list[Outcome]) -> None:
        late.deleteLater()
        done(outcomes)

    def fail(error: BaseException) -> None:
        late.deleteLater()
        raise error

    late.start()
    parts.workers.run(lambda: list(write_documents(jobs, folder)), end, fail)


def save_and_open(parts: Parts, job: Job) -> None:
    """Ask where one document shall be, write it in the background, and open it."""
    words, dialogs = parts.words, parts.dialogs
    kind = Path(job.name).suffix
    filters = words("documents_screen.document", kind=kind[1:].upper()) + f" (*{kind})"
    start = str(Path(_last_folder(parts)) / job.name)
    title = words("documents_screen.pick_target")
    target = dialogs.pick_target(parts.window, title, start, filters)
    if target is None:
        return
    if target.suffix.lower() != kind:
        target = target.with_name(target.name + kind)
    _remember(parts, target.parent)
    named = Job(target.name, job.render)

    def show(outcomes: Sequence[Outcome]) -> None:
        (outcome,) = outcomes
        if outcome.error is None:
            text = words("documents_screen.saved", name=target.name, folder=str(target.parent))
            parts.tell(text, "success", (words("documents_screen.open"), open_it))
            open_it()
        _tell_problems(parts, outcomes)

    open_it = partial(dialogs.open_path, target)
    _write(parts, [named], target.parent, show)


def pick_folder(parts: Parts) -> Path | None:
    """Ask where documents shall be, beginning where the last ones went."""
    title = parts.words("documents_screen.pick_folder")
    folder = parts.dialogs.pick_folder(parts.window, title, _last_folder(parts))
    if folder is not None:
        _remember(parts, folder)
    return folder


def tell_written(parts: Parts, folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Tell what became of documents that were written into a folder."""
    words = parts.words
    written = [outcome for outcome in outcomes if outcome.error is None]
    if written:
        text = words("documents_screen.written", n=len(written), folder=str(folder))
        open_it = partial(parts.dialogs.open_path, folder)
        parts.tell(text, "success", (words("documents_screen.open_folder"), open_it))
    _tell_problems(parts, outcomes)


def _tell_problems(parts: Parts, outcomes: Sequence[Outcome]) -> None:
    words = parts.words
    for outcome in outcomes:
        for notice in outcome.notices:
            sentence = words(f"warnings.{notice.key}", **notice.values)
            parts.tell(f"{outcome.path.name}: {sentence}", "warning", None)
        if outcome.error is not None:
            parts.tell(words.error(outcome.error.key, outcome.error.values), "danger", None)


def _last_folder(parts: Parts) -> str:
    return parts.settings.remembered.get(_FOLDER, str(Path.home()))


def _remember(parts: Parts, folder: Path) -> None:
    parts.settings.remembered[_FOLDER] = str(folder)

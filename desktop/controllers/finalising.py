"""Making minutes final: from the meeting's screen and from the documents."""

from collections.abc import Iterator

from db.commands.minutes import finalise_minutes
from db.counting import count_attendances
from db.queries.canvas_changes import proposed_changes
from db.queries.meetings import meeting_dossier
from db.queries.minutes import minutes_state
from db.records import FollowUp, Minutes, Point
from db.rules import number_points, waits_for_answer
from db.snapshot import MeetingDossier, MinutesState
from desktop.parts import Parts
from resources.words import Words
from ui.common.chip import Kind
from ui.common.dates import format_date
from ui.dialogs.finalise import FinaliseDialog, Freezing
from ui.meeting.wording import meeting_title


def finalise(parts: Parts, meeting_id: str) -> bool:
    """Show what would be frozen, and freeze it when the person agrees; whether it was frozen."""
    store, words = parts.store, parts.words
    if not store.flush():
        return False
    dossier = store.read(meeting_dossier, meeting_id)
    state = store.read(minutes_state, meeting_id)
    waiting = len(store.read(proposed_changes, meeting_id))
    dialog = FinaliseDialog(words, describe(dossier, state, words, waiting), parts.window)
    if not dialog.run():
        return False
    from exports.frozen_minutes import fingerprint, freeze_minutes

    kept = None if dialog.wants_new_appendix() else state.latest
    content = freeze_minutes(dossier, kept)
    if store.run(finalise_minutes, meeting_id, content, dialog.why()) is None:
        return False
    latest = store.read(minutes_state, meeting_id).latest
    if latest is not None:
        values = {"version": latest.version, "fingerprint": fingerprint(latest.sha256)}
        parts.tell(words("finalise.done", **values), "success", None)
    return True


def standing(state: MinutesState, words: Words) -> tuple[str, Kind]:
    """Return how a meeting's minutes stand, as a chip: final, and changed since or not."""
    if state.latest is None:
        return words("finalise.standing.draft"), "neutral"
    if state.parted:
        return words("finalise.standing.parted", version=state.latest.version), "danger"
    if state.changed:
        return words("finalise.standing.changed", version=state.latest.version), "warning"
    return words("finalise.standing.final", version=state.latest.version), "success"


def finalise_label(state: MinutesState, words: Words) -> str:
    """Return the words of the button that calls `finalise`."""
    return words("finalise.correct" if state.latest else "finalise.finalise")


def version_label(minutes: Minutes, words: Words) -> str:
    """Return what lists call a version: `Versi 2 (3 Mei 2027)`."""
    date = format_date(words, minutes.made_on)
    return words("finalise.version", version=minutes.version, date=date)


def _corrected(minutes: Minutes, words: Words) -> str:
    date = format_date(words, minutes.made_on)
    return words("finalise.corrected", version=minutes.version, date=date)


def describe(
    dossier: MeetingDossier, state: MinutesState, words: Words, waiting: int = 0
) -> Freezing:
    """Return what would be frozen now, and what somebody may want to mend before.

    `waiting` counts the changes of the canvas that no point of the minutes tells of yet.
    """
    latest = state.latest
    return Freezing(
        meeting=meeting_title(words, dossier.meeting),
        version=(latest.version or 0) + 1 if latest else 1,
        corrects=_corrected(latest, words) if latest else "",
        facts=tuple(_facts(dossier, words)),
        cautions=(*_cautions(dossier, words), *_untold(waiting, words)),
    )


def _facts(dossier: MeetingDossier, words: Words) -> Iterator[str]:
    points = [point for point in dossier.points if point.text.strip()]
    private = sum(point.visibility == "private" for point in points)
    yield words("finalise.facts.points", n=len(points))
    if private:
        yield words("finalise.facts.private", n=private)
    people = [line for line in dossier.attendances if line.presence != "invited"]
    yield words("finalise.facts.people", n=count_attendances(people).people)
    tasks = len(_tasks(dossier)) + len(dossier.carried)
    if tasks:
        yield words("finalise.facts.follow_ups", n=tasks)
    if dossier.commitments:
        yield words("finalise.facts.commitments", n=len(dossier.commitments))


def _cautions(dossier: MeetingDossier, words: Words) -> Iterator[str]:
    meeting, paper = dossier.meeting, dossier.plan.paper
    for field in ("date", "place", "chair"):
        if not getattr(meeting, field):
            yield words(f"finalise.missing.{field}")
    if not meeting.note_taker.name and not paper.note_taker.name:
        yield words("finalise.missing.note_taker")
    numbered = number_points(dossier.points)
    for key, wanted in (("inputs", waits_for_answer), ("questions", _is_open)):
        numbers = [entry.number for entry in numbered if wanted(entry.point)]
        if numbers:
            yield words(f"finalise.missing.{key}", n=len(numbers))
    without = sum(not task.owner and not task.owner_id for task in _tasks(dossier))
    if without:
        yield words("finalise.missing.owners", n=without)


def _untold(waiting: int, words: Words) -> Iterator[str]:
    if waiting:
        yield words("finalise.missing.changes", n=waiting)


def _is_open(point: Point) -> bool:
    return point.kind == "question" and not point.answered_on


def _tasks(dossier: MeetingDossier) -> list[FollowUp]:
    return [task for task in dossier.follow_ups if task.text.strip() and task.status != "dropped"]

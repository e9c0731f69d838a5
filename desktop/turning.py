"""Taking a step back or doing it again, and saying what was turned so that it is recognised."""

from sqlmodel import Session

from db.changes import Change, Edit
from db.commands.commitments import PARTS
from db.fields import DELETED, POSITION
from db.queries.canvas_places import commitment_of
from db.queries.commitments import commitment_dossiers
from db.queries.numbering import numbers_of
from db.queries.records import list_by_id
from db.records import Commitment
from db.snapshot import CommitmentDossier
from desktop.store import Store
from resources.draft_words import part_label
from resources.words import Words

_OF_ANYTHING = ("add_record", "delete_record")


def turn(store: Store, words: Words, again: bool = False) -> str:
    """Take the last step back, or do it `again` after that; say what was done, "" for nothing.

    A point is called by its number, a part of a canvas by its name: they may be out of view.
    """
    if not store.flush():
        return ""
    step = store.can_redo() if again else store.can_undo()
    before = store.read(_numbers, step) if step else {}
    place = store.read(_place, words, step) if step else ""
    change = store.redo() if again else store.undo()
    if change is None:
        return ""
    numbers = before | store.read(_numbers, change)
    place = place or store.read(_place, words, change)
    return _said(words, change, numbers, place, "redone" if again else "undone")


def name_step(store: Store, words: Words, step: Change) -> str:
    """Return what a step that can be turned is called, with its place where it has one."""
    numbers = store.read(_numbers, step)
    place = "" if numbers else store.read(_place, words, step)
    return ", ".join(part for part in (_name(words, step), place) if part)


def _numbers(session: Session, change: Change) -> dict[str, str]:
    """Return the numbers that the points of a change have, where they are there."""
    ids = {edit.record_id for edit in change.edits if edit.kind == "points"}
    return numbers_of(session, ids)


def _place(session: Session, words: Words, change: Change) -> str:
    """Return what part of which canvas a step was about, or which field; "" for several."""
    owner = commitment_of(session, change)
    edits = [edit for edit in change.edits if not edit.settled]
    if found := list_by_id(session, Commitment, [owner]):
        (dossier,) = commitment_dossiers(session, list(found.values()))
        return _canvas_place(words, dossier, edits)
    fields = {(edit.kind, edit.field) for edit in edits}
    if change.name != "edit_field" or len(fields) != 1:
        return ""
    return words.field_name(*fields.pop())


def _canvas_place(words: Words, dossier: CommitmentDossier, edits: list[Edit]) -> str:
    """Return what of a canvas was changed, as far as it is there now."""
    number = dossier.commitment.number
    labels = {label for edit in edits if (label := _label(words, dossier, edit)) is not None}
    if not labels:
        return ""
    whole = "" if number is None else words("canvas_changes.commitment", number=number)
    part = labels.pop() if len(labels) == 1 else ""
    return ", ".join(one for one in (part, whole) if one)


def _label(words: Words, dossier: CommitmentDossier, edit: Edit) -> str | None:
    """Return the part that an edit changed, "" for the whole, None for what is not there."""
    field = "" if edit.field in (DELETED, POSITION) else edit.field
    if edit.kind == "commitments":
        return field and part_label(words, edit.kind, field, 0, dossier.form)
    places = [part.id for part in getattr(dossier, edit.kind)] if edit.kind in PARTS else []
    if edit.record_id not in places:
        return None
    return part_label(words, edit.kind, field, places.index(edit.record_id) + 1)


def _said(words: Words, change: Change, numbers: dict[str, str], place: str, key: str) -> str:
    moved = {e.record_id: e.after for e in change.edits if (e.kind, e.field) == ("points", DELETED)}
    if moved and len(set(moved.values())) == 1:
        gone = "points_gone" if next(iter(moved.values())) else "points_back"
        named = [numbers[point] for point in moved if point in numbers]
        return words(f"shell.{gone}", n=len(moved), number=", ".join(named))
    what = _name(words, change)
    if len(numbers) == 1:
        number = next(iter(numbers.values()))
        return words(f"shell.{key}_point", what=what, number=number)
    if place:
        return words(f"shell.{key}_place", what=what, place=place)
    return words(f"shell.{key}", what=what)


def _name(words: Words, change: Change) -> str:
    """Return what a step is called; one that only adds or deletes says what it was."""
    if change.kinds == frozenset({"dismissals"}):
        return words("changes.leave_out")
    if change.name in _OF_ANYTHING and len(change.kinds) == 1:
        (kind,) = change.kinds
        return words(f"changes.{change.name}_of", kind=words(f"records.lists.{kind}"))
    return words(f"changes.{change.name}")

"""Taking a step back or doing it again, and saying what was turned so that it is recognised."""

from sqlmodel import Session

from db.changes import Change
from db.fields import DELETED
from db.queries.numbering import numbers_of
from desktop.store import Store
from resources.words import Words

_OF_ANYTHING = ("add_record", "delete_record")


def turn(store: Store, words: Words, again: bool = False) -> str:
    """Take the last step back, or do it `again` after that; say what was done, "" for nothing.

    A point is called by its number, since it may be out of view.
    """
    if not store.flush():
        return ""
    step = store.can_redo() if again else store.can_undo()
    before = store.read(_numbers, step) if step else {}
    change = store.redo() if again else store.undo()
    if change is None:
        return ""
    numbers = before | store.read(_numbers, change)
    return _said(words, change, numbers, "redone" if again else "undone")


def _numbers(session: Session, change: Change) -> dict[str, str]:
    """Return the numbers that the points of a change have, where they are there."""
    ids = {edit.record_id for edit in change.edits if edit.kind == "points"}
    return numbers_of(session, ids)


def _said(words: Words, change: Change, numbers: dict[str, str], key: str) -> str:
    moved = {e.record_id: e.after for e in change.edits if (e.kind, e.field) == ("points", DELETED)}
    if moved and len(set(moved.values())) == 1:
        gone = "points_gone" if next(iter(moved.values())) else "points_back"
        named = [numbers[point] for point in moved if point in numbers]
        return words(f"shell.{gone}", n=len(moved), number=", ".join(named))
    what = _name(words, change)
    if len(numbers) == 1:
        number = next(iter(numbers.values()))
        return words(f"shell.{key}_point", what=what, number=number)
    return words(f"shell.{key}", what=what)


def _name(words: Words, change: Change) -> str:
    """Return what a step is called; one that only adds or deletes says what it was."""
    if change.kinds == frozenset({"dismissals"}):
        return words("changes.leave_out")
    if change.name in _OF_ANYTHING and len(change.kinds) == 1:
        (kind,) = change.kinds
        return words(f"changes.{change.name}_of", kind=words(f"records.lists.{kind}"))
    return words(f"changes.{change.name}")

"""Undo and redo: what was done since start, in order."""

from db.changes import Change


class Steps:
    """Every step that can be taken back, and every one that can be done again."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def note(self, change: Change) -> None:
        """Note a step; one that goes on with the last is a part of it."""
        merged = self._done[-1].followed_by(change) if self._done else None
        if merged is not None:
            self._done.pop()
        step = merged or change
        if step.edits:
            self._done.append(step)
        self._undone.clear()

    def last(self, undone: bool = False) -> Change | None:
        """Return the step that undo takes back, or redo does again; None without one."""
        steps = self._undone if undone else self._done
        return steps[-1] if steps else None

    def turn(self, reverse: Change, undone: bool) -> None:
        """Note that the last step was turned round by `reverse`, which turns it back."""
        source, target = (self._undone, self._done) if undone else (self._done, self._undone)
        source.pop()
        target.append(reverse)

    def clear(self) -> None:
        """Forget all of them."""
        self._done.clear()
        self._undone.clear()

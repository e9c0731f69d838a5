"""A field's past, shown over whatever screen asks for it, and an earlier text written again."""

from collections.abc import Sequence
from functools import partial

from sqlmodel import Session

from db.changes import FieldPlace
from db.commands.drafts import restore_text
from db.queries.memory import field_memory
from desktop.controllers.past_words import Past
from desktop.parts import Parts
from ui.dialogs.history import HistoryDialog


def show_past(
    parts: Parts, name: str, places: Sequence[FieldPlace], alike: Sequence[str] = ()
) -> None:
    """Show the earlier texts of fields that are shown as one, and where their words come from.

    `name` is what they are called. `alike` are further records whose same field says the same
    and gets the text that is restored, too.
    """
    if not parts.store.flush():
        return
    past = parts.store.read(_read, Past(parts.words), places)
    dialog = HistoryDialog(parts.words, name, past.phrases, past.texts(), parts.window)
    dialog.restore_requested.connect(partial(_restore, parts, tuple(alike)))
    dialog.run()


def _read(session: Session, past: Past, places: Sequence[FieldPlace]) -> Past:
    for kind, record_id, field in places:
        past.add(kind, field, field_memory(session, kind, record_id, field))
    return past


def _restore(parts: Parts, alike: tuple[str, ...], revision_id: str) -> None:
    if parts.store.run(restore_text, revision_id, alike):
        undo = (parts.words("canvas.undo"), parts.store.undo)
        parts.tell(parts.words("drafts.history.restored"), "info", undo)

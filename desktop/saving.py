"""What the person is told about saving: the sign, the warnings, and the question at the end."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.changes import FieldPlace
from db.errors import RembukError, WorkspaceError
from desktop.dialogs import SystemDialogs
from desktop.pending import PendingEdit
from desktop.store import Store
from desktop.unsaved import kept_texts, rescue_file, written
from exports.files import write_document
from resources.lines import in_one_line
from resources.words import Words
from ui.dialogs.unsaved import Answer, UnsavedDialog
from ui.shell import Shell

_SNIPPET = 160
_NOT_SAVED = "not_saved"
_LOST = "lost"


class Saving(QObject):
    """Tells truthfully whether all that was typed is stored.

    While something is only in memory, one warning stays and says why; it goes by itself.
    What will never be stored is offered to be copied: no text disappears without a word.
    """

    def __init__(self, store: Store, dialogs: SystemDialogs, window: QWidget) -> None:
        super().__init__(store)
        self._store = store
        self._dialogs = dialogs
        self._window = window
        self._words: Words
        self._shell: Shell
        self._saved_at = ""
        self._failure: WorkspaceError | None = None
        self._lost: dict[FieldPlace, PendingEdit] = {}
        store.saving.connect(self._on_saving)
        store.saved.connect(self._on_stored)
        store.changed.connect(self._on_stored)
        store.not_saved.connect(self._on_not_saved)
        store.lost.connect(self._on_lost)

    def show_in(self, shell: Shell, words: Words) -> None:
        """Tell it in this frame from now on, in its language."""
        self._shell = shell
        self._words = words
        if self._failure is not None:
            self._on_not_saved(self._failure)
        elif self._saved_at:
            shell.saved_sign.show_saved(self._saved_at)

    def may_close(self) -> bool:
        """Tell whether nothing is lost by closing, or the person has agreed to that."""
        if self._store.flush():
            return True
        texts = self._texts()
        dialog = UnsavedDialog(self._words, self._reason(), texts, self._window)
        answer = dialog.ask()
        if answer is Answer.DROP or (answer is Answer.SAVE and self.save_elsewhere()):
            self._store.give_up()
            return True
        return False

    def save_elsewhere(self) -> bool:
        """Write what is not stored to a file of the person's choice; whether that was done."""
        title = self._words("shell.rescue.title")
        name = self._words("shell.rescue.file", time=time.strftime("%Y-%m-%d %H.%M"))
        filters = self._words("shell.rescue.filter") + " (*.txt)"
        start = str(Path.home() / f"{name}.txt")
        target = self._dialogs.pick_target(self._window, title, start, filters)
        if target is None:
            return False
        data = rescue_file(self._words, self._texts(), self._store.workspace.location)
        try:
            write_document(target, data)
        except RembukError as error:
            self._shell.show_message(self._sentence(error), "danger")
            return False
        self._shell.show_message(self._words("shell.rescue.done", path=str(target)), "success")
        return True

    def _texts(self) -> list[tuple[str, str]]:
        return kept_texts(self._words, self._store.unsaved)

    def _on_saving(self) -> None:
        # As long as it fails, that is what counts, however much is typed.
        if self._failure is None:
            self._shell.saved_sign.show_saving()

    def _on_stored(self, *_: object) -> None:
        if self._store.unsaved:
            return
        self._saved_at = time.strftime(self._words("common.time.now"))
        self._shell.saved_sign.show_saved(self._saved_at)
        if self._failure is not None:
            self._failure = None
            self._shell.unpin_message(_NOT_SAVED)
            self._shell.show_message(self._words("shell.saved_again"), "success")

    def _on_not_saved(self, error: WorkspaceError) -> None:
        self._failure = error
        self._shell.saved_sign.show_not_saved(self._words("shell.only_here"))
        text = self._words("shell.not_saved", reason=self._reason())
        rescue: tuple[str, Callable[[], object]]
        rescue = (self._words("shell.rescue.button"), self.save_elsewhere)
        self._shell.pin_message(_NOT_SAVED, text, "danger", rescue)

    def _on_lost(self, error: RembukError, edit: PendingEdit) -> None:
        texts = kept_texts(self._words, [edit])
        sentence = self._sentence(error)
        if not texts:
            self._shell.show_message(sentence, "warning")
            return
        self._lost[edit.field] = edit
        snippet = in_one_line(texts[0][1], _SNIPPET)
        told = self._words("shell.lost.text", reason=sentence, text=snippet)
        others = len(self._lost) - 1
        if others:
            told += " " + self._words("shell.lost.more", n=others)
        copy: tuple[str, Callable[[], object]]
        copy = (self._words("shell.lost.copy"), self._copy_lost)
        self._shell.show_message(told, "warning", copy, _LOST)

    def _copy_lost(self) -> None:
        texts = kept_texts(self._words, self._lost.values())
        QGuiApplication.clipboard().setText(written(texts))
        self._lost.clear()
        self._shell.show_message(self._words("shell.lost.copied"), "success")

    def _reason(self) -> str:
        return self._sentence(self._failure) if self._failure else ""

    def _sentence(self, error: RembukError) -> str:
        return self._words.error(error.key, error.values)

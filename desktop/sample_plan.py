"""The sample as a plan in the window: adding it, knowing it, removing it."""

from db.commands.plans import restore_plan
from db.errors import CommandError, RembukError
from db.exchange.discard import discard_plan
from db.exchange.receipts import find_receipt, undo_import
from db.models import ReceiptRow
from db.queries.home import list_plan_lines
from desktop.parts import Parts
from desktop.patience import asking_for_patience
from desktop.sample import SAMPLE_FILE, add_sample
from ui.dialogs.ask import confirm

# The import can't be taken back as if it had never been, since something builds on it.
_WORKED_ON = ("import_built_on", "import_exported")


class SamplePlan:
    """Adds and removes the sample; the receipt of its import tells what came with it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._words = parts.words
        self._store = parts.store

    def is_sample(self, plan_id: str) -> bool:
        """Tell whether a plan came with the program."""
        return self._store.read(find_receipt, SAMPLE_FILE, plan_id) is not None

    def add(self) -> None:
        """Bring the sample into the workspace and into view."""
        if not self._store.flush():
            return
        try:
            with asking_for_patience():
                add_sample(self._store.workspace)
        except RembukError as error:
            self._store.refused.emit(error)
            return
        self._store.forget_history()
        self._show()

    def remove(self) -> None:
        """Take the sample away as if it had never been, or delete it with what was changed."""
        receipt = self._store.read(find_receipt, SAMPLE_FILE, self._parts.place.record("plans"))
        if receipt is None or not self._store.flush():
            return
        try:
            undo_import(self._store.workspace, receipt.id)
        except CommandError as error:
            if error.key in _WORKED_ON:
                self._delete(receipt)
            else:
                self._store.refused.emit(error)
        except RembukError as error:
            self._store.refused.emit(error)
        else:
            self._store.forget_history()
            self._parts.tell(self._words("home.sample.removed"), "info", None)

    def _show(self) -> None:
        """Open the sample's plan, also one that was deleted after it had been worked on."""
        receipt = self._store.read(find_receipt, SAMPLE_FILE)
        plan_ids = receipt.brought.get("plans", ()) if receipt else ()
        for plan_id in plan_ids:
            alive = [plan.id for plan in self._store.read(list_plan_lines)]
            if receipt is not None and plan_id not in alive:
                self._store.run(restore_plan, plan_id, _organisations(receipt))
            self._parts.place.show("plans", plan_id)

    def _delete(self, receipt: ReceiptRow) -> None:
        words, plan_id = self._words, self._parts.place.record("plans")
        title, text = words("home.sample.changed_title"), words("home.sample.changed_text")
        ok = words("home.sample.remove")
        if not confirm(self._parts.window, words, title, text, ok, danger=True):
            return
        try:
            discard_plan(self._store.workspace, plan_id, _organisations(receipt))
        except RembukError as error:
            self._store.refused.emit(error)
        else:
            self._store.forget_history()
            self._parts.tell(words("home.sample.removed"), "info", None)


def _organisations(receipt: ReceiptRow) -> tuple[str, ...]:
    return tuple(receipt.brought.get("organisations", ()))

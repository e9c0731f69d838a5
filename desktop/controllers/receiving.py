"""Session files in: preview, receive, and take an import back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from db.errors import RembukError
from db.exchange.receipts import list_receipts, undo_import
from db.exchange.receive import Receipt, receive
from db.models import ReceiptRow
from db.queries.commitments import list_plans
from db.records import Plan
from desktop.controllers.deciding import ALL
from desktop.parts import Parts
from ui.common.chip import Kind
from ui.common.dates import format_date
from ui.documents.arrival_dialog import Arrival, ArrivalDialog
from ui.documents.received import ReceivedFile
from ui.documents.screen import DocumentsScreen

_Step = tuple[str, Callable[[], object]]
_Done = Callable[[Sequence[Receipt]], None]


class Receiving(QObject):
    """Receives session files in the background, after showing what they would bring."""

    def __init__(self, parts: Parts, view: DocumentsScreen, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = parts.words
        self._view = view
        view.receive_requested.connect(self.pick_files)
        view.undo_import_requested.connect(self.undo)

    def refresh(self) -> None:
        """List what was received."""
        rows = self._parts.store.read(list_receipts)
        self._view.preview.received.show_files([self._describe_row(row) for row in rows])

    def pick_files(self) -> None:
        """Ask for files and preview them."""
        start = self._parts.settings.remembered.get("receive_folder", str(Path.home()))
        title = self._words("documents_screen.pick_files")
        filters = self._words("documents_screen.file_filter") + " (*.rembuk)"
        files = self._parts.dialogs.pick_files(self._parts.window, title, start, filters)
        if files:
            self._parts.settings.remembered["receive_folder"] = str(files[0].parent)
            self.preview(files)

    def preview(self, files: Sequence[Path]) -> None:
        """Show what files would bring; receive them when the person agrees."""
        if self._parts.store.flush():
            self._run(files, True, lambda receipts: self._ask(files, receipts))

    def undo(self, receipt_id: str) -> None:
        """Take an import back, or say why that cannot be."""
        store = self._parts.store
        if not store.flush():
            return
        try:
            undo_import(store.workspace, receipt_id)
        except RembukError as error:
            store.refused.emit(error)
            return
        store.forget_history()
        self._parts.tell(self._words("documents_screen.received.undone"), "success", None)

    def _run(self, files: Sequence[Path], dry_run: bool, done: _Done) -> None:
        store = self._parts.store
        self._view.set_busy(True)

        def finish(receipts: tuple[Receipt, ...]) -> None:
            self._view.set_busy(False)
            done(receipts)

        self._parts.workers.run(
            lambda: receive(store.workspace, store.author, files, dry_run=dry_run),
            finish,
            self._fail,
        )

    def _fail(self, error: BaseException) -> None:
        self._view.set_busy(False)
        if not isinstance(error, RembukError):
            raise error
        self._parts.store.refused.emit(error)

    def _ask(self, files: Sequence[Path], receipts: Sequence[Receipt]) -> None:
        arrivals = [self._describe(receipt) for receipt in receipts]
        dialog = ArrivalDialog(self._words, arrivals, self._parts.window)
        if dialog.run():
            able = [f for f, r in zip(files, receipts, strict=True) if r.error is None]
            known = {plan.id for plan in self._parts.store.read(list_plans)}
            self._run(able, False, partial(self._tell, known))

    def _tell(self, known: set[str], receipts: Sequence[Receipt]) -> None:
        self._parts.store.forget_history()
        new = sum(bool(receipt.receipt_id) for receipt in receipts)
        key = "done" if new else "nothing_new"
        text = self._words(f"documents_screen.arrival.{key}", n=len(receipts))
        # What came lies in a plan that is not in view: nobody would find it in the lists.
        plans = [plan for plan in self._parts.store.read(list_plans) if plan.id not in known]
        if plans:
            names = ", ".join(map(self._name, plans))
            text += " " + self._words("documents_screen.arrival.plans", n=len(plans), names=names)
        waiting = max((receipt.waiting for receipt in receipts), default=0)
        if waiting:
            text += " " + self._words("documents_screen.arrival.waiting", n=waiting)
        self._parts.tell(text, "success", self._next_step(receipts, waiting, plans))

    def _name(self, plan: Plan) -> str:
        return plan.short_title or plan.title or self._words("home.band.untitled")

    def _next_step(
        self, receipts: Sequence[Receipt], waiting: int, plans: Sequence[Plan]
    ) -> _Step | None:
        """Return what a person may want to do now; the list of files offers to take one back."""
        if waiting:
            decide = partial(self._parts.place.show, "differing", ALL)
            return (self._words("deciding.open"), decide)
        if plans:
            go = partial(self._parts.place.go, "home", plans=plans[0].id)
            return (self._words("documents_screen.arrival.open_plan"), go)
        ids = [receipt.receipt_id for receipt in receipts if receipt.receipt_id]
        undo = (self._words("documents_screen.received.undo"), lambda: self.undo(ids[0]))
        return undo if len(ids) == 1 else None

    def _describe(self, receipt: Receipt) -> Arrival:
        name = Path(receipt.file).name
        if receipt.error is not None:
            sentence = self._words.error(receipt.error.key, receipt.error.values)
            chip = (self._words("documents_screen.arrival.refused"), "danger")
            return Arrival(name, (sentence,), (chip,), refused=True)
        line = self._new(receipt.new) or self._words("documents_screen.arrival.nothing")
        return Arrival(name, (line,), self._chips(receipt.forward, receipt.same, receipt.conflicts))

    def _new(self, new: dict[str, int]) -> str:
        parts = [self._words(f"cli.records.{name}", n=n) for name, n in new.items()]
        return self._words("documents_screen.arrival.new", what=", ".join(parts)) if parts else ""

    def _chips(self, forward: int, same: int, conflicts: int) -> tuple[tuple[str, Kind], ...]:
        counts: tuple[tuple[str, int, Kind], ...] = (
            ("forward", forward, "info"),
            ("same", same, "neutral"),
            ("conflicts", conflicts, "danger"),
        )
        return tuple(
            (self._words(f"documents_screen.arrival.{name}", n=n), kind)
            for name, n, kind in counts
            if n
        )

    def _describe_row(self, row: ReceiptRow) -> ReceivedFile:
        counts = row.counts
        when = f"{format_date(self._words, row.at[:10])}"
        line = self._new(counts.get("new", {})) or self._words("documents_screen.arrival.nothing")
        chips = self._chips(counts.get("forward", 0), 0, counts.get("conflicts", 0))
        by = self._words("documents_screen.received.by", name=row.author) if row.author else ""
        detail = " · ".join(part for part in (when, by, line) if part)
        return ReceivedFile(row.id, row.file_name, detail, chips)

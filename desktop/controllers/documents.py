"""Documents out: choosing, previewing and exporting them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from db.errors import RembukError
from db.queries.commitments import list_commitments, list_plans
from db.queries.meetings import list_meetings
from db.queries.minutes import minutes_state
from db.records import Meeting, Plan
from desktop.controllers.base import Controller
from desktop.controllers.finalising import finalise, finalise_label, standing, version_label
from desktop.controllers.paper import edit_paper
from desktop.controllers.receiving import Receiving
from desktop.documents import local_day, matrix_preview, session_job
from desktop.export_run import ExportRun
from desktop.exporting import Outcome
from desktop.jobs import Job
from desktop.meeting_papers import WORKING, Printing
from desktop.parts import Parts
from desktop.preparing import Prepare, prepared
from desktop.preview import PdfPages
from desktop.printing import pick_folder, tell_written
from desktop.selection import Choice
from exports.document import Document
from resources.meeting_names import kind_name
from ui.common.dates import format_date
from ui.common.screen import ScreenAction
from ui.documents.screen import DocumentsScreen, Item

# Which document a person means who comes from a screen, and the list it is made of.
_KIND_FROM = {"meetings": "minutes", "commitments": "canvas", "matrix": "matrix"}
_LIST_OF = {"minutes": "meetings", "attendance": "meetings", "canvas": "commitments"}


class DocumentsController(Controller):
    """Offers the documents of the plan in view and writes those that are chosen."""

    key = "documents"
    kinds = (
        "plans", "organisations", "commitments", "milestones", "contacts", "targets",
        "meetings", "attendances", "points", "follow_ups", "minutes", "agreements",
    )  # fmt: skip
    places = ("plans", "meetings", "commitments")

    def __init__(self, parts: Parts) -> None:
        self.view = DocumentsScreen(parts.words)
        super().__init__(parts, self.view)
        self.receiving = Receiving(parts, self.view, self)
        self._pages: PdfPages | None = None
        self._shown = ""
        self._came_from = ""
        self._wait = QTimer(self, singleShot=True, interval=120)
        self._wait.timeout.connect(self._preview)
        self.view.kind_chosen.connect(self._show_items)
        self.view.plan_chosen.connect(partial(self.place.show, "plans"))
        self.view.item_shown.connect(self._show_item)
        self.view.options_changed.connect(self._preview)
        self.view.finalisation_requested.connect(self._finalise)
        self.view.paper_requested.connect(self._edit_paper)
        self.view.page_wanted.connect(self._draw)
        self.view.export_requested.connect(self._export)

    def commands(self) -> list[ScreenAction]:
        label = self.words("documents_screen.receive")
        return [ScreenAction("receive", label, self._begin_receiving, "inbox")]

    def _begin_receiving(self) -> None:
        self.place.go(self.key)
        self.view.receive_requested.emit()

    def refresh(self) -> None:
        kind = _KIND_FROM.get(self._came_from)
        self._came_from = ""
        self.receiving.refresh()
        if kind is not None and kind != self.view.kind():
            self.view.set_kind(kind)
        else:
            self._show_items()

    def _on_moved(self, name: str) -> None:
        if name == "screen" and self.place.screen != self.key:
            self._came_from = self.place.screen
            self.invalidate()
        super()._on_moved(name)

    def _show_items(self, *_: object) -> None:
        plans = self.store.read(list_plans)
        plan = self.plan_in_view(plans)
        names = [(p.id, p.short_title or p.title) for p in plans]
        self.view.show_plans(names, plan.id if plan else "")
        items = self._items(plan, plans)
        ids = [item.id for item in items]
        wanted = self.place.record(_LIST_OF.get(self.view.kind(), "plans"))
        self._shown = wanted if wanted in ids else next(iter(ids), "")
        self.view.show_items(items, [self._shown] if self._shown else [], self._shown)
        self._preview()

    def _items(self, plan: Plan | None, plans: Sequence[Plan]) -> list[Item]:
        kind = self.view.kind()
        if plan is None or kind == "received":
            return []
        if kind in ("minutes", "attendance"):
            return [
                Item(m.id, m.topic or m.subtitle or self._kind_of(m.kind), self._when(m))
                for m in self.store.read(list_meetings, plan.id)
            ]
        if kind == "canvas":
            return [
                Item(c.id, f"{c.number or '–'}. {c.title}")
                for c in self.store.read(list_commitments, plan.id)
            ]
        return [Item(p.id, p.short_title or p.title, p.title) for p in plans]

    def _kind_of(self, kind: str) -> str:
        return kind_name(self.words, kind)

    def _when(self, meeting: Meeting) -> str:
        parts = (self._kind_of(meeting.kind), format_date(self.words, meeting.date))
        return " · ".join(part for part in parts if part)

    def _show_item(self, record_id: str) -> None:
        self._shown = record_id
        self._wait.start()

    def _jobs(self, ids: Sequence[str], fmt: str) -> list[Job]:
        """Return the jobs of the chosen kind for these items."""
        return [job for prepare in self._prepared(ids, fmt) for job in self.store.read(prepare)]

    def _prepared(self, ids: Sequence[str], fmt: str) -> list[Prepare]:
        """Return what reads the jobs of the chosen kind, as the options are now."""
        kind, options, workspace = self.view.kind(), self.view.options, self.store.workspace
        if kind == "session":
            plans = {plan.id: plan for plan in self.store.read(list_plans)}
            begin = (workspace, self.store.author)
            return [lambda _, i=i: [session_job(*begin, plans[i])] for i in ids]
        version = options.version() if kind == "minutes" else ""
        printing = Printing(fmt or "pdf", options.is_public(), version)
        return prepared(kind, ids, options.language(), printing, local_day(workspace))

    def _preview(self) -> None:
        kind = self.view.kind()
        if kind == "received" or not self._shown:
            return
        if kind == "session":
            self.view.preview.show_text(self.words("documents_screen.session_text"))
            return
        self.store.flush()
        if kind == "minutes":
            self._show_standing()
        # A workbook is previewed as the same matrix on paper, DOCX as its PDF.
        language = self.view.options.language()
        prepare: Prepare = (
            partial(matrix_preview, choice=Choice(plan=self._shown), language=language)
            if kind == "matrix"
            else self._prepared([self._shown], "pdf")[0]
        )
        asked, workspace = self._shown, self.store.workspace

        def work() -> Document:
            with workspace.read() as session:
                jobs = prepare(session)
            return jobs[0].render()

        self.view.preview.show_text(self.words("documents_screen.rendering"))
        self.parts.workers.run(
            work, lambda document: self._show(asked, kind, document), self._cannot_show
        )

    def _show_standing(self) -> None:
        """Show what was frozen of the minutes in the preview, and what can be printed of them."""
        state, words = self.store.read(minutes_state, self._shown), self.words
        self.view.preview.show_standing(*standing(state, words), finalise_label(state, words))
        if state.latest is None:
            self.view.options.show_versions(())
            return
        labels = [("", words("finalise.standing.final", version=state.latest.version))]
        labels += [(old.id, version_label(old, words)) for old in state.versions[-2::-1]]
        labels.append((WORKING, words("documents_screen.version_now")))
        self.view.options.show_versions(labels)

    def _finalise(self) -> None:
        finalise(self.parts, self._shown)

    def _edit_paper(self) -> None:
        plan = self.plan_in_view(self.store.read(list_plans))
        if plan is not None:
            edit_paper(self.parts, plan.id)

    def _show(self, asked: str, kind: str, document: Document) -> None:
        if (asked, kind) != (self._shown, self.view.kind()):
            return
        self._pages = PdfPages(document.data)
        notes = [self.words(f"warnings.{n.key}", **n.values) for n in document.warnings]
        self.view.preview.show_pages(self._pages.sizes, "\n".join(notes))

    def _cannot_show(self, error: BaseException) -> None:
        if isinstance(error, RembukError):
            self.view.preview.show_text(self.words.error(error.key, error.values))
            return
        self.view.preview.show_text(self.words("documents_screen.cannot_preview"))
        raise error

    def _draw(self, index: int, width: float) -> None:
        if self._pages is not None:
            self.view.preview.show_image(index, self._pages.picture(index, width))

    def _export(self) -> None:
        if not self.store.flush():
            return
        folder = pick_folder(self.parts)
        jobs = self._jobs(self.view.checked(), self.view.options.format())
        if folder is None or not jobs:
            return
        run = ExportRun(self.parts, jobs, folder, self)
        run.finished.connect(partial(self._tell, folder))
        run.start()
        self.view.set_busy(True)

    def _tell(self, folder: Path, outcomes: list[Outcome]) -> None:
        self.view.set_busy(False)
        tell_written(self.parts, folder, outcomes)

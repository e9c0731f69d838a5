"""An office's letterhead, logo and signatures: a dialog over the plan that is in view."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from db.errors import ExportError
from db.queries.records import get_record
from db.records import Plan
from desktop.parts import Parts
from ui.dialogs.paper import PaperDialog

_MOST_BYTES = 8_000_000
_FOLDER = "logo_folder"


def edit_paper(parts: Parts, plan_id: str) -> None:
    """Let the person change a plan's letterhead and paper; all is stored while it is typed."""
    plan = parts.store.read(get_record, Plan, plan_id)
    labels = parts.words.table("paper.section_names")
    name = plan.short_title or plan.title
    dialog = PaperDialog(parts.words, name, list(labels.items()), parts.window)
    _Editing(parts, plan, dialog).show()
    dialog.run()
    parts.store.flush()


class _Editing(QObject):
    """Stores what the dialog says, and fetches the pictures that it shows."""

    def __init__(self, parts: Parts, plan: Plan, dialog: PaperDialog) -> None:
        super().__init__(dialog)
        self._parts = parts
        self._plan = plan
        self._dialog = dialog
        store = parts.store
        dialog.field_edited.connect(partial(store.edit, "plans", plan.id))
        dialog.field_left.connect(partial(store.leave, "plans", plan.id))
        dialog.logo_requested.connect(self._choose_logo)

    def show(self) -> None:
        """Show the plan's letterhead and paper."""
        from exports.pictures import read_logo

        paper = self._plan.paper
        picture, notices = read_logo(paper.logo)
        self._dialog.show_paper(self._plan.organiser, paper, picture.png if picture else b"")
        for notice in notices:
            problem = self._parts.words(f"warnings.{notice.key}", **notice.values)
            self._dialog.show_problem(problem)

    def _choose_logo(self) -> None:
        parts, words = self._parts, self._parts.words
        start = parts.settings.remembered.get(_FOLDER, str(Path.home()))
        filters = words("paper.file_filter") + " (*.png *.jpg *.jpeg)"
        files = parts.dialogs.pick_files(self._dialog, words("paper.pick_logo"), start, filters)
        if files:
            parts.settings.remembered[_FOLDER] = str(files[0].parent)
            self._take(files[0])

    def _take(self, file: Path) -> None:
        from exports.pictures import prepare_logo, read_logo

        try:
            logo = prepare_logo(_read(file))
        except ExportError as error:
            problem = self._parts.words.error(error.key, error.values)
            self._dialog.show_problem(problem)
            return
        picture, _ = read_logo(logo)
        self._dialog.take_logo(logo, picture.png if picture else b"")


def _read(file: Path) -> bytes:
    """Return a picture file's bytes, no more of them than one may have."""
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ExportError("logo_unreadable") from error

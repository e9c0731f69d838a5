"""The room view in the desk's own window, for one display or a mirrored one."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from db.queries.organisations import list_party_names
from desktop.canvas_writing import CanvasWriting
from desktop.parts import Parts
from ui.canvas.sections import CanvasSection
from ui.common.text_edit import GrowingTextEdit
from ui.projector.body import put_caret
from ui.projector.fields import RoomFields
from ui.projector.matter import Matter
from ui.projector.view import RoomView


class RoomInWindow(QObject):
    """Shows the room view in the frame's place, and leads back to where one was.

    Signals:
        writing_requested(int), step_requested(int), subject_requested(int): as the view's.
    """

    writing_requested = Signal(int)
    step_requested = Signal(int)
    subject_requested = Signal(int)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words, self._store, self._desk = parts.words, parts.store, parts.window
        self._caret, self._text = 0, ""
        self._section = ("", "")
        self.view: RoomView | None = None
        self._store.not_saved.connect(self._on_not_saved)
        self._store.saved.connect(self._on_saved)

    def open(self) -> RoomView:
        """Show the view, still without a page."""
        self._store.flush()
        self.view = view = RoomView(self._words, writable=not self._store.workspace.read_only)
        # Whoever may only read has to find the way back, too.
        view.foot.keys.show()
        view.edited.connect(self._write)
        view.left.connect(partial(self._store.leave, "commitments"))
        view.writing_requested.connect(self.writing_requested)
        view.step_requested.connect(self.step_requested)
        view.subject_requested.connect(self.subject_requested)
        view.closed.connect(self.close)
        field = self._desk.focusWidget()
        if isinstance(field, GrowingTextEdit):
            self._caret, self._text = field.textCursor().position(), field.value()
        self._desk.show_over(view)
        # What the frame says is covered.
        self._desk.shell.messages.told.connect(view.foot.show_passing)
        return view

    def begin(self) -> None:
        """Write where one was writing at the desk."""
        if self.view is None:
            return
        page = self.view.page()
        self._section = (page.record_id, page.field)
        self.view.focus_start()
        if page.manner == "text" and self.view.text.editor.value() == self._text:
            put_caret(self.view.text.editor, self._caret)

    def open_fields(self, section: CanvasSection, matter: Matter) -> None:
        """Let a section that is no text be written in, field by field."""
        if self.view is None or matter.commitment is None:
            return
        fields = RoomFields(self._words, section, matter.commitment.commitment.id)
        CanvasWriting(self._parts, fields, lambda: fields.commitment_id, self, fields)
        fields.show_choices((), (), self._organisations())
        self.view.show_fields(fields)
        self.show_matter(matter)
        fields.focus_start()

    def show_matter(self, matter: Matter) -> None:
        """Bring the fields that are written in up to date."""
        fields = self.view.fields if self.view is not None else None
        if fields is not None and matter.commitment is not None:
            fields.show_dossier(matter.commitment)
            fields.show_agreements(matter.agreements)

    def close(self) -> None:
        """Go back to the desk, with the caret where one wrote last."""
        if self.view is None:
            return
        view, self.view = self.view, None
        page, caret = view.page(), view.caret()
        same = (page.record_id, page.field) == self._section
        self._desk.show_shell()
        # Only now it is left: what was written comes back into the desk's own field.
        if not self._store.flush():
            # Nothing was stored that would tell the desk's fields; they are written in from here.
            self._store.replaced.emit()
        field = self._desk.focusWidget()
        if isinstance(field, GrowingTextEdit):
            put_caret(field, caret if same and caret >= 0 else self._caret)
        view.deleteLater()

    def _organisations(self) -> tuple[tuple[str, str | None], ...]:
        return self._store.read(list_party_names)

    def _write(self, commitment_id: str, field: str, value: object) -> None:
        self._store.edit("commitments", commitment_id, field, value, origin=self)

    def _on_not_saved(self) -> None:
        """Say it here, where the sign that says it elsewhere is covered."""
        if self.view is not None:
            self.view.foot.show_problem(self._words("projector.not_saved"))

    def _on_saved(self) -> None:
        if self.view is not None:
            self.view.foot.show_problem("")

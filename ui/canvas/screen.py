"""Commitments: the list of a plan's, and the canvas of the one in view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.words import Words
from ui.canvas.canvas import Canvas, CanvasView
from ui.canvas.listing import CommitmentList
from ui.common.empty_state import EmptyState
from ui.common.screen import Screen, ScreenAction

if TYPE_CHECKING:
    from db.overview import CommitmentLine


class CommitmentsScreen(Screen):
    """The list of commitments, or the canvas of one.

    The canvas and the list have signals of their own; a controller connects to them.

    Attributes:
        list, canvas: the two pages.

    Signals:
        commitment_requested(): a new commitment is wanted.
        list_requested(): the canvas is to give way to the list.
        removal_requested(str): a commitment is to go.
        matrix_requested(str): the target matrix of a commitment is wanted.
        export_requested(str): the printed canvas of a commitment is wanted.
        home_requested(): there is no plan yet; one is begun at home.
    """

    commitment_requested = Signal()
    list_requested = Signal()
    removal_requested = Signal(str)
    matrix_requested = Signal(str)
    export_requested = Signal(str)
    home_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._plan = ""
        self.list = CommitmentList(words)
        self.canvas = Canvas(words)
        self._no_plan = EmptyState(
            "file-text",
            words("canvas.no_plan.title"),
            words("canvas.no_plan.text"),
            words("canvas.no_plan.button"),
        )
        self._stack = QStackedWidget()
        for page in (self._no_plan, self.list, self.canvas):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self._no_plan.pressed.connect(self.home_requested)
        self.list.wanted.connect(self.commitment_requested)
        self.list.removal_requested.connect(self.removal_requested)
        self.canvas.heading_changed.connect(self.title_changed)
        self.canvas.section_changed.connect(self.title_changed)

    def show_no_plan(self) -> None:
        """Say that commitments belong to a plan, which has to be begun first."""
        self._plan = ""
        self._turn_to(self._no_plan)

    def show_list(self, plan: str, lines: Sequence[CommitmentLine]) -> None:
        """Show the commitments of a plan."""
        self._plan = plan
        self.list.show_lines(lines)
        self._turn_to(self.list)

    def show_canvas(self, plan: str, view: CanvasView) -> None:
        """Show the canvas of a commitment."""
        self._plan = plan
        self.canvas.show_view(view)
        self._turn_to(self.canvas)

    def shows_canvas(self) -> bool:
        """Whether the canvas is in front."""
        return self._stack.currentWidget() is self.canvas

    def title(self) -> str:
        if not self.shows_canvas():
            return self.words("canvas.title")
        number = self.canvas.value("number")
        title = str(self.canvas.value("title") or "") or self.words("canvas.untitled")
        return title if number is None else f"{number}. {title}"

    def subtitle(self) -> str:
        view = self.canvas.view
        if not self.shows_canvas() or view is None:
            return self._plan
        group = view.dossier.working_group
        parts = (view.form.title(self.words.language), group.theme if group else "", self._plan)
        return " · ".join(part for part in parts if part)

    def header_actions(self) -> list[ScreenAction]:
        words = self.words
        new = self.commitment_requested.emit
        if self._stack.currentWidget() is self._no_plan:
            return []
        if not self.shows_canvas():
            label = words("canvas.new")
            return [ScreenAction("new", label, new, icon="plus", shortcut="Ctrl+N", primary=True)]
        more = (
            (words("canvas.new"), new),
            None,
            (words("canvas.remove"), partial(self._tell, self.removal_requested)),
        )
        return [
            ScreenAction(
                "list", words("canvas.all"), self.list_requested.emit,
                icon="chevron-left", shortcut="Alt+Left",
            ),
            ScreenAction("more", words("canvas.more"), new, icon="ellipsis", choices=more),
            ScreenAction(
                "matrix", words("canvas.matrix"), partial(self._tell, self.matrix_requested),
                icon="table-2", shortcut="Ctrl+M",
            ),
            ScreenAction(
                "export", words("canvas.export"), partial(self._tell, self.export_requested),
                icon="file-down", shortcut="Ctrl+E", primary=True,
            ),
        ]  # fmt: skip

    def facts(self) -> list[str]:
        section = self.canvas.current()
        if not self.shows_canvas() or section is None:
            return [self.words("canvas.facts.open")] if not self.shows_canvas() else []
        return [
            self.words("canvas.facts.section", name=section.name),
            self.words("canvas.facts.keys"),
        ]

    def focus_start(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, CommitmentList | Canvas):
            page.focus_start()
        elif self._no_plan.button is not None:
            self._no_plan.button.setFocus()

    def _tell(self, wish: SignalInstance) -> None:
        """Say what is wanted of the commitment that is shown by then."""
        if self.canvas.view is not None:
            wish.emit(self.canvas.view.dossier.commitment.id)

    def _turn_to(self, page: QWidget) -> None:
        turned = self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        self.title_changed.emit()
        if turned and self.isVisible():
            self.focus_start()

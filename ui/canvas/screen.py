"""Commitments: the list of a plan's, and the canvas of the one in view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.words import Words
from ui.canvas.canvas import Canvas, CanvasView
from ui.canvas.compare import Choices, ComparedField, ComparePage
from ui.canvas.head_actions import HeadActions
from ui.canvas.listing import CommitmentList
from ui.common.empty_state import EmptyState
from ui.common.screen import Screen, ScreenAction

if TYPE_CHECKING:
    from db.overview import CommitmentLine


class CommitmentsScreen(Screen):
    """The list of commitments, or the canvas of one.

    The canvas and the list have signals of their own; a controller connects to them.

    Attributes:
        list, canvas, compare: the pages.

    Signals:
        commitment_requested(): a new commitment is wanted.
        list_requested(): the canvas is to give way to the list.
        removal_requested(str): a commitment is to go.
        matrix_requested(str): the target matrix of a commitment is wanted.
        export_requested(str): the printed canvas of a commitment is wanted.
        freeze_requested(str), compare_requested(str), passport_requested(str),
            printing_requested(str): a draft of a commitment is to be frozen, compared, printed
            as its passport, or as it was frozen.
        history_requested(): the past of the section in focus is wanted.
        agreement_requested(field): how a field stands; "" is the one in focus.
        draft_requested(str): a draft is to be compared with now.
        findings_requested(): all that the next draft lacks is to be shown.
        deciding_requested(list, id, field): what was written differently is to be decided.
        projector_requested(): the room is to see what is written, or no longer.
        home_requested(): there is no plan yet; one is begun at home.
    """

    commitment_requested = Signal()
    list_requested = Signal()
    removal_requested = Signal(str)
    matrix_requested = Signal(str)
    export_requested = Signal(str)
    home_requested = Signal()
    freeze_requested = Signal(str)
    compare_requested = Signal(str)
    passport_requested = Signal(str)
    printing_requested = Signal(str)
    history_requested = Signal()
    agreement_requested = Signal(str)
    draft_requested = Signal(str)
    findings_requested = Signal()
    deciding_requested = Signal(str, str, str)
    projector_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._plan = ""
        self._revisions = 0
        self.list = CommitmentList(words)
        self.canvas = Canvas(words)
        self.compare = ComparePage(words)
        self._no_plan = EmptyState(
            "file-text",
            words("canvas.no_plan.title"),
            words("canvas.no_plan.text"),
            words("canvas.no_plan.button"),
        )
        self._stack = QStackedWidget()
        for page in (self._no_plan, self.list, self.canvas, self.compare):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self._no_plan.pressed.connect(self.home_requested)
        self.list.wanted.connect(self.commitment_requested)
        self.list.removal_requested.connect(self.removal_requested)
        self.canvas.heading_changed.connect(self.title_changed)
        self.canvas.section_changed.connect(self.title_changed)
        self.canvas.agreement_requested.connect(self.agreement_requested)
        self.canvas.telling.section_shown.connect(partial(self.show_revisions, 0))
        self.canvas.guide.history_requested.connect(self.history_requested)
        self.canvas.rail.findings_requested.connect(self.findings_requested)
        self._actions = HeadActions(words, self)
        self._wrote: QWidget | None = None

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
        """Show the canvas of a commitment; its comparison stays in front where it is."""
        before = self.canvas.view
        self._plan = plan
        self.canvas.show_view(view)
        same = before is not None and before.dossier.commitment.id == view.dossier.commitment.id
        if same and self.shows_comparison():
            self.title_changed.emit()
        else:
            self._turn_to(self.canvas)

    def show_revisions(self, count: int) -> None:
        """Say how many values the section in view had; 0 while that is not known."""
        if count != self._revisions:
            self._revisions = count
            self.title_changed.emit()

    def show_comparison(
        self, choices: Choices, earlier: str, later: str, fields: Sequence[ComparedField]
    ) -> None:
        """Show what is other between two drafts of the commitment."""
        self.compare.show_comparison(choices, earlier, later, fields)
        if not self.shows_comparison():
            self._wrote = self.window().focusWidget()
        self._turn_to(self.compare)

    def shows_comparison(self) -> bool:
        """Whether the comparison of drafts is in front."""
        return self._stack.currentWidget() is self.compare

    def shows_canvas(self) -> bool:
        """Whether the canvas is in front."""
        return self._stack.currentWidget() is self.canvas

    def title(self) -> str:
        if self.shows_comparison():
            return self.words("drafts.compare.title")
        if not self.shows_canvas():
            return self.words("canvas.title")
        return self.commitment_name()

    def commitment_name(self) -> str:
        """Return number and title of the commitment in view, as they are typed by now."""
        number = self.canvas.value("number")
        title = str(self.canvas.value("title") or "") or self.words("canvas.untitled")
        return title if number is None else f"{number}. {title}"

    def subtitle(self) -> str:
        view = self.canvas.view
        if self.shows_comparison():
            return self.commitment_name()
        if not self.shows_canvas() or view is None:
            return self._plan
        group = view.dossier.working_group
        draft = self.words(f"canvas.drafts.{view.draft}") if view.draft else ""
        form = view.form.title(self.words.language)
        parts = (draft, form, group.theme if group else "", self._plan)
        return " · ".join(part for part in parts if part)

    def header_actions(self) -> list[ScreenAction]:
        if self._stack.currentWidget() is self._no_plan:
            return []
        if self.shows_comparison():
            return self._actions.for_comparison()
        if not self.shows_canvas():
            return self._actions.for_list()
        return self._actions.for_canvas()

    def facts(self) -> list[str]:
        section = self.canvas.looked_at()
        if self.shows_comparison():
            return [self.words("drafts.compare.facts")]
        if not self.shows_canvas() or section is None:
            return [self.words("canvas.facts.open")] if not self.shows_canvas() else []
        letter = section.label.partition(". ")[0]
        name = letter if len(letter) == 1 else section.name
        key = "revisions" if self._revisions else "section"
        return [
            self.words(f"canvas.facts.{key}", name=name, n=self._revisions),
            self.words("canvas.facts.keys"),
        ]

    def focus_start(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, CommitmentList | Canvas | ComparePage):
            page.focus_start()
        elif self._no_plan.button is not None:
            self._no_plan.button.setFocus()

    def show_the_canvas(self) -> None:
        """Go back to the canvas from a comparison, to where one wrote."""
        self._turn_to(self.canvas)
        # Looked for among the fields that are there: a row may have gone meanwhile.
        if self._wrote in self.canvas.cards.findChildren(QWidget):
            self._wrote.setFocus()

    def leave_page(self) -> None:
        if self.shows_comparison():
            self.show_the_canvas()

    def tell(self, wish: SignalInstance) -> None:
        """Say what is wanted of the commitment that is shown by then."""
        if self.canvas.view is not None:
            wish.emit(self.canvas.view.dossier.commitment.id)

    def _turn_to(self, page: QWidget) -> None:
        turned = self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        self.title_changed.emit()
        if turned and self.isVisible():
            self.focus_start()

"""Everything that goes out and comes in: documents with their preview, and session files."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.card import Card
from ui.common.choice_box import ChoiceBox
from ui.common.letters import hold
from ui.common.screen import Screen, ScreenAction
from ui.documents.lists import CheckedList, KindList
from ui.documents.preview_card import PreviewCard

KINDS = (
    "minutes", "attendance", "follow_ups", "responses", "matrix", "canvas", "plan", "session",
    "received",
)  # fmt: skip
_WITH_PAPER = ("minutes", "attendance", "follow_ups", "responses")
_OF_ONE_PLAN = ("minutes", "attendance", "canvas")


@dataclass(frozen=True)
class Item:
    """Something that a document can be made of: a meeting, a commitment, a plan.

    Attributes:
        id: the record's.
        title: how it is told from the others.
        detail: a second line.
    """

    id: str
    title: str
    detail: str = ""


class DocumentsScreen(Screen):
    """Chooses what to export, shows it as it will be printed, and tells what was received.

    Attributes:
        preview: shows what is chosen; options: how it is printed.

    Signals:
        kind_chosen(str): one of KINDS.
        item_shown(str): the id of the item to preview.
        plan_chosen(str): the plan whose meetings or commitments are to be offered.
        options_changed(): another language, format, version or reader: preview again.
        finalisation_requested(): the minutes that are shown shall become final.
        paper_requested(): the office's letterhead and signatures shall be changed.
        export_requested(): the checked items are to be written.
        receive_requested(): a person wants to pick session files.
        undo_import_requested(str): the receipt whose import is to be taken back.
        page_wanted(int, float): a page of the preview and its width in device pixels.
    """

    kind_chosen = Signal(str)
    item_shown = Signal(str)
    plan_chosen = Signal(str)
    options_changed = Signal()
    finalisation_requested = Signal()
    paper_requested = Signal()
    export_requested = Signal()
    receive_requested = Signal()
    undo_import_requested = Signal(str)
    page_wanted = Signal(int, float)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._items: Sequence[Item] = ()
        self._busy = False
        self.preview = PreviewCard(words)
        self.options = self.preview.options
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._build_choice())
        row.addWidget(self.preview, 1)
        self.column.addLayout(row, 1)
        self.options.changed.connect(self.options_changed)
        self.preview.finalisation_requested.connect(self.finalisation_requested)
        self.preview.pages.image_wanted.connect(self.page_wanted)
        self.preview.received.undo_requested.connect(self.undo_import_requested)
        self.preview.received.receive_requested.connect(self.receive_requested)

    def kind(self) -> str:
        """Return which kind of document is chosen."""
        return self._kinds.current()

    def set_kind(self, kind: str) -> None:
        """Choose a kind of document, as if the person had."""
        self._kinds.set_current(kind)

    def checked(self) -> list[str]:
        """Return the ids of the items to export."""
        return self._list.checked()

    def show_plans(self, plans: Sequence[tuple[str, str]], shown: str) -> None:
        """Offer plans (id, name) to choose from; one alone needs no choice."""
        self._plan.set_choices(plans)
        if plans:
            self._plan.set_value(shown)
        self._plan_ground.setVisible(len(plans) > 1 and self.kind() in _OF_ONE_PLAN)

    def show_items(self, items: Sequence[Item], checked: Sequence[str], shown: str) -> None:
        """Offer what the kind can be made of; `shown` is the one in the preview."""
        self._items = items
        kind = self.kind()
        self._list.show_items([(i.id, i.title, i.detail) for i in items], checked, shown)
        self._paper.setVisible(kind in _WITH_PAPER and bool(items))
        self._choice.setVisible(kind != "received")
        self.preview.show_kind(kind, bool(items))
        self.title_changed.emit()

    def set_busy(self, busy: bool) -> None:
        """Show that documents are being written; nothing can be started meanwhile."""
        self._busy = busy
        self.title_changed.emit()

    def title(self) -> str:
        return self.words("documents_screen.title")

    def subtitle(self) -> str:
        return self.words(f"documents_screen.hints.{self.kind()}")

    def header_actions(self) -> list[ScreenAction]:
        words = self.words
        receive = ScreenAction(
            "receive", words("documents_screen.receive"), self.receive_requested.emit,
            icon="inbox", shortcut="Ctrl+R", enabled=not self._busy,
        )  # fmt: skip
        if self.kind() == "received":
            return [receive]
        count = len(self.checked())
        export = ScreenAction(
            "export", words("documents_screen.export", n=max(count, 1)), self.export_requested.emit,
            icon="download", shortcut="Ctrl+E", primary=True, enabled=count > 0 and not self._busy,
        )  # fmt: skip
        return [receive, export]

    def focus_start(self) -> None:
        self._kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_choice(self) -> QWidget:
        ground = QWidget()
        hold(ground, fixedWidth=330)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card(self.words("documents_screen.kinds_title"), keys="Alt+1", padded=False)
        labels = [(kind, self.words(f"documents_screen.kinds.{kind}")) for kind in KINDS]
        self._kinds = KindList(self.words("documents_screen.kinds_title"), labels)
        self._kinds.chosen.connect(self._on_kind)
        card.body.addWidget(self._kinds)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._build_items(), 1)
        return ground

    def _build_items(self) -> QWidget:
        self._choice = Card(self.words("documents_screen.items_title"), keys="Alt+2", padded=False)
        self._list = CheckedList(self.words("documents_screen.items_title"))
        self._list.shown.connect(self.item_shown)
        self._list.checked_changed.connect(self.title_changed)
        self._plan = ChoiceBox(self.words("documents_screen.plan"), [])
        self._plan.edited.connect(lambda plan: self.plan_chosen.emit(str(plan)))
        self._plan_ground = QWidget()
        plan = QVBoxLayout(self._plan_ground)
        plan.setContentsMargins(13, 10, 13, 8)
        plan.addWidget(self._plan)
        self._choice.body.addWidget(self._plan_ground)
        self._choice.body.addWidget(self._list, 1)
        self._paper = LinkButton(self.words("documents_screen.paper"))
        self._paper.clicked.connect(lambda _=False: self.paper_requested.emit())
        self._choice.body.addWidget(self._paper)
        return self._choice

    def _on_kind(self, kind: str) -> None:
        self.preview.show_title(kind)
        self.kind_chosen.emit(kind)
        self.title_changed.emit()

"""The working groups of the plan in view: all at the left, the chosen one beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.name_edit import NameEdit
from ui.common.picker import Pick, PickPopup
from ui.common.row_list import RowList
from ui.organisations.members import Members
from ui.organisations.rows import commitment_row, group_name, group_row
from ui.organisations.side_by_side import SideBySide, low_list

if TYPE_CHECKING:
    from db.overview import GroupedCommitment, OrganisationLine
    from db.records import WorkingGroup

_WIDE = 660


class GroupCard(Card):
    """What a working group is about.

    Signals:
        edited(str, str, object), left(str, str): as ui.common.form.Form says them.
        removal_requested(): it shall be deleted.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    removal_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("organisations.group.title"), keys="Alt+2", parent=parent)
        self._form = Form(self)
        self._form.edited.connect(self.edited)
        self._form.left.connect(self.left)
        label = words("organisations.group.theme")
        self.theme = NameEdit(label, words("organisations.group.theme_hint"))
        self._form.add("theme", self.theme)
        self.body.addWidget(FieldRow(label, self.theme))
        remove = IconButton(words("organisations.group.delete"), "trash-2")
        remove.clicked.connect(lambda _=False: self.removal_requested.emit())
        self.add_head_widget(remove)

    def show_group(self, group: WorkingGroup) -> None:
        """Show a working group's theme."""
        self._form.show_record(group.id, {"theme": group.theme})


class GroupCommitmentsCard(Card):
    """The commitments that a working group takes care of.

    Signals:
        picked(str), removal_requested(str): this commitment shall join the group, or leave it.
        opened(str): the person wants to see a commitment.
    """

    picked = Signal(str)
    removal_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words("organisations.commitments.title"), keys="Alt+5", padded=False, parent=parent
        )
        self._words = words
        self._picks: Sequence[Pick] = ()
        self.list = RowList(words("organisations.commitments.list"))
        low_list(self.list, 110)
        self.list.opened.connect(self.opened)
        self.list.removal_requested.connect(self.removal_requested)
        self.add = LinkButton(words("organisations.commitments.add"), "plus")
        self.add.clicked.connect(lambda _=False: self._pick())
        self.add_head_widget(self.add)
        empty = PlainLabel(words("organisations.commitments.empty"), "muted")
        empty.setContentsMargins(13, 12, 13, 12)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        self.body.addWidget(self._pages, 1)

    def show_commitments(
        self, group_id: str, commitments: Sequence[GroupedCommitment], themes: Mapping[str, str]
    ) -> None:
        """Show the commitments of a group, and offer the plan's others."""
        own = [one for one in commitments if one.working_group_id == group_id]
        self.set_badge(str(len(own)) if own else "")
        self.list.set_rows([commitment_row(self._words, one) for one in own])
        self._picks = [
            Pick(one.id, self._name(one), self._elsewhere(themes.get(one.working_group_id, "")))
            for one in commitments
            if one.working_group_id != group_id
        ]
        self.add.setEnabled(bool(self._picks))
        if self.list.hasFocus() and not own:
            self.add.setFocus()
        self._pages.setCurrentIndex(0 if own else 1)

    def _name(self, one: GroupedCommitment) -> str:
        row = commitment_row(self._words, one)
        return f"{row.lead}. {row.title}"

    def _elsewhere(self, theme: str) -> str:
        return self._words("organisations.commitments.elsewhere", theme=theme) if theme else ""

    def _pick(self) -> None:
        label = self._words("organisations.commitments.pick")
        popup = PickPopup(self._words, label, self._picks, False, self.add)
        popup.picked.connect(lambda pick: self.picked.emit(str(pick.value)))
        popup.show_below(self.add)


class GroupsPage(QWidget):
    """All working groups of a plan, and one in detail.

    Signals:
        chosen(str): the person went to a group.
        new_requested(): a first group is wanted.
        home_requested(): there is no plan yet, and the person wants to begin one.
        removal_requested(str): this group shall be deleted.
    """

    chosen = Signal(str)
    new_requested = Signal()
    home_requested = Signal()
    removal_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._groups: Sequence[WorkingGroup] = ()
        self.list = RowList(words("organisations.groups.list"), chooses=True)
        self.group = GroupCard(words)
        self.members = Members(words, self)
        self.commitments = GroupCommitmentsCard(words)
        self._arrange()
        self.list.current_changed.connect(self.chosen)
        self.list.opened.connect(lambda _: self.group.theme.setFocus())
        self.list.removal_requested.connect(self.removal_requested)
        self.group.removal_requested.connect(
            lambda: self.removal_requested.emit(self.list.current_key())
        )

    def show_groups(
        self,
        groups: Sequence[WorkingGroup] | None,
        current: str,
        directory: Mapping[str, OrganisationLine],
        commitments: Sequence[GroupedCommitment],
    ) -> None:
        """Show a plan's groups with one in detail; None where there is no plan."""
        self._groups = groups or ()
        pages = {True: self._whole, False: self._empty}
        page = self._no_plan if groups is None else pages[bool(groups)]
        self._stack.setCurrentWidget(page)
        self.show_list(self._groups, commitments)
        if current != self.list.current_key():
            self.list.set_current(current)
        group = next((one for one in self._groups if one.id == current), None)
        if group is not None:
            themes = {one.id: group_name(self._words, one) for one in self._groups}
            self.group.show_group(group)
            self.members.show_group(group, directory)
            self.commitments.show_commitments(group.id, commitments, themes)

    def show_list(
        self, groups: Sequence[WorkingGroup], commitments: Sequence[GroupedCommitment]
    ) -> None:
        """Bring the list up to date while something is typed beside it."""
        self._card.set_badge(str(len(groups)) if groups else "")
        self.list.set_rows([group_row(self._words, one, commitments) for one in groups])

    def focus_start(self) -> None:
        """Put the focus on the groups, or on what to do without any."""
        page = self._stack.currentWidget()
        if isinstance(page, EmptyState) and page.button:
            page.button.setFocus()
        else:
            self.list.setFocus()

    def _arrange(self) -> None:
        words = self._words
        self._empty = EmptyState(
            "users", words("organisations.groups.empty_title"),
            words("organisations.groups.empty_text"), words("organisations.groups.new"), "plus",
        )  # fmt: skip
        self._empty.pressed.connect(self.new_requested)
        self._no_plan = EmptyState(
            "flag", words("organisations.groups.no_plan_title"),
            words("organisations.groups.no_plan_text"),
            words("organisations.groups.no_plan_button"), "house",
        )  # fmt: skip
        self._no_plan.pressed.connect(self.home_requested)
        self._card = Card(words("organisations.groups.title"), keys="Alt+1", padded=False)
        self._card.body.addWidget(self.list, 1)
        growing = [self.members.card]
        first = [self.group, self.members.card, self.commitments]
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._card, 3)
        row.addWidget(SideBySide(first, [self.members.one], growing, _WIDE), 9)
        self._stack = QStackedWidget()
        for page in (self._whole, self._empty, self._no_plan):
            self._stack.addWidget(page)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

"""What a person does with working groups, as commands."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.commands.records import delete_records, edit_fields
from db.commands.working_groups import add_member, create_working_group
from db.records import Member
from ui.common.picker import Pick
from ui.organisations.rows import group_name
from ui.organisations.screen import GROUPS

if TYPE_CHECKING:
    from desktop.controllers.organisations import OrganisationsController


class GroupWishes(QObject):
    """Grants the wishes of the page of working groups."""

    def __init__(self, owner: "OrganisationsController") -> None:
        super().__init__(owner)
        self._owner = owner
        self._words = owner.words
        self._store = owner.store
        self._page = owner.view.groups
        page = self._page
        owner.view.group_requested.connect(self._add)
        page.home_requested.connect(partial(owner.place.go, "home"))
        page.chosen.connect(partial(owner.place.show, "working_groups"))
        page.removal_requested.connect(self._delete)
        page.group.edited.connect(partial(owner.edit, "working_groups"))
        page.group.left.connect(partial(owner.leave, "working_groups"))
        self._connect_members()
        page.commitments.picked.connect(self._take_commitment)
        page.commitments.removal_requested.connect(self._drop_commitment)
        page.commitments.opened.connect(self._open_commitment)

    def _connect_members(self) -> None:
        members = self._page.members
        members.edited.connect(self._edit)
        members.left.connect(self._leave)
        members.changed.connect(self._change)
        members.removed.connect(self._remove)
        members.opened.connect(self._owner.show_organisation)
        members.card.picked.connect(self._add_member)

    def _group(self) -> str:
        return self._page.list.current_key()

    def _add(self) -> None:
        change = self._store.run(create_working_group, self._owner.plan_id())
        if change is not None:
            self._owner.view.show_segment(GROUPS)
            self._owner.show_group(change.record_id)
            self._page.group.theme.setFocus()

    def _delete(self, group_id: str) -> None:
        names = {group.id: group_name(self._words, group) for group in self._owner.groups}
        if self._store.run(delete_records, "working_groups", [group_id]) is not None:
            text = self._words("organisations.group.deleted", name=names.get(group_id, ""))
            self._tell_undo(text)

    def _edit(self, members: tuple[Member, ...]) -> None:
        self._owner.edit("working_groups", self._group(), "members", members)

    def _leave(self) -> None:
        self._owner.leave("working_groups", self._group(), "members")

    def _change(self, members: tuple[Member, ...]) -> bool:
        values = {"members": members}
        return self._store.run(edit_fields, "working_groups", self._group(), values) is not None

    def _remove(self, name: str, members: tuple[Member, ...]) -> None:
        if self._change(members):
            self._tell_undo(self._words("organisations.members.removed", name=name))

    def _add_member(self, pick: Pick) -> None:
        known = str(pick.value) in self._owner.directory
        organisation_id = str(pick.value) if known else None
        change = self._store.run(add_member, self._group(), organisation_id, name=pick.text)
        if change is not None:
            self._page.members.focus_answers()

    def _open_commitment(self, commitment_id: str) -> None:
        self._owner.place.go("commitments", commitments=commitment_id)

    def _take_commitment(self, commitment_id: str) -> None:
        self._move_commitment(commitment_id, self._group())

    def _move_commitment(self, commitment_id: str, group_id: str | None) -> bool:
        values = {"working_group_id": group_id}
        return self._store.run(edit_fields, "commitments", commitment_id, values) is not None

    def _drop_commitment(self, commitment_id: str) -> None:
        rows = {row.key: row.lead for row in self._page.commitments.list.rows()}
        number = rows.get(commitment_id, "")
        if self._move_commitment(commitment_id, None):
            self._tell_undo(self._words("organisations.commitments.removed", number=number))

    def _tell_undo(self, text: str) -> None:
        undo = (self._words("organisations.undo"), self._store.undo)
        self._owner.parts.tell(text, "info", undo)

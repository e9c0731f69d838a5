"""A working group's members: their list and the one that is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.card import Card
from ui.common.labels import PlainLabel
from ui.common.picker import Pick, PickPopup
from ui.common.row_list import RowList
from ui.organisations.considerations import MemberCard
from ui.organisations.rows import member_row, organisation_name
from ui.organisations.side_by_side import low_list

if TYPE_CHECKING:
    from db.overview import OrganisationLine
    from db.records import Member, WorkingGroup


class MemberListCard(Card):
    """The members in order.

    Signals:
        picked(Pick): this organisation shall become a member; its value is the text where it
            is new.
    """

    picked = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words("organisations.members.title"), keys="Alt+3", padded=False, parent=parent
        )
        self._words = words
        self._picks: Sequence[Pick] = ()
        self.list = RowList(words("organisations.members.list"), chooses=True, title_lines=2)
        low_list(self.list, 150)
        self.list.setAccessibleDescription(words("organisations.members.hint"))
        self.add = LinkButton(words("organisations.members.add"), "plus")
        self.add.clicked.connect(lambda _=False: self._pick())
        self.add_head_widget(self.add)
        empty = PlainLabel(words("organisations.members.empty"), "muted")
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        empty.setContentsMargins(13, 12, 13, 12)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        self.body.addWidget(self._pages, 1)

    def show_members(
        self, members: Sequence[Member], directory: Mapping[str, OrganisationLine]
    ) -> None:
        """Show the members, and offer the rest of the directory."""
        words = self._words
        self.set_badge(str(len(members)) if members else "")
        if self.list.hasFocus() and not members:
            self.add.setFocus()
        self._pages.setCurrentIndex(0 if members else 1)
        self.list.set_rows([member_row(words, i, m, directory) for i, m in enumerate(members)])
        inside = {member.organisation_id for member in members}
        self._picks = [
            Pick(line.id, organisation_name(words, line), " · ".join(line.names[1:]))
            for line in directory.values()
            if line.id not in inside and not line.same_as
        ]

    def _pick(self) -> None:
        label = self._words("organisations.members.pick")
        popup = PickPopup(self._words, label, self._picks, True, self.add)
        popup.picked.connect(self.picked)
        popup.show_below(self.add)


class Members(QObject):
    """Joins the list of members with the card of the one that is weighed.

    The members of a group are one field of its record: what is typed about one of them is
    stored as all of them.

    Signals:
        edited(object): the members, with what is typed now; while typing, each change.
        left(): a question was left.
        changed(object): the members in another order, or fewer of them: a step of its own.
        removed(str, object): the name of one that is no member any more, and those left.
        opened(str): the person wants to see an organisation.
    """

    edited = Signal(object)
    left = Signal()
    changed = Signal(object)
    removed = Signal(str, object)
    opened = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._group = ""
        self._members: tuple[Member, ...] = ()
        self._directory: Mapping[str, OrganisationLine] = {}
        self.card = MemberListCard(words)
        self.one = MemberCard(words)
        self.card.list.current_changed.connect(lambda _: self._show_one())
        self.card.list.opened.connect(lambda _: self.one.fields["focus"].setFocus())
        self.card.list.removal_requested.connect(lambda key: self._remove(int(key)))
        self.card.list.move_requested.connect(lambda key, step: self._move(int(key), step))
        self.one.edited.connect(self._take)
        self.one.left.connect(self.left)
        self.one.move_requested.connect(lambda step: self._move(self._place(), step))
        self.one.removal_requested.connect(lambda: self._remove(self._place()))
        self.one.open_requested.connect(self._open)

    def show_group(self, group: WorkingGroup, directory: Mapping[str, OrganisationLine]) -> None:
        """Show a group's members; a new last one of the same group becomes current."""
        same, before = group.id == self._group, len(self._members)
        place = self._place() if same else 0
        if same and len(group.members) == before + 1:
            place = before
        self._group, self._members, self._directory = group.id, group.members, directory
        self._show(place)

    def show_echo(self) -> None:
        """Bring the list up to date while an answer is typed beside it."""
        self.card.show_members(self._members, self._directory)

    def focus_answers(self) -> None:
        """Put the focus into the first answer of the current member."""
        self.one.fields["focus"].setFocus()

    def _show(self, place: int) -> None:
        self.card.show_members(self._members, self._directory)
        place = max(0, min(place, len(self._members) - 1))
        self.card.list.set_current(str(place) if self._members else "")
        self._show_one()

    def _show_one(self) -> None:
        place = self._place()
        self.one.setVisible(place >= 0)
        if place < 0:
            return
        member = self._members[place]
        name = organisation_name(self._words, self._directory.get(member.organisation_id or ""))
        self.one.show_member(self._key(place), name, member)
        self.one.up.setEnabled(place > 0)
        self.one.down.setEnabled(place < len(self._members) - 1)

    def _place(self) -> int:
        key = self.card.list.current_key()
        return int(key) if key else -1

    def _take(self, key: str, _question: str, _text: object) -> None:
        """Put what is typed into its member, wherever that stands by now."""
        places = [i for i in range(len(self._members)) if self._key(i) == key]
        owner = key.rpartition("/")[2]
        places += [i for i, one in enumerate(self._members) if one.organisation_id == owner]
        if places:
            members = list(self._members)
            members[places[0]] = members[places[0]].model_copy(update=self.one.answers())
            self._members = tuple(members)
            self.edited.emit(self._members)

    def _key(self, place: int) -> str:
        """Tell members apart, who have no id of their own."""
        return f"{self._group}/{place}/{self._members[place].organisation_id or ''}"

    def _move(self, place: int, step: int) -> None:
        if not 0 <= place + step < len(self._members):
            return
        self.left.emit()
        members = list(self._members)
        members.insert(place + step, members.pop(place))
        self._members = tuple(members)
        self._show(place + step)
        self.changed.emit(self._members)

    def _remove(self, place: int) -> None:
        self.left.emit()
        member = self._members[place]
        name = organisation_name(self._words, self._directory.get(member.organisation_id or ""))
        self.removed.emit(name, self._members[:place] + self._members[place + 1 :])

    def _open(self) -> None:
        member = self._members[self._place()]
        if member.organisation_id in self._directory:
            self.opened.emit(member.organisation_id)

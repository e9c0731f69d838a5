"""One organisation: its names and sector, what it was joined with, and where it appears."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton, IconButton, LinkButton
from ui.common.card import Card
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.name_edit import NameEdit
from ui.common.picker import Pick, PickPopup
from ui.common.row_list import RowList
from ui.common.string_list import StringListEditor
from ui.organisations.rows import appearance_rows, organisation_name
from ui.organisations.side_by_side import low_list

if TYPE_CHECKING:
    from db.overview import Appearance, OrganisationLine

Directory = Mapping[str, "OrganisationLine"]


class OrganisationCard(Card):
    """The fields of an organisation, each stored as it is typed.

    Signals:
        edited(str, str, object), left(str, str): as ui.common.form.Form says them.
        removal_requested(): it shall be deleted.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    removal_requested = Signal()

    def __init__(self, words: Words, sectors: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(words("organisations.organisation.title"), keys="Alt+2", parent=parent)
        self._words = words
        self._form = Form(self)
        self._form.edited.connect(self.edited)
        self._form.left.connect(self.left)
        self.name = NameEdit(
            words("organisations.organisation.name"), words("organisations.organisation.name_hint")
        )
        short = LineEdit(
            words("organisations.organisation.short_name"),
            words("organisations.organisation.short_name_hint"),
        )
        unknown = ("", words("organisations.organisation.no_sector"))
        choices = [(sector, words(f"meetings.sector_names.{sector}")) for sector in sectors]
        sector = ChoiceBox(words("organisations.organisation.sector"), [unknown, *choices])
        label = words("organisations.organisation.aliases")
        aliases = StringListEditor(words, label, ordered=False)
        self._add("name", self.name)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._add("short_name", short, row, 2)
        self._add("sector", sector, row, 3)
        self.body.addLayout(row)
        self._add("aliases", aliases, guidance=words("organisations.organisation.aliases_hint"))
        remove = IconButton(words("organisations.organisation.delete"), "trash-2")
        remove.clicked.connect(lambda _=False: self.removal_requested.emit())
        self.add_head_widget(remove)

    def show_line(self, line: OrganisationLine) -> None:
        """Show an organisation."""
        values = {name: getattr(line, name) for name in ("name", "short_name", "sector", "aliases")}
        self._form.show_record(line.id, values)

    def _add(
        self,
        name: str,
        field: QWidget,
        row: QHBoxLayout | None = None,
        share: int = 0,
        guidance: str = "",
    ) -> None:
        self._form.add(name, field)
        label = FieldRow(self._words(f"organisations.organisation.{name}"), field, guidance)
        if row is None:
            self.body.addWidget(label)
        else:
            row.addWidget(label, share)


class JoiningCard(Card):
    """Which organisations are the same as this one.

    Signals:
        join_requested(str, str): the first shall be joined into the second.
        separation_requested(str): this one shall stand for itself again.
        opened(str): the person wants to see another organisation.
    """

    join_requested = Signal(str, str)
    separation_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("organisations.joining.title"), parent=parent)
        self._words = words
        self._line: OrganisationLine | None = None
        self._directory: Directory = {}
        self.body.addWidget(PlainLabel(words("organisations.joining.text"), "small"))
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        self.body.addLayout(self._others)
        self.join = GhostButton(words("organisations.joining.join"), "link")
        self.join.clicked.connect(lambda _=False: self._pick())
        self.body.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)

    def show_line(self, line: OrganisationLine, directory: Directory) -> None:
        """Show what an organisation was joined with."""
        if self._line == line and self._directory == directory:
            return
        self._line, self._directory = line, directory
        self._forget_others()
        if line.same_as:
            self._label("organisations.joining.into")
            self._add(line.same_as, line.id)
        if line.joined:
            self._label("organisations.joining.others")
        for other in line.joined:
            self._add(other, other)
        self.join.setVisible(not line.same_as)

    def _forget_others(self) -> None:
        had_focus = any(
            (item := self._others.itemAt(place).widget()) is not None
            and item.isAncestorOf(self.focusWidget() or self)
            for place in range(self._others.count())
        )
        while (item := self._others.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if had_focus:
            self.join.show()
            self.join.setFocus()

    def _label(self, key: str) -> None:
        self._others.addWidget(PlainLabel(self._words(key), "label"))

    def _add(self, shown: str, separated: str) -> None:
        """Add a line for an organisation, with the button that separates one of the two."""
        name = organisation_name(self._words, self._directory.get(shown))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        link = LinkButton(name)
        link.setAccessibleName(self._words("organisations.joining.open_spoken", name=name))
        link.clicked.connect(lambda _=False: self.opened.emit(shown))
        separate = GhostButton(self._words("organisations.joining.separate"), "x")
        spoken = self._words("organisations.joining.separate_spoken", name=name)
        separate.setAccessibleName(spoken)
        separate.clicked.connect(lambda _=False: self.separation_requested.emit(separated))
        row.addWidget(link, 1)
        row.addStretch(1)
        row.addWidget(separate)
        self._others.addWidget(line)
        # A layout shows it only later, too late for the focus.
        line.show()

    def _pick(self) -> None:
        line = self._line
        if line is None:
            return
        others = [
            Pick(one.id, organisation_name(self._words, one), " · ".join(one.names[1:]))
            for one in self._directory.values()
            if one.id != line.id and not one.same_as
        ]
        name = organisation_name(self._words, line)
        label = self._words("organisations.joining.pick", name=name)
        popup = PickPopup(self._words, label, others, False, self.join)
        popup.picked.connect(lambda pick: self.join_requested.emit(line.id, str(pick.value)))
        popup.show_below(self.join)


class AppearancesCard(Card):
    """Where an organisation is named.

    Signals:
        opened(str, str, str): the person wants to go there: list, record id, its plan's id.
    """

    opened = Signal(str, str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words("organisations.appearances.title"), keys="Alt+3", padded=False, parent=parent
        )
        self._words = words
        self._plans: dict[str, str] = {}
        self.list = RowList(words("organisations.appearances.list"))
        self.list.opened.connect(self._open)
        low_list(self.list, 160)
        none = PlainLabel(words("organisations.appearances.none"), "muted")
        none.setAlignment(Qt.AlignmentFlag.AlignTop)
        none.setContentsMargins(13, 12, 13, 12)
        self._pages = QStackedLayout()
        # Before its pages: it shows the first at once, which would be a window of its own.
        self.body.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(none)

    def show_appearances(self, found: Sequence[Appearance]) -> None:
        """Show where it appears."""
        self.set_badge(str(len(found)) if found else "")
        self._pages.setCurrentIndex(0 if found else 1)
        self._plans = {f"{one.kind}:{one.id}": one.plan_id for one in found}
        self.list.set_rows(appearance_rows(self._words, found))

    def _open(self, key: str) -> None:
        kind, _, record_id = key.partition(":")
        self.opened.emit(kind, record_id, self._plans[key])

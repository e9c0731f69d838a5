"""A field of parties: names on chips that can be added, changed, ordered and removed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.common.flow_layout import FlowLayout
from ui.common.letters import hold
from ui.common.line_edit import LineEdit
from ui.common.look import announce
from ui.common.party_chip import PartyChip, PartyDialog
from ui.common.suggestions import marks_name, suggest

if TYPE_CHECKING:
    from db.records import Party


class PartyEditor(QWidget):
    """Parties in order. Fits the protocol of ui.common.field.Field (value: tuple of Party).

    Typing a name and Enter adds it; a name that was suggested brings its organisation along.
    What is typed so far is told with the others, so that half a name is safe, too.

    Args:
        label: its name for the screen reader.
        inline: whether the line to add stands behind the last name, without a frame.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(
        self, words: Words, label: str, inline: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._label = label
        self._inline = inline
        self._parties: tuple[Party, ...] = ()
        self._chips: list[PartyChip] = []
        self._known: dict[str, str | None] = {}
        self._names: Sequence[str] = ()
        self._offered: Sequence[str] = ()
        self.line = LineEdit(label, words("common.party.add"), quiet=inline)
        hold(self.line, minimumWidth=180)
        self.line.edited.connect(lambda _: self.edited.emit(self._with_typed()))
        self.line.returnPressed.connect(self._enter)
        self.line.left.connect(self.end_visit)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self._ground = QWidget()
        self._flow = FlowLayout(self._ground)
        self._arrange()

    def set_suggestions(self, organisations: Sequence[tuple[str, str | None]]) -> None:
        """Offer these names while typing, each with the id of its organisation, if it has one."""
        self._known = {name.casefold(): key for name, key in organisations}
        self._names = [name for name, _ in organisations]
        if self.line.hasFocus():
            self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A form may hold dozens of these; the names are prepared where one is used.
        if event.type() == QEvent.Type.FocusIn:
            self._offer()
        return False

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._ground)
        # Only now: shown without a parent it would be a window of its own.
        self._ground.setVisible(self._inline)
        if self._inline:
            self._flow.addWidget(self.line)
        else:
            column.addWidget(self.line)

    def _offer(self) -> None:
        if self._names is self._offered:
            return
        is_first = self.line.completer() is None
        completer = suggest(self.line, self._names)
        self._offered = self._names
        if is_first:
            completer.activated.connect(lambda _: self._add(), Qt.ConnectionType.QueuedConnection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter has done its work here; a dialog around must not take it for its own.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def value(self) -> tuple[Party, ...]:
        return self._parties

    def set_value(self, value: Sequence[Party]) -> None:
        if tuple(value) != self._parties:
            self._parties = tuple(value)
            self._show()

    def reset(self, value: Sequence[Party]) -> None:
        self.line.reset("")
        self.set_value(value)

    def end_visit(self) -> None:
        # A name that was typed but not confirmed is meant too.
        self._add()
        self.left.emit()

    def is_editing(self) -> bool:
        return self.line.is_editing()

    def _enter(self) -> None:
        if not marks_name(self.line):
            self._add()

    def _add(self) -> None:
        parties = self._with_typed()
        if parties == self._parties:
            return
        self.line.reset("")
        self._change(parties)
        announce(self, self._words("common.party.added", name=parties[-1].name))

    def _with_typed(self) -> tuple[Party, ...]:
        """Return the parties with what is being typed behind them: names, by semicolons."""
        from db.records import Party  # Slow to import, and loaded long before the first edit.

        names = (name.strip() for name in self.line.value().split(";"))
        return (
            *self._parties,
            *(
                Party(name=name, organisation_id=self._known.get(name.casefold()))
                for name in names
                if name
            ),
        )

    def _change(self, parties: tuple[Party, ...], focus: int | None = None) -> None:
        self._parties = parties
        self._show()
        if focus is not None and self._chips:
            self._chips[max(0, min(focus, len(self._chips) - 1))].setFocus()
        elif focus is not None:
            self.line.setFocus()
        self.edited.emit(parties)

    def _remove(self, place: int) -> None:
        name = self._parties[place].name
        self._change(self._parties[:place] + self._parties[place + 1 :], place)
        announce(self, self._words("common.party.removed", name=name))

    def _move(self, place: int, step: int) -> None:
        if 0 <= place + step < len(self._parties):
            parties = list(self._parties)
            parties.insert(place + step, parties.pop(place))
            self._change(tuple(parties), place + step)

    def _open_change(self, place: int) -> None:
        dialog = PartyDialog(self._words, self._parties[place], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._replace(place, dialog))
        dialog.open()

    def _replace(self, place: int, dialog: PartyDialog) -> None:
        old = self._parties[place]
        name = dialog.name.value().strip()
        changes: dict[str, str | None] = {"name": name, "unit": dialog.unit.value().strip()}
        if name != old.name:
            changes["organisation_id"] = self._known.get(name.casefold())
        parties = list(self._parties)
        parties[place] = old.model_copy(update=changes)
        if tuple(parties) != self._parties:
            self._change(tuple(parties), place)

    def _show(self) -> None:
        for chip in self._chips:
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._build_chip(place) for place in range(len(self._parties))]
        if self._inline:
            self._flow.removeWidget(self.line)
            self._flow.addWidget(self.line)
        self._ground.setVisible(bool(self._chips) or self._inline)
        for chip in self._chips:
            # A layout shows it only later, too late for the focus.
            chip.show()
        # Chips are made later than what comes behind the line; Tab has to reach them before it.
        ring = [self.line, *self._chips, self.line]
        for one, next_one in pairwise(ring if self._chips else []):
            QWidget.setTabOrder(one, next_one)
        self._ground.updateGeometry()

    def _build_chip(self, place: int) -> PartyChip:
        chip = PartyChip(self._words, self._parties[place])
        chip.set_place(place, len(self._parties))
        chip.change_requested.connect(lambda: self._open_change(place))
        chip.remove_requested.connect(lambda: self._remove(place))
        chip.move_requested.connect(lambda step: self._move(place, step))
        self._flow.addWidget(chip)
        return chip

"""One party among others: its chip, and the dialog that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from db.parties import party_text
from resources.words import Words
from ui.common.buttons import Button
from ui.common.field import FieldRow
from ui.common.line_edit import LineEdit
from ui.dialogs.base import Dialog

if TYPE_CHECKING:
    from db.records import Party


class PartyChip(Button):
    """One party. Enter changes it, Delete removes it, Ctrl+Left and Ctrl+Right move it."""

    ink = "info"
    change_requested = Signal()
    remove_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, words: Words, party: Party) -> None:
        super().__init__(party_text(party))
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _=False: self.open_menu())

    def set_place(self, place: int, count: int) -> None:
        """Say where it stands among the others."""
        words = self._words
        name = words("common.party.chip", name=self.text(), place=place + 1, count=count)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words("common.party.chip_hint"))
        self._movable = (place > 0, place < count - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        elif control and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_requested.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change_requested.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu()

    def open_menu(self) -> None:
        """Offer what can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.text())
        words = self._words
        menu.addAction(words("common.party.edit"), self.change_requested.emit)
        before = menu.addAction(
            words("common.party.move_before"), lambda: self.move_requested.emit(-1)
        )
        after = menu.addAction(
            words("common.party.move_after"), lambda: self.move_requested.emit(1)
        )
        before.setEnabled(self._movable[0])
        after.setEnabled(self._movable[1])
        menu.addSeparator()
        menu.addAction(words("common.party.remove"), self.remove_requested.emit)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class PartyDialog(Dialog):
    """Changes a party's name and unit."""

    def __init__(self, words: Words, party: Party, parent: QWidget) -> None:
        super().__init__(words, words("common.party.edit_title"), parent=parent)
        self.name = LineEdit(words("common.party.name"))
        self.unit = LineEdit(words("common.party.unit"))
        self.name.set_value(party.name)
        self.unit.set_value(party.unit)
        self.body.addWidget(FieldRow(words("common.party.name"), self.name))
        self.body.addWidget(FieldRow(words("common.party.unit"), self.unit))
        self.name.edited.connect(self._check)
        self.name.setFocus()

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.name.value().strip()))

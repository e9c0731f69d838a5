"""The screen of organisations and working groups in its window, over a real register."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.queries.records import get_record
from db.records import Organisation, WorkingGroup
from desktop.controllers.organisations import OrganisationsController
from tests.desktop.room import Room
from ui.organisations.screen import DIRECTORY


class Directory(Room):
    """The screen of organisations and working groups in its window."""

    def open(self, segment: int = DIRECTORY) -> None:
        self.controller = OrganisationsController(self.parts())
        self.view = self.controller.view
        self.page = self.view.directory
        self.groups = self.view.groups
        self.show(self.controller)
        self.view.show_segment(segment)

    def organisation(self, organisation_id: str) -> Organisation:
        return self.store.read(get_record, Organisation, organisation_id)

    def group(self) -> WorkingGroup:
        return self.store.read(get_record, WorkingGroup, self.group_id)

    def names(self) -> list[str]:
        return [row.title for row in self.page.list.rows()]

    def members(self) -> list[str]:
        return [row.title for row in self.groups.members.card.list.rows()]

    def pick(self, button, text: str) -> None:
        """Open a button's list by key, type into it and take what is marked."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        popup = QApplication.activePopupWidget()
        QTest.keyClicks(popup.line, text)
        # The list is gone before the key is up again.
        QTest.keyPress(popup.line, Qt.Key.Key_Return)
        self.settle()
        # The window gets the focus back when the list is gone.
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

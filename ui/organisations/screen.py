"""Organisations and working groups: two pages behind one entry of the navigation."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from resources.words import Words
from ui.common.screen import Screen, ScreenAction
from ui.organisations.directory import DirectoryPage
from ui.organisations.groups import GroupsPage

DIRECTORY, GROUPS = 0, 1


class OrganisationsScreen(Screen):
    """The directory of organisations, and the working groups of the plan in view.

    What happens on a page is told by the page itself: `directory` and `groups`.

    Args:
        sectors: the sectors that an organisation may have, in their order.

    Signals:
        segment_changed(int): the person went to the other page (DIRECTORY or GROUPS).
        organisation_requested(), group_requested(): a new one is wanted.
    """

    segment_changed = Signal(int)
    organisation_requested = Signal()
    group_requested = Signal()

    def __init__(self, words: Words, sectors: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._counts = (0, 0)
        self._has_plan = False
        self.directory = DirectoryPage(words, sectors)
        self.groups = GroupsPage(words)
        self.directory.new_requested.connect(self.organisation_requested)
        self.groups.new_requested.connect(self.group_requested)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words("organisations.segments"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._pages = QStackedWidget()
        for key, page in (("directory", self.directory), ("groups", self.groups)):
            self.tabs.addTab(words(f"organisations.{key}.title"))
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        self.column.setContentsMargins(12, 4, 12, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self._pages, 1)

    def segment(self) -> int:
        """Return which page is in front."""
        return self.tabs.currentIndex()

    def show_segment(self, segment: int) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(segment)

    def show_counts(self, organisations: int, groups: int | None) -> None:
        """Say how many there are of each; None where there is no plan for groups."""
        counts = (organisations, groups or 0)
        if (counts, groups is not None) != (self._counts, self._has_plan):
            self._counts, self._has_plan = counts, groups is not None
            self.title_changed.emit()

    def title(self) -> str:
        return self.words("shell.screens.organisations")

    def subtitle(self) -> str:
        return " · ".join(self.facts())

    def header_actions(self) -> list[ScreenAction]:
        if self.segment() == DIRECTORY:
            label, wish = self.words("organisations.directory.new"), self.organisation_requested
        else:
            label, wish = self.words("organisations.groups.new"), self.group_requested
        enabled = self.segment() == DIRECTORY or self._has_plan
        return [ScreenAction("new", label, wish.emit, "plus", "Ctrl+N", True, enabled)]

    def facts(self) -> list[str]:
        organisations, groups = self._counts
        return [
            self.words("organisations.directory.count", n=organisations),
            self.words("organisations.groups.count", n=groups),
        ]

    def focus_start(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, DirectoryPage | GroupsPage):
            page.focus_start()

    def _turn(self, segment: int) -> None:
        self._pages.setCurrentIndex(segment)
        self.title_changed.emit()
        self.segment_changed.emit(segment)

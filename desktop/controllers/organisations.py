"""The controller of organisations and working groups."""

from typing import get_args

from db.changes import Change
from db.overview import GroupedCommitment, OrganisationLine
from db.queries.appearances import list_appearances
from db.queries.home import list_plan_lines
from db.queries.organisations import (
    list_directory,
    list_grouped_commitments,
    list_working_groups,
)
from db.records import Sector, WorkingGroup
from desktop.controllers.base import Controller
from desktop.controllers.directory import DirectoryWishes
from desktop.controllers.working_groups import GroupWishes
from desktop.parts import Parts
from ui.organisations.screen import DIRECTORY, GROUPS, OrganisationsScreen

SECTORS: tuple[str, ...] = tuple(sector for sector in get_args(Sector) if sector)


class OrganisationsController(Controller):
    """Shows the directory and the working groups of the plan in view.

    What a person wants on either page is granted by DirectoryWishes and GroupWishes.
    """

    key = "organisations"
    kinds = (
        "organisations", "working_groups", "plans", "commitments", "milestones",
        "meetings", "attendances", "points", "follow_ups",
    )  # fmt: skip
    places = ("plans", "organisations", "working_groups")

    def __init__(self, parts: Parts) -> None:
        self.view = OrganisationsScreen(parts.words, SECTORS)
        super().__init__(parts, self.view)
        self.directory: dict[str, OrganisationLine] = {}
        self.groups: tuple[WorkingGroup, ...] = ()
        self.directory_wishes = DirectoryWishes(self)
        self.group_wishes = GroupWishes(self)

    def refresh(self) -> None:
        self._read()
        standing = tuple(line.id for line in self.directory.values() if not line.same_as)
        chosen = self._chosen("organisations", tuple(self.directory), standing)
        found = self.store.read(list_appearances, chosen) if chosen else ()
        self.view.directory.show_lines(tuple(self.directory.values()), chosen)
        self.view.directory.show_organisation(self.directory.get(chosen), found)
        groups = tuple(group.id for group in self.groups)
        chosen = self._chosen("working_groups", groups, groups)
        shown = self.groups if self.plan_id() else None
        self.view.groups.show_groups(shown, chosen, self.directory, self._commitments())
        self.view.show_counts(len(standing), None if shown is None else len(groups))

    def show_echo(self, change: Change) -> None:
        self._read()
        if "organisations" in change.kinds:
            chosen = self.view.directory.list.current_key()
            self.view.directory.show_lines(tuple(self.directory.values()), chosen)
        else:
            self.view.groups.show_list(self.groups, self._commitments())
            self.view.groups.members.show_echo()

    def plan_id(self) -> str:
        """Return the plan in view, "" when there is none."""
        plans = [plan.id for plan in self.store.read(list_plan_lines)]
        wanted = self.place.record("plans")
        return wanted if wanted in plans else ""

    def show_organisation(self, organisation_id: str) -> None:
        """Bring an organisation into view."""
        self.place.show("organisations", organisation_id)
        self.view.show_segment(DIRECTORY)

    def show_group(self, group_id: str) -> None:
        """Bring a working group into view, with its plan."""
        self.place.show("working_groups", group_id)
        self.view.show_segment(GROUPS)

    def _read(self) -> None:
        self.directory = {line.id: line for line in self.store.read(list_directory)}
        self.directory_wishes.look_for_similar()
        plan_id = self.plan_id()
        self.groups = self.store.read(list_working_groups, plan_id) if plan_id else ()

    def _commitments(self) -> tuple[GroupedCommitment, ...]:
        return self.store.read(list_grouped_commitments, self.plan_id())

    def _chosen(self, kind: str, ids: tuple[str, ...], others: tuple[str, ...]) -> str:
        """Return which record is in view: the remembered one, else the first of the others."""
        wanted = self.place.record(kind)
        return wanted if wanted in ids else next(iter(others), "")

    def _on_moved(self, name: str) -> None:
        # Whoever leads here from another screen names what is to be seen.
        if name == "working_groups" and self.place.record(name):
            self.view.show_segment(GROUPS)
        elif name == "organisations" and self.place.record(name):
            self.view.show_segment(DIRECTORY)
        super()._on_moved(name)

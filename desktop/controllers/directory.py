"""What a person does in the directory of organisations, as commands."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from db.commands.organisations import (
    create_organisation,
    join_organisation,
    join_similar,
    keep_organisations_apart,
    separate_organisation,
)
from db.commands.records import delete_records
from db.overview import OrganisationLine
from db.records import Sector
from db.similar import SimilarPair, find_similar
from desktop.workers import Workers
from ui.organisations.rows import JOINED, organisation_name
from ui.organisations.screen import DIRECTORY
from ui.organisations.similar import SimilarDialog

if TYPE_CHECKING:
    from desktop.controllers.organisations import OrganisationsController

# So long nothing was changed: names are compared when they are written.
_LOOK_MS = 300


class DirectoryWishes(QObject):
    """Grants the wishes of the directory page."""

    def __init__(self, owner: "OrganisationsController") -> None:
        super().__init__(owner)
        self._owner = owner
        self._words = owner.words
        self._store = owner.store
        self._page = owner.view.directory
        page = self._page
        owner.view.organisation_requested.connect(self._add)
        page.chosen.connect(partial(owner.place.show, "organisations"))
        page.removal_requested.connect(self._delete)
        page.detail.edited.connect(partial(owner.edit, "organisations"))
        page.detail.left.connect(partial(owner.leave, "organisations"))
        page.joining.join_requested.connect(self._join)
        page.joining.separation_requested.connect(self._separate)
        page.appearances.opened.connect(self._go)
        page.similar.review_requested.connect(self._review)
        self._similar: tuple[SimilarPair, ...] = ()
        self._looked_at: tuple[OrganisationLine, ...] = ()
        self._workers = Workers(self)
        self._later = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._later.timeout.connect(self._look)

    def look_for_similar(self) -> None:
        """Find, behind the window and a little later, which organisations may be the same."""
        self._later.start()

    def _look(self) -> None:
        lines = tuple(self._owner.directory.values())
        if lines != self._looked_at:
            self._looked_at = lines
            self._workers.run(partial(find_similar, lines), self._show_similar)

    def _show_similar(self, pairs: tuple[SimilarPair, ...]) -> None:
        self._similar = pairs
        self._page.similar.show_number(len(pairs))

    def _review(self) -> None:
        directory = self._owner.directory
        pairs = [p for p in self._similar if p.keep_id in directory and p.join_id in directory]
        if not pairs:
            return
        dialog = SimilarDialog(self._words, pairs, directory, self._owner.parts.window)
        dialog.join_requested.connect(self._join_similar)
        dialog.apart_requested.connect(partial(self._store.run, keep_organisations_apart))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _join_similar(self, organisation_id: str, into_id: str) -> None:
        self._store.run(join_similar, organisation_id, into_id)

    def _add(self) -> None:
        """Add an organisation of the sector that is looked at, ready to be named."""
        wanted = self._page.filters.sector() or ""
        sector: Sector = "" if wanted == JOINED else wanted  # pyright: ignore[reportAssignmentType]
        change = self._store.run(create_organisation, sector=sector)
        if change is not None:
            self._owner.view.show_segment(DIRECTORY)
            self._owner.show_organisation(change.record_id)
            self._page.detail.name.setFocus()

    def _delete(self, organisation_id: str) -> None:
        name = organisation_name(self._words, self._owner.directory.get(organisation_id))
        following = self._page.neighbour(organisation_id)
        if self._store.run(delete_records, "organisations", [organisation_id]) is None:
            return
        self._owner.place.show("organisations", following)
        undo = (self._words("organisations.undo"), self._store.undo)
        text = self._words("organisations.organisation.deleted", name=name)
        self._owner.parts.tell(text, "info", undo)

    def _join(self, organisation_id: str, into_id: str) -> None:
        if self._store.run(join_organisation, organisation_id, into_id):
            # The one that stands for both from now on; there they can be separated again.
            self._owner.show_organisation(into_id)

    def _separate(self, organisation_id: str) -> None:
        self._store.run(separate_organisation, organisation_id)

    def _go(self, kind: str, record_id: str, plan_id: str) -> None:
        self._owner.place.show("plans", plan_id)
        if kind == "working_groups":
            self._owner.show_group(record_id)
        else:
            self._owner.place.go(kind, **{kind: record_id})

"""Reads what a room may be shown, with what is typed and not stored yet."""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from db.clock import begin_of
from db.errors import CommandError
from db.queries.clock import meeting_clock
from db.queries.commitments import commitment_dossier
from db.queries.drafts import list_agreements, list_drafts
from db.queries.meetings import meeting_dossier
from db.queries.room import fields_before, milestones_gone
from db.records import Record
from db.snapshot import MeetingDossier
from desktop.pending import WHOLE, PendingEdit
from desktop.store import Store
from ui.projector.matter import Matter

P = ParamSpec("P")
R = TypeVar("R", bound=Record)
T = TypeVar("T")


class RoomMatter:
    """Keeps what was read until something of it has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._commitment: tuple[str, Matter] | None = None
        self._meeting: tuple[str, MeetingDossier | None] | None = None
        self._awaited: object = None

    def forget_commitment(self) -> None:
        """Read the commitment anew the next time."""
        self._commitment = None

    def forget_meeting(self) -> None:
        """Read the meeting anew the next time, and what changed since it began."""
        self._commitment = self._meeting = self._awaited = None

    def await_meeting(self) -> object:
        """Say that a meeting is being read elsewhere; return what it is to be handed over by."""
        self._awaited = object()
        return self._awaited

    def take_meeting(
        self, awaited: object, meeting_id: str, dossier: MeetingDossier | None
    ) -> bool:
        """Take a meeting that was read elsewhere; False where it may be an older one by now.

        A point that was closed meanwhile would be open in it.
        """
        if awaited is not self._awaited:
            return False
        self._commitment, self._meeting = None, (meeting_id, dossier)
        return True

    def read(self, commitment_id: str, meeting_id: str, since: str) -> Matter:
        """Return what there is to be shown now; ids of what is gone count as none.

        `since` is the instant that counts where no meeting's begin was noted.
        """
        if self._meeting is None or self._meeting[0] != meeting_id:
            self._meeting = (meeting_id, self._read(find_meeting, meeting_id))
            self._commitment = None
        if self._commitment is None or self._commitment[0] != commitment_id:
            begun = self._begun(meeting_id) or since
            self._commitment = (commitment_id, self._read_commitment(commitment_id, begun))
        meeting = _finished(self._meeting[1], self._store.unfinished)
        return self._typed(replace(self._commitment[1], meeting=meeting))

    def _read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what is stored alone: what is typed over it is news, and is laid over it later."""
        with self._store.workspace.read() as session:
            return query(session, *args, **kwargs)

    def _begun(self, meeting_id: str) -> str:
        """Return the instant at which a meeting began, as revisions write theirs."""
        clock = self._read(meeting_clock, meeting_id) if meeting_id else None
        began = begin_of(clock, self._store.workspace.now()) if clock else None
        return self._store.workspace.instant_of(began) if began else ""

    def _read_commitment(self, commitment_id: str, since: str) -> Matter:
        if not commitment_id:
            return Matter()
        try:
            dossier = self._read(commitment_dossier, commitment_id)
        except CommandError:
            return Matter()
        drafts = self._read(list_drafts, commitment_id)
        gone = self._read(milestones_gone, commitment_id, since) if since else ()
        milestones = (*dossier.milestones, *gone)
        return Matter(
            commitment=dossier,
            earlier=self._before(commitment_id, since),
            earlier_milestones={one.id: self._before(one.id, since) for one in milestones},
            milestones_gone=gone,
            draft=drafts[-1].level if drafts else "",
            agreements=self._read(list_agreements, commitment_id),
        )

    def _before(self, record_id: str, since: str) -> dict[str, Any]:
        return self._read(fields_before, record_id, since) if since else {}

    def _typed(self, matter: Matter) -> Matter:
        """Return the same with the letters that are on their way to the register."""
        edits = [edit for edit in self._store.unsaved if edit.field[2] != WHOLE]
        if not edits:
            return matter
        dossier, meeting = matter.commitment, matter.meeting
        earlier, stones = dict(matter.earlier), dict(matter.earlier_milestones)
        if dossier is not None:
            before = dossier.commitment
            (commitment,) = _overlaid("commitments", (before,), edits)
            earlier = _other(before, commitment) | earlier
            milestones = _overlaid("milestones", dossier.milestones, edits)
            for old, new in zip(dossier.milestones, milestones, strict=True):
                stones[old.id] = _other(old, new) | dict(stones.get(old.id, {}))
            dossier = replace(dossier, commitment=commitment, milestones=milestones)
        if meeting is not None:
            meeting = replace(meeting, points=_overlaid("points", meeting.points, edits))
        return replace(
            matter, commitment=dossier, meeting=meeting, earlier=earlier, earlier_milestones=stones
        )


def find_meeting(session: Session, meeting_id: str) -> MeetingDossier | None:
    """Return a meeting with its points; None for one that is gone, or for ""."""
    try:
        return meeting_dossier(session, meeting_id) if meeting_id else None
    except CommandError:
        return None


def _finished(meeting: MeetingDossier | None, unfinished: Set[str]) -> MeetingDossier | None:
    """Leave out what is still typed for the first time: it may be closed to the room yet."""
    if meeting is None or not unfinished:
        return meeting
    return replace(
        meeting,
        points=tuple(one for one in meeting.points if one.id not in unfinished),
        attendances=tuple(one for one in meeting.attendances if one.id not in unfinished),
    )


def _other(before: Record, after: Record) -> dict[str, object]:
    """Return the fields that are other now, as they were."""
    return {name: value for name, value in before if value != getattr(after, name)}


def _overlaid(kind: str, records: Iterable[R], edits: Iterable[PendingEdit]) -> tuple[R, ...]:
    values: dict[str, dict[str, object]] = {}
    for edit in edits:
        for of, record_id, name in edit.fields:
            if of == kind:
                values.setdefault(record_id, {})[name] = edit.value
    return tuple(
        one.model_copy(update=values[one.id]) if one.id in values else one for one in records
    )

"""Commands about the directory of organisations."""

from uuid import uuid4

from sqlmodel import Session, col, select

from db import rules
from db.changes import Change
from db.errors import CommandError
from db.models import OrganisationRow
from db.queries.records import get_record
from db.recorder import Recorder
from db.records import Organisation, Sector
from db.workspace import Author, Workspace


def create_organisation(
    workspace: Workspace, author: Author, name: str = "", sector: Sector = ""
) -> Change:
    """Add an organisation to the directory."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        organisation = Organisation(id=str(uuid4()), name=name, sector=sector)
        recorder.create(organisation)
        return recorder.change("create_organisation", organisation.id)


def join_organisation(
    workspace: Workspace, author: Author, organisation_id: str, into_id: str
) -> Change:
    """Say that an organisation is the same as another, which stands for both from now on.

    What refers to it is not rewritten: it is resolved when it is read. Raises CommandError
    when both stand for the same one already.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        _join(recorder, organisation_id, into_id)
        return recorder.change("join_organisation", organisation_id)


def separate_organisation(workspace: Workspace, author: Author, organisation_id: str) -> Change:
    """Let an organisation that was joined into another stand for itself again."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        recorder.set("organisations", organisation_id, "same_as", None)
        return recorder.change("separate_organisation", organisation_id)


def keep_organisations_apart(
    workspace: Workspace, author: Author, organisation_id: str, other_id: str
) -> Change:
    """Remember that two organisations are not the same, however much they resemble each other."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        known = get_record(session, Organisation, organisation_id).other_than
        if other_id not in known:
            recorder.set("organisations", organisation_id, "other_than", [*known, other_id])
        return recorder.change("keep_organisations_apart", organisation_id)


def join_similar(workspace: Workspace, author: Author, join_id: str, into_id: str) -> Change:
    """Join an organisation into another one, which is known by its names from now on, too.

    Raises CommandError when both stand for the same one already.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        into_id = _join(recorder, join_id, into_id)
        kept = get_record(session, Organisation, into_id)
        joined = get_record(session, Organisation, join_id)
        known = (kept.name, kept.short_name, *kept.aliases)
        new = [
            name
            for name in dict.fromkeys((joined.name, joined.short_name, *joined.aliases))
            if name and name not in known
        ]
        if new:
            recorder.set("organisations", into_id, "aliases", [*kept.aliases, *new])
        if joined.sector and not kept.sector:
            recorder.set("organisations", into_id, "sector", joined.sector)
        return recorder.change("join_organisation", join_id)


def _join(recorder: Recorder, organisation_id: str, into_id: str) -> str:
    """Join and return the one that stands for both in the end."""
    resolved = rules.resolve_joined(_joined(recorder.session))
    into_id = resolved.get(into_id, into_id)
    if resolved.get(organisation_id, organisation_id) == into_id:
        raise CommandError("organisation_joined_already", id=organisation_id)
    recorder.set("organisations", organisation_id, "same_as", into_id)
    return into_id


def _joined(session: Session) -> dict[str, str]:
    query = select(OrganisationRow.id, OrganisationRow.same_as).where(
        col(OrganisationRow.deleted).is_(False), col(OrganisationRow.same_as).is_not(None)
    )
    return {organisation_id: into for organisation_id, into in session.exec(query) if into}

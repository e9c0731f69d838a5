"""Commands about the directory of organisations."""

from uuid import uuid4

from sqlmodel import Session, col, select

from db import rules
from db.changes import Change
from db.errors import CommandError
from db.models import OrganisationRow
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
        resolved = rules.resolve_joined(_joined(session))
        into_id = resolved.get(into_id, into_id)
        if resolved.get(organisation_id, organisation_id) == into_id:
            raise CommandError("organisation_joined_already", id=organisation_id)
        recorder = Recorder(session, author, workspace.instant())
        recorder.set("organisations", organisation_id, "same_as", into_id)
        return recorder.change("join_organisation", organisation_id)


def separate_organisation(workspace: Workspace, author: Author, organisation_id: str) -> Change:
    """Let an organisation that was joined into another stand for itself again."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        recorder.set("organisations", organisation_id, "same_as", None)
        return recorder.change("separate_organisation", organisation_id)


def _joined(session: Session) -> dict[str, str]:
    query = select(OrganisationRow.id, OrganisationRow.same_as).where(
        col(OrganisationRow.deleted).is_(False), col(OrganisationRow.same_as).is_not(None)
    )
    return {organisation_id: into for organisation_id, into in session.exec(query) if into}

"""The tables of the register: one per record of the domain, and what the register keeps besides.

Every column of a record table is a field of its model in db.records (a test compares them);
the models check values, the tables only store them. Positions and order live in the records,
so nothing here depends on insertion order.
"""

# SQLModel's own way of naming a table is typed as something else.
# pyright: reportAssignmentType=false

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlmodel import Field, SQLModel

from db.records import Paper, Part, Signature

Json = dict[str, Any]


def _key(table: str) -> ForeignKey:
    """A reference that is checked at commit, so that order is free within a transaction."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def _owner(table: str, index: bool = True) -> Any:
    return Field(sa_column_args=[_key(table)], index=index)


def _reference(table: str) -> Any:
    return Field(default=None, sa_column_args=[_key(table)])


def _list() -> Any:
    return Field(default_factory=list, sa_type=JSON)


def _object() -> Any:
    return Field(default_factory=dict, sa_type=JSON)


def _part(model: type[Part]) -> Any:
    return Field(default_factory=lambda: model().model_dump(mode="json"), sa_type=JSON)


class PlanRow(SQLModel, table=True):
    __tablename__ = "plans"

    id: str = Field(primary_key=True)
    deleted: bool = False
    title: str = ""
    short_title: str = ""
    organiser: str = ""
    start: str = ""
    end: str = ""
    form: str = ""
    stages: list[str] = _list()
    paper: Json = _part(Paper)
    chapters: list[Json] = _list()


class OrganisationRow(SQLModel, table=True):
    __tablename__ = "organisations"

    id: str = Field(primary_key=True)
    deleted: bool = False
    name: str = ""
    short_name: str = ""
    aliases: list[str] = _list()
    sector: str = ""
    same_as: str | None = _reference("organisations")
    other_than: list[str] = _list()


class WorkingGroupRow(SQLModel, table=True):
    __tablename__ = "working_groups"

    id: str = Field(primary_key=True)
    deleted: bool = False
    plan_id: str = _owner("plans")
    theme: str = ""
    members: list[Json] = _list()


class CommitmentRow(SQLModel, table=True):
    __tablename__ = "commitments"

    id: str = Field(primary_key=True)
    deleted: bool = False
    plan_id: str = _owner("plans")
    number: int | None = None
    title: str = ""
    form: str = ""
    start: str = ""
    end: str = ""
    problem: str = ""
    description: str = ""
    contribution: str = ""
    values_text: str = ""
    values: list[str] = _list()
    alignment: str = ""
    additional: str = ""
    done_so_far: str = ""
    transparency: str = ""
    accountability: str = ""
    participation: str = ""
    coordinating_unit: str = ""
    proposers: list[Json] = _list()
    leads: list[Json] = _list()
    government_actors: list[Json] = _list()
    other_actors: list[Json] = _list()
    matrix_head: Json = _object()
    working_group_id: str | None = _reference("working_groups")


class MilestoneRow(SQLModel, table=True):
    __tablename__ = "milestones"

    id: str = Field(primary_key=True)
    deleted: bool = False
    commitment_id: str = _owner("commitments")
    position: float | None = None
    text: str = ""
    output: str = ""
    start: str = ""
    end: str = ""
    actors: list[Json] = _list()


class ContactRow(SQLModel, table=True):
    __tablename__ = "contacts"

    id: str = Field(primary_key=True)
    deleted: bool = False
    commitment_id: str = _owner("commitments")
    position: float | None = None
    side: str = ""
    name: str = ""
    title: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""


class TargetRow(SQLModel, table=True):
    __tablename__ = "targets"

    id: str = Field(primary_key=True)
    deleted: bool = False
    commitment_id: str = _owner("commitments")
    position: float | None = None
    goal: str = ""
    responsible: str = ""
    measure: str = ""
    targets: Json = _object()
    evidence: str = ""


class ConfirmationRow(SQLModel, table=True):
    __tablename__ = "confirmations"

    id: str = Field(primary_key=True)
    deleted: bool = False
    commitment_id: str = _owner("commitments")
    position: float | None = None
    organisation: str = ""
    organisation_id: str | None = _reference("organisations")
    number: str = ""
    date: str = ""
    answer: str = ""
    note: str = ""


class AgreementRow(SQLModel, table=True):
    __tablename__ = "agreements"

    id: str = Field(primary_key=True)
    deleted: bool = False
    commitment_id: str = _owner("commitments")
    position: float | None = None
    canvas_field: str = ""
    state: str = ""
    organisation: str = ""
    organisation_id: str | None = _reference("organisations")
    note: str = ""


class MeetingRow(SQLModel, table=True):
    __tablename__ = "meetings"

    id: str = Field(primary_key=True)
    deleted: bool = False
    plan_id: str = _owner("plans")
    kind: str = ""
    method: str = ""
    stage: int | None = None
    title: str = ""
    subtitle: str = ""
    topic: str = ""
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    began: str = ""
    ended: str = ""
    timezone: str = ""
    place: str = ""
    chair: str = ""
    note_taker: Json = _part(Signature)
    chair_signature: Json = _part(Signature)
    commitment_ids: list[str] = _list()
    status: str = ""


class AttendanceRow(SQLModel, table=True):
    __tablename__ = "attendances"

    id: str = Field(primary_key=True)
    deleted: bool = False
    meeting_id: str = _owner("meetings")
    position: float | None = None
    person: str = ""
    title: str = ""
    organisation: str = ""
    organisation_id: str | None = _reference("organisations")
    unit: str = ""
    sector: str = ""
    gender: str = ""
    presence: str = ""
    named: str = ""
    people: int | None = None
    men: int | None = None
    women: int | None = None


class PointRow(SQLModel, table=True):
    __tablename__ = "points"
    __table_args__ = (
        Index("ix_points_commitment_id", "commitment_id"),
        # All that numbering needs, so that it never reads the texts.
        Index("ix_points_place", "meeting_id", "parent_id", "position", "id", "deleted"),
    )

    id: str = Field(primary_key=True)
    deleted: bool = False
    meeting_id: str = _owner("meetings", index=False)
    parent_id: str | None = _reference("points")
    position: float | None = None
    text: str = ""
    kind: str = ""
    raised_by: str = ""
    raised_by_id: str | None = _reference("organisations")
    commitment_id: str | None = _reference("commitments")
    canvas_field: str = ""
    response: str = ""
    reason: str = ""
    consensus: str = ""
    objection_by: str = ""
    objection: str = ""
    answered_on: str = ""
    visibility: str = ""
    carries_id: str | None = _reference("follow_ups")
    changes: list[str] = _list()


class DismissalRow(SQLModel, table=True):
    __tablename__ = "dismissals"

    id: str = Field(primary_key=True)
    deleted: bool = False
    meeting_id: str = _owner("meetings")
    changes: list[str] = _list()


class FollowUpRow(SQLModel, table=True):
    __tablename__ = "follow_ups"

    id: str = Field(primary_key=True)
    deleted: bool = False
    meeting_id: str = _owner("meetings")
    point_id: str | None = _reference("points")
    commitment_id: str | None = _reference("commitments")
    text: str = ""
    owner: str = ""
    owner_id: str | None = _reference("organisations")
    due: str = ""
    status: str = ""
    closed_on: str = ""


class MinutesRow(SQLModel, table=True):
    __tablename__ = "minutes"

    id: str = Field(primary_key=True)
    deleted: bool = False
    meeting_id: str = _owner("meetings")
    version: int | None = None
    corrects: int | None = None
    made_on: str = ""
    content: Json = _object()
    sha256: str = ""


class DraftRow(SQLModel, table=True):
    __tablename__ = "drafts"

    id: str = Field(primary_key=True)
    deleted: bool = False
    commitment_id: str = _owner("commitments")
    level: str = ""
    made_on: str = ""
    meeting_id: str | None = _reference("meetings")
    content: Json = _object()
    sha256: str = ""


class RevisionRow(SQLModel, table=True):
    """One value that a field had.

    `exported` and `received` tell that others know it: no autosave writes it any more.
    """

    __tablename__ = "revisions"
    __table_args__ = (
        Index("ix_revisions_field", "record_id", "field"),
        Index("ix_revisions_meeting_id", "meeting_id", "entity"),
        Index("ix_revisions_point_id", "point_id"),
    )

    id: str = Field(primary_key=True)
    entity: str
    record_id: str
    field: str
    value: Any = Field(default=None, sa_type=JSON)
    at: str
    author: str = ""
    device: str = ""
    meeting_id: str | None = None
    point_id: str | None = None
    exported: bool = False
    received: bool = False


class RevisionParentRow(SQLModel, table=True):
    """A revision's parents, in order. No foreign key: a parent may be unknown here yet."""

    __tablename__ = "revision_parents"

    revision_id: str = Field(primary_key=True, sa_column_args=[_key("revisions")])
    position: int = Field(primary_key=True)
    parent_id: str = Field(index=True)


class ReceiptRow(SQLModel, table=True):
    """What one received file brought, so that it can be told, and undone as a whole.

    `brought` maps each list to the ids it brought, with the revisions under "revisions";
    `moved` lists [entity, record id, field, value shown before]. `awaited` holds the revisions
    that were here before their parents, which the file brought. `exported` tells that some of
    it has left this machine since.
    """

    __tablename__ = "receipts"

    id: str = Field(primary_key=True)
    file_id: str = Field(index=True)
    sha256: str
    file_name: str
    at: str
    author: str
    device: str
    counts: Json = _object()
    brought: Json = _object()
    moved: list[Any] = _list()
    awaited: list[str] = _list()
    exported: bool = False


RecordRow = (
    PlanRow
    | OrganisationRow
    | WorkingGroupRow
    | CommitmentRow
    | MilestoneRow
    | ContactRow
    | TargetRow
    | ConfirmationRow
    | AgreementRow
    | MeetingRow
    | AttendanceRow
    | PointRow
    | DismissalRow
    | FollowUpRow
    | MinutesRow
    | DraftRow
)

TABLES: dict[str, type[RecordRow]] = {
    table.__tablename__: table  # pyright: ignore[reportAttributeAccessIssue]
    for table in RecordRow.__args__
}

METADATA = SQLModel.metadata

"""Which records there are, who owns whom, and which of their fields have a history.

The one table that commands, history and session files read, so that a new record is
a new line here.
"""

from dataclasses import dataclass

from db import records
from db.records import Record


@dataclass(frozen=True)
class Kind:
    """A list of the session file: its record, and the record that owns each entry.

    Attributes:
        name: the list's name, also the table's and a revision's `entity`.
        record: the model of one entry.
        owner: the field that names the owner, or "" for a record that stands alone.
        owner_kind: the owner's list, or "".
        frozen: True for copies that never change and so have no field history.
    """

    name: str
    record: type[Record]
    owner: str = ""
    owner_kind: str = ""
    frozen: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that have a history of their own."""
        left_out = {"id", "deleted", self.owner}
        if self.frozen:
            return ()
        return tuple(name for name in self.record.model_fields if name not in left_out)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("plans", records.Plan),
        Kind("organisations", records.Organisation),
        Kind("working_groups", records.WorkingGroup, "plan_id", "plans"),
        Kind("commitments", records.Commitment, "plan_id", "plans"),
        Kind("milestones", records.Milestone, "commitment_id", "commitments"),
        Kind("contacts", records.Contact, "commitment_id", "commitments"),
        Kind("targets", records.Target, "commitment_id", "commitments"),
        Kind("confirmations", records.Confirmation, "commitment_id", "commitments"),
        Kind("agreements", records.Agreement, "commitment_id", "commitments"),
        Kind("meetings", records.Meeting, "plan_id", "plans"),
        Kind("attendances", records.Attendance, "meeting_id", "meetings"),
        Kind("points", records.Point, "meeting_id", "meetings"),
        Kind("dismissals", records.Dismissal, "meeting_id", "meetings"),
        Kind("follow_ups", records.FollowUp, "meeting_id", "meetings"),
        Kind("minutes", records.Minutes, "meeting_id", "meetings", frozen=True),
        Kind("drafts", records.Draft, "commitment_id", "commitments", frozen=True),
    )
}

KIND_OF_RECORD: dict[type[Record], str] = {kind.record: kind.name for kind in KINDS.values()}

# Fields that hold another record's id, besides the owner: list → {field: list named}.
REFERENCES: dict[str, dict[str, str]] = {
    "organisations": {"same_as": "organisations"},
    "commitments": {"working_group_id": "working_groups"},
    "meetings": {"commitment_ids": "commitments"},
    "attendances": {"organisation_id": "organisations"},
    "confirmations": {"organisation_id": "organisations"},
    "agreements": {"organisation_id": "organisations"},
    "points": {
        "parent_id": "points",
        "raised_by_id": "organisations",
        "commitment_id": "commitments",
        "carries_id": "follow_ups",
    },
    "follow_ups": {
        "point_id": "points",
        "commitment_id": "commitments",
        "owner_id": "organisations",
    },
    "drafts": {"meeting_id": "meetings"},
}
# Fields that hold lists of parties or members, each of which may name an organisation.
PARTY_FIELDS: dict[str, tuple[str, ...]] = {
    "commitments": ("proposers", "leads", "government_actors", "other_actors"),
    "milestones": ("actors",),
    "working_groups": ("members",),
}


def children_of(kind_name: str) -> tuple[Kind, ...]:
    """Return the kinds whose records belong to a record of this kind."""
    return tuple(kind for kind in KINDS.values() if kind.owner_kind == kind_name)

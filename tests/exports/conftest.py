"""The real papers' records as dossiers, straight from the session files beside the checkout."""

import json
import zipfile
from pathlib import Path

import pytest

from db.records import (
    Attendance,
    Commitment,
    Contact,
    FollowUp,
    Meeting,
    Milestone,
    Plan,
    Point,
    Target,
)
from db.rules import in_order
from db.snapshot import CommitmentDossier, MeetingDossier, PlanDossier


class SessionFile:
    """The records of a session file, by list."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self._lists = json.loads(archive.read("session.json"))

    def records(self, model, name):
        return [model.model_validate_json(json.dumps(r)) for r in self._lists.get(name, [])]

    @property
    def plan(self) -> PlanDossier:
        plan = self.records(Plan, "plans")[0]
        children = {
            name: self.records(model, name)
            for name, model in (
                ("milestones", Milestone),
                ("contacts", Contact),
                ("targets", Target),
            )
        }
        commitments = [
            CommitmentDossier(
                plan,
                commitment,
                **{
                    name: in_order(r for r in records if r.commitment_id == commitment.id)
                    for name, records in children.items()
                },
            )
            for commitment in self.records(Commitment, "commitments")
        ]
        return PlanDossier(plan, tuple(sorted(commitments, key=lambda c: c.commitment.number)))

    @property
    def meeting(self) -> MeetingDossier:
        meeting = self.records(Meeting, "meetings")[0]
        plan = self.plan
        return MeetingDossier(
            plan.plan,
            meeting,
            in_order(self.records(Attendance, "attendances")),
            in_order(self.records(Point, "points")),
            tuple(self.records(FollowUp, "follow_ups")),
            tuple(c for c in plan.commitments if c.commitment.id in meeting.commitment_ids),
        )


@pytest.fixture(scope="session")
def bilateral(reference_data: Path) -> MeetingDossier:
    """The bilateral meeting of 24 August 2018."""
    return SessionFile(reference_data / "bilateral-2018-08-24.rembuk").meeting


@pytest.fixture(scope="session")
def ogi(reference_data: Path) -> PlanDossier:
    """Six commitments of RAN OGI 2020–2022, four of them with matrices."""
    return SessionFile(reference_data / "ran-ogi-2020-2022-part.rembuk").plan


@pytest.fixture(scope="session")
def opi(reference_data: Path) -> PlanDossier:
    """Two commitments of RAN OPI 2020–2022."""
    return SessionFile(reference_data / "ran-opi-2020-2022-part.rembuk").plan

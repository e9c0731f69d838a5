"""The latest changes of a section of the canvas."""

from dataclasses import replace

import pytest

from db.commands.drafts import freeze_draft
from db.commands.records import edit_field
from db.queries.drafts import list_drafts
from db.queries.section_past import section_past
from tests.db.following import Following

ASKED = ("title", "problem")


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def test_a_section_tells_its_latest_changes_and_the_drafts_frozen_between_them(desk):
    meeting = desk.meeting("2025-03-01", desk.floods)
    place = ("commitments", desk.floods.id, "problem")

    def write(text: str, **author) -> None:
        writer = replace(desk.author, **author)
        edit_field(desk.workspace, writer, "commitments", desk.floods.id, "problem", text)

    def told() -> list[tuple[str, object, object]]:
        drafts = desk.read(list_drafts, desk.floods.id)
        past = desk.read(section_past, [place], drafts, 3)
        return [(one.kind, one.before, one.wording.value) for one in past.changes]

    write("a")
    freeze_draft(desk.workspace, desk.author, desk.floods.id, "1", ASKED, reason="Segera")
    assert told() == [("drafts", None, "1"), ("commitments", None, "a")]
    for text in ("a b", "b"):
        write(text)
    write("b c", meeting_id=meeting.id, name="Sekar")
    # The draft is older than the oldest change that is told.
    assert told() == [
        ("commitments", "b", "b c"), ("commitments", "a b", "b"), ("commitments", "a", "a b"),
    ]  # fmt: skip
    past = desk.read(section_past, [place], (), 1)
    (latest,) = past.changes
    assert past.revisions == 4
    assert (latest.wording.author, latest.wording.meeting_kind) == ("Sekar", meeting.kind)
    assert desk.read(section_past, [], ()).changes == ()

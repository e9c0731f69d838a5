"""The latest changes of a section of the canvas."""

from dataclasses import replace

import pytest

from db.commands.drafts import freeze_draft
from db.commands.records import edit_field
from db.queries.drafts import list_drafts
from db.queries.section_past import section_past
from db.section_past import Freezing
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

    def told() -> list[tuple[object, ...]]:
        drafts = desk.read(list_drafts, desk.floods.id)
        entries = desk.read(section_past, [place], drafts, 3).entries
        return [
            ("draft", one.level) if isinstance(one, Freezing) else (one.before, one.wording.value)
            for one in entries
        ]

    write("a")
    freeze_draft(desk.workspace, desk.author, desk.floods.id, "1", ASKED, reason="Segera")
    assert told() == [("draft", "1"), (None, "a")]
    write("a b")
    assert told() == [("a", "a b"), ("draft", "1"), (None, "a")]
    write("b")
    write("b c", meeting_id=meeting.id, name="Sekar")
    assert told() == [("b", "b c"), ("a b", "b"), ("a", "a b"), ("draft", "1")]
    write("c")
    assert told() == [("b c", "c"), ("b", "b c"), ("a b", "b")]
    past = desk.read(section_past, [place], (), 2)
    _, in_meeting = past.entries
    assert past.revisions == 5
    assert (in_meeting.wording.author, in_meeting.wording.meeting_kind) == ("Sekar", "bilateral")
    assert desk.read(section_past, [], ()).entries == ()

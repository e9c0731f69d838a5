"""The lines of the directory, of an organisation's appearances, and of working groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from resources.meeting_names import kind_name
from resources.words import Words
from ui.common.chip import SECTOR_KINDS, Kind
from ui.common.dates import format_date
from ui.common.rows import Row

if TYPE_CHECKING:
    from db.overview import Appearance, GroupedCommitment, OrganisationLine
    from db.records import Member, WorkingGroup

QUESTIONS = ("focus", "past_work", "plans", "expertise")
JOINED = "joined"
"""The filter for organisations that were joined into another."""


def organisation_name(words: Words, line: OrganisationLine | None) -> str:
    """Return what an organisation is called, also one that has no name or is gone."""
    if line is None:
        return words("organisations.gone")
    return line.name or line.short_name or words("organisations.untitled")


def sector_words(words: Words, sector: str) -> str:
    """Return a sector's short name, also of one that is not known."""
    return words(f"meetings.sectors.{sector or 'unknown'}")


def organisation_row(
    words: Words, line: OrganisationLine, directory: Mapping[str, OrganisationLine]
) -> Row:
    """Return an organisation as a line of the directory."""
    if line.same_as:
        other = organisation_name(words, directory.get(line.same_as))
        note = words("organisations.directory.joined_into", name=other)
    else:
        names = (line.short_name if line.name else "", *line.aliases)
        note = " · ".join(name for name in names if name)
    kind = SECTOR_KINDS.get(line.sector, "neutral")
    chips = ((sector_words(words, line.sector), kind),)
    return Row(line.id, organisation_name(words, line), note, chips=chips)


def fits(line: OrganisationLine, sector: str | None, text: str) -> bool:
    """Tell whether a line is to be shown under a filter (None: all) and a searched text."""
    if sector is None or sector == JOINED:
        shown = bool(line.same_as) == (sector == JOINED)
    else:
        shown = not line.same_as and line.sector == sector
    names = " ".join(line.names).casefold()
    return shown and all(part in names for part in text.casefold().split())


def appearance_rows(words: Words, found: Sequence[Appearance]) -> list[Row]:
    """Return where an organisation appears, under a heading for each kind of record."""
    rows: list[Row] = []
    before = ""
    for one in found:
        if one.kind != before:
            before = one.kind
            count = sum(other.kind == one.kind for other in found)
            head = words(f"organisations.appearances.{one.kind}")
            chips: tuple[tuple[str, Kind], ...] = ((str(count), "neutral"),)
            rows.append(Row(f"head:{one.kind}", head, chips=chips, heading=True))
        rows.append(_appearance_row(words, one))
    return rows


def _appearance_row(words: Words, one: Appearance) -> Row:
    roles = ", ".join(words(f"organisations.roles.{role}") for role in one.roles)
    when = format_date(words, one.date) if one.date else ""
    kind = kind_name(words, one.meeting_kind)
    note = " · ".join(part for part in (kind, when, roles) if part)
    return Row(
        f"{one.kind}:{one.id}",
        one.title or words("organisations.untitled"),
        note,
        lead="" if one.number is None else str(one.number),
    )


def group_row(words: Words, group: WorkingGroup, commitments: Sequence[GroupedCommitment]) -> Row:
    """Return a working group as a line."""
    own = sum(commitment.working_group_id == group.id for commitment in commitments)
    counts = (
        words("organisations.groups.members", n=len(group.members)),
        words("organisations.groups.commitments", n=own),
    )
    return Row(group.id, group_name(words, group), " · ".join(counts))


def group_name(words: Words, group: WorkingGroup) -> str:
    """Return what a working group is called, also one without a theme."""
    return group.theme or words("organisations.groups.untitled")


def member_row(
    words: Words, place: int, member: Member, directory: Mapping[str, OrganisationLine]
) -> Row:
    """Return a working group's member as a line; its key is its place."""
    line = directory.get(member.organisation_id or "")
    weighed = sum(bool(getattr(member, question).strip()) for question in QUESTIONS)
    kind: Kind = "success" if weighed == len(QUESTIONS) else "neutral"
    name = organisation_name(words, line)
    return Row(
        str(place),
        name,
        sector_words(words, line.sector) if line else "",
        lead=str(place + 1),
        chips=((words("organisations.members.weighed", n=weighed), kind),),
        spoken=words("organisations.members.spoken", name=name, n=weighed),
    )


def commitment_row(words: Words, commitment: GroupedCommitment) -> Row:
    """Return a commitment of a working group as a line."""
    number = "–" if commitment.number is None else str(commitment.number)
    title = commitment.title or words("organisations.untitled")
    return Row(commitment.id, title, lead=number)

"""What the sheet says on which the participants of a meeting sign."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.counting import people_of
from db.records import Attendance
from db.snapshot import MeetingDossier
from exports.minutes import foot_text, meeting_facts
from exports.minutes_parts import Fact
from resources.words import Words

_NOT_COMING = ("excused", "absent")
_COLUMNS = ("number", "name", "title", "organisation", "gender", "contact", "signature")
# A line that stands for a crowd would make a sheet that nobody prints.
_MOST_PLACES = 60


@dataclass(frozen=True)
class SheetLine:
    """A line to sign; what is empty is filled in by hand.

    Attributes:
        sign: what stands where the signature goes: somebody online cannot sign.
    """

    name: str = ""
    title: str = ""
    organisation: str = ""
    gender: str = ""
    sign: str = ""


@dataclass(frozen=True)
class SheetContent:
    """Everything that the sheet prints; blank lines are numbered on behind the others."""

    letterhead: str
    title: str
    subtitle: str
    topic: str
    facts: tuple[Fact, ...]
    columns: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    foot: str
    logo: str = ""


def sheet_content(dossier: MeetingDossier, language: str) -> SheetContent:
    """Return the sign sheet of a meeting, filled in with who was invited or came."""
    words = Words(language)
    meeting = dossier.meeting
    label = words.table("papers.attendance")
    return SheetContent(
        letterhead=dossier.plan.organiser.upper(),
        title=label["heading"],
        subtitle=meeting.subtitle,
        topic=words("papers.minutes.topic", topic=meeting.topic) if meeting.topic else "",
        facts=meeting_facts(meeting, words, planned=True),
        columns=tuple(label[column] for column in _COLUMNS),
        lines=tuple(
            line
            for attendance in dossier.attendances
            if attendance.presence not in _NOT_COMING
            for line in _places(attendance, words)
        ),
        foot=foot_text(meeting, language),
        logo=dossier.plan.paper.logo,
    )


def _places(attendance: Attendance, words: Words) -> Iterator[SheetLine]:
    """Return a line for everyone whom a row stands for."""
    body = ", ".join(part for part in (attendance.unit, attendance.organisation) if part)
    gender = words(f"papers.attendance.{attendance.gender}") if attendance.gender else ""
    online = attendance.presence == "online"
    sign = words("papers.attendance.online") if online else ""
    if attendance.person or attendance.title or body:
        yield SheetLine(attendance.person, attendance.title, body, gender, sign)
        for _ in range(min(people_of(attendance), _MOST_PLACES) - 1):
            yield SheetLine(organisation=body, sign=sign)

"""What the minutes of a meeting say, apart from what they are printed on.

The same content is printed as PDF and attached to it, so that both say the same. An empty text
is something that the meeting does not have, and is not printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.records import Attendance, FollowUp, Meeting, Point, Signature
from db.rules import in_order, number_points
from db.snapshot import CommitmentDossier, MeetingDossier
from exports.formats import format_date, format_hours, format_long_date
from exports.matrix import party_text
from exports.phrases import number_lines
from resources.words import Words

_FORM_HEADING = "NOTULEN RAPAT"
_NOT_THERE = ("excused", "absent")


@dataclass(frozen=True)
class Fact:
    """A label with its text, `Tempat : Ruang Rapat 204`; `number` where it is a section."""

    label: str
    text: str
    number: str = ""


@dataclass(frozen=True)
class FactSection:
    """A section of labels with texts."""

    number: str
    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ListSection:
    """A section of numbered lines."""

    number: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PointLine:
    """A point as it is printed; `notes` say who raised it and what was answered."""

    number: str
    depth: int
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PointSection:
    """What was discussed."""

    number: str
    heading: str
    points: tuple[PointLine, ...]


@dataclass(frozen=True)
class TaskLine:
    """A follow-up as it is printed."""

    number: str
    text: str
    owner: str
    due: str


@dataclass(frozen=True)
class TaskSection:
    """The follow-ups; without lines the section is not printed."""

    number: str
    heading: str
    columns: tuple[str, ...]
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True)
class Signer:
    """Someone who signs: what as, the name under the line, and what stands below it."""

    role: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """The appendix of a commitment: what the meeting made of a proposed action."""

    heading: str
    action: Fact
    problem: Fact
    columns: tuple[Fact, ...]


@dataclass(frozen=True)
class MinutesContent:
    """Everything that the minutes print, in the order in which they print it."""

    letterhead: str
    title: str
    subtitle: str
    topic: str
    held: FactSection
    chair: Fact
    attendance: ListSection
    excused: ListSection
    discussion: PointSection
    follow_ups: TaskSection
    signers: tuple[Signer, ...]
    summaries: tuple[Summary, ...]
    foot: str
    draft: str


def minutes_content(dossier: MeetingDossier, language: str) -> MinutesContent:
    """Return what the minutes of a meeting say in a language."""
    words = Words(language)
    meeting = dossier.meeting
    label = words.table("papers.minutes")
    own_title = meeting.title if meeting.title != _FORM_HEADING else ""
    people = dossier.attendances
    return MinutesContent(
        letterhead=dossier.plan.organiser.upper(),
        title=own_title or label["heading"],
        subtitle=meeting.subtitle,
        topic=words("papers.minutes.topic", topic=meeting.topic) if meeting.topic else "",
        held=FactSection("1.", label["held"], _held(meeting, words)),
        chair=Fact(label["chair"], meeting.chair, "2."),
        attendance=ListSection("3.", label["attendance"], _people(people, words, there=True)),
        excused=_excused(people, words),
        discussion=PointSection("4.", label["discussion"], _point_lines(dossier.points, words)),
        follow_ups=_tasks(dossier.follow_ups, words),
        signers=_signers(meeting, words),
        summaries=tuple(_summary(commitment, words) for commitment in dossier.commitments),
        foot=foot_text(meeting, language),
        draft="" if meeting.status == "final" else label["draft"],
    )


def foot_text(meeting: Meeting, language: str) -> str:
    """Return how feet and lists name a meeting: its kind, topic and date.

    No-break spaces hold the date together where a foot takes two lines.
    """
    words = Words(language)
    kind = words(f"papers.meeting_names.{meeting.kind}") if meeting.kind else ""
    date = format_date(meeting.date, language).replace(" ", "\u00a0")
    parts = (kind, meeting.topic or meeting.subtitle, date)
    return " · ".join(part for part in parts if part)


def _held(meeting: Meeting, words: Words) -> tuple[Fact, ...]:
    hours = format_hours(meeting.start_time, meeting.end_time, meeting.timezone, words.language)
    return (
        Fact(words("papers.minutes.date"), format_long_date(meeting.date, words.language)),
        Fact(words("papers.minutes.hours"), hours),
        Fact(words("papers.minutes.place"), meeting.place),
    )


def _excused(attendances: Iterable[Attendance], words: Words) -> ListSection:
    lines = _people(attendances, words, there=False)
    return ListSection("", words("papers.minutes.excused") if lines else "", lines)


def _people(attendances: Iterable[Attendance], words: Words, *, there: bool) -> tuple[str, ...]:
    """Return those who were there, or those who sent word that they could not come."""
    listed = [
        attendance
        for attendance in attendances
        if (attendance.presence not in _NOT_THERE if there else attendance.presence == "excused")
    ]
    return tuple(text for attendance in listed if (text := _person(attendance, words)))


def _person(attendance: Attendance, words: Words) -> str:
    """Return a line of the list: `unit, organisation`, before it the person where one is named."""
    named = (attendance.person, attendance.title, attendance.unit, attendance.organisation)
    text = ", ".join(part for part in named if part)
    counted = {"people": attendance.people, "men": attendance.men, "women": attendance.women}
    details = [words(f"papers.minutes.{key}", **{key: n}) for key, n in counted.items() if n]
    if attendance.presence in ("online", "represented"):
        details.append(words(f"papers.minutes.{attendance.presence}"))
    return f"{text} ({', '.join(details)})" if text and details else text


def _point_lines(points: Sequence[Point], words: Words) -> tuple[PointLine, ...]:
    parents = {point.parent_id for point in points}
    said = [point for point in points if point.text.strip() or point.id in parents]
    return tuple(
        PointLine(
            f"{numbered.number}.",
            numbered.depth,
            numbered.point.text,
            _notes(numbered.point, words),
        )
        for numbered in number_points(said)
    )


def _notes(point: Point, words: Words) -> tuple[str, ...]:
    notes: list[str] = []
    if point.kind == "decision":
        notes.append(words("papers.minutes.decision"))
    if point.raised_by:
        notes.append(words("papers.minutes.raised_by", name=point.raised_by))
    if point.response:
        response = words(f"papers.responses.{point.response}")
        notes.append(words("papers.minutes.response", response=response))
    if point.reason:
        notes.append(words("papers.minutes.reason", reason=point.reason))
    return tuple(notes)


def _tasks(follow_ups: Iterable[FollowUp], words: Words) -> TaskSection:
    kept = [task for task in follow_ups if task.status != "dropped" and task.text.strip()]
    columns = ("number", "task", "owner", "due")
    return TaskSection(
        number="5." if kept else "",
        heading=words("papers.minutes.follow_ups") if kept else "",
        columns=tuple(words(f"papers.minutes.{column}") for column in columns) if kept else (),
        lines=tuple(
            TaskLine(f"{n}.", task.text, task.owner, format_date(task.due, words.language))
            for n, task in enumerate(kept, 1)
        ),
    )


def _signers(meeting: Meeting, words: Words) -> tuple[Signer, ...]:
    """Return the note-taker, and the chair before them where the office wants it."""
    signers = [_signer(words("papers.minutes.note_taker"), meeting.note_taker, words)]
    chair = meeting.chair_signature
    if any((chair.name, chair.title, chair.rank, chair.nip)):
        signers.insert(0, _signer(words("papers.minutes.chair"), chair, words))
    return tuple(signers)


def _signer(role: str, signature: Signature, words: Words) -> Signer:
    nip = words("papers.minutes.nip", nip=signature.nip) if signature.nip else ""
    lines = (signature.title, signature.rank, nip)
    return Signer(role, signature.name, tuple(line for line in lines if line))


def _summary(dossier: CommitmentDossier, words: Words) -> Summary:
    commitment = dossier.commitment
    label = words.table("papers.summary")
    goals = list(dict.fromkeys(target.goal for target in dossier.targets if target.goal))
    columns = {
        "action": commitment.title,
        "goal": number_lines(goals) or commitment.description,
        "milestones": number_lines([m.text for m in in_order(dossier.milestones)]),
        "leads": number_lines([party_text(party) for party in commitment.leads]),
        "government_actors": number_lines(
            [party_text(party) for party in commitment.government_actors]
        ),
    }
    return Summary(
        heading=label["heading"],
        action=Fact(label["action_label"], commitment.title),
        problem=Fact(label["problem"], commitment.problem),
        columns=tuple(Fact(label[key], text) for key, text in columns.items()),
    )

"""What the minutes of a meeting say, apart from what they are printed on.

The same content is printed as PDF and attached to it, so that both say the same. An empty text
is something that the meeting does not have, and is not printed.
"""

from collections.abc import Iterable, Sequence, Sized

from db.parties import party_text
from db.records import Attendance, Meeting, Paper, Point, Signature
from db.rules import in_order, number_points
from db.snapshot import CommitmentDossier, MeetingDossier
from exports.formats import format_date, format_hours, format_long_date
from exports.minutes_letters import has_letters, letter_section
from exports.minutes_parts import (
    Fact,
    FactSection,
    ListSection,
    MinutesContent,
    PointLine,
    PointSection,
    Signer,
    Summary,
    TaskLine,
    TaskSection,
    in_office_order,
)
from exports.minutes_tasks import task_lines
from exports.phrases import number_lines
from exports.point_notes import point_notes
from resources.words import Words

_FORM_HEADING = "NOTULEN RAPAT"
_NOT_THERE = ("invited", "excused", "absent")
_NOTHING: frozenset[str] = frozenset()


def minutes_content(
    dossier: MeetingDossier, language: str, hidden: frozenset[str] = _NOTHING
) -> MinutesContent:
    """Return what the minutes of a meeting say in a language.

    `hidden` are the points that stay out; the others keep their numbers, and how many there
    are is said.
    """
    words = Words(language)
    meeting = dossier.meeting
    label = words.table("papers.minutes")
    own_title = meeting.title if meeting.title != _FORM_HEADING else ""
    people, paper = dossier.attendances, dossier.plan.paper
    tasks = task_lines(dossier, hidden, words)
    number = _numbers(paper, _left_out(dossier, tasks))
    return MinutesContent(
        letterhead=dossier.plan.organiser.upper(),
        title=own_title or label["heading"],
        subtitle=meeting.subtitle,
        topic=words("papers.minutes.topic", topic=meeting.topic) if meeting.topic else "",
        held=FactSection(number["held"], label["held"], meeting_facts(meeting, words)),
        chair=Fact(label["chair"], meeting.chair, number["chair"]),
        attendance=ListSection(
            number["attendance"], label["attendance"], _people(people, words, there=True)
        ),
        excused=_excused(people, words),
        discussion=_discussion(number["discussion"], dossier, hidden, words),
        follow_ups=_tasks(number.get("follow_ups", ""), tasks, words),
        signers=_signers(meeting, paper, words),
        summaries=tuple(_summary(commitment, words) for commitment in dossier.commitments),
        foot=foot_text(meeting, language),
        draft="" if meeting.status == "final" else label["draft"],
        order=paper.sections and in_office_order(paper.sections),
        logo=paper.logo,
        confirmations=letter_section(dossier, number.get("confirmations", ""), words),
    )


def _left_out(dossier: MeetingDossier, tasks: Sized) -> list[str]:
    """Return the sections that have no heading, since nothing would stand below it."""
    empty = {"follow_ups": not tasks, "confirmations": not has_letters(dossier)}
    return [name for name, is_empty in empty.items() if is_empty]


def _discussion(
    number: str, dossier: MeetingDossier, hidden: frozenset[str], words: Words
) -> PointSection:
    return PointSection(
        number,
        words("papers.minutes.discussion"),
        _point_lines(dossier.points, hidden, words),
        words("papers.minutes.left_out", n=len(hidden)) if hidden else "",
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


def meeting_facts(meeting: Meeting, words: Words, *, planned: bool = False) -> tuple[Fact, ...]:
    """Return when and where a meeting is; the hours as they really were, unless `planned`."""
    start = meeting.start_time if planned else meeting.began or meeting.start_time
    end = meeting.end_time if planned else _end(meeting)
    hours = format_hours(start, end, meeting.timezone, words.language)
    return (
        Fact(words("papers.minutes.date"), format_long_date(meeting.date, words.language)),
        Fact(words("papers.minutes.hours"), hours),
        Fact(words("papers.minutes.place"), meeting.place),
    )


def _end(meeting: Meeting) -> str:
    """Return when it ended; as planned where nobody noted it, unless it had not begun by then."""
    overtaken = meeting.began > meeting.end_time >= meeting.start_time
    return meeting.ended or ("" if overtaken else meeting.end_time)


def _numbers(paper: Paper, left_out: Sequence[str]) -> dict[str, str]:
    """Return the printed numbers of the sections; one that isn't printed takes none."""
    printed = [name for name in in_office_order(paper.sections) if name not in left_out]
    return {name: f"{n}." for n, name in enumerate(printed, 1)}


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


def _point_lines(
    points: Sequence[Point], hidden: frozenset[str], words: Words
) -> tuple[PointLine, ...]:
    return tuple(
        PointLine(
            f"{numbered.number}.",
            numbered.depth,
            numbered.point.text,
            point_notes(numbered.point, words),
        )
        for numbered in number_points(said_points(points))
        if numbered.point.id not in hidden
    )


def printed_ids(points: Sequence[Point]) -> list[str]:
    """Return the ids of the points that are printed, in the order of the paper."""
    return [numbered.point.id for numbered in number_points(said_points(points))]


def said_points(points: Sequence[Point]) -> list[Point]:
    """Return the points that are printed: an empty one only holds up those below it."""
    parents = {point.parent_id for point in points}
    return [point for point in points if point.text.strip() or point.id in parents]


def _tasks(number: str, lines: tuple[TaskLine, ...], words: Words) -> TaskSection:
    columns = ("number", "task", "owner", "due")
    return TaskSection(
        number=number,
        heading=words("papers.minutes.follow_ups") if lines else "",
        columns=tuple(words(f"papers.minutes.{column}") for column in columns) if lines else (),
        lines=lines,
    )


def _signers(meeting: Meeting, paper: Paper, words: Words) -> tuple[Signer, ...]:
    """Return the note-taker, and the chair before them where the office wants it.

    Who signs this meeting wins over who signs for the office.
    """
    note_taker = meeting.note_taker if _filled(meeting.note_taker) else paper.note_taker
    signers = [_signer(words("papers.minutes.note_taker"), note_taker, words)]
    chair = meeting.chair_signature if _filled(meeting.chair_signature) else paper.chair
    if _filled(meeting.chair_signature) or paper.chair_signs:
        signers.insert(0, _signer(words("papers.minutes.chair"), chair, words))
    return tuple(signers)


def _filled(signature: Signature) -> bool:
    return any((signature.name, signature.title, signature.rank, signature.nip))


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

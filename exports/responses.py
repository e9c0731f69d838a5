"""What the register of answers says: every input, who gave it, its answer, and what it changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.canvas_changes import AnsweredInput, CanvasChange
from db.passages import changed_passages
from db.records import Attendance, Meeting, Plan
from db.snapshot import CommitmentDossier
from exports.discretion import Discretion, bodies_of
from exports.document import Notice
from exports.formats import format_date
from resources.canvas_words import place_words, value_words
from resources.lines import with_capital
from resources.part_names import part_name
from resources.words import Words

COLUMNS = ("number", "input", "raised_by", "response", "reason", "change")
STATES = ("unanswered", "accepted", "adapted", "declined", "deferred")
_LAST = 2**31


@dataclass(frozen=True)
class ResponseRow:
    """An input as it is printed.

    Attributes:
        origin: where it was said, and about what: two lines. Each of these facts follows alone,
            for papers that have a column for it.
    """

    number: str
    text: str
    origin: str
    raised_by: str
    sector: str
    meeting: str
    date: str
    point: str
    commitment: str
    part: str
    response: str
    reason: str
    changes: tuple[str, ...]
    unanswered: bool = False


@dataclass(frozen=True)
class ResponsesContent:
    """Everything that the register prints, the inputs by commitment and as they were said.

    Attributes:
        public: what a public version says of itself, "" for the office's own.
    """

    letterhead: str
    title: str
    plan: str
    day: str
    counts: str
    columns: tuple[str, ...]
    rows: tuple[ResponseRow, ...]
    nothing: str
    foot: str
    public: str = ""
    logo: str = ""


@dataclass(frozen=True)
class Publicity:
    """What is known of persons and bodies, for a public version."""

    attendances: Sequence[Attendance]
    meetings: Sequence[Meeting]
    commitments: Sequence[CommitmentDossier]


def printed_responses(
    plan: Plan,
    answers: Sequence[AnsweredInput],
    today: str,
    language: str,
    public: Publicity | None,
) -> tuple[ResponsesContent, tuple[Notice, ...]]:
    """Return the office's register, or the public's where it is said who must not be named."""
    if public is None:
        return responses_content(plan, answers, today, language), ()
    return public_responses(plan, answers, public, today, language)


def responses_content(
    plan: Plan, answers: Sequence[AnsweredInput], today: str, language: str
) -> ResponsesContent:
    """Return the register of a plan as it stands on a day (ISO)."""
    words = Words(language)
    label = words.table("papers.register")
    ordered = sorted((one for one in answers if one.line.text.strip()), key=_commitment)
    day = words("papers.register.day", date=format_date(today, language))
    name = plan.title or plan.short_title
    return ResponsesContent(
        letterhead=plan.organiser.upper(),
        title=label["heading"],
        plan=name,
        day=day,
        counts=_counts(ordered, words),
        columns=tuple(label[column] for column in COLUMNS) if ordered else (),
        rows=tuple(_row(number, one, words) for number, one in enumerate(ordered, 1)),
        nothing="" if ordered else label["nothing"],
        foot=" · ".join(part for part in (label["foot"], plan.short_title or name, day) if part),
        logo=plan.paper.logo,
    )


def public_responses(
    plan: Plan, answers: Sequence[AnsweredInput], known: Publicity, today: str, language: str
) -> tuple[ResponsesContent, tuple[Notice, ...]]:
    """Return the same for the public: no private points, and nobody named who did not agree."""
    words = Words(language)
    discretion = Discretion(known.attendances, _others(plan, known), _bodies(plan, known), words)
    shown = [_public(one, discretion) for one in answers if one.line.visibility != "private"]
    content = responses_content(plan, shown, today, language)
    rows = tuple(_hidden(row, discretion) for row in content.rows)
    note = words("papers.minutes.public")
    foot = f"{content.foot} · {note}"
    content = replace(content, rows=rows, public=note, foot=foot)
    return content, discretion.notices()


def _public(answer: AnsweredInput, discretion: Discretion) -> AnsweredInput:
    line = answer.line
    raised_by = discretion.who(line.raised_by, line.raised_by_id)
    return replace(answer, line=replace(line, raised_by=raised_by))


def _hidden(row: ResponseRow, discretion: Discretion) -> ResponseRow:
    """Hide names in what was typed; what says who is a body by now and may be called like one."""
    typed = ("text", "origin", "meeting", "reason", "changes")
    hidden = {name: discretion.hide(getattr(row, name)) for name in typed}
    return replace(row, **hidden)


def _others(plan: Plan, known: Publicity) -> Iterator[str]:
    signatures = [plan.paper.note_taker, plan.paper.chair]
    for meeting in known.meetings:
        signatures += [meeting.note_taker, meeting.chair_signature]
    yield from (signature.name for signature in signatures if signature.name)
    for dossier in known.commitments:
        yield from (contact.name for contact in dossier.contacts if contact.name)


def _bodies(plan: Plan, known: Publicity) -> Iterator[str]:
    yield plan.organiser
    for dossier in known.commitments:
        yield from bodies_of(dossier.commitment)


def _commitment(answer: AnsweredInput) -> int:
    number = answer.line.commitment_number
    return _LAST if number is None else number


def _counts(answers: Sequence[AnsweredInput], words: Words) -> str:
    states = Counter(answer.state for answer in answers)
    found = [words("papers.register.counts.all", n=len(answers))] if answers else []
    found += [
        words(f"papers.register.counts.{state}", n=states[state])
        for state in (*STATES[1:], STATES[0])
        if states[state]
    ]
    return " · ".join(found)


def _row(number: int, answer: AnsweredInput, words: Words) -> ResponseRow:
    line, about = answer.line, answer.line.commitment_number
    kind = words(f"papers.meeting_names.{line.meeting_kind}") if line.meeting_kind else ""
    label = "papers.register"
    missing = words(f"{label}.no_reason") if line.response else ""
    meeting = " – ".join(part for part in (kind, line.meeting_topic) if part)
    date = format_date(line.meeting_date, words.language)
    point = words(f"{label}.point_number", number=line.point_number) if line.point_number else ""
    commitment = "" if about is None else words("papers.commitment.foot", number=about)
    part = part_name(words, line.canvas_field, line.form)
    return ResponseRow(
        number=f"{number}.",
        text=line.text,
        origin=_joined((meeting, date, point), (commitment, part)),
        raised_by=line.raised_by,
        sector=words(f"papers.register.sectors.{answer.sector}") if answer.sector else "",
        meeting=meeting,
        date=date,
        point=line.point_number,
        commitment=commitment,
        part=part,
        response=words(f"{label}.states.{line.response or 'unanswered'}"),
        reason=line.reason if line.reason.strip() else missing,
        changes=tuple(_change(change, about, words) for change in answer.changes),
        unanswered=not line.is_answered,
    )


def _joined(*lines: Sequence[str]) -> str:
    texts = (" · ".join(filter(None, parts)) for parts in lines)
    return "\n".join(filter(None, texts))


def _change(change: CanvasChange, about: int | None, words: Words) -> str:
    """Return a change: its place, then what stood there and what stands there now."""
    place = place_words(words, change.kind, change.field, change.place)
    if change.commitment_number is not None and change.commitment_number != about:
        place = f"{words('papers.commitment.foot', number=change.commitment_number)}, {place}"
    place = with_capital(place)
    if change.field == "deleted":
        key = "removed" if change.after else "restored"
        return words(f"papers.register.{key}", place=place, name=change.name)
    stood, stands = (value_words(words, change.field, text) for text in change.texts)
    before, after = changed_passages(stood, stands)
    nothing = words("papers.register.empty")
    return words(
        "papers.register.changed", place=place, before=before or nothing, after=after or nothing
    )

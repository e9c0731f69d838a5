"""The records of the domain: one frozen model each, the same for reading, checking and sending.

A model is the snapshot that queries hand out, the shape that a session file is checked
against, and the gate that a value passes before it is stored. Every field but the ids has
an empty value, so that an older file means it by leaving the field out.
"""

import datetime as dt
import math
import re
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from db.text import find_forbidden

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CHECKPOINT = re.compile(r"B\d\d")
FORBIDDEN = "forbidden character"


def _check_text(text: str) -> str:
    character = find_forbidden(text)
    if character is not None:
        raise ValueError(f"{FORBIDDEN} U+{ord(character):04X}")
    return text


def _check_id(text: str) -> str:
    if not _UUID.fullmatch(text):
        raise ValueError("not a UUID")
    return text


def _check_date(text: str) -> str:
    if text and (len(text) != 10 or dt.date.fromisoformat(text).isoformat() != text):
        raise ValueError("not a date like 2018-08-24")
    return text


def _check_month(text: str) -> str:
    if text:
        _check_date(text + "-01")
    return text


def _check_time(text: str) -> str:
    if text and (len(text) != 5 or dt.time.fromisoformat(text).isoformat("minutes") != text):
        raise ValueError("not a time like 14:00")
    return text


def _check_instant(text: str) -> str:
    if dt.datetime.fromisoformat(text).utcoffset() != dt.timedelta():
        raise ValueError("not an instant in UTC like 2018-08-24T07:00:00Z")
    return text


def _check_checkpoint(text: str) -> str:
    if not _CHECKPOINT.fullmatch(text):
        raise ValueError("not a checkpoint like B06")
    return text


def _check_json(value: Any) -> Any:
    """Check every text in a value of any shape, without recursion: it may be nested deep."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            _check_text(item)
        elif isinstance(item, float) and not math.isfinite(item):
            # 1e999 is read as infinite, which no JSON can say again.
            raise ValueError("not a number")
        elif isinstance(item, dict):
            pairs = cast(dict[str, Any], item)
            waiting += [*pairs.keys(), *pairs.values()]
        elif isinstance(item, list):
            waiting += cast(list[Any], item)
    return value


def _plain_number(number: Any) -> Any:
    """Write 2.0 as 2, so that equal positions have equal JSON."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _shaped(pattern: str, **more: str) -> Any:
    """Say in the published schema what a validator checks in code."""
    return Field(json_schema_extra={"pattern": pattern, **more})


Text = Annotated[str, AfterValidator(_check_text)]
Id = Annotated[str, AfterValidator(_check_id), _shaped(f"^{_UUID.pattern}$", format="uuid")]
DateText = Annotated[str, AfterValidator(_check_date), _shaped(r"^(\d{4}-\d\d-\d\d)?$")]
MonthText = Annotated[str, AfterValidator(_check_month), _shaped(r"^(\d{4}-\d\d)?$")]
TimeText = Annotated[str, AfterValidator(_check_time), _shaped(r"^(\d\d:\d\d)?$")]
Instant = Annotated[str, AfterValidator(_check_instant), _shaped(r"^\d{4}-.*(Z|\+00:00)$")]
Checkpoint = Annotated[str, AfterValidator(_check_checkpoint)]
Json = Annotated[Any, AfterValidator(_check_json)]
# Beyond it, a number with a fraction has no room left for one.
POSITION_LIMIT = 10**15
Count = Annotated[int, Field(ge=0, lt=2**31)]
Position = Annotated[
    int | float,
    BeforeValidator(_plain_number),
    Field(
        allow_inf_nan=False,
        ge=-POSITION_LIMIT,
        le=POSITION_LIMIT,
        json_schema_extra={"minimum": -POSITION_LIMIT, "maximum": POSITION_LIMIT},
    ),
]

Sector = Literal[
    "", "ministry", "subnational", "state", "parliament", "cso",
    "partner", "private", "academia", "media", "public",
]  # fmt: skip
MeetingKind = Literal[
    "", "bilateral", "multilateral", "workshop", "kickoff",
    "consultative", "public", "finalisation",
]  # fmt: skip
Method = Literal["", "FD", "IW", "TC", "PC", "PCD"]
Timezone = Literal["", "WIB", "WITA", "WIT"]
Value = Literal["transparansi", "partisipasi", "akuntabilitas", "inovasi", "inklusif"]
ContactSide = Literal["", "implementer", "cso", "other"]
Gender = Literal["", "m", "f"]
Presence = Literal["", "invited", "present", "online", "represented", "excused", "absent"]
PointKind = Literal["", "note", "input", "decision", "question", "follow_up"]
Response = Literal["", "accepted", "adapted", "declined", "deferred"]
FollowUpStatus = Literal["", "open", "done", "dropped"]
Consensus = Literal["", "reached", "objection", "not_reached"]
Visibility = Literal["", "private"]
Consent = Literal["", "yes", "no"]
Stance = Literal["", "agreed", "disputed", "waiting"]
Confirmed = Literal["", "awaited", "agreed", "with_changes"]
MeetingStatus = Literal["", "draft", "final"]
DraftLevel = Literal["", "1", "2", "3", "4", "final"]

DEFAULT_STAGES = (
    "Perumusan Tantangan dan Strategi",
    "Workshop Konsultasi",
    "Pertemuan Kick Off",
    "Pertemuan Bilateral dan Multilateral",
    "Konsultasi Publik Online",
    "Pertemuan Konsultatif dan Pendalaman",
    "Pertemuan Finalisasi",
)
CHECKPOINTS = ("B06", "B12", "B18", "B24")


class Part(BaseModel):
    """A value inside a record: it has no id and no history of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Record(Part):
    """Something with an identity of its own; `deleted` is derived from its history."""

    id: Id
    deleted: bool = False


class Party(Part):
    name: Text = ""
    unit: Text = ""
    organisation_id: Id | None = None


class Chapter(Part):
    title: Text = ""
    text: Text = ""


class Signature(Part):
    """Who signs the minutes, as it stands under the line."""

    name: Text = ""
    title: Text = ""
    rank: Text = ""
    nip: Text = ""


class Member(Part):
    """A working group's member, weighed by the toolkit's four questions."""

    organisation_id: Id | None = None
    focus: Text = ""
    past_work: Text = ""
    plans: Text = ""
    expertise: Text = ""


class Paper(Part):
    """How an office lays out its minutes.

    Attributes:
        logo: a PNG or JPEG picture in base64, "" for none.
        note_taker, chair: who signs unless the meeting says otherwise.
        chair_signs: "yes" where the chair signs beside the note-taker.
        sections: the minutes' sections in this office's order; empty = the form's.
    """

    logo: Text = ""
    note_taker: Signature = Signature()
    chair: Signature = Signature()
    chair_signs: Literal["", "yes"] = ""
    sections: tuple[Text, ...] = ()


class Plan(Record):
    title: Text = ""
    short_title: Text = ""
    organiser: Text = ""
    start: MonthText = ""
    end: MonthText = ""
    form: Text = ""
    stages: tuple[Text, ...] = ()
    paper: Paper = Paper()
    chapters: tuple[Chapter, ...] = ()


class Organisation(Record):
    """`other_than` are those that resemble it, and of which somebody said that they are others."""

    name: Text = ""
    short_name: Text = ""
    aliases: tuple[Text, ...] = ()
    sector: Sector = ""
    same_as: Id | None = None
    other_than: tuple[Id, ...] = ()


class WorkingGroup(Record):
    plan_id: Id
    theme: Text = ""
    members: tuple[Member, ...] = ()


class Commitment(Record):
    plan_id: Id
    number: Count | None = None
    title: Text = ""
    form: Text = ""
    start: MonthText = ""
    end: MonthText = ""
    problem: Text = ""
    description: Text = ""
    contribution: Text = ""
    values_text: Text = ""
    values: tuple[Value, ...] = ()
    alignment: Text = ""
    additional: Text = ""
    # The four questions that only the form of 2022 asks.
    done_so_far: Text = ""
    transparency: Text = ""
    accountability: Text = ""
    participation: Text = ""
    coordinating_unit: Text = ""
    proposers: tuple[Party, ...] = ()
    leads: tuple[Party, ...] = ()
    government_actors: tuple[Party, ...] = ()
    other_actors: tuple[Party, ...] = ()
    matrix_head: dict[Text, Text] = Field(default_factory=dict)
    working_group_id: Id | None = None


class Milestone(Record):
    commitment_id: Id
    position: Position | None = None
    text: Text = ""
    output: Text = ""
    start: MonthText = ""
    end: MonthText = ""
    actors: tuple[Party, ...] = ()


class Contact(Record):
    commitment_id: Id
    position: Position | None = None
    side: ContactSide = ""
    name: Text = ""
    title: Text = ""
    organisation: Text = ""
    email: Text = ""
    phone: Text = ""


class Target(Record):
    """A row of the target matrix; `targets` maps checkpoints (B06 …) to texts."""

    commitment_id: Id
    position: Position | None = None
    goal: Text = ""
    responsible: Text = ""
    measure: Text = ""
    targets: dict[Checkpoint, Text] = Field(default_factory=dict)
    evidence: Text = ""


class Confirmation(Record):
    """A responsible body's letter about a commitment, asked for before the finalisation."""

    commitment_id: Id
    position: Position | None = None
    organisation: Text = ""
    organisation_id: Id | None = None
    number: Text = ""
    date: DateText = ""
    answer: Confirmed = ""
    note: Text = ""


class Agreement(Record):
    """How a field of the canvas stands with somebody: agreed, disputed, or still waited for.

    `organisation` is who agrees, objects or has to be asked, "" for the whole room; `note`
    says what. A field may have several: it is disputed as long as one of them is.
    """

    commitment_id: Id
    position: Position | None = None
    canvas_field: Text = ""
    state: Stance = ""
    organisation: Text = ""
    organisation_id: Id | None = None
    note: Text = ""


class Meeting(Record):
    plan_id: Id
    kind: MeetingKind = ""
    method: Method = ""
    stage: Count | None = None
    title: Text = ""
    subtitle: Text = ""
    topic: Text = ""
    date: DateText = ""
    start_time: TimeText = ""
    end_time: TimeText = ""
    # When it really began and ended, noted by a key; the two above are the invitation's.
    began: TimeText = ""
    ended: TimeText = ""
    timezone: Timezone = ""
    place: Text = ""
    chair: Text = ""
    note_taker: Signature = Signature()
    chair_signature: Signature = Signature()
    commitment_ids: tuple[Id, ...] = ()
    status: MeetingStatus = ""


class Attendance(Record):
    """One line of the attendance list; the three numbers are for a line of several people.

    `named` is "yes" where the person agreed to stand in the public minutes by name.
    """

    meeting_id: Id
    position: Position | None = None
    person: Text = ""
    title: Text = ""
    organisation: Text = ""
    organisation_id: Id | None = None
    unit: Text = ""
    sector: Sector = ""
    gender: Gender = ""
    presence: Presence = ""
    named: Consent = ""
    people: Count | None = None
    men: Count | None = None
    women: Count | None = None


class Point(Record):
    """Something that was said, or that must happen.

    `carries_id` names the follow-up of an earlier meeting that a point of kind follow-up
    carries on: that one stays open as it is, and the point owns none of its own.
    `changes` names the revisions of a commitment that the point tells of, or that followed
    from it.
    """

    meeting_id: Id
    parent_id: Id | None = None
    position: Position | None = None
    text: Text = ""
    kind: PointKind = ""
    raised_by: Text = ""
    raised_by_id: Id | None = None
    commitment_id: Id | None = None
    canvas_field: Text = ""
    response: Response = ""
    reason: Text = ""
    consensus: Consensus = ""
    objection_by: Text = ""
    objection: Text = ""
    answered_on: DateText = ""
    visibility: Visibility = ""
    carries_id: Id | None = None
    changes: tuple[Id, ...] = ()


class Dismissal(Record):
    """Changes of a commitment, made in a meeting, that its minutes are not to tell of.

    `changes` names their revisions, which stay as they are.
    """

    meeting_id: Id
    changes: tuple[Id, ...] = ()


class FollowUp(Record):
    meeting_id: Id
    point_id: Id | None = None
    commitment_id: Id | None = None
    text: Text = ""
    owner: Text = ""
    owner_id: Id | None = None
    due: DateText = ""
    status: FollowUpStatus = ""
    closed_on: DateText = ""


class Minutes(Record):
    """A frozen copy of what was printed; `corrects` is the version that it replaces."""

    meeting_id: Id
    version: Count | None = None
    corrects: Count | None = None
    made_on: DateText = ""
    content: dict[Text, Json] = Field(default_factory=dict)
    sha256: Text = ""


class Draft(Record):
    """A frozen copy of a commitment with its children at one of the five levels."""

    commitment_id: Id
    level: DraftLevel = ""
    made_on: DateText = ""
    meeting_id: Id | None = None
    content: dict[Text, Json] = Field(default_factory=dict)
    sha256: Text = ""


class Revision(Part):
    """One text that a field had: immutable, with the revisions that it replaced as parents."""

    id: Id
    entity: Text
    record_id: Id
    field: Text
    value: Json
    parents: tuple[Id, ...] = ()
    at: Instant
    author: Text = ""
    device: Text = ""
    meeting_id: Id | None = None
    point_id: Id | None = None

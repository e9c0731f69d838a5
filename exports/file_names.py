"""Names for the exported files: readable, sorted as one expects, and safe on every system."""

import re
import unicodedata
from collections.abc import Iterable

from db.records import Meeting, Plan
from db.snapshot import CommitmentDossier
from resources.meeting_names import kind_name
from resources.words import Words

# Some encrypted folders take 143 bytes for a name; the rest is for " (2)".
_MOST_BYTES = 136
_SEPARATOR = " - "
_DASHES = str.maketrans({"/": "-", "\\": "-", "|": "-", ":": "-", '"': "'"})
_REMOVED = re.compile(r"[<>?*]")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.I)
_NAMELESS = "Rembuk"


def minutes_file_name(meeting: Meeting, plan: Plan, language: str, ext: str, note: str = "") -> str:
    """Return `2018-08-24 Notulen Bilateral - <topic>.pdf`; without a date, the plan goes first.

    `note` tells papers of one meeting apart: `2018-08-24 Notulen Bilateral (Versi 1) - …`.
    """
    return _meeting_file_name("minutes", meeting, plan, language, ext, note)


def attendance_file_name(meeting: Meeting, plan: Plan, language: str) -> str:
    """Return `2018-08-24 Daftar Hadir Bilateral - <topic>.pdf`."""
    return _meeting_file_name("attendance", meeting, plan, language, "pdf")


def matrix_file_name(plan: Plan, language: str) -> str:
    """Return `RAN OGI 2020-2022 Matriks Target.xlsx`."""
    return file_name(f"{_plan_name(plan)} {Words(language)('documents.files.matrix')}", ext="xlsx")


def commitment_file_name(dossier: CommitmentDossier, language: str) -> str:
    """Return `RAN OGI 2020-2022 Komitmen 01 - <title>.pdf`."""
    number = dossier.commitment.number
    what = Words(language)(
        "documents.files.commitment", number="" if number is None else f"{number:02}"
    )
    return file_name(f"{_plan_name(dossier.plan)} {what}", dossier.commitment.title, ext="pdf")


def plan_file_name(plan: Plan, language: str) -> str:
    """Return `RAN OGI 2020-2022 Rencana Aksi.pdf`."""
    return file_name(f"{_plan_name(plan)} {Words(language)('documents.files.plan')}", ext="pdf")


def follow_ups_file_name(plan: Plan, language: str) -> str:
    """Return `RAN OGI 2020-2022 Tindak Lanjut.pdf`."""
    return file_name(
        f"{_plan_name(plan)} {Words(language)('documents.files.follow_ups')}", ext="pdf"
    )


def passport_file_name(dossier: CommitmentDossier, level: str, language: str) -> str:
    """Return what a draft's passport is called: Paspor - Draf 2 - 4. Jadwal - RAN.pdf."""
    first = Words(language)("drafts.passport.file")
    return file_name(first, *_draft_parts(dossier, level, language), ext="pdf")


def draft_file_name(dossier: CommitmentDossier, level: str, language: str) -> str:
    """Return what a frozen commitment is called: Draf 2 - 4. Jadwal - RAN.pdf."""
    return file_name(*_draft_parts(dossier, level, language), ext="pdf")


def _draft_parts(dossier: CommitmentDossier, level: str, language: str) -> tuple[str, ...]:
    number, title = dossier.commitment.number, dossier.commitment.title
    name = title if number is None else f"{number}. {title}"
    return Words(language)(f"drafts.levels.{level}"), name, _plan_name(dossier.plan)


def responses_file_name(plan: Plan, language: str, ext: str, public: bool = False) -> str:
    """Return `RAN OGI 2020-2022 Tanggapan atas Masukan.pdf`, or `… (publik).xlsx`."""
    words = Words(language)
    name = f"{_plan_name(plan)} {words('documents.files.responses')}"
    return file_name(f"{name} ({words('documents.files.public')})" if public else name, ext=ext)


def _meeting_file_name(
    key: str, meeting: Meeting, plan: Plan, language: str, ext: str, note: str = ""
) -> str:
    words = Words(language)
    kind = kind_name(words, meeting.kind)
    what = words(f"documents.files.{key}", kind=kind).strip()
    name = f"{meeting.date or _plan_name(plan)} {what}"
    topic = meeting.topic or meeting.subtitle
    return file_name(f"{name} ({note})" if note else name, topic, ext=ext)


def _plan_name(plan: Plan) -> str:
    return plan.short_title or plan.title


def file_name(*parts: str, ext: str) -> str:
    """Join texts to one file name that no system takes for anything but a plain name.

    What a name cannot hold becomes a dash or goes; a long name ends in "…" before its ext.
    """
    cleaned = [text for part in parts if (text := _clean_part(part))]
    name = _SEPARATOR.join(cleaned).lstrip("-.~ ") or _NAMELESS
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return f"{_shorten(name, _MOST_BYTES - len(ext) - 1)}.{ext}"


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of one export, in order, numbered ` (2)` … where they would collide.

    Two names collide when a system that ignores case, or how accents are written, takes one
    for the other. The same names give the same result.
    """
    wanted = tuple(names)
    asked = {_fold(name) for name in wanted}
    taken: set[str] = set()
    unique: list[str] = []
    for name in wanted:
        free = name
        count = 1
        while (key := _fold(free)) in taken or (count > 1 and key in asked):
            count += 1
            stem, dot, ext = name.rpartition(".")
            free = f"{stem} ({count}){dot}{ext}"
        taken.add(key)
        unique.append(free)
    return tuple(unique)


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _clean_part(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).translate(_DASHES)
    # Spaces of every kind become one; unseen characters, which can turn a name round, go.
    plain = "".join(" " if char.isspace() else char for char in plain)
    plain = "".join(char for char in plain if unicodedata.category(char)[0] != "C")
    plain = re.sub(r" +", " ", _REMOVED.sub("", plain))
    return plain.strip(" .-")


def _shorten(name: str, most_bytes: int) -> str:
    """Cut a name at a word where one ends near, marked with an ellipsis."""
    if len(name.encode()) <= most_bytes:
        return name
    cut = name.encode()[: most_bytes - len(" …".encode())].decode(errors="ignore")
    while cut and unicodedata.combining(name[len(cut)]):
        cut = cut[:-1]
    whole_words = cut.rpartition(" ")[0]
    if len(whole_words) > len(cut) * 2 // 3:
        cut = whole_words
    return f"{cut.rstrip(' .-')} …"

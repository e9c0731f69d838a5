"""What is frozen when minutes become final, and how a frozen version is read to be printed.

Every paper that can be asked for is frozen at once, the official and the public one in each
language, so that it prints the same for ever, whatever becomes of the records.
"""

from dataclasses import asdict, replace
from typing import Any

from db.errors import ExportError
from db.frozen import CORRECTED_ON, REASON, checksum
from db.records import Minutes
from db.snapshot import MeetingDossier
from exports.formats import format_date
from exports.minutes import minutes_content
from exports.minutes_parts import Edition, MinutesContent, Summary
from exports.public import public_minutes
from exports.rebuild import rebuild
from resources.words import LANGUAGES, Words

_FORMAT = "rembuk-minutes"
_VERSION = 1
_GROUP = 4
_SHORT = 16


def freeze_minutes(dossier: MeetingDossier, corrected: Minutes | None = None) -> dict[str, Any]:
    """Return the content of a frozen version: all its papers, and what they share.

    With `corrected`, the appendix stays as that version has it: what later meetings made of a
    commitment does not belong into these minutes.
    """
    meeting = dossier.meeting.model_copy(update={"status": "final"})
    dossier = replace(dossier, meeting=meeting)
    ids = [found.commitment.id for found in dossier.commitments]
    papers: dict[str, Any] = {}
    for language in LANGUAGES:
        for public in (False, True):
            name = _paper(language, public)
            content = _print(dossier, language, public)
            kept = _kept_summaries(corrected, name)
            summaries = zip(ids, content.summaries, strict=True)
            content = replace(content, summaries=tuple(kept.get(i, s) for i, s in summaries))
            papers[name] = asdict(replace(content, logo=""))
    return {
        "format": _FORMAT,
        "version": _VERSION,
        "logo": dossier.plan.paper.logo,
        "commitments": ids,
        "papers": papers,
    }


def can_print(minutes: Minutes) -> bool:
    """Tell whether a version was frozen by this program, or by one that freezes as it does."""
    return _is_ours(minutes.content)


def read_frozen(minutes: Minutes, language: str, public: bool) -> tuple[MinutesContent, Edition]:
    """Return a paper of a frozen version, with what it says of its version.

    Raises ExportError when another program froze it, or when it is not what was frozen.
    """
    content = minutes.content
    if not _is_ours(content):
        raise ExportError("minutes_foreign", version=minutes.version)
    if checksum(content) != minutes.sha256:
        raise ExportError("minutes_damaged", version=minutes.version)
    paper = rebuild(MinutesContent, content["papers"].get(_paper(language, public)))
    edition = edition_of(minutes, language)
    if public:
        # Why something was corrected may well name somebody.
        edition = replace(edition, correction="")
    return replace(paper, logo=rebuild(str, content.get("logo"))), edition


def edition_of(minutes: Minutes, language: str) -> Edition:
    """Return what a paper says of its version."""
    words = Words(language)
    values = {"version": minutes.version, "corrects": minutes.corrects}
    print_ = words("papers.minutes.fingerprint", fingerprint=fingerprint(minutes.sha256))
    if minutes.corrects is None:
        return Edition(words("papers.minutes.version", **values), "", print_)
    date = _frozen_date(minutes, language)
    key = "correction" if date else "correction_undated"
    reason = rebuild(str, minutes.content.get(REASON))
    correction = words(f"papers.minutes.{key}", **values, date=date, reason=reason)
    return Edition(words("papers.minutes.corrects", **values), correction, print_)


def _frozen_date(minutes: Minutes, language: str) -> str:
    """Return the date of what a version corrects; another program may write it otherwise."""
    date = rebuild(str, minutes.content.get(CORRECTED_ON))
    try:
        return format_date(date, language)
    except ValueError:
        return date


def fingerprint(sha256: str) -> str:
    """Return the beginning of a checksum as people compare it: `1A2B 3C4D 5E6F 7A8B`."""
    short = sha256[:_SHORT].upper()
    return " ".join(short[i : i + _GROUP] for i in range(0, len(short), _GROUP))


def _print(dossier: MeetingDossier, language: str, public: bool) -> MinutesContent:
    if public:
        return public_minutes(dossier, language).content
    return minutes_content(dossier, language)


def _paper(language: str, public: bool) -> str:
    return f"{language}-public" if public else language


def _is_ours(content: dict[str, Any]) -> bool:
    return content.get("format") == _FORMAT and isinstance(content.get("papers"), dict)


def _kept_summaries(minutes: Minutes | None, name: str) -> dict[str, Summary]:
    """Return the appendix of a paper of a frozen version, by commitment."""
    if minutes is None or not _is_ours(minutes.content):
        return {}
    paper = rebuild(MinutesContent, minutes.content["papers"].get(name))
    ids = rebuild(tuple[str, ...], minutes.content.get("commitments"))
    return dict(zip(ids, paper.summaries, strict=False))

"""What may be wrong in a field of the canvas: said beside it, and never in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping

from resources.words import Words
from ui.common.dates import format_month

Values = Mapping[str, object]
Period = tuple[str, str]
"""The first and the last month of a commitment, "" for not known."""

_PARTS = re.compile(r"[;,\s]+|/(?!/)")
_MAIL = re.compile(r"<?[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+>?")
_FEWEST_DIGITS = 6


def period_hint(words: Words, start: object, end: object) -> str:
    """Say that a commitment's months are the wrong way round, "" where they are not."""
    turned = bool(start and end) and str(end) < str(start)
    return words("canvas_fields.dates.turned") if turned else ""


def milestone_hint(words: Words, values: Values, period: Period) -> str:
    """Say what is odd about a milestone's months, "" for nothing."""
    start, end = (str(values.get(name) or "") for name in ("start", "end"))
    if hint := period_hint(words, start, end):
        return hint
    if period_hint(words, *period):
        # Nobody can tell which of the months is meant.
        return ""
    first, last = period
    said = " – ".join(format_month(words, month) for month in period if month)
    if first and start and start < first:
        return words("canvas_fields.dates.before", period=said)
    if last and (end or start) > last:
        return words("canvas_fields.dates.after", period=said)
    return ""


def contact_hint(words: Words, values: Values) -> str:
    """Say what looks unlike an e-mail address or a telephone number, "" for nothing."""
    email, phone = (str(values.get(name) or "").strip() for name in ("email", "phone"))
    keys = [key for key in (_email_problem(email), _phone_problem(phone)) if key]
    return " ".join(words(f"canvas_fields.contacts.{key}") for key in keys)


def _email_problem(text: str) -> str:
    if not text:
        return ""
    if "@" not in text and _is_number(text):
        return "email_phone"
    addresses = [part for part in _PARTS.split(text) if "@" in part]
    fine = bool(addresses) and all(_MAIL.fullmatch(part) for part in addresses)
    return "" if fine else "email"


def _phone_problem(text: str) -> str:
    if not text or _is_number(text):
        return ""
    return "phone_email" if "@" in text else "phone"


def _is_number(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= _FEWEST_DIGITS and "@" not in text

"""What meetings are called in lines, notes and file names: one rule for all of them."""

from resources.words import Words


def kind_name(words: Words, kind: str) -> str:
    """Return what a kind of meeting is called, "" for none."""
    return words(f"documents.meeting_kinds.{kind}") if kind else ""


def meeting_name(words: Words, kind: str, topic: str, date: str = "") -> str:
    """Return a meeting as what it is, about what, and when: Bilateral Data Desa, 3 Mei 2027.

    The date comes in words; what is not known is left out.
    """
    name = " ".join(part for part in (kind_name(words, kind), topic) if part)
    return ", ".join(part for part in (name, date) if part)

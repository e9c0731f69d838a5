"""What can be chosen from a list, and finding it by a part of its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from db.search.letters import split_words, wanted_words


@dataclass(frozen=True)
class Pick:
    """One thing to choose.

    Attributes:
        value: what is told when it is chosen; anything.
        text: its words.
        note: a small line below them.
        short: what the button shows; "" shows the words.
        also: further words that it is found by, separated by blanks.
        later: whether it comes after those that are not, however well it fits.
    """

    value: object
    text: str
    note: str = ""
    short: str = ""
    also: str = ""
    later: bool = False


def find_picks(picks: Iterable[Pick], text: str, inside: bool = False) -> list[Pick]:
    """Return the picks that a text is a part of; what begins so comes first.

    Each word of the text begins a word of the pick; with `inside` it may stand in the middle of
    one, too. Case, accents and signs between words make no difference.
    """
    wanted = wanted_words(text)
    if not wanted:
        return sorted(picks, key=lambda pick: pick.later)
    ranked = [(pick.later, _rank(pick, wanted, inside), pick) for pick in picks]
    found = [one for one in ranked if one[1] is not None]
    return [pick for *_, pick in sorted(found, key=lambda one: one[:2])]


def _rank(pick: Pick, wanted: Sequence[str], inside: bool) -> int | None:
    """Tell how well a pick fits, best 0; None when it doesn't."""
    name = _words(pick.text)
    rest = f"{_words(pick.also)}{_words(pick.note)}"
    if name.startswith(" " + " ".join(wanted)) or _joined(name).startswith("".join(wanted)):
        return 0
    if all(f" {word}" in name for word in wanted):
        return 1
    if all(f" {word}" in name + rest for word in wanted):
        return 2
    if inside and all(word in name + rest for word in wanted):
        return 3
    return None


@lru_cache(maxsize=8192)
def _words(text: str) -> str:
    """Return the words of a text as they are compared, each behind a blank."""
    return "".join(f" {word}" for word in split_words(text))


def _joined(words: str) -> str:
    return words.replace(" ", "")

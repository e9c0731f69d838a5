"""The one way to find records by what they say, whatever the database."""

from collections.abc import Collection

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.search import index, lookup, plain
from db.search.candidates import Candidate, choose_best
from db.search.hits import Hit, build_hits
from db.search.letters import wanted_words
from db.search.texts import SEARCHED


def search(
    session: Session, text: str, limit: int = 50, kinds: Collection[str] = tuple(SEARCHED)
) -> tuple[Hit, ...]:
    """Return the records that hold every word of a text, the best first.

    First what is called so or has that number, then what has a name that begins so, then
    what says words that begin so, then what holds them inside of words; the newest meetings
    first. Case and accents make no difference. `kinds` narrows it to some lists.
    """
    words = wanted_words(text)
    if not words:
        return ()
    found = _find(session, kinds, " ".join(words), limit)
    return build_hits(session, choose_best(found, limit), words)


def _find(session: Session, kinds: Collection[str], text: str, limit: int) -> list[Candidate]:
    if not index.is_used(session.connection()):
        return plain.find(session, kinds, text, limit)
    try:
        return lookup.find(session, kinds, text, limit)
    except DBAPIError as error:
        # Slower, but it finds; the next write that meets the damage builds the index anew.
        if not index.is_damaged(error):
            raise
        return plain.find(session, kinds, text, limit)

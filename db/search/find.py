"""The one way to find records by what they say, whatever the database."""

from collections.abc import Collection, Iterable

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.search import index, lookup, plain
from db.search.candidates import Candidate, Fit, choose_best
from db.search.hit import Hit
from db.search.hits import build_hits, in_reading_order, read_records
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
    best = choose_best(_find(session, kinds, " ".join(words), limit), limit)
    records = read_records(session, best)
    return build_hits(session, in_reading_order(best, records), records, words)


def recall(session: Session, records: Iterable[tuple[str, str]]) -> tuple[Hit, ...]:
    """Return records by list and id as if they were found, in this order; none that are gone."""
    known = [Candidate(kind, i, Fit.IS_NAME) for kind, i in records if kind in SEARCHED]
    return build_hits(session, known, read_records(session, known), ())


def _find(session: Session, kinds: Collection[str], text: str, limit: int) -> list[Candidate]:
    if not index.is_current(session.connection()):
        return plain.find(session, kinds, text, limit)
    try:
        return lookup.find(session, kinds, text, limit)
    except (DBAPIError, MemoryError) as error:
        # Slower, but it finds; the next write that meets the damage builds the index anew.
        if not index.is_damaged(error):
            raise
        return plain.find(session, kinds, text, limit)

"""What commitments refer to: goals of sustainable development and plan documents."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from resources import FOLDER

_SPAN = 6


@dataclass(frozen=True)
class Reference:
    """Something that a text can refer to.

    Attributes:
        name: what it is called in a list.
        line: how a line about it begins; the person writes on.
        also: further words that it is found by.
    """

    name: str
    line: str
    also: str = ""


def sdg_references(language: str) -> tuple[Reference, ...]:
    """Return the seventeen goals of sustainable development, in their order."""
    return tuple(
        Reference(
            f"{goal['number']}. {goal[language]}",
            _load()["line"]["goal"][language].format(number=goal["number"], name=goal[language]),
            also=f"{goal['id']} {goal['en']} {goal['also']} SDG",
        )
        for goal in _load()["goal"]
    )


def plan_references(language: str, first: int = 0, last: int = 0) -> tuple[Reference, ...]:
    """Return the plan documents; those of one year once for each year from first to last."""
    years = range(first, min(last, first + _SPAN) + 1) if first else ()
    return tuple(
        one
        for plan in _load()["plan"]
        for one in _of_years(plan, language, [str(y) for y in years])
    )


def _of_years(plan: dict[str, Any], language: str, years: list[str]) -> Iterator[Reference]:
    yearly = "{year}" in plan["short"]
    for year in (years or [""]) if yearly else [""]:
        name, short = (" ".join(plan[key].format(year=year).split()) for key in (language, "short"))
        line = _load()["line"]["plan"][language].format(short=short)
        yield Reference(name, line, also=f"{plan['id']} {plan['en']}")


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "references.toml").read_text("utf-8"))

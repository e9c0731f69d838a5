"""The sample that comes with the program: an invented town's plan, its people and meetings.

sample/sample.json has the lists of a session file. Town, offices, organisations, persons and
figures are invented; addresses end in .example, which nobody can own.
"""

import json
from typing import Any, cast

from resources import FOLDER


def load_sample() -> dict[str, list[dict[str, Any]]]:
    """Return the sample's records by list, as a session file would hold them."""
    text = (FOLDER / "sample" / "sample.json").read_text("utf-8")
    return cast(dict[str, list[dict[str, Any]]], json.loads(text))

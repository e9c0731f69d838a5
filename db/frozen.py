"""Frozen copies: one way of writing their content down, so that its checksum means something."""

import hashlib
import json
from typing import Any

# What minutes keep in their frozen content besides what they print: the checksum of the records
# that they were made from, and of a correction why, and the date of what it corrects.
SOURCE = "source"
REASON = "reason"
CORRECTED_ON = "corrected_on"


_FORMAT = "format"
_OURS = "rembuk-"


def is_ours(content: dict[str, Any]) -> bool:
    """Tell whether a frozen copy's content says that this program wrote it: `rembuk-minutes`."""
    return str(content.get(_FORMAT, "")).startswith(_OURS)


def canonical_json(content: Any) -> str:
    """Return content as compact JSON with sorted keys: equal contents give equal texts."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def checksum(content: Any) -> str:
    """Return the SHA-256 of a frozen copy's content, as hexadecimal digits."""
    return hashlib.sha256(canonical_json(content).encode()).hexdigest()

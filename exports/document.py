"""What every export hands back: the bytes to write and what a person should know about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Notice:
    """Something about a document that is worth a sentence, though it was made.

    Attributes:
        key: names the sentence under `warnings.` in resources/i18n.
        values: what the sentence names.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True)
class Document:
    """A finished document; the same records give the same bytes."""

    data: bytes
    warnings: tuple[Notice, ...] = ()

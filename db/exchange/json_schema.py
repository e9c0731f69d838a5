"""The published JSON Schema of the session file, generated from the models that check it."""

from typing import Any

from db.exchange.archive import MANIFEST, SESSION
from db.exchange.document import VERSION, Manifest, Session


def session_file_schema() -> dict[str, Any]:
    """Return one schema document with both members under `$defs`-like properties."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Rembuk session file, version {VERSION}",
        "type": "object",
        "properties": {
            MANIFEST: Manifest.model_json_schema(),
            SESSION: Session.model_json_schema(),
        },
        "required": [MANIFEST, SESSION],
    }

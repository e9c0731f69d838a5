"""The published JSON Schema of the session file, generated from the models that check it."""

from typing import Any

from pydantic.json_schema import models_json_schema

from db.exchange.archive import MANIFEST, SESSION
from db.exchange.document import VERSION, Manifest, Session


def session_file_schema() -> dict[str, Any]:
    """Return one schema document in which each member of the archive is a property."""
    models = (MANIFEST, Manifest), (SESSION, Session)
    references, definitions = models_json_schema([(model, "validation") for _, model in models])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Rembuk session file, version {VERSION}",
        "type": "object",
        "properties": {name: references[(model, "validation")] for name, model in models},
        "required": [MANIFEST, SESSION],
        **definitions,
    }

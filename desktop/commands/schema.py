"""`schema`: the JSON Schema of the session file."""

import json

import typer

from db.exchange.json_schema import session_file_schema
from desktop.commands.run import Run


def print_schema(context: typer.Context) -> None:
    run: Run = context.obj
    run.say(json.dumps(session_file_schema(), ensure_ascii=False, indent=2))

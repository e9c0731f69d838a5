"""`import`: session files in, a line or an object for each."""

import json
from pathlib import Path
from typing import Annotated

import typer

from db.exchange.receive import Receipt, receive
from desktop.commands.run import Run


def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", hidden=True)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="dry_run")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="json")] = False,
) -> None:
    run: Run = context.obj
    with run.workspace(writing=True) as workspace:
        paths = run.progress(files, len(files), run.words("cli.progress.reading"))
        receipts = receive(workspace, run.author, paths, dry_run=dry_run)
    for receipt in receipts:
        if as_json:
            run.say(json.dumps(as_object(receipt), ensure_ascii=False))
        elif receipt.error is None:
            run.say(describe(receipt, run))
        if receipt.error is not None:
            run.refuse(receipt.error, receipt.file)


def as_object(receipt: Receipt) -> dict[str, object]:
    """Return a receipt as `--json` prints it."""
    names = ("file", "id", "new", "forward", "same", "conflicts", "waiting", "applied")
    return {name: getattr(receipt, name) for name in names}


def describe(receipt: Receipt, run: Run) -> str:
    """Return a receipt as one line: what is new, what moved on, what waits."""
    words = run.words
    new = [words(f"cli.records.{name}", n=n) for name, n in receipt.new.items()]
    nothing = words("cli.received.nothing_new")
    parts = [
        words("cli.received.new", what=", ".join(new)) if new else nothing,
        words("cli.received.forward", n=receipt.forward) if receipt.forward else "",
        words("cli.received.conflicts", n=receipt.conflicts) if receipt.conflicts else "",
        words("cli.received.waiting", n=receipt.waiting) if receipt.waiting else "",
        "" if receipt.applied else words("cli.received.preview"),
    ]
    return f"{receipt.file}: {' '.join(part for part in parts if part)}"

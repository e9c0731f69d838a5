"""`check`: is the workspace whole?"""

import typer

from db.queries.conflicts import list_conflicts
from db.queries.integrity import check_register
from desktop.commands.run import Run


def check_workspace(context: typer.Context) -> None:
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        findings = check_register(session)
        waiting = len(list_conflicts(session))
    for finding in findings:
        run.failed = True
        run.tell(run.words.about(f"cli.findings.{finding.key}", vars(finding)))
    if not findings:
        run.say(run.words("cli.check.whole", path=workspace.location))
    if waiting:
        run.say(run.words("cli.received.waiting", n=waiting))

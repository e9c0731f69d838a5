"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

OnlyPlan = Annotated[str, typer.Option("--plan", metavar="TEXT", help="only_plan")]
OnlyMeetings = Annotated[
    list[str] | None, typer.Option("--meeting", metavar="ID", help="only_meeting")
]
OnlyCommitments = Annotated[
    list[int] | None, typer.Option("--commitment", metavar="N", help="only_commitment")
]
OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="out_folder")]
OutFile = Annotated[Path, typer.Option("--out", metavar="FILE", help="out_file")]

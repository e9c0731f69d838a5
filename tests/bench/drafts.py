"""How long comparing two drafts of the longest commitment takes, and telling whose words are whose.

    python -m tests.bench.drafts WORKSPACE

The workspace holds the plan of 2020–2022. Prints, as JSON, milliseconds.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from db.commands.records import edit_field
from db.comparing import compare_dossiers
from db.differences import word_differences
from db.draft_content import draft_content, read_draft
from db.memory import passages
from db.queries.commitments import commitment_dossier, list_commitments
from db.queries.memory import field_memory
from db.records import Commitment, Draft
from db.workspace import Workspace
from tests.bench.registers import AUTHOR

TIMES = 5
REVISIONS = 1_000
TEXTS = ("problem", "description", "contribution", "values_text", "alignment", "additional")


def compare(workspace: Workspace, longest: Commitment) -> float:
    """Time comparing a draft with one in which every fifth word of every text is another."""
    with workspace.read() as session:
        now = commitment_dossier(session, longest.id)
    draft = Draft(id=longest.id, commitment_id=longest.id, content=draft_content(now))
    texts = {name: rewritten(getattr(longest, name)) for name in TEXTS}
    after = replace(now, commitment=longest.model_copy(update=texts))

    def work() -> None:
        pairs = compare_dossiers(read_draft(draft, now.plan), after)
        changed = [word_differences(*pair.texts(said)) for pair in pairs if pair.changed]
        assert len(changed) == len([name for name in TEXTS if getattr(longest, name)])

    return milliseconds(work)


def provenance(workspace: Workspace, longest: Commitment) -> float:
    """Time telling where every phrase of a text comes from that was changed a thousand times."""
    words = longest.problem.split(" ")
    for number in range(REVISIONS):
        words[number % len(words)] = f"kata{number}"
        edit_field(workspace, AUTHOR, "commitments", longest.id, "problem", " ".join(words))

    def work() -> None:
        with workspace.read() as session:
            memory = field_memory(session, "commitments", longest.id, "problem")
        assert len(memory.line) > REVISIONS
        assert "".join(one.text for one in passages(memory, "problem", said)) == " ".join(words)

    return milliseconds(work)


def said(_: str, code: str) -> str:
    return code


def rewritten(text: str) -> str:
    words = text.split(" ")
    return " ".join("lain" if place % 5 == 0 else word for place, word in enumerate(words))


def milliseconds(work: Callable[[], None]) -> float:
    times: list[float] = []
    for _ in range(TIMES):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return statistics.median(times) * 1000


def main(path: str) -> None:
    workspace = Workspace.open(path)
    with workspace.read() as session:
        every = list_commitments(session)
    longest = max(every, key=lambda one: sum(len(getattr(one, name)) for name in TEXTS))
    found = {
        "compare": compare(workspace, longest),
        "provenance": provenance(workspace, longest),
    }
    workspace.close()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])

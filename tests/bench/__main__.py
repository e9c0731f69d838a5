"""How long the main things take, as a table: `make bench`.

Every line says what was measured, what came out and, where something must be reached, the limit
and whether it is met; the last line sums that up, and the exit code is 1 when a limit is missed.
A line without a limit is there to be compared with. It takes some minutes; other work on the
computer falsifies it. Without the reference data beside the checkout nothing can be measured.

- What a person waits for is timed inside the real program, by real keys and paint events:
  `desk` and `point_work` (a meeting of 500 points), `visits` (one screen after the other),
  `window` (the start), `finding` (200,000 points), `projector`, `drafts`, `canvas`. `driven` is the
  window that they share.
- Documents and commands are timed as whole processes (`processes`) and inside (`inside`,
  `papers`); the median counts.
- `kills` ends the window at random moments while `typist` writes, and counts what is lost.
- `faults` runs every fault of the test suite in full.
- `registers` makes the workspaces, `display` a display that nobody sees.
"""

import json
import math
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.display import display
from tests.bench.displays import DISPLAYS
from tests.bench.kills import kill
from tests.bench.processes import (
    TIMES,
    TOP,
    call,
    exporting,
    importing,
    inside,
    run,
    timed,
    watch_window,
)
from tests.bench.registers import (
    book_workspace,
    inputs_workspace,
    large_workspace,
    matrix_workspace,
    meeting_workspace,
    settings_file,
)
from tests.bench.rows import Row, describe, is_missed, summarise

DATA = TOP.parent / "shared" / "data"
KILLS = 200
# What is timed in a meeting of 500 points, as tests.bench.desk names it, with its limit.
ANSWERS = (
    ("opening a meeting of 500 points", "opening", 300),
    ("a letter painted, 500 points, 95 of 100", "letter_p95", 8),
    ("a letter painted, 500 points, 99 of 100", "letter_p99", 16),
    # Without a pause, which no preview does.
    ("the same while its minutes are made, 95 of 100", "busy_letter_p95", 16),
    ("the same beside the preview, 95 of 100", "followed_letter_p95", 8),
    ("the same beside the preview, 99 of 100", "followed_letter_p99", 16),
    ("from a letter to the preview, slowest", "follow", 1000),
    ("a letter behind a sign, 200 organisations, 95 of 100", "sign_p95", 8),
    ("Enter to the next empty point, preview open, 95 of 100", "enter_p95", 50),
    ("moving, dividing … a point, preview open, 95 of 100", "command_p95", 50),
    ("an edit durable in the window, 95 of 100", "edit_p95", 50),
    ("an edit durable in the window, 99 of 100", "edit_p99", 250),
    ("opening the canvas of OGI-02", "canvas", 200),
)


def main() -> int:
    if not DATA.is_dir():
        sys.stdout.write(f"The session files to measure with are missing: {DATA}\n")
        return 1
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="rembuk-bench-") as folder:
        for row in measure(Path(folder)):
            rows.append(row)
            sys.stdout.write(describe(row) + "\n")
            sys.stdout.flush()
    sys.stdout.write("\n" + summarise(rows) + "\n")
    return int(any(map(is_missed, rows)))


def measure(folder: Path) -> Iterator[Row]:
    os.environ["REMBUK_HOME"] = str(folder / "home")
    settings_file(folder / "home")
    yield from measure_papers(folder)
    yield from measure_books(folder)
    yield from measure_edit(folder)
    yield from measure_desk(folder)
    yield from measure_visits(folder)
    yield from measure_drafts(folder)
    yield from measure_projector(folder)
    yield from measure_window(folder)
    yield from measure_finding(folder)
    yield from measure_kills(folder)


def measure_papers(folder: Path) -> Iterator[Row]:
    plan, matrix, out = folder / "plan.db", folder / "matrix.db", folder / "out"
    files = sorted(DATA.glob("*.rembuk"))
    meeting = DATA / "bilateral-2018-08-24.rembuk"
    yield Row("import of three session files, process", importing(folder, files), limit=2)
    run("--workspace", plan, "import", meeting)
    matrix_workspace(matrix)
    yield Row("minutes PDF, process", exporting("minutes", plan, out), limit=1.5)
    yield Row("minutes PDF, inside", inside("minutes", plan) * 1000, "ms", 100)
    yield Row("matrix workbook 18 × 4, process", exporting("matrix", matrix, out), limit=1.5)
    yield Row("matrix workbook 18 × 4, inside", inside("matrix", matrix) * 1000, "ms", 250)
    yield from measure_office(plan, out)


def measure_books(folder: Path) -> Iterator[Row]:
    """Time the longest papers, each in a process of its own for its memory."""
    book, inputs = folder / "book.db", folder / "inputs.db"
    book_workspace(book)
    inputs_workspace(inputs)
    plan, register, query = (
        json.loads(call(sys.executable, "-m", "tests.bench.papers", what, path))
        for what, path in (("plan", book), ("responses", inputs), ("answers", inputs))
    )
    yield Row("plan PDF of 24 long commitments, inside", plan["seconds"], limit=5)
    yield Row("its memory", plan["memory"], "MB", 300)
    yield Row("register of 2,000 answers as PDF, inside", register["seconds"], limit=10)
    yield Row("2,000 answers among 200,000 points read", query["seconds"] * 1000, "ms", 1000)


def measure_office(plan: Path, out: Path) -> Iterator[Row]:
    """Time LibreOffice on the same minutes, from DOCX to PDF, to compare with."""
    office = shutil.which("soffice")
    if office is None:
        return
    run("--workspace", plan, "export", "minutes", "--format", "docx", "--out", out)
    (document,) = out.glob("*.docx")
    convert = [office, "--headless", "--convert-to", "pdf", "--outdir", str(out / "office")]
    home = f"-env:UserInstallation=file://{out}/profile"
    yield Row(
        "the same minutes by LibreOffice, process", timed(lambda: call(*convert, home, document))
    )


def measure_edit(folder: Path) -> Iterator[Row]:
    point = meeting_workspace(folder / "meeting.db")
    seconds = inside("edit", folder / "meeting.db", point)
    yield Row("an edit durable, 500 points", seconds * 1000, "ms", 50)


def measure_finding(folder: Path) -> Iterator[Row]:
    register = folder / "large.db"
    point = large_workspace(register)
    command = [sys.executable, "-m", "tests.bench.finding", register, point]
    with display() as environment:
        seen = json.loads(call(*command, environment=environment))
    size = "200,000 points"
    yield Row(f"slowest query of several, {size}", seen["search"] * 1000, "ms", 200)
    yield Row(f"2,000 follow-ups listed, {size}", seen["follow_ups"] * 1000, "ms", 200)
    yield Row("what a meeting sees of them when opened", seen["earlier"] * 1000, "ms", 200)
    yield Row(f"an edit durable, {size}, p95", seen["edit"] * 1000, "ms")
    yield Row("a letter in the palette painted, p95", seen["letter"] * 1000, "ms")
    yield Row("from the last letter to what it finds", seen["rows"] * 1000, "ms")


def measure_desk(folder: Path) -> Iterator[Row]:
    """Time how the window answers in a meeting of 500 points, and how a full canvas opens."""
    desk, canvas = folder / "desk.db", folder / "canvas.db"
    meeting_workspace(desk)
    run("--workspace", canvas, "import", DATA / "ran-ogi-2020-2022-part.rembuk")
    with display() as environment:
        command = [sys.executable, "-m", "tests.bench.desk", desk, canvas]
        found = json.loads(call(*command, environment=environment))
    for what, name, limit in ANSWERS:
        yield Row(what, found[name], "ms", limit)


def measure_visits(folder: Path) -> Iterator[Row]:
    """Time going from screen to screen with 24 long commitments."""
    book = folder / "visits.db"
    book_workspace(book)
    with display() as environment:
        command = [sys.executable, "-m", "tests.bench.visits", book]
        found = json.loads(call(*command, environment=environment))
    for name in ("first", "second"):
        slowest = max(found[name], key=lambda screen: found[name][screen])
        what = f"every screen's {name} visit, slowest: {slowest}"
        yield Row(what, found[name][slowest], "ms", 150)


def measure_projector(folder: Path) -> Iterator[Row]:
    """Time how soon a second display shows a letter of OGI-02, its longest text and all of it."""
    workspace, displays = folder / "room.db", folder / "displays.json"
    run("--workspace", workspace, "import", DATA / "ran-ogi-2020-2022-part.rembuk")
    displays.write_text(json.dumps(DISPLAYS), "utf-8")
    environment = {"QT_QPA_PLATFORM": f"offscreen:configfile={displays}"}
    command = [sys.executable, "-m", "tests.bench.projector", workspace]
    found = json.loads(call(*command, environment=environment))
    yield Row("a letter on the projector, 95 of 100", found["room_section_p95"], "ms", 100)
    yield Row("the same, the whole canvas shown", found["room_canvas_p95"], "ms", 100)
    yield Row("a letter on the desk meanwhile, 95 of 100", found["desk_section_p95"], "ms")


def measure_drafts(folder: Path) -> Iterator[Row]:
    """Time what the canvas remembers of the longest commitment."""
    workspace = folder / "drafts.db"
    run("--workspace", workspace, "import", DATA / "ran-ogi-2020-2022-part.rembuk")
    found = json.loads(call(sys.executable, "-m", "tests.bench.drafts", workspace))
    yield Row("two drafts of OGI-02 compared", found["compare"], "ms", 200)
    yield Row("a phrase's origin after 1,000 revisions", found["provenance"], "ms", 100)
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    typed = json.loads(
        call(sys.executable, "-m", "tests.bench.canvas", workspace, environment=offscreen)
    )
    yield Row("a letter painted in OGI-02, 95 of 100", typed["plain_p95"], "ms", 8)
    yield Row("the same with its changes marked, 95 of 100", typed["marked_p95"], "ms", 8)


def measure_kills(folder: Path) -> Iterator[Row]:
    """Kill the window while it is typed into, and count the texts that were saved and are gone."""
    victim = folder / "victim"
    victim.mkdir()
    lost, letters = kill(victim, KILLS)
    yield Row(f"texts lost by {KILLS} kills in {letters} letters", len(lost), "", 1)
    for text in lost:
        yield Row(text[:58], math.nan, "")


def measure_window(folder: Path) -> Iterator[Row]:
    run("demo", folder / "demo")
    with display() as environment:
        seen = [watch_window(folder / "demo" / "rembuk.db", environment) for _ in range(TIMES)]
    # What was never seen took for ever.
    names = ("painted", "filled", "complete", "pause", "memory")
    middle = {
        name: statistics.median(found.get(name, math.inf) for found in seen) for name in names
    }
    yield Row("window painted and taking input", middle["painted"], limit=0.7)
    yield Row("home filled with the demo", middle["filled"], limit=1.8)
    yield Row("every screen made", middle["complete"])
    yield Row("longest pause of the window until then", middle["pause"] * 1000, "ms")
    yield Row("memory", middle["memory"], "MB", 200)


if __name__ == "__main__":
    sys.exit(main())

"""Makes the sample's first commitment differ between two laptops: for pictures of deciding."""

import tempfile
from pathlib import Path

from db.commands.records import edit_field
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.commitments import list_commitments
from db.queries.records import get_record
from db.records import Commitment, Party
from db.workspace import Author, Workspace

_HERE, _THERE = Author("Rahayu", "laptop-a"), Author("Sekar", "laptop-b")
_MORE = " Jumlahnya {n} kelurahan, dan hasilnya diumumkan setiap triwulan di balai warga."


def make_differing(workspace: Workspace) -> None:
    """Write a text, parties and values on two laptops, and bring them together."""
    with workspace.read() as session:
        shown = list_commitments(session)[0]
        commitment = get_record(session, Commitment, shown.id)
    assert commitment is not None
    with tempfile.TemporaryDirectory() as folder:
        other = Workspace.open(Path(folder) / "other.db")
        _send(workspace, other, commitment.plan_id, Path(folder) / "there.rembuk")
        for side, author, n in ((workspace, _HERE, 12), (other, _THERE, 27)):
            values = {
                "problem": commitment.problem + _MORE.format(n=n),
                "leads": (*commitment.leads, Party(name=f"Dinas Pekerjaan Umum Wilayah {n}")),
                "values": commitment.values[n == 12 :],
            }
            for field, value in values.items():
                edit_field(side, author, "commitments", commitment.id, field, value)
        _send(other, workspace, commitment.plan_id, Path(folder) / "back.rembuk")
        other.close()


def _send(source: Workspace, target: Workspace, plan_id: str, file: Path) -> None:
    file.write_bytes(write_session(source, _THERE, "screens", plan_id))
    (receipt,) = receive(target, _THERE, [file])
    assert receipt.error is None

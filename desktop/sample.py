"""The bundled sample as a session file, received like any other."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.workspace import Workspace

SAMPLE_FILE = "sample.rembuk"
"""The file name under which its receipt is found again."""


def add_sample(workspace: "Workspace") -> None:
    """Bring the sample plan into a workspace."""
    from db.exchange.receive import receive
    from db.exchange.send import pack_lists
    from db.workspace import Author
    from resources.sample import load_sample

    with TemporaryDirectory() as folder:
        file = Path(folder) / SAMPLE_FILE
        file.write_bytes(pack_lists(load_sample(), Author(), "sample", workspace.instant()))
        for receipt in receive(workspace, Author(), [file]):
            if receipt.error is not None:
                raise receipt.error

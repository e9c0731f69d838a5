"""What was kept of an import: the copies beside the register, and the receipts."""

from pathlib import Path

from db.backup import backup_folder
from db.exchange.receipts import list_receipts
from db.workspace import Workspace


def backups(workspace: Workspace) -> list[Path]:
    assert workspace.path is not None
    folder = backup_folder(workspace.path)
    return sorted(folder.iterdir()) if folder.exists() else []


def kept_receipts(workspace: Workspace) -> list[tuple[str, str]]:
    with workspace.read() as session:
        return [(r.file_name, r.file_id) for r in list_receipts(session)]

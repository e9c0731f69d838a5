"""Finding an import again by its file's name and its plan."""

from db.commands.plans import create_plan
from db.exchange.receipts import find_receipt, undo_import
from db.exchange.send import write_session
from db.workspace import Workspace
from tests.db.registers import take


def test_an_import_is_found_by_its_files_name_and_its_plan(
    tmp_path, open_workspace, workspace: Workspace, author
):
    plan_id = create_plan(workspace, author, "ogi-2018").record_id
    file = tmp_path / "contoh.rembuk"
    file.write_bytes(write_session(workspace, author, "test", plan_id))
    other = open_workspace("other.db")
    receipt_id = take(other, file).receipt_id

    def find(*sought):
        with other.read() as session:
            found = find_receipt(session, *sought)
            return found.id if found else None

    assert find("contoh.rembuk") == receipt_id
    assert find("contoh.rembuk", plan_id) == receipt_id
    assert find("contoh.rembuk", "other") is None
    assert find("lain.rembuk") is None
    undo_import(other, receipt_id)
    assert find("contoh.rembuk") is None

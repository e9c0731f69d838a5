"""The register that tests of commands sit at."""

import pytest

from db.workspace import Author, Workspace
from tests.db.commands.one_commitment import Desk


@pytest.fixture
def desk(workspace: Workspace, author: Author) -> Desk:
    return Desk(workspace, author)

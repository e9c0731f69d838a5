"""Where a person's own files live."""

from pathlib import Path

import pytest

from desktop import paths


def test_one_folder_can_hold_everything(own_home: Path) -> None:
    found = {paths.workspace_path(), paths.settings_path(), paths.log_path()}
    assert found == {own_home / name for name in ("rembuk.db", "settings.json", "rembuk.log")}


def test_otherwise_the_system_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REMBUK_HOME")
    assert paths.workspace_path().parent.name == "rembuk"
    assert paths.workspace_path().is_absolute()

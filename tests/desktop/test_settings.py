"""Settings are never essential: whatever stands in their file, the program starts."""

import json
from pathlib import Path

import pytest

from desktop.settings import Settings, load_settings, save_settings
from tests.db.places import as_nobody, protected, public_folder


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    chosen = Settings(author="Sri", language="en", theme="dark", folded=True)
    chosen.place = {"screen": "matrix"}
    chosen.remembered = {"place": "Balai “Warga” é"}
    save_settings(tmp_path / "new" / "settings.json", chosen)
    assert load_settings(tmp_path / "new" / "settings.json") == chosen
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


def test_without_a_file_all_is_as_at_first(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1, 2]",
        b"null",
        b'"text"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"author": NaN}',
        b'{"author": 7, "place": [], "folded": "yes", "language": null}',
    ],
)
def test_a_damaged_file_is_as_if_there_were_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(data)
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_a_newer_file_gives_what_is_known_of_it(tmp_path: Path) -> None:
    newer = {"author": "Sri", "theme": {"name": "dark"}, "hologram": True}
    (tmp_path / "settings.json").write_text(json.dumps(newer))
    assert load_settings(tmp_path / "settings.json") == Settings(author="Sri")


def test_a_folder_in_its_place_is_not_essential_either(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert load_settings(tmp_path / "settings.json") == Settings()
    save_settings(tmp_path / "settings.json", Settings(author="Sri"))


def test_a_place_that_cannot_be_written_keeps_the_old_ones() -> None:
    with public_folder() as folder:
        save_settings(folder / "settings.json", Settings(author="Sri"))
        with protected(folder), as_nobody():
            save_settings(folder / "settings.json", Settings(author="Budi"))
        assert load_settings(folder / "settings.json").author == "Sri"


def test_who_worked_here_is_remembered_the_latest_first() -> None:
    settings = Settings()
    for name in ("Sri", "Budi", "Sri", *(f"Orang {n}" for n in range(12))):
        settings.set_author(name)
    assert settings.author == "Orang 11"
    assert len(settings.authors) == 10
    settings.set_author("Orang 5")
    assert settings.authors[:2] == ["Orang 5", "Orang 11"]

"""The options above the preview: each kind has its own, and a version outlives no meeting."""

import pytest

from resources.words import Words
from tests.ui.helpers import assert_all_named
from ui.documents.options import DocumentOptions

VERSIONS = [("", "Final versi 2"), ("id-1", "Versi 1"), ("working", "Isi sekarang")]


@pytest.fixture
def options(show, words: Words) -> DocumentOptions:
    return show(DocumentOptions(words))


def shown(options: DocumentOptions) -> list[bool]:
    rows = (
        options._language_row, options._format_row, options._reader_row, options._version_row
    )  # fmt: skip
    return [row.isVisible() for row in rows]


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("minutes", [True, True, True, False]),
        ("attendance", [True, False, False, False]),
        ("matrix", [True, False, False, False]),
        ("session", [False, False, False, False]),
        ("received", [False, False, False, False]),
    ],
)
def test_each_kind_has_its_own(options: DocumentOptions, kind: str, rows: list[bool]):
    options.show_kind(kind)
    assert shown(options) == rows
    assert_all_named(options)


def test_versions_are_offered_where_there_are_any(options: DocumentOptions):
    options.show_versions(VERSIONS)
    assert shown(options)[3]
    assert options.version() == ""
    options.show_versions(())
    assert not shown(options)[3]


def test_a_chosen_version_stays_with_its_meeting_only(options: DocumentOptions):
    options.show_versions(VERSIONS)
    options._version.set_value("id-1")
    options.show_versions(VERSIONS)
    assert options.version() == "id-1"
    options.show_versions([("", "Final versi 1"), ("working", "Isi sekarang")])
    assert options.version() == ""
    assert [options._version.itemText(n) for n in range(options._version.count())] == [
        "Final versi 1", "Isi sekarang",
    ]  # fmt: skip


def test_what_a_kind_has_not_is_not_chosen(options: DocumentOptions):
    options._reader.set_value("public")
    options._format.set_value("docx")
    assert (options.is_public(), options.format()) == (True, "docx")
    options.show_kind("canvas")
    assert (options.is_public(), options.format(), options.version()) == (False, "", "")


def test_a_choice_is_told(options: DocumentOptions):
    told: list[bool] = []
    options.changed.connect(lambda: told.append(True))
    options._reader.activated.emit(1)
    assert told == [True]

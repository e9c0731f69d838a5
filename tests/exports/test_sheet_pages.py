from hypothesis import given
from hypothesis import strategies as st

from exports.sheet_pages import sheet_names


def test_plain_names_stay():
    assert sheet_names(["Daftar", "Komitmen 1"]) == ("Daftar", "Komitmen 1")


def test_equal_names_are_numbered_also_when_only_case_differs():
    assert sheet_names(["Komitmen", "KOMITMEN", "komitmen"]) == (
        "Komitmen",
        "KOMITMEN (2)",
        "komitmen (3)",
    )


def test_what_excel_refuses_is_changed():
    assert sheet_names(["a/b:c*[d]?\\", "'kutip'", "", "History", "x" * 40]) == (
        "a-b-c--d---",
        "kutip",
        "-",
        "History (2)",
        "x" * 31,
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=6))
def test_no_text_makes_a_name_that_excel_refuses(texts: list[str]):
    names = sheet_names(texts)
    assert len({name.casefold() for name in names}) == len(texts)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name

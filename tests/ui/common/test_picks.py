"""Finding what can be chosen by a part of its words."""

from ui.common.picks import Pick, find_picks

PEOPLE = [
    Pick(1, "Rima Kelana", "Forum Tirta"),
    Pick(2, "Biro Perencanaan"),
    Pick(3, "Tirta Forum"),
    Pick(4, "FT", "Forum Tirta", also="Forum Tirta FT", later=True),
    Pick(5, "Fé Tika", later=True),
]


def found(text: str, inside: bool = False) -> list[object]:
    return [pick.value for pick in find_picks(PEOPLE, text, inside)]


def test_any_words_begin_counts_whatever_case_accents_and_signs():
    assert found("PER") == found("biro-per") == found("per, biro") == found("biroper") == [2]
    assert found("fe") == [5]
    assert found("rencana") == []
    assert found("rencana", inside=True) == [2]


def test_who_is_here_comes_first_and_then_what_begins_so():
    assert found("forum") == [3, 1, 4]
    assert found("ti") == [3, 1, 5, 4]
    assert found("") == [1, 2, 3, 4, 5]
    assert found("zzz") == []

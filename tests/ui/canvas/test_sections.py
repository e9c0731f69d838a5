"""Which sections a canvas has: the form's, and whatever else holds something."""

import pytest

from resources.forms import form_names, load_form
from ui.canvas.sections import SIDES, count_words, form_sections, other_sections


def fields(sections) -> list[str]:
    return [section.field for section in sections]


@pytest.mark.parametrize("name", form_names())
def test_a_canvas_follows_its_form(words, name):
    form = load_form(name)
    sections = form_sections(words, form)
    assert fields(sections) == [s.field for s in form.sections if s.kind != "heading"]
    assert {s.field for s in sections if s.asked} == set(form.asked())
    assert len({s.key for s in sections}) == len(sections)
    assert all(s.label and s.name and s.guidance and s.example for s in sections)


def test_letters_stand_before_labels_and_names(indonesian):
    sections = form_sections(indonesian, load_form("ogi-2018"))
    problem = next(section for section in sections if section.field == "problem")
    assert problem.label.startswith("B. Apa masalah masyarakat")
    assert problem.name == "B. Masalah masyarakat"


def test_headings_and_groups_become_captions(indonesian):
    sections = form_sections(indonesian, load_form("ogi-2020"))
    captions = {s.field: s.caption for s in sections if s.caption}
    assert captions["problem"] == "Deskripsi Komitmen"
    assert captions["government_actors"] == "Aktor lain yang terlibat."
    # The group is said once.
    assert "other_actors" not in captions


@pytest.mark.parametrize("name", form_names())
def test_nothing_that_was_written_is_hidden(words, name):
    form = load_form(name)
    every = (
        "period", "proposers", "leads", "government_actors", "other_actors", "problem",
        "description", "contribution", "values", "values_text", "alignment", "additional",
        "done_so_far", "transparency", "accountability", "participation",
        "milestones", "contacts",
    )  # fmt: skip
    others = other_sections(words, form, every, SIDES)
    shown = fields(form_sections(words, form)) + fields(others)
    assert set(shown) >= set(every) - {"values"}
    assert len([f for f in shown if f not in ("contacts",)]) == len(set(shown) - {"contacts"})
    places = [s.sides for s in (*form_sections(words, form), *others) if s.kind == "contacts"]
    assert sorted(side for sides in places for side in sides) == sorted(SIDES)
    assert {s.caption for s in others[:1]} <= {words("canvas.other_fields")}
    assert not any(s.asked for s in others)


def test_what_is_empty_and_has_no_place_is_not_shown(indonesian):
    assert other_sections(indonesian, load_form("ogi-2018"), ("problem",), ("cso",)) == ()


def test_words_are_counted_as_people_count_them():
    assert count_words("  Dari 46 posyandu,\nhanya  9.\t") == 5
    assert count_words("") == 0

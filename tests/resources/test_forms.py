"""The official forms are data: what they say, and how a wrong file is refused."""

from pathlib import Path

import pytest

from db.records import Commitment, Contact, Milestone, Plan
from db.snapshot import CommitmentDossier
from exports.commitment import commitment_content, form_notices
from resources.form_file import COLUMN_FIELDS, FIELDS, FormError, read_form
from resources.forms import form_names, form_title, load_form, usable_form
from resources.words import LANGUAGES

PRINTED_ELSEWHERE = {"period", "milestones", "contacts"}
PARTIES = set(FIELDS["parties"])

SMALL = """
numbering = "inline"
period = "months"
[title]
id = "Formulir kecil"
[[section]]
kind = "text"
field = "problem"
[section.label]
id = "Masalah"
"""

ID = "00000000-0000-4000-8000-00000000000{}"
DOSSIER = CommitmentDossier(
    Plan(id=ID.format(1)), Commitment(id=ID.format(2), plan_id=ID.format(1), form="broken")
)


def test_the_four_official_forms_are_there() -> None:
    assert {"ogi-2018", "ogi-2020", "opi-2020", "ogp-2022"} <= set(form_names())


def test_a_form_that_nobody_knows_is_shown_as_ogi_2020() -> None:
    assert load_form("city-2031").name == "ogi-2020"
    assert load_form("../ogi-2018").name == "ogi-2020"
    assert load_form("").name == "ogi-2020"


@pytest.mark.parametrize("name", form_names())
def test_every_text_is_there_in_every_language(name: str) -> None:
    form = load_form(name)
    for section in form.sections:
        needed = [section.label, *(column.label for column in section.columns)]
        if section.kind != "heading":
            needed += [section.short, section.guidance, section.example]
        for wording in [form.title, *needed]:
            assert {language for language, text in wording.texts.items() if text} == set(LANGUAGES)


@pytest.mark.parametrize("name", form_names())
def test_fields_are_the_records_own_and_every_party_has_a_place(name: str) -> None:
    fields = load_form(name).fields()
    assert fields - PRINTED_ELSEWHERE <= set(Commitment.model_fields)
    assert PARTIES | PRINTED_ELSEWHERE | {"title", "problem", "description"} <= fields


def test_sections_and_columns_may_name_what_the_records_have() -> None:
    named = {field for fields in FIELDS.values() for field in fields if field}
    assert named - PRINTED_ELSEWHERE <= set(Commitment.model_fields)
    assert set(COLUMN_FIELDS["milestones"]) <= set(Milestone.model_fields)
    assert set(COLUMN_FIELDS["contacts"]) <= set(Contact.model_fields)


def test_the_canvas_of_2018_is_lettered_a_to_g_and_asks_for_five_milestones() -> None:
    form = load_form("ogi-2018")
    lettered = [(section.letter, section.field) for section in form.sections if section.letter]
    assert lettered == [
        ("A", "leads"),
        ("B", "problem"),
        ("C", "description"),
        ("D", "contribution"),
        ("E", "values_text"),
        ("F", "alignment"),
        ("G", "additional"),
    ]
    assert form.milestone_limit == 5


def test_the_form_of_2022_asks_its_four_further_questions() -> None:
    fields = load_form("ogp-2022").fields()
    assert {"done_so_far", "transparency", "accountability", "participation"} <= fields


@pytest.mark.parametrize(
    ("old", "new", "entry"),
    [
        ('period = "months"', 'period = "weeks"', "period"),
        ('numbering = "inline"', "", "numbering"),
        ('id = "Formulir kecil"', 'en = "Small form"', "title.id"),
        ('kind = "text"', 'kind = "texts"', "section[1].kind"),
        ('field = "problem"', "", "section[1].field"),
        ('field = "problem"', "field = 3", "section[1].field"),
        ('field = "problem"', 'field = "problems"', "section[1].field"),
        ('id = "Masalah"', "id = 3", "section[1].label"),
        ('kind = "text"', 'kind = "text"\nlettre = "A"', "section[1].lettre"),
        (
            'field = "problem"',
            'field = "problem"\n[[section.column]]',
            "section[1].column[1].fields",
        ),
        ('[[section]]\nkind = "text"', '[section]\nkind = "text"', "section"),
        (
            "[[section]]",
            '[[section]]\nkind = "text"\nfield = "problem"\nlabel.id = "M"\n[[section]]',
            "section[2].field",
        ),
        (
            'kind = "text"\nfield = "problem"',
            'kind = "contacts"\nlayout = "table"\nfield = "contacts"\n'
            'column = [{fields = ["name"], label = {id = "N"}}]',
            "section[1].column",
        ),
        (
            'kind = "text"\nfield = "problem"',
            'kind = "contacts"\nfield = "contacts"',
            "section[1].column",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, entry: str
) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, "utf-8")
    assert read_form(file).sections[0].label("en") == "Masalah"
    file.write_text(SMALL.replace(old, new), "utf-8")
    with pytest.raises(FormError) as refusal:
        read_form(file)
    assert refusal.value.key == "form_broken"
    assert refusal.value.values == {"file": "small.toml", "entry": entry}


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_bytes(b"title = \xff")
    with pytest.raises(FormError):
        read_form(file)


def test_a_broken_file_gives_way_to_a_form_that_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "forms").mkdir()
    for name, text in (("broken", ""), ("ogi-2020", SMALL), ("small", SMALL)):
        (tmp_path / "forms" / f"{name}.toml").write_text(text, "utf-8")
    monkeypatch.setattr("resources.forms.FOLDER", tmp_path)
    form, problem = usable_form("broken")
    assert form.name == "ogi-2020"
    assert problem is not None
    assert problem.values["file"] == "broken.toml"
    assert (form_title("broken", "id"), form_title("", "id")) == ("broken", "Formulir kecil")
    _, notices = commitment_content(DOSSIER, "id"), form_notices([DOSSIER, DOSSIER])
    assert [notice.values["file"] for notice in notices] == ["broken.toml"]
    # Even without the usual one the others still work.
    (tmp_path / "forms" / "ogi-2020.toml").unlink()
    assert load_form("broken").name == load_form("").name == "small"


def test_a_form_asks_for_what_its_paper_has_but_for_further_information() -> None:
    asked = load_form("ogi-2018").asked()
    assert asked[:3] == ("title", "period", "leads")
    assert not {"", "additional", "proposers"} & set(asked)
    # Contacts of two sides are asked for once.
    assert load_form("ogi-2020").asked().count("contacts") == 1


def test_a_section_is_named_by_its_letter_and_short_name_else_by_its_label(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, "utf-8")
    assert read_form(file).sections[0].name("id") == "Masalah"
    lettered = next(s for s in load_form("ogi-2018").sections if s.field == "problem")
    assert lettered.name("id") == "B. Masalah masyarakat"

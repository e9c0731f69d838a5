"""The desk, the canvas and the papers call a part of a form by the same name."""

import pytest

from db.records import Commitment, Plan
from db.snapshot import CommitmentDossier
from resources.forms import form_names, load_form
from resources.part_names import part_fields, part_name
from resources.words import LANGUAGES, Words
from ui.canvas.sections import form_sections
from ui.meeting.wording import canvas_picks

ID = "5f1f6f1c-0c3e-4a52-9d0e-3a4f5b6c7d8e"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_is_called_on_the_desk_as_on_the_canvas(language: str):
    words = Words(language)
    for name in form_names():
        form = load_form(name)
        fields = [section.field for section in form.sections]
        plan = Plan(id=ID, form=name)
        dossier = CommitmentDossier(plan, Commitment(id=ID, plan_id=ID))
        picks = {pick.value: pick.text for pick in canvas_picks(words, (dossier,))}
        on_canvas = form_sections(words, form)
        for section in on_canvas:
            if fields.count(section.field) == 1 and section.field != "period":
                assert picks[(ID, section.field)] == section.name
        assert len(part_fields(form)) == len(set(part_fields(form)))
        assert words("meetings.sections.other") not in picks.values()


def test_without_a_form_a_part_has_a_name_that_suits_any():
    indonesian = Words("id")
    assert part_name(indonesian, "problem", "ogi-2018") == "B. Masalah masyarakat"
    assert part_name(indonesian, "problem") == "Masalah masyarakat"
    assert part_name(indonesian, "unheard_of", "ogi-2018") == "Bagian lain"
    assert part_name(indonesian, "") == ""

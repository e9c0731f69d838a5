"""Hints beside fields: they find what is odd and leave what is usual alone."""

import pytest

from resources.references import plan_references, sdg_references
from resources.words import LANGUAGES, Words
from ui.canvas.hints import contact_hint, milestone_hint, period_hint

WORDS = Words("id")
PERIOD = ("2019-01", "2020-12")


@pytest.mark.parametrize(
    ("email", "phone", "said"),
    [
        ("", "", ()),
        ("rina@seruni.go.id; humas@kip.go.id / <a.b@c.or.id>", "021-3190 1156 ext. 12", ()),
        ("rina@seruni", "", ("email",)),
        ("rina seruni.go.id", "0812 3456 7890 (WA), 0811 222 333", ("email",)),
        ("0812 3456 7890", "rina@seruni.go.id", ("email_phone", "phone_email")),
        ("", "ext. 12", ("phone",)),
    ],
)
def test_addresses_and_numbers_are_looked_at_gently(email, phone, said):
    hints = " ".join(WORDS(f"canvas_fields.contacts.{key}") for key in said)
    assert contact_hint(WORDS, {"email": email, "phone": phone}) == hints


@pytest.mark.parametrize(
    ("start", "end", "key"),
    [
        ("", "", ""),
        ("2019-01", "2020-12", ""),
        ("2019-05", "2019-03", "turned"),
        ("2018-12", "2019-03", "before"),
        ("2019-05", "2021-01", "after"),
        ("2021-01", "", "after"),
    ],
)
def test_a_milestone_lies_within_its_commitments_months(start, end, key):
    said = milestone_hint(WORDS, {"start": start, "end": end}, PERIOD)
    if key in ("", "turned"):
        assert said == (WORDS("canvas_fields.dates.turned") if key else "")
    else:
        months = "Januari 2019 – Desember 2020"
        assert said == WORDS(f"canvas_fields.dates.{key}", period=months)
    for period in [("", ""), ("2020-12", "2019-01")]:
        assert milestone_hint(WORDS, {"start": "2018-01", "end": "2030-01"}, period) == ""


def test_a_period_that_ends_before_it_begins_is_pointed_out():
    assert period_hint(WORDS, "2020-12", "2019-01")
    assert period_hint(WORDS, "2019-01", "") == period_hint(WORDS, "", "2019-01") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_seventeen_goals_and_the_plans_of_each_year_can_be_referred_to(language):
    assert [one.name.partition(".")[0] for one in sdg_references(language)] == [
        str(number) for number in range(1, 18)
    ]
    lines = [one.line for one in plan_references(language, 2021, 2022)]
    assert {"RKP 2021: ", "RKP 2022: ", "RPJMN: "} <= set(lines)
    assert len(set(lines)) == len(lines)
    assert "RKP: " in [one.line for one in plan_references(language)]
    healthy = [goal.name for goal in sdg_references(language) if "kesehatan" in goal.also]
    assert [name.partition(".")[0] for name in healthy] == ["3"]

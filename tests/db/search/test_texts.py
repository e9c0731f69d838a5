"""Nothing that a person writes is left out of searching without a reason."""

from typing import Any, get_args

from db.catalogue import KINDS
from db.records import Text
from db.search.texts import SEARCHED, texts_in

# Names of forms and fields, drawings and checksums; what they stand for is on the screens.
LEFT_OUT = {
    "plans": {"form", "stages", "paper"},
    "commitments": {"form"},
    "points": {"canvas_field", "changes"},
    "agreements": {"canvas_field"},
}
# What holds only copies or ids.
TEXTLESS = {"minutes", "drafts", "dismissals"}


def holds_text(annotation: Any) -> bool:
    parts = get_args(annotation)
    if annotation is str:
        return True
    if hasattr(annotation, "model_fields"):
        return any(holds_text(info.annotation) for info in annotation.model_fields.values())
    return any(holds_text(part) for part in parts)


def test_every_text_of_every_record_is_searched_or_left_out_for_a_reason() -> None:
    for kind, meta in KINDS.items():
        if kind in TEXTLESS:
            continue
        texts = {
            name
            for name, info in meta.record.model_fields.items()
            if holds_text(info.annotation)
            and not name.endswith(("id", "_ids", "same_as", "other_than"))
        }
        dated = {
            n for n in texts if n in ("start", "end", "due", "date") or n.endswith(("_on", "_time"))
        }
        dated |= texts & {"began", "ended", "deleted"}
        missing = texts - dated - set(SEARCHED[kind].fields) - LEFT_OUT.get(kind, set())
        assert missing == set(), kind


def test_a_value_gives_its_texts_and_no_ids() -> None:
    party = {"name": "Dinas", "unit": "Bidang", "organisation_id": "5b0c"}
    assert list(texts_in([party])) == ["Dinas", "Bidang"]
    assert list(texts_in({"B06": "enam"})) == ["enam"]
    assert list(texts_in(4)) == ["4"]
    assert list(texts_in(None)) == []


def test_the_text_type_is_still_what_the_check_takes_it_for() -> None:
    assert get_args(Text)[0] is str

"""A record is found by any of its texts, the best first, and leads to where it stands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.catalogue import KINDS
from db.search import find as finding
from db.search import lookup, plain
from db.search.find import recall, search
from db.search.hit import Hit
from db.search.hits import LONGEST, excerpt
from db.search.letters import wanted_words
from db.search.texts import SEARCHED, texts_in
from db.workspace import Workspace
from tests.db.registers import take
from tests.db.session_files import (
    Lists,
    a_commitment,
    a_meeting,
    a_plan,
    a_point,
    an_organisation,
    build_session_file,
    new_id,
    one_of_each,
)

Fill = Callable[..., None]


@pytest.fixture
def fill(workspace: Workspace, tmp_path: Path) -> Fill:
    """Bring these lists into the register."""

    def take_lists(**lists: Any) -> None:
        take(workspace, build_session_file(tmp_path / f"{new_id()}.rembuk", lists))

    return take_lists


@pytest.fixture(params=["index", "many", "plain"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every way there is to find: the index, with few and with many matches, and without it."""
    if request.param == "many":
        monkeypatch.setattr(lookup, "MANY", 1)
    if request.param == "plain":
        monkeypatch.setattr(lookup, "find", plain.find)
    return request.param


def found(workspace: Workspace, text: str, **options: Any) -> tuple[Hit, ...]:
    with workspace.read() as session:
        return search(session, text, **options)


def ids(workspace: Workspace, text: str, **options: Any) -> list[str]:
    return [hit.record_id for hit in found(workspace, text, **options)]


def every_text(lists: Lists) -> list[tuple[str, str, str]]:
    return [
        (kind, row["id"], text)
        for kind, searched in SEARCHED.items()
        for row in lists[kind]
        for field in searched.fields
        for text in texts_in(row.get(field))
    ]


def test_every_record_is_found_by_every_one_of_its_texts(
    workspace: Workspace, fill: Fill, way: str
) -> None:
    lists = one_of_each()
    # A follow-up of a point is found as that point where it says the same.
    del lists["follow_ups"][0]["point_id"]
    fill(**lists)
    for kind, record_id, text in every_text(lists):
        assert record_id in ids(workspace, text), (kind, text)
        assert record_id in ids(workspace, text, kinds=[kind]), (kind, text)


def test_a_hit_leads_to_its_plan_meeting_and_commitment(
    workspace: Workspace, fill: Fill, way: str
) -> None:
    lists = one_of_each()
    fill(**lists)
    plan, meeting = lists["plans"][0]["id"], lists["meetings"][0]["id"]
    commitment = lists["commitments"][0]["id"]
    leads = {
        hit.kind: (hit.plan_id, hit.meeting_id, hit.commitment_id)
        for text in ("peta", "banjir", "lila", "enam", "dp", "M", "kebencanaan", "lembayung")
        for hit in found(workspace, text)
    }
    assert leads == {
        "plans": (plan, "", ""),
        "organisations": ("", "", ""),
        "working_groups": (plan, "", ""),
        "meetings": (plan, meeting, ""),
        "points": (plan, meeting, ""),
        "attendances": (plan, meeting, ""),
        "follow_ups": (plan, meeting, ""),
        "commitments": (plan, "", commitment),
        "milestones": (plan, "", commitment),
        "targets": (plan, "", commitment),
        "contacts": (plan, "", commitment),
        "confirmations": (plan, "", commitment),
        "agreements": (plan, "", commitment),
    }


def test_case_accents_and_signs_make_no_difference(workspace: Workspace, fill: Fill) -> None:
    plan = a_plan()
    meeting = a_meeting(plan, topic="Café “Rahayuné”: SP4N-LAPOR!")
    fill(plans=[plan], meetings=[meeting])
    for text in ("cafe", "CAFÉ", "cafe\u0301", "rahayune sp4n", "lapor!", "sp4n-lapor", "pn"):
        assert (meeting["id"] in ids(workspace, text)) == (text != "pn"), text


def test_a_word_is_found_inside_of_another(workspace: Workspace, fill: Fill, way: str) -> None:
    plan = a_plan()
    meeting = a_meeting(plan)
    points = [a_point(meeting, text="Praktik keterbukaan"), a_point(meeting, text="Tidak ada")]
    fill(plans=[plan], meetings=[meeting], points=points)
    assert ids(workspace, "buka") == [points[0]["id"]]


def test_the_exact_name_or_number_comes_first_then_the_newest_meeting(
    workspace: Workspace, fill: Fill, way: str
) -> None:
    plan = a_plan()
    fourth = a_commitment(plan, number=4, title="Layanan kesehatan")
    other = a_commitment(plan, number=14, title="Empat puluh", problem="4 dari 10 puskesmas")
    old = a_meeting(plan, topic="Layanan", date="2019-01-01")
    older = a_meeting(plan, topic="Layanan kesehatan ibu", date="2018-01-01")
    new = a_meeting(plan, topic="Layanan kesehatan anak", date="2025-01-01")
    points = [a_point(meeting, text="Layanan kesehatan") for meeting in (older, new, old)]
    fill(plans=[plan], commitments=[other, fourth], meetings=[old, older, new], points=points)
    assert ids(workspace, "4")[0] == fourth["id"]
    assert ids(workspace, "layanan kesehatan")[0] == fourth["id"]
    assert ids(workspace, "layanan")[0] == old["id"]
    assert ids(workspace, "layanan kesehatan", kinds=["meetings"]) == [new["id"], older["id"]]
    wanted = [points[1]["id"], points[2]["id"], points[0]["id"]]
    assert ids(workspace, "layanan kesehatan", kinds=["points"]) == wanted


def test_an_organisation_is_found_by_every_name_it_has(workspace: Workspace, fill: Fill) -> None:
    organisation = an_organisation(
        name="Perkumpulan Media Lintas Komunitas", short_name="Medialink", aliases=["Media Link"]
    )
    fill(plans=[a_plan()], organisations=[organisation])
    for text in ("perkumpulan media", "medialink", "media link", "link"):
        assert ids(workspace, text) == [organisation["id"]], text


def test_no_list_crowds_the_others_out(workspace: Workspace, fill: Fill, way: str) -> None:
    plan = a_plan()
    meeting = a_meeting(plan, topic="Rapat", date="2025-01-01")
    points = [a_point(meeting, text=f"Data banjir {n}") for n in range(80)]
    commitment = a_commitment(plan, title="Sungai", problem="Data banjir belum dibuka")
    fill(plans=[plan], meetings=[meeting], points=points, commitments=[commitment])
    hits = found(workspace, "data banjir", limit=20)
    assert len(hits) == 20
    assert commitment["id"] in [hit.record_id for hit in hits]


def test_words_may_stand_in_several_fields(workspace: Workspace, fill: Fill, way: str) -> None:
    plan = a_plan()
    meeting = a_meeting(plan)
    point = a_point(meeting, text="Data dibuka", raised_by="Bappeda", reason="Sudah siap")
    fill(plans=[plan], meetings=[meeting], points=[point])
    [hit] = found(workspace, "data bappeda")
    assert (hit.title.text, hit.field, hit.snippet.text) == ("Data dibuka", "raised_by", "Bappeda")
    assert (hit.title.matches, hit.snippet.matches) == (((0, 4),), ((0, 7),))
    assert found(workspace, "data bappeda xyz") == ()


def test_a_follow_up_is_not_listed_beside_the_point_it_comes_from(
    workspace: Workspace, fill: Fill
) -> None:
    plan = a_plan()
    meeting = a_meeting(plan)
    point = a_point(meeting, text="Kirim surat", kind="follow_up")
    owned = {
        "id": new_id(), "meeting_id": meeting["id"], "point_id": point["id"],
        "text": "Kirim surat", "owner": "Bappeda", "status": "open",
    }  # fmt: skip
    fill(plans=[plan], meetings=[meeting], points=[point], follow_ups=[owned])
    assert ids(workspace, "kirim surat") == [point["id"]]
    assert ids(workspace, "bappeda") == [owned["id"]]
    assert {hit.point_id for text in ("surat", "bappeda") for hit in found(workspace, text)} == {
        point["id"]
    }


@pytest.mark.parametrize(
    "text",
    [
        '"', "'", '""', "(", ")", "*", "a*", "^a", "a AND", "OR", "NOT a", "NEAR(a b)", "names : a",
        "text:a", "-a", "a + b", "{a}", "%", "_", "\\", "a\x00b", "';DROP TABLE points;--", "| a |",
        "\ud800", "a" * 100_000, "kata " * 10_000, "\n", "🙂",
    ],
)  # fmt: skip
def test_what_is_typed_is_never_syntax(
    workspace: Workspace, fill: Fill, way: str, text: str
) -> None:
    fill(**one_of_each())
    assert isinstance(ids(workspace, text), list)
    assert ids(workspace, "lembayung")


def test_percent_and_underscore_stand_for_themselves_without_an_index(
    workspace: Workspace, fill: Fill
) -> None:
    plan = a_plan()
    meeting = a_meeting(plan)
    fill(plans=[plan], meetings=[meeting], points=[a_point(meeting, text="Naik 50 dari 100")])
    with workspace.read() as session:
        assert plain.find(session, ["points"], "%", 10) == []
        assert len(plain.find(session, ["points"], "50", 10)) == 1


def test_nothing_is_found_by_nothing(workspace: Workspace, fill: Fill) -> None:
    fill(**one_of_each())
    assert found(workspace, "") == found(workspace, "  ") == found(workspace, "–") == ()


def test_a_database_without_our_index_is_asked_plainly(
    workspace: Workspace, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(**one_of_each())
    monkeypatch.setattr(finding.index, "is_current", lambda _: False)
    monkeypatch.setattr(lookup, "find", None)
    assert [hit.kind for hit in found(workspace, "kebencanaan")] == ["working_groups"]


def test_records_are_recalled_in_the_order_they_were_named(
    workspace: Workspace, fill: Fill
) -> None:
    lists = one_of_each()
    fill(**lists)
    named = [(kind, lists[kind][0]["id"]) for kind in ("organisations", "meetings", "points")]
    gone = [("meetings", new_id()), ("songs", new_id())]
    with workspace.read() as session:
        hits = recall(session, [*named, *gone])
    assert [(hit.kind, hit.record_id) for hit in hits] == named
    assert [hit.title.text for hit in hits] == [
        "Dinas Pengairan",
        "Data banjir",
        "Peta risiko dibuka",
    ]


# -- excerpts ------------------------------------------------------------------------------


def marked(text: str, query: str) -> tuple[str, list[str]]:
    piece = excerpt(text, wanted_words(query))
    return piece.text, [piece.text[a:b] for a, b in piece.matches]


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert marked("Data\nbanjir\tdibuka", "dibuka") == ("Data banjir dibuka", ["dibuka"])


def test_a_long_text_begins_a_little_before_the_first_match() -> None:
    text, matches = marked("kata " * 500 + "banjir " + "lagi " * 500 + "banjir", "banjir")
    assert (text[:10], text[-1]) == ("…kata kata", "…")
    assert len(text) == LONGEST + 2
    assert matches == ["banjir"]


def test_a_text_without_blanks_is_cut_as_well() -> None:
    text, matches = marked("x" * 5_000 + "banjir" + "y" * 5_000, "banjir")
    assert matches == ["banjir"]
    assert len(text) == LONGEST + 2


def test_a_match_at_the_cut_ends_there() -> None:
    text, matches = marked("a" * 100_000, "a" * 60)
    assert len(text) == LONGEST + 1
    assert matches == ["a" * LONGEST]


def test_every_list_of_the_register_is_searched() -> None:
    assert set(SEARCHED) == set(KINDS) - {"minutes", "drafts", "dismissals"}

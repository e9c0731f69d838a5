from db.records import Commitment, Contact, Party, Plan, Target
from db.rules import equal_runs
from db.snapshot import CommitmentDossier
from exports.matrix import contact_text, head_lines, matrix_columns, party_text

ID = "00000000-0000-4000-8000-000000000000"


def dossier(**fields: object) -> CommitmentDossier:
    plan = Plan(id=ID, start=fields.pop("plan_start", "2021-01"))
    targets = fields.pop("rows", ())
    contacts = fields.pop("contacts", ())
    commitment = Commitment.model_validate({"id": ID, "plan_id": ID, **fields})
    return CommitmentDossier(plan, commitment, contacts=contacts, targets=targets)


def test_the_head_block_is_derived_from_the_commitment():
    item = dossier(
        title="Data Sampah Terbuka",
        leads=({"name": "Dinas A"}, {"name": "Dinas B", "unit": "Bidang C"}),
        proposers=({"name": "Forum D"},),
        coordinating_unit="Bappeda",
        contacts=(
            Contact(id=ID, commitment_id=ID, side="implementer", name="Kepala", email="a@b.id"),
            Contact(id=ID, commitment_id=ID, side="cso", title="Koordinator"),
            Contact(id=ID, commitment_id=ID, side="other", title="Lain"),
        ),
    )
    assert [(line.label, line.text) for line in head_lines(item, "id")] == [
        ("Komitmen", "Data Sampah Terbuka"),
        ("Kementerian/Lembaga Penanggung Jawab", "Dinas A; Bidang C, Dinas B"),
        ("Kementerian/Lembaga Terkait", ""),
        ("Bappenas", "Bappeda"),
        ("CSO Mitra", "Forum D"),
        ("Point of Contact Kementerian/Lembaga", "Kepala (a@b.id)"),
        ("Point of Contact CSO", "Koordinator"),
    ]


def test_a_wording_of_its_own_takes_the_derived_one_s_place_and_none_is_lost():
    item = dossier(
        leads=({"name": "Dinas A"},),
        proposers=({"name": "Forum D"},),
        matrix_head={"leads": "Dinas A dan mitranya", "proposers": "", "Catatan": "Sendiri"},
    )
    texts = {line.label: line.text for line in head_lines(item, "id")}
    assert texts["Kementerian/Lembaga Penanggung Jawab"] == "Dinas A dan mitranya"
    assert texts["CSO Mitra"] == "Forum D"
    assert texts["Catatan"] == "Sendiri"


def test_the_checkpoints_follow_the_plan_s_period():
    labels = [column.label for column in matrix_columns(dossier(plan_start="2020-07"), "id")]
    assert labels[3:7] == ["B06 (2020)", "B12 (2021)", "B18 (2021)", "B24 (2022)"]


def test_a_plan_without_a_start_has_checkpoints_without_years():
    labels = [column.label for column in matrix_columns(dossier(plan_start=""), "id")]
    assert labels[3:7] == ["B06", "B12", "B18", "B24"]


def test_checkpoints_beyond_the_four_get_columns_where_they_say_something():
    rows = (
        Target(id=ID, commitment_id=ID, targets={"B36": "x", "B30": "", "B42": "y", "B06": "z"}),
    )
    columns = matrix_columns(dossier(rows=rows), "id")
    assert [column.label for column in columns[3:]] == [
        "B06 (2021)",
        "B12 (2021)",
        "B18 (2022)",
        "B24 (2022)",
        "B36 (2023)",
        "B42 (2024)",
        "Data Pendukung",
    ]
    assert [column.text(rows[0]) for column in columns] == [
        "",
        "",
        "",
        "z",
        "",
        "",
        "",
        "x",
        "y",
        "",
    ]


def test_equal_neighbours_are_one_run_and_empty_ones_are_not():
    assert equal_runs(["a", "a", "", "", "b", "a", "a", "a"]) == (
        (0, 2),
        (2, 1),
        (3, 1),
        (4, 1),
        (5, 3),
    )
    assert equal_runs([]) == ()


def test_parties_and_contacts_leave_out_what_is_empty():
    assert party_text(Party()) == ""
    assert party_text(Party(name="Dinas A", unit="Bidang C")) == "Bidang C, Dinas A"
    assert contact_text(Contact(id=ID, commitment_id=ID)) == ""
    assert contact_text(Contact(id=ID, commitment_id=ID, phone="021")) == "021"
    full = Contact(
        id=ID, commitment_id=ID, name="A", title="B", organisation="C", email="d", phone="e"
    )
    assert contact_text(full) == "A, B, C (d; e)"

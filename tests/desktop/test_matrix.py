"""The target matrix over a real register, by keys."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtGui import QGuiApplication

from db.commands.commitments import create_commitment
from db.commands.records import add_record, edit_field
from db.exchange.receive import receive
from db.queries.commitments import commitment_dossier, list_commitments, list_plans
from db.records import Contact
from db.workspace import Workspace
from desktop.sample import add_sample
from tests.desktop.desk import ALT, CONTROL, KEY, SHIFT
from tests.desktop.room import OTHER
from tests.desktop.table import Table, three_rows
from tests.ui.helpers import assert_all_named, focused
from ui.common.cell_editor import CellEditor


def test_without_commitments_the_screen_leads_to_where_one_is_begun(table):
    table.open()
    assert focused().text() == table.words("matrix.nothing.button")
    table.press(KEY.Key_Return)
    assert table.place.screen == "commitments"


def test_a_matrix_is_begun_by_key_and_stored_by_itself(table, tmp_path: Path):
    table.begin()
    table.press(KEY.Key_Return, CONTROL)
    assert focused() is table.grid
    table.type("J")
    assert isinstance(focused(), CellEditor)
    with table.qtbot.waitSignal(table.store.saved, timeout=10_000):
        table.type("adwal terbuka")
    assert table.column("goal") == ["Jadwal terbuka"]
    table.press(KEY.Key_Tab)
    table.type("D")
    table.type("inas")
    table.press(KEY.Key_Return, CONTROL)
    # The new row goes on under the same goal, at the first thing to write.
    assert table.column("responsible") == ["Dinas", "Dinas"]
    assert table.grid.current_cell()[1].field == "measure"
    other = Workspace.open(tmp_path / "w.db")
    with other.read() as session:
        assert len(commitment_dossier(session, table.commitment_id).targets) == 2
    other.close()


def test_years_stand_in_the_heads_and_further_checkpoints_have_columns(table):
    table.begin({"measure": "satu", "targets.B30": "akhir"})
    labels = [column.label for column in table.grid.table.columns]
    assert labels[3:8] == ["B06 (2021)", "B12 (2021)", "B18 (2022)", "B24 (2022)", "B30 (2023)"]
    assert table.grid.table.text(0, 7) == "akhir"
    table.go(0, 3)
    assert table.view.facts()[0] == table.words(
        "matrix.facts.place",
        column=table.words("matrix.facts.month", month=6, checkpoint="B06"), row=1,
    )  # fmt: skip


def test_one_visit_of_a_cell_is_one_step_of_undo(table, qtbot):
    table.begin(*three_rows())
    table.go(0, 2)
    table.press(KEY.Key_F2)
    table.type(" siaga")
    with qtbot.waitSignal(table.store.saved, timeout=10_000):
        pass
    table.type(" semua")
    table.press(KEY.Key_Return)
    assert table.column("measure")[0] == "46 posyandu siaga semua"
    table.press(KEY.Key_Z, CONTROL)
    assert table.column("measure")[0] == "46 posyandu"
    assert table.grid.table.text(0, 2) == "46 posyandu"
    table.press(KEY.Key_Z, CONTROL | SHIFT)
    assert table.grid.table.text(0, 2) == "46 posyandu siaga semua"
    assert focused() is table.grid


def test_a_merged_cell_is_one_cell_to_write_and_to_undo(table, qtbot):
    table.begin(*three_rows())
    table.go(0, 0)
    table.press(KEY.Key_F2)
    table.type(" di")
    with qtbot.waitSignal(table.store.saved, timeout=10_000):
        pass
    table.type(" semua kelurahan")
    table.press(KEY.Key_Return)
    goal = "Jadwal terbuka di semua kelurahan"
    assert table.column("goal") == [goal, goal, "Kader terlatih"]
    assert table.grid.rowSpan(0, 0) == 2
    table.press(KEY.Key_Z, CONTROL)
    assert table.column("goal") == ["Jadwal terbuka", "Jadwal terbuka", "Kader terlatih"]
    assert table.store.can_undo() is None


def test_escape_leaves_no_step_behind(table, qtbot):
    table.begin(*three_rows())
    table.go(0, 2)
    table.press(KEY.Key_F2)
    table.type(" siaga")
    with qtbot.waitSignal(table.store.saved, timeout=10_000):
        pass
    table.press(KEY.Key_Escape)
    table.settle()
    assert table.column("measure")[0] == "46 posyandu"
    assert table.store.can_undo() is None


def test_rows_are_moved_and_removed_by_keys_with_undo(table):
    table.begin(*three_rows())
    table.go(2, 2)
    table.press(KEY.Key_Up, ALT)
    assert table.column("measure") == ["46 posyandu", "92 kader", "papan kelurahan"]
    # The row is still the current one, and its goal parts what was merged.
    assert table.grid.current_cell()[0] == 1
    assert table.grid.rowSpan(0, 0) == 1
    table.press(KEY.Key_Delete, CONTROL)
    assert table.column("measure") == ["46 posyandu", "papan kelurahan"]
    assert table.told[-1] == ("info", table.words("matrix.removed", n=1))
    table.actions[table.words("canvas.undo")]()
    assert table.column("measure") == ["46 posyandu", "92 kader", "papan kelurahan"]


def test_a_block_from_excel_is_one_step(table):
    table.begin(*three_rows())
    table.go(2, 2)
    QGuiApplication.clipboard().setText(
        'Ukuran\t1\t2\r\n"baris satu\nbaris ""dua"""\t=1+1\t\r\n\t-\t@x\r\n'
    )
    table.press(KEY.Key_V, CONTROL)
    assert table.column("measure") == [
        "46 posyandu", "papan kelurahan", "Ukuran", 'baris satu\nbaris "dua"', ""
    ]  # fmt: skip
    assert dict(table.targets()[3].targets) == {"B06": "=1+1"}
    assert len(table.grid.table.ids) == 5
    table.press(KEY.Key_Z, CONTROL)
    assert table.column("measure") == ["46 posyandu", "papan kelurahan", "92 kader"]


def test_columns_that_have_no_room_are_told(table):
    table.begin(*three_rows())
    QGuiApplication.clipboard().setText("a\tb\tc")
    table.go(0, 7)
    table.press(KEY.Key_V, CONTROL)
    assert table.told[-1] == ("warning", table.words("matrix.no_room", n=2))
    assert table.column("evidence")[0] == "a"


def test_a_whole_table_is_pasted_where_there_is_none(table):
    table.begin()
    QGuiApplication.clipboard().setText("Jadwal\tDinas\t46\nJadwal\tDinas\t92\n")
    table.press(KEY.Key_V, CONTROL)
    assert table.column("measure") == ["46", "92"]
    assert table.grid.rowSpan(0, 0) == 2
    table.store.undo()
    assert table.targets() == ()


def test_delete_empties_cells_in_one_step(table):
    table.begin(*three_rows())
    table.go(0, 2)
    table.press(KEY.Key_Down, SHIFT)
    table.press(KEY.Key_Delete)
    assert table.column("measure") == ["", "", "92 kader"]
    table.press(KEY.Key_Z, CONTROL)
    assert table.column("measure") == ["46 posyandu", "papan kelurahan", "92 kader"]


def test_the_foot_counts_what_is_filled(table):
    table.begin(*three_rows())
    words = table.words
    assert table.view._counts.text() == " · ".join(
        (
            words("matrix.counts.rows", n=3),
            words("matrix.counts.targets", filled=1, all=12),
            words("matrix.counts.evidence", n=3),
        )
    )
    table.go(0, 7)
    table.write("foto papan")
    assert words("matrix.counts.evidence", n=2) in table.view._counts.text()


def test_the_head_says_what_is_derived_until_somebody_words_it(table, qtbot):
    table.begin(*three_rows())
    contact = Contact(
        id=str(uuid4()), commitment_id=table.commitment_id, side="cso", name="Ratri", phone="0812"
    )
    add_record(table.workspace, OTHER, contact)
    table.store.replaced.emit()
    table.press(KEY.Key_1, ALT)
    fields = table.view.head._fields
    assert fields["leads"].placeholderText() == "Dinas Kesehatan"
    assert fields["contacts_cso"].placeholderText() == "Ratri (0812)"
    assert focused() is fields["commitment"]
    table.press(KEY.Key_Tab)
    with qtbot.waitSignal(table.store.saved, timeout=10_000):
        table.type("Dinas Kesehatan (koordinator)")
    assert table.head() == {"leads": "Dinas Kesehatan (koordinator)"}
    assert "Dinas Kesehatan (koordinator)" in table.view.subtitle()
    table.press(KEY.Key_A, CONTROL)
    table.press(KEY.Key_Delete)
    table.settle()
    assert table.head() == {}
    assert "Dinas Kesehatan" in table.view.subtitle()
    table.press(KEY.Key_1, ALT)
    assert not table.view.head.isVisible()
    assert focused() is table.grid


def test_own_head_lines_of_other_offices_are_shown_and_kept(table):
    table.begin()
    own = {"Nomor surat": "B-12", "leads": "Dinas"}
    edit_field(table.workspace, OTHER, "commitments", table.commitment_id, "matrix_head", own)
    table.store.replaced.emit()
    table.view.show_head_block(True)
    fields = table.view.head._fields
    assert fields["Nomor surat"].value() == "B-12"
    fields["commitment"].setFocus()
    table.type("Jadwal")
    table.settle()
    assert table.head() == {**own, "commitment": "Jadwal"}


def test_the_chooser_and_the_page_keys_change_the_commitment(table):
    first = table.begin(*three_rows())
    second = create_commitment(table.workspace, OTHER, table.plan_id).record_id
    table.store.replaced.emit()
    table.go(0, 2)
    table.press(KEY.Key_F2)
    table.type("!")
    table.press(KEY.Key_PageDown, CONTROL)
    assert table.place.record("commitments") == second
    assert table.grid.table.ids == []
    assert table.column("measure")[0] == "46 posyandu!"
    table.press(KEY.Key_PageUp, CONTROL)
    assert table.place.record("commitments") == first
    table.view._chooser.setFocus()
    table.press(KEY.Key_Down)
    assert table.place.record("commitments") == second


def test_without_one_in_view_the_plans_first_matrix_is_shown(table):
    commitment_id = table.begin(*three_rows())
    table.place.show("commitments", "")
    assert len(table.grid.table.ids) == 3
    table.header("canvas").click()
    assert (table.place.screen, table.place.record("commitments")) == (
        "commitments", commitment_id
    )  # fmt: skip


def test_the_matrix_leads_to_the_workbook(table):
    commitment_id = table.begin(*three_rows())
    table.header("export").click()
    assert (table.place.screen, table.place.record("commitments")) == ("documents", commitment_id)


def test_equal_cells_can_be_parted_to_write_in_one_of_them(table):
    table.begin(*three_rows())
    box = table.find("matrix.merge")
    box.setFocus()
    table.press(KEY.Key_Space)
    table.go(1, 0)
    table.write("Papan dipasang")
    table.press(KEY.Key_Return)
    assert table.column("goal") == ["Jadwal terbuka", "Papan dipasang", "Kader terlatih"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_sample_is_shown_with_names_for_everything(qtbot, tmp_path: Path, language):
    table = Table(qtbot, tmp_path, language)
    add_sample(table.workspace)
    table.open()
    for commitment in table.store.read(list_commitments):
        table.place.show("commitments", commitment.id)
        table.settle()
        table.view.show_head_block(True)
        assert_all_named(table.window)
        table.view.show_head_block(False)
    assert table.store.can_undo() is None
    table.close()


def test_the_real_matrices_are_shown_whole(qtbot, tmp_path: Path, reference_data: Path):
    table = Table(qtbot, tmp_path)
    receive(table.workspace, OTHER, sorted(reference_data.glob("*.rembuk")))
    table.open()
    for plan in table.store.read(list_plans):
        for commitment in table.store.read(list_commitments, plan.id):
            table.place.show("plans", plan.id)
            table.place.show("commitments", commitment.id)
            dossier = table.store.read(commitment_dossier, commitment.id)
            model = table.grid.table
            assert [
                [model.text(row, column) for column in range(len(model.columns))]
                for row in range(len(model.ids))
            ] == [[column.text(one) for column in model.columns] for one in dossier.targets]
            for row in range(len(model.ids)):
                assert table.grid.rowHeight(row) >= 30
    table.close()

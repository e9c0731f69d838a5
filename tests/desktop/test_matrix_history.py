"""What a cell and the head of a matrix said before, and how it comes back."""

from PySide6.QtTest import QTest

from db.commands.drafts import freeze_draft
from db.commands.records import edit_field
from tests.desktop.desk import ALT, CONTROL, KEY, SHIFT
from tests.desktop.room import OTHER
from tests.desktop.table import three_rows
from tests.ui.helpers import focused
from ui.common.cell_editor import CellEditor
from ui.dialogs.history import HistoryDialog


def restore_second(dialog: HistoryDialog) -> None:
    """Take the text before the one of now, by keys."""
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, KEY.Key_Down)
    dialog.restore.setFocus()
    QTest.keyClick(dialog.restore, KEY.Key_Space)


def test_a_cell_remembers_its_texts_and_gets_one_back_in_all_its_rows(table):
    table.begin(*three_rows())
    first = table.targets()[0]
    table.store.run(freeze_draft, table.commitment_id, "1", (), reason="Perlu segera")
    edit_field(table.workspace, OTHER, "targets", first.id, "targets.B06", "10 posyandu")
    table.store.forget_history()
    table.go(0, 0)
    table.write("Jadwal tertempel")
    # It is asked for in the middle of writing.
    assert isinstance(focused(), CellEditor)
    table.during(HistoryDialog, restore_second)
    table.press(KEY.Key_H, CONTROL | SHIFT)
    table.come_back()
    assert table.column("goal") == ["Jadwal terbuka", "Jadwal terbuka", "Kader terlatih"]
    assert table.grid.table.text(1, 0) == "Jadwal terbuka"
    assert focused() is table.grid
    assert table.grid.current_cell()[0] == 0
    table.actions[table.words("canvas.undo")]()
    assert table.column("goal")[:2] == ["Jadwal tertempel"] * 2

    def look(dialog: HistoryDialog) -> None:
        label = table.grid.current_cell()[1].label
        place = table.words("matrix.facts.place", column=label, row=1)
        assert dialog.windowTitle() == table.words("drafts.history.title", field=place)
        said = dialog.provenance.origin.text()
        assert table.words("drafts.history.first_draft", level=table.words("drafts.levels.1")) in (
            said
        )
        QTest.keyClick(dialog, KEY.Key_Escape)

    table.go(0, 3)
    table.during(HistoryDialog, look)
    table.press(KEY.Key_H, CONTROL | SHIFT)
    table.come_back()
    assert focused() is table.grid


def test_the_head_block_remembers_its_wordings_too(table):
    table.begin()
    for text in ("Forum", "Forum Warga"):
        edit_field(
            table.workspace, OTHER, "commitments", table.commitment_id, "matrix_head",
            {"proposers": text},
        )  # fmt: skip
    table.store.forget_history()
    table.press(KEY.Key_1, ALT)
    line = focused()

    def look(dialog: HistoryDialog) -> None:
        label = table.words("documents.matrix_head.proposers")
        assert dialog.changes.toPlainText() == f"{label}: Forum Warga"
        restore_second(dialog)

    table.during(HistoryDialog, look)
    table.press(KEY.Key_H, CONTROL | SHIFT)
    table.come_back()
    assert table.head() == {"proposers": "Forum"}
    assert focused() is line

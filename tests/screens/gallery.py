"""Pictures of the common widgets and the frame: python -m tests.screens.gallery DIR.

Both themes; the words of the parts themselves are Indonesian, their content is invented.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QMenu,
    QProgressBar,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.records import Party
from resources.words import Words
from ui.common.buttons import DangerButton, GhostButton, IconButton, LinkButton, PrimaryButton
from ui.common.card import Card
from ui.common.check_list import CheckList
from ui.common.chip import Chip, KeyHint
from ui.common.choice_box import ChoiceBox
from ui.common.date_field import CalendarPopup, DateField
from ui.common.empty_state import EmptyState
from ui.common.field import FieldRow
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.message_bar import MessageBar
from ui.common.parsed_field import MonthField, NumberField, TimeField
from ui.common.party_chip import PartyChip, PartyDialog
from ui.common.party_editor import PartyEditor
from ui.common.qt_words import install_qt_words
from ui.common.saved_sign import SavedSign
from ui.common.screen import Screen, ScreenAction
from ui.common.string_list import StringListEditor
from ui.common.text_edit import GrowingTextEdit
from ui.common.theme import THEMES, apply_theme
from ui.common.views import prepare_list, prepare_table
from ui.dialogs.base import Dialog
from ui.dialogs.who import WhoDialog
from ui.shell import NavigationEntry, Shell

PARTIES = (
    Party(name="Dinas Komunikasi dan Informatika", unit="Bidang Layanan Informasi"),
    Party(name="Bappeda Kota Rantaujaya"),
    Party(name="Forum Warga"),
)
LONG = (
    "Warga belum dapat melihat jadwal dan kapasitas layanan kesehatan secara daring, sehingga "
    "antrean menumpuk pada pagi hari dan keluhan tidak tercatat. "
)


def page(*widgets: QWidget) -> QWidget:
    """Stack widgets on the window's ground."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return ground


def line(*widgets: QWidget) -> QWidget:
    """Put widgets side by side."""
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return ground


def disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def buttons(words: Words) -> QWidget:
    kinds = (PrimaryButton, GhostButton, DangerButton, LinkButton)
    focused = [kind("Difokus", "check") for kind in kinds]
    shown = page(
        line(*(kind("Simpan", "save", "Ctrl+S") for kind in kinds), IconButton("Hapus", "trash-2")),
        line(*(kind("Tanpa ikon") for kind in kinds)),
        line(*(disabled(kind("Tidak aktif", "x")) for kind in kinds)),
        line(*focused),
        line(KeyHint("Ctrl+Enter"), KeyHint("Alt+1")),
        line(*(Chip(kind, kind) for kind in ("neutral", "info", "success", "warning", "danger"))),
        line(check("Dicentang", True), check("Kosong"), disabled(check("Mati", True))),
        line(radio("Dipilih", True), radio("Lain")),
        signs(words),
        *(
            MessageBar(words, f"Contoh pesan {kind}: butir 17 dihapus.", kind, "Urungkan")
            for kind in ("info", "success", "warning", "danger")
        ),
        progress(),
    )
    shown.resize(820, 640)
    focused[0].setFocus()
    return shown


def check(text: str, on: bool = False) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(on)
    return box


def radio(text: str, on: bool = False) -> QRadioButton:
    box = QRadioButton(text)
    box.setChecked(on)
    return box


def progress() -> QProgressBar:
    bar = QProgressBar()
    bar.setValue(72)
    bar.setTextVisible(False)
    return bar


def signs(words: Words) -> QWidget:
    saved, saving, failed = (SavedSign(words) for _ in range(3))
    saved.show_saved("14.03")
    saving.show_saving()
    failed.show_not_saved("cakram penuh")
    return line(saved, saving, failed)


def fields(words: Words) -> QWidget:
    date, bad = DateField(words, "Tanggal"), DateField(words, "Tenggat")
    date.set_value("2018-08-24")
    bad.line.setText("32 Agustus")
    bad.line.left.emit()
    time = TimeField(words, "Pukul")
    time.set_value("14:00")
    parties = PartyEditor(words, "Penanggung jawab")
    parties.set_value(PARTIES)
    stages = StringListEditor(words, "Tahap")
    stages.set_value(("Lokakarya konsultasi", "Pertemuan finalisasi"))
    values = CheckList("Nilai", list(words.table("common.weekdays").items())[:5])
    text = GrowingTextEdit("Masalah")
    text.set_value(LONG * 2)
    shown = QWidget()
    grid = QGridLayout(shown)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(14)
    short = [
        FieldRow("Tanggal", date),
        FieldRow("Tenggat", bad),
        FieldRow("Mulai", MonthField(words, "Mulai")),
        FieldRow("Pukul", time),
        FieldRow("Jumlah", NumberField(words, "Jumlah")),
        FieldRow("Jenis", ChoiceBox("Jenis", [("a", "Bilateral"), ("b", "Finalisasi")])),
    ]
    for place, row in enumerate(short):
        grid.addWidget(row, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    wide = [
        FieldRow("Topik", LineEdit("Topik", "Tulis topik pertemuan"), "Satu baris saja."),
        FieldRow("Masalah", text, "Sebutkan angka dasar dan sumbernya."),
        FieldRow("Penanggung jawab", parties),
        FieldRow("Tahap", stages),
        FieldRow("Nilai", values),
    ]
    for place, row in enumerate(wide, 3):
        grid.addWidget(row, place, 0, 1, 2)
    shown.resize(760, 800)
    text.setFocus()
    return shown


def lists(words: Words) -> QWidget:
    listed = QListView()
    prepare_list(listed, "Peserta")
    listed.setModel(QStringListModel(["Bappeda", "Dinas Kominfo", "Forum Warga"], listed))
    listed.setCurrentIndex(listed.model().index(1, 0))
    card = Card("Peserta", "3 peserta", "Alt+1", padded=False)
    card.body.addWidget(listed)
    model = QStandardItemModel(4, 4)
    model.setHorizontalHeaderLabels(["Sasaran", "Penanggung jawab", "Ukuran", "B06 (2021)"])
    for row in range(4):
        for column in range(4):
            model.setItem(row, column, QStandardItem(f"Isi {row + 1}.{column + 1}"))
    table = QTableView()
    prepare_table(table, "Matriks")
    model.setParent(table)
    table.setModel(model)
    ruled = Card("Matriks", padded=False)
    ruled.body.addWidget(table)
    table.setCurrentIndex(model.index(1, 1))
    small = Card("C. Komitmen", framed_head=False)
    small.set_badge("belum diisi", "warning")
    small.body.addWidget(PlainLabel("Jelaskan cara kerja komitmen.", "muted"))
    current = Card("B. Masalah masyarakat", framed_head=False)
    current.set_current(True)
    current.body.addWidget(PlainLabel(LONG))
    empty = EmptyState("users", "Belum ada peserta", "Tambahkan orang pertama.", "Tambah", "plus")
    shown = QWidget()
    grid = QGridLayout(shown)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.addWidget(card, 0, 0)
    grid.addWidget(ruled, 0, 1)
    grid.addWidget(small, 1, 0)
    grid.addWidget(current, 1, 1)
    grid.addWidget(empty, 2, 0, 1, 2)
    shown.resize(900, 640)
    table.setFocus()
    return shown


class SampleScreen(Screen):
    """A screen in the manner of the meeting."""

    def title(self) -> str:
        return "Bilateral — Keterbukaan layanan kesehatan"

    def subtitle(self) -> str:
        return "Jumat, 24 Agustus 2018 · 14.00–16.00 WIB · Ruang Rapat 204"

    def facts(self) -> list[str]:
        return ["17 butir · 5 masukan · 1 tindak lanjut", "12 peserta"]

    def header_actions(self) -> list[ScreenAction]:
        return [
            ScreenAction("delete", "Hapus pertemuan", lambda: None, "trash-2"),
            ScreenAction("pdf", "Notulen PDF", lambda: None, "file-down", "Ctrl+E", True),
        ]


def shell(words: Words) -> QWidget:
    screen = SampleScreen(words)
    row = QHBoxLayout()
    screen.column.addLayout(row)
    for title, badge, keys, stretch in (
        ("Peserta", "12 peserta", "Alt+1", 3),
        ("Pembahasan", "17 butir", "Alt+2", 6),
        ("Kanvas · Draf 2", "", "Alt+3", 3),
    ):
        card = Card(title, badge, keys)
        text = GrowingTextEdit(title, "Tambah…")
        text.set_value(LONG if stretch == 6 else "")
        card.body.addWidget(text)
        card.body.addStretch(1)
        row.addWidget(card, stretch)
    shown = Shell(words)
    shown.set_navigation(
        [
            NavigationEntry("home", "Beranda", "house"),
            NavigationEntry("meeting", "Pertemuan", "message-square-text"),
            NavigationEntry("commitment", "Komitmen", "file-text"),
            NavigationEntry("matrix", "Matriks target", "table-2"),
            NavigationEntry("followups", "Tindak lanjut", "list-checks"),
            NavigationEntry("organisations", "Organisasi & Pokja", "building-2"),
            NavigationEntry("secretariat", "Sekretariat", "arrow-left-right"),
        ]
    )
    shown.set_badge("followups", 7)
    shown.set_badge("secretariat", 1234)
    shown.add_screen("meeting", screen)
    shown.show_screen("meeting")
    shown.set_plan_name("Renaksi Kota Rantaujaya 2026–2027")
    shown.set_footer(["Luring · basis data lokal", "Cadangan terakhir 13.40"])
    shown.set_author("Sri Wahyuni")
    shown.saved_sign.show_saved("14.03")
    shown.resize(1366, 690)
    return shown


def shell_with_messages(words: Words) -> QWidget:
    shown = shell(words)
    shown.resize(1024, 640)
    shown.show_message("Berkas notulen sedang terbuka di program lain.", "warning")
    shown.show_message("Butir 17 dihapus.", "success", ("Urungkan", lambda: None))
    return shown


def shell_folded(words: Words) -> QWidget:
    shown = shell(words)
    shown.set_folded(True)
    return shown


def who(words: Words) -> QWidget:
    return WhoDialog(words, "", ["Sri Wahyuni", "Made Artha"])


def question(words: Words) -> QWidget:
    text = "Pertemuan ini beserta 17 butirnya dihapus. Riwayatnya tetap tersimpan."
    return Dialog(words, "Hapus pertemuan?", text, "Hapus", danger=True)


def party(words: Words) -> QWidget:
    return PartyDialog(words, PARTIES[0], None)


def calendar(words: Words) -> QWidget:
    return CalendarPopup(words, "2018-08-24", None)


def menu(words: Words) -> QWidget:
    chip = PartyChip(words, PARTIES[0])
    chip.set_place(0, 3)
    chip.open_menu()
    opened = chip.findChild(QMenu)
    opened.setActiveAction(opened.actions()[0])
    opened.chip = chip
    return opened


def suggestions(words: Words) -> QWidget:
    box = ChoiceBox("Jenis", [(n, f"Pilihan {n}") for n in range(5)])
    box.resize(240, 32)
    box.show()
    box.showPopup()
    popup = box.view().window()
    popup.box = box
    return popup


PICTURES: tuple[Callable[[Words], QWidget], ...] = (
    buttons, fields, lists, shell, shell_with_messages, shell_folded, who, question, party,
    calendar, menu, suggestions,
)  # fmt: skip


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    words = Words("id")
    install_qt_words(app, words)
    for theme in THEMES:
        apply_theme(app, theme)
        for build in PICTURES:
            widget = build(words)
            widget.show()
            widget.activateWindow()
            for _ in range(3):
                app.processEvents()
            widget.grab().save(str(folder / f"{build.__name__}-{theme}.png"))
            widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"))

"""Who takes part, counted by sector and gender: people, units and organisations apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from db.counting import AttendanceCount, count_attendances, count_by_sector
from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.card import Card
from ui.common.letters import px
from ui.common.look import announce
from ui.common.views import prepare_table
from ui.dialogs.base import Dialog
from ui.matrix.clipboard import format_block
from ui.meeting.attendance_words import sector_place

if TYPE_CHECKING:
    from db.records import Attendance

COUNTED = ("people", "men", "women", "units", "organisations", "online", "away", "invited")
_WIDTH = 900
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def summary_rows(words: Words, lines: Sequence[Attendance]) -> list[list[str]]:
    """Return the table: its head, a row for each sector in the usual order, and all of them."""
    head = [words(f"meetings.summary.{name}") for name in ("sector", *COUNTED)]
    sectors = sorted(count_by_sector(lines).items(), key=lambda item: sector_place(item[0]))
    rows = [_row(_sector(words, sector), count) for sector, count in sectors]
    return [head, *rows, _row(words("meetings.summary.all"), count_attendances(lines))]


def _row(label: str, count: AttendanceCount) -> list[str]:
    numbers = (getattr(count, name) for name in COUNTED)
    return [label, *(str(number) if number else "–" for number in numbers)]


def _sector(words: Words, sector: str) -> str:
    return words(f"meetings.sectors.{sector}") if sector else words("projector.no_sector")


class AttendanceSummary(Dialog):
    """Shows the table; all of it can be copied into a sheet or a report."""

    def __init__(
        self, words: Words, lines: Sequence[Attendance], parent: QWidget | None = None
    ) -> None:
        title, text = words("meetings.summary.title"), words("meetings.summary.text")
        ok = words("meetings.summary.close")
        super().__init__(words, title, text, ok, cancel=False, parent=parent)
        self.rows = summary_rows(words, lines)
        room = parent.width() - px(60) if parent is not None else px(_WIDTH)
        self.setMinimumWidth(min(px(_WIDTH), room))
        self.table = QTableView()
        prepare_table(self.table, title)
        self.table.setModel(self._model())
        self._dress()
        card = Card(title, padded=False)
        card.hide_head()
        card.body.addWidget(self.table)
        self.body.addWidget(card)
        copy = GhostButton(words("meetings.summary.copy"), "copy")
        copy.clicked.connect(lambda _=False: self._copy())
        self.add_button(copy)

    def _model(self) -> QStandardItemModel:
        head, *rows = self.rows
        model = QStandardItemModel(len(rows), len(head), self)
        model.setHorizontalHeaderLabels(head)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QStandardItem(text)
                item.setEditable(False)
                if column:
                    item.setTextAlignment(_RIGHT)
                if place == len(rows) - 1:
                    font = self.font()
                    font.setBold(True)
                    item.setFont(font)
                model.setItem(place, column, item)
        for column in range(1, len(head)):
            model.setHeaderData(column, Qt.Orientation.Horizontal, _RIGHT, _ALIGNMENT)
        return model

    def _dress(self) -> None:
        table, head = self.table, self.table.horizontalHeader()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        height = head.sizeHint().height() + table.verticalHeader().length() + 4
        table.setMinimumHeight(min(height, px(380)))
        table.selectRow(0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(format_block(self.rows))
        announce(self, self.words("meetings.summary.copied"))

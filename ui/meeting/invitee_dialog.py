"""Before a pasted list is added: what was understood, to be looked at and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from resources.words import Words
from ui.common.chip import SECTOR_KINDS, Kind
from ui.common.choice_box import ChoiceBox
from ui.common.labels import PlainLabel
from ui.common.letters import px
from ui.common.theme import current_theme
from ui.common.views import prepare_table
from ui.dialogs.base import Dialog
from ui.meeting.attendance_words import SECTORS
from ui.meeting.invitee_model import CHOSEN, ORGANISATION, SECTOR, STATE, InviteeModel
from ui.meeting.invitee_rows import InviteeMatcher, InviteeRow

if TYPE_CHECKING:
    from resources.invitees import Understood

_STATE_KINDS: dict[str, Kind] = {"twin": "warning", "known": "success", "new": "neutral"}
_WIDTHS = (58, 180, 140, 170, 210, 112, 108)
_Index = QModelIndex | QPersistentModelIndex


class InviteeDialog(Dialog):
    """A row for each invitee; Enter adds those that are chosen.

    Space chooses a row or leaves it out, F2 or a double click writes in a cell.
    """

    def __init__(
        self,
        words: Words,
        understood: Understood,
        matcher: InviteeMatcher,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, words("invitees.title"), words("invitees.text"), parent=parent)
        self.table = QTableView()
        prepare_table(self.table, words("invitees.title"))
        self.table.setProperty("quiet", False)
        self.model = InviteeModel(words, matcher, matcher.rows(understood.invitees), self.table)
        self.table.setModel(self.model)
        self.table.setItemDelegate(_Delegate(words, self.model, self.table))
        self._lay_out()
        self.body.addWidget(self.table, 1)
        for text in notices(words, understood, self.model.rows):
            self.body.addWidget(PlainLabel(text, "small"))
        self.model.chosen_changed.connect(self._count)
        self._count()
        self.resize(px(1010), px(560))
        self.table.setCurrentIndex(self.model.index(0, CHOSEN))
        self.table.setFocus()

    def chosen(self) -> list[InviteeRow]:
        """Return the rows that shall be added."""
        return self.model.chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.model.toggle(sorted({i.row() for i in self.table.selectedIndexes()}))
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.setWordWrap(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(px(32))
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, px(width))
        head = table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(ORGANISATION, QHeaderView.ResizeMode.Stretch)

    def _count(self) -> None:
        number = len(self.model.chosen())
        self.ok.setText(self.words("invitees.add", n=number))
        self.ok.setEnabled(number > 0)


def notices(words: Words, understood: Understood, rows: list[InviteeRow]) -> list[str]:
    """Return the sentences on what was left out of a list, and why."""
    twins = sum(row.twin for row in rows)
    counts = (
        ("twins", twins), ("contacts", understood.contacts), ("heads", understood.heads),
        ("too_long", understood.too_long), ("beyond", understood.beyond),
    )  # fmt: skip
    return [words(f"invitees.notices.{key}", n=number) for key, number in counts if number]


class _Delegate(QStyledItemDelegate):
    """Draws sector and state as chips, and offers the sectors to choose from."""

    def __init__(self, words: Words, model: InviteeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.column() not in (SECTOR, STATE):
            super().paint(painter, option, index)
            return
        row = self._model.rows[index.row()]
        if index.column() == SECTOR:
            kind = SECTOR_KINDS.get(row.sector, "neutral")
        else:
            kind = _STATE_KINDS[self._model.state(index.row())]
        self._paint_chip(painter, option, self._model.text(index.row(), index.column()), kind)

    def _paint_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, kind: Kind
    ) -> None:
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & option.state.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        font = QFont(option.font)
        font.setPixelSize(px(12))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, option.rect.width() - 26)
        frame = QRect(0, 0, metrics.horizontalAdvance(words) + 18, px(19))
        frame.moveTo(option.rect.left() + 5, option.rect.center().y() - frame.height() // 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{kind}_soft"))
        painter.drawRoundedRect(frame, 9, 9)
        painter.setPen(theme.colour(kind))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        label = str(self._model.headerData(index.column(), Qt.Orientation.Horizontal))
        if index.column() != SECTOR:
            editor = super().createEditor(parent, option, index)
            editor.setAccessibleName(label)
            return editor
        none = ("", self._words("common.choice.none"))
        choices = [none, *((s, self._words(f"meetings.sector_names.{s}")) for s in SECTORS)]
        box = ChoiceBox(label, choices, parent)
        box.activated.connect(lambda _: self._take(box))
        return box

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        # The whole cell: Qt would leave it the height of the letters alone.
        editor.setGeometry(option.rect.adjusted(0, -1, 0, 1))

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, ChoiceBox):
            editor.set_value(self._model.rows[index.row()].sector)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: InviteeModel, index: _Index) -> None:
        if isinstance(editor, ChoiceBox):
            model.setData(index, editor.value())
        else:
            super().setModelData(editor, model, index)

    def _take(self, box: ChoiceBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

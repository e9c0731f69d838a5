"""Answering an input where its section is written: the response, its reason, what it led to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.field import FieldRow
from ui.common.filter_button import FilterButton
from ui.common.form import Form
from ui.common.labels import PlainLabel, plain_tool_tip
from ui.common.letters import hold, px
from ui.common.scroll import ScrollColumn
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog
from ui.lines.wording import one_line
from ui.responses.links import LinkOffer

RESPONSES = ("accepted", "adapted", "declined", "deferred")
_WIDTH, _TEXT_WIDTH, _TEXT_HEIGHT = 600, 540, 110


class AnswerDialog(Dialog):
    """Shows an input and takes its answer; all of it is stored while it is given.

    Signals:
        response_chosen(str): a response was chosen.
        reason_edited(id, field, value), reason_left(id, field): the reason is typed.
        link_changed(revisions, bool): a change followed from the input, or it didn't.
        point_requested(): the point in its meeting is wanted; the dialog then closes.
    """

    response_chosen = Signal(str)
    reason_edited = Signal(str, str, object)
    reason_left = Signal(str, str)
    link_changed = Signal(object, bool)
    point_requested = Signal()

    def __init__(self, words: Words, text: str, origin: str, parent: QWidget | None = None) -> None:
        done = words("canvas.answer.done")
        super().__init__(words, words("canvas.answer.title"), "", done, cancel=False, parent=parent)
        hold(self, minimumWidth=_WIDTH)
        self._responses = QButtonGroup(self)
        self.buttons = {one: self._button(one) for one in RESPONSES}
        self.reason = GrowingTextEdit(
            words("canvas.answer.reason"), words("canvas.answer.reason_hint"), 2, 8
        )
        self._form = Form(self)
        self._form.add("reason", self.reason)
        self._form.edited.connect(self.reason_edited)
        self._form.left.connect(self.reason_left)
        self._links = QVBoxLayout()
        self._links.setSpacing(6)
        point = LinkButton(words("canvas.answer.point"), "corner-down-right")
        point.clicked.connect(lambda _=False: self._lead())
        self.add_button(point)
        self._arrange(text, origin)

    def show_answer(self, point_id: str, response: str, reason: str) -> None:
        """Show the answer as it is stored, leaving alone what is being typed."""
        self._form.show_record(point_id, {"reason": reason})
        chosen = self.buttons.get(response)
        self._responses.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(button is chosen)
        self._responses.setExclusive(True)

    def show_links(self, offers: Sequence[LinkOffer]) -> None:
        """Offer changes of the canvas."""
        none = self.words("canvas.answer.no_changes")
        rows = [self._link(offer) for offer in offers] or [PlainLabel(none, "small")]
        for row in rows:
            self._links.addWidget(row)

    def links(self) -> list[QCheckBox]:
        """Return the boxes that link a change."""
        return self.findChildren(QCheckBox)

    def focus_start(self) -> None:
        """Begin where something is missing: with the response, else with the reason."""
        chosen = self._responses.checkedButton()
        if chosen is None:
            self.buttons[RESPONSES[0]].setFocus()
        else:
            self.reason.setFocus()
            self.reason.move_to_end()

    def _arrange(self, text: str, origin: str) -> None:
        words = self.words
        said, label = ScrollColumn(), PlainLabel(text)
        said.column.addWidget(label)
        label.ensurePolished()
        said.setFixedHeight(min(label.heightForWidth(px(_TEXT_WIDTH)), px(_TEXT_HEIGHT)))
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        ground = QWidget()
        ground.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(said)
        self.body.addWidget(PlainLabel(origin, "small"))
        self.body.addWidget(FieldRow(words("canvas.answer.response"), ground))
        self.body.addWidget(
            FieldRow(words("canvas.answer.reason"), self.reason, words("canvas.answer.needed"))
        )
        self.body.addWidget(PlainLabel(words("canvas.answer.changes"), "label"))
        self.body.addLayout(self._links)
        self.body.addStretch(1)

    def _button(self, response: str) -> FilterButton:
        button = FilterButton(self.words(f"responses_screen.filters.{response}"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: self.response_chosen.emit(response))
        self._responses.addButton(button)
        return button

    def _link(self, offer: LinkOffer) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        box = _ElidedCheck(one_line(offer.text))
        box.setAccessibleDescription(offer.note)
        box.setToolTip(plain_tool_tip(offer.text))
        box.setChecked(offer.linked)
        box.clicked.connect(lambda on: self.link_changed.emit(offer.revisions, on))
        note = PlainLabel(offer.note, "small")
        note.setContentsMargins(31, 0, 0, 0)
        column.addWidget(box)
        column.addWidget(note)
        return row

    def _lead(self) -> None:
        self.accept()
        self.point_requested.emit()


class _ElidedCheck(QCheckBox):
    """A check box whose text ends in … where room ends; a screen reader says all of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        room = self.style().subElementRect(part, option, self).width() - 2
        words = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))

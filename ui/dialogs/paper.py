"""How an office's papers look: letterhead, logo, who signs, the order of the sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton, IconButton, LinkButton
from ui.common.card import Card
from ui.common.field import FieldRow
from ui.common.labels import PlainLabel
from ui.common.row_list import Row, RowList
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog
from ui.meeting.signature_field import SignatureField

if TYPE_CHECKING:
    from db.records import Paper

_WIDTH = 960
_LOGO = 76
_ROWS = 5 * 32 + 4


class PaperDialog(Dialog):
    """Edits a plan's letterhead and paper; everything is kept while it is typed.

    Args:
        plan: what the plan is called.
        sections: the minutes' sections (name, words) in the form's order.

    Signals:
        field_edited(str, object): the plan's field, `organiser` or `paper`, and its value.
        field_left(str): the person has gone on from that field.
        logo_requested: a picture shall be chosen; `show_logo` shows it.
    """

    field_edited = Signal(str, object)
    field_left = Signal(str)
    logo_requested = Signal()

    def __init__(
        self,
        words: Words,
        plan: str,
        sections: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words,
            words("paper.title"),
            words("paper.text", plan=plan),
            words("paper.close"),
            cancel=False,
            parent=parent,
        )
        self.setMinimumWidth(_WIDTH)
        self._sections = dict(sections)
        self._order: list[str] = list(self._sections)
        self._logo = ""
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._build_left(), 4)
        for card in self._build_signers():
            columns.addWidget(card, 3, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)

    def show_paper(self, organiser: str, paper: Paper, png: bytes) -> None:
        """Show a plan's letterhead and paper; `png` is its logo as a picture, empty for none."""
        self._organiser.reset(organiser)
        self._note_taker.reset(paper.note_taker)
        self._chair.reset(paper.chair)
        self._chair_signs.setChecked(bool(paper.chair_signs))
        self._chair.setEnabled(bool(paper.chair_signs))
        known = [name for name in paper.sections if name in self._sections]
        self._order = [*known, *(name for name in self._sections if name not in known)]
        self._show_order()
        self.show_logo(paper.logo, png)

    def show_logo(self, logo: str, png: bytes) -> None:
        """Show another logo; a picture that can't be shown is empty."""
        self._logo = logo
        picture = QPixmap()
        if png:
            picture.loadFromData(png, "PNG")
        self._show_picture(picture)
        self._remove.setVisible(bool(logo))
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Say why a picture can't be taken, "" for nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def take_logo(self, logo: str, png: bytes) -> None:
        """Take a logo that the person chose."""
        self.show_logo(logo, png)
        self._tell_paper()
        self.field_left.emit("paper")

    def value(self) -> Paper:
        """Return the paper as it stands."""
        from db.records import Paper

        own_order = self._order != list(self._sections)
        return Paper(
            logo=self._logo,
            note_taker=self._note_taker.value(),
            chair=self._chair.value(),
            chair_signs="yes" if self._chair_signs.isChecked() else "",
            sections=tuple(self._order) if own_order else (),
        )

    def showEvent(self, event: QShowEvent) -> None:
        # Qt opens a dialog no higher than two thirds of a screen, which squeezes the fields.
        self.resize(_WIDTH, self.sizeHint().height())
        super().showEvent(event)

    def done(self, result: int) -> None:
        for field, name in self._fields():
            if field.is_editing():
                field.end_visit()
                self.field_left.emit(name)
        super().done(result)

    def _fields(self) -> list[tuple[GrowingTextEdit | SignatureField, str]]:
        return [(self._organiser, "organiser"), (self._note_taker, "paper"), (self._chair, "paper")]

    def _build_left(self) -> QVBoxLayout:
        words = self.words
        column = QVBoxLayout()
        column.setSpacing(12)
        self._organiser = GrowingTextEdit(words("paper.organiser"), lines=2)
        self._organiser.edited.connect(lambda text: self.field_edited.emit("organiser", text))
        self._organiser.left.connect(lambda: self.field_left.emit("organiser"))
        column.addWidget(FieldRow(words("paper.organiser"), self._organiser))
        column.addLayout(self._build_logo())
        column.addWidget(self._build_sections())
        column.addStretch(1)
        return column

    def _build_logo(self) -> QHBoxLayout:
        words = self.words
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedSize(_LOGO, _LOGO)
        self._picture.setProperty("role", "picture")
        self._picture.setAccessibleName(words("paper.logo"))
        choose = GhostButton(words("paper.choose_logo"), "upload")
        choose.clicked.connect(lambda _=False: self.logo_requested.emit())
        self._remove = LinkButton(words("paper.remove_logo"))
        self._remove.clicked.connect(lambda _=False: self.take_logo("", b""))
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(PlainLabel(words("paper.logo"), "label"))
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        buttons.addLayout(row)
        self._problem = PlainLabel("", "problem")
        buttons.addWidget(self._problem)
        buttons.addWidget(PlainLabel(words("paper.logo_hint"), "small"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(buttons, 1)
        return line

    def _build_sections(self) -> Card:
        words = self.words
        card = Card(words("paper.sections"), padded=False)
        self._list = RowList(words("paper.sections"), chooses=True, compact=True)
        self._list.setFixedHeight(_ROWS)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.move_requested.connect(self._move)
        for key, icon, step in (("up", "arrow-up", -1), ("down", "arrow-down", 1)):
            button = IconButton(words(f"paper.{key}"), icon)
            button.clicked.connect(lambda _=False, s=step: self._move(self._list.current_key(), s))
            card.add_head_widget(button)
        card.body.addWidget(self._list)
        return card

    def _build_signers(self) -> tuple[Card, Card]:
        words = self.words
        self._note_taker = self._build_signature("note_taker")
        self._chair = self._build_signature("chair")
        self._chair_signs = QCheckBox(words("paper.chair_signs"))
        self._chair_signs.toggled.connect(self._chair.setEnabled)
        self._chair_signs.clicked.connect(lambda _=False: self._tell_click())
        first, second = Card(words("paper.note_taker")), Card(words("paper.chair"))
        first.body.addWidget(self._note_taker)
        second.body.addWidget(self._chair_signs)
        second.body.addWidget(self._chair)
        return first, second

    def _build_signature(self, name: str) -> SignatureField:
        field = SignatureField(self.words, self.words(f"paper.{name}"))
        field.edited.connect(lambda _: self._tell_paper())
        field.left.connect(lambda: self.field_left.emit("paper"))
        return field

    def _move(self, name: str, step: int) -> None:
        if name not in self._order:
            return
        place = self._order.index(name)
        if not 0 <= place + step < len(self._order):
            return
        self._order.insert(place + step, self._order.pop(place))
        self._show_order()
        self._list.set_current(name)
        self._tell_click()

    def _show_order(self) -> None:
        rows = [
            Row(name, self._sections[name], lead=f"{number}.")
            for number, name in enumerate(self._order, 1)
        ]
        self._list.set_rows(rows)

    def _show_picture(self, picture: QPixmap) -> None:
        if picture.isNull():
            self._picture.setText(self.words("paper.no_logo"))
            return
        room = _LOGO - 10
        ratio = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(picture.scaled(room, room, ratio, smooth))

    def _tell_paper(self) -> None:
        self.field_edited.emit("paper", self.value())

    def _tell_click(self) -> None:
        """Tell what was chosen at once: a click is a whole visit."""
        self._tell_paper()
        self.field_left.emit("paper")

"""Who works here: asked at first start, changed from the status bar."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.field import FieldRow
from ui.common.flow_layout import FlowLayout
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.dialogs.base import Dialog


class WhoDialog(Dialog):
    """Asks for the author's name, offering those who worked here before.

    Args:
        name: the present author, "" at first start.
        names: who worked here before, the latest first.
    """

    def __init__(
        self,
        words: Words,
        name: str = "",
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words,
            words("shell.who.title"),
            words("shell.who.text"),
            words("shell.who.ok"),
            cancel=bool(name),
            parent=parent,
        )
        label = words("shell.who.name")
        self.field = LineEdit(label, words("shell.who.placeholder"))
        self.field.set_value(name)
        self.field.selectAll()
        self.field.edited.connect(self._check)
        self.body.addWidget(FieldRow(label, self.field))
        others = [other for other in names if other and other != name]
        if others:
            self.body.addWidget(PlainLabel(words("shell.who.before"), "label"))
            self.body.addWidget(self._build_names(others))
        self._check()
        self.field.setFocus()

    def name(self) -> str:
        """Return the name without blanks around it."""
        return self.field.value().strip()

    def _build_names(self, names: list[str]) -> QWidget:
        ground = QWidget()
        flow = FlowLayout(ground)
        for name in names[:6]:
            button = GhostButton(name, "user")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            flow.addWidget(button)
        return ground

    def _choose(self, name: str) -> None:
        self.field.set_value(name)
        self.accept()

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.name()))

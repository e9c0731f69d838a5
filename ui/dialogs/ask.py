"""Asking for a text, and for a yes."""

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.field import FieldRow
from ui.common.line_edit import LineEdit
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.base import Dialog


class TextDialog(Dialog):
    """Asks for one text; its button waits until there is one."""

    def __init__(
        self,
        words: Words,
        title: str,
        label: str,
        text: str = "",
        value: str = "",
        ok: str = "",
        guidance: str = "",
        many_lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, title, text, ok, parent=parent)
        self.field = GrowingTextEdit(label, lines=3) if many_lines else LineEdit(label)
        self.field.set_value(value)
        self.field.selectAll()
        self.body.addWidget(FieldRow(label, self.field, guidance))
        self.field.edited.connect(self._check)
        self._check()
        self.field.setFocus()

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.field.value().strip()

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.value()))


def ask_text(
    parent: QWidget,
    words: Words,
    title: str,
    label: str,
    text: str = "",
    value: str = "",
    ok: str = "",
    guidance: str = "",
    many_lines: bool = False,
) -> str | None:
    """Ask for a text and wait; None when the person thought better of it."""
    dialog = TextDialog(words, title, label, text, value, ok, guidance, many_lines, parent)
    return dialog.value() if dialog.run() else None


def confirm(
    parent: QWidget, words: Words, title: str, text: str, ok: str, danger: bool = False
) -> bool:
    """Ask before something that can't simply be undone, and wait.

    `ok` is the verb on the button ("Hapus", "Terapkan"); Escape means no.
    """
    return Dialog(words, title, text, ok, danger, parent=parent).run()

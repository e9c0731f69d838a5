"""What all fields share, and the row that puts a label above one."""

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.common.labels import PlainLabel


class Field(Protocol):
    """A widget that holds one value.

    Signals:
        edited(object): the person changed it, with the new value; while typing, each change.
        left(): the person has gone on to something else; what was typed is one visit.
    """

    edited: SignalInstance
    left: SignalInstance

    def value(self) -> Any:
        """Return the value in the record's own form; the last valid one where input is bad."""
        ...

    def set_value(self, value: Any) -> None:
        """Show a value without saying edited; an equal one leaves the caret alone."""
        ...

    def reset(self, value: Any) -> None:
        """Show another record's value: undo and unread text of the one before are forgotten."""
        ...

    def end_visit(self) -> None:
        """Take what was typed and say left, as if the focus had gone on."""
        ...

    def is_editing(self) -> bool:
        """Whether the person stands in it and has changed it during this visit."""
        ...


class FieldRow(QWidget):
    """A label above a field, with guidance below.

    Args:
        label: the field's name, as shown.
        field: any field or widget.
        guidance: what to write there, shown under it; "" for none.
    """

    def __init__(
        self, label: str, field: QWidget, guidance: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = PlainLabel(label, "label", wraps=False)
        self._label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(field)
        if guidance:
            column.addWidget(PlainLabel(guidance, "small"))
            field.setAccessibleDescription(guidance)
        # Room that a form has left over belongs below the field, not between it and its label.
        column.addStretch(1)

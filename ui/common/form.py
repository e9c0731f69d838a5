"""Fields bound to one record at a time."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common.field import Field


class Form(QObject):
    """Knows which record its fields show, so that what is typed always reaches the right one.

    Showing the same record again leaves the field alone that the person is writing in: its
    text is newer than the snapshot. Showing another record first ends that visit.

    Signals:
        edited(record id, field name, value): a field was changed; while typing, each change.
        left(record id, field name): the person has gone on.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._record_id = ""
        self._fields: dict[str, Field] = {}

    def add(self, name: str, field: Field) -> None:
        """Bind a field to the record's field of that name."""
        self._fields[name] = field
        field.edited.connect(lambda value: self._tell_edited(name, value))
        field.left.connect(lambda: self._tell_left(name))

    def field(self, name: str) -> Field:
        """Return a bound field."""
        return self._fields[name]

    def name_of(self, widget: QWidget | None) -> str:
        """Return the name of the field that a widget is or stands in, "" for none."""
        fields = ((name, one) for name, one in self._fields.items() if isinstance(one, QWidget))
        found = (n for n, one in fields if widget and (one is widget or one.isAncestorOf(widget)))
        return next(found, "")

    def focus(self, name: str) -> None:
        """Begin to write in a bound field."""
        field = self._fields.get(name)
        if isinstance(field, QWidget):
            field.setFocus()

    def holds(self, name: str) -> bool:
        """Tell whether a field of that name is bound."""
        return name in self._fields

    def values(self) -> dict[str, object]:
        """Return what stands in every bound field."""
        return {name: field.value() for name, field in self._fields.items()}

    def record_id(self) -> str:
        """Return the shown record's id; "" before the first."""
        return self._record_id

    def show_record(self, record_id: str, values: Mapping[str, object]) -> None:
        """Show a record's values; names without a field are passed over."""
        if record_id == self._record_id:
            self._show_news(values)
            return
        self.end_visit()
        self._record_id = record_id
        for name, field in self._fields.items():
            if name in values:
                field.reset(values[name])

    def end_visit(self) -> None:
        """Act as if the focus left: what is done next is a step of its own, to be undone first."""
        for field in self._fields.values():
            if field.is_editing():
                field.end_visit()

    def _show_news(self, values: Mapping[str, object]) -> None:
        for name, field in self._fields.items():
            if name in values and not field.is_editing():
                field.set_value(values[name])

    def _tell_edited(self, name: str, value: object) -> None:
        if self._record_id:
            self.edited.emit(self._record_id, name, value)

    def _tell_left(self, name: str) -> None:
        if self._record_id:
            self.left.emit(self._record_id, name)

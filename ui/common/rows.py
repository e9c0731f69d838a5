"""The rows of a RowList: what one shows, and the model that holds them."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.common.chip import Kind

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
RowChip = tuple[str, Kind]


@dataclass(frozen=True)
class Row:
    """What one line of a RowList shows.

    Attributes:
        key: what the list's signals call it: mostly a record's id.
        title: its first line; it may take a second one.
        note: the small line below, or several lines.
        lead: what stands before it, such as a number.
        chips: words at its right, each with the kind that colours it.
        alarm: colours the note, or its first line; "" leaves it quiet.
        bar: a share between 0 and 1, drawn as a bar; None for no bar.
        strong: whether the title stands out.
        link: whether its title looks like a link, since it is no record but an action.
        heading: whether it only heads the rows below it; nobody can choose it then.
        tip: what is said of it where the mouse rests; "" says what was cut.
        spoken: what a screen reader says instead of all this; "" lets it read what is shown.
    """

    key: str
    title: str
    note: str = ""
    lead: str = ""
    chips: tuple[RowChip, ...] = ()
    alarm: str = ""
    bar: float | None = None
    strong: bool = False
    link: bool = False
    heading: bool = False
    tip: str = ""
    spoken: str = ""

    def read_aloud(self) -> str:
        """Return all its words in one line."""
        parts = (self.lead, self.title, *(text for text, _ in self.chips), self.note)
        return self.spoken or ", ".join(part for part in parts if part)


class RowModel(QAbstractListModel):
    """The rows of a RowList."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            return self.rows[index.row()].title
        if role == _ACCESSIBLE:
            return self.rows[index.row()].read_aloud()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show(self, rows: tuple[Row, ...]) -> bool:
        """Take other rows; whether they are other ones, and not the same ones changed."""
        if [row.key for row in rows] != [row.key for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        before, self.rows = self.rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

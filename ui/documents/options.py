"""How a document is printed: its language, its format, and for minutes the version and for whom."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.flow_layout import FlowLayout

_MINUTES = "minutes"
_SPOKEN = ("minutes", "attendance", "follow_ups", "matrix", "canvas", "plan")


class DocumentOptions(QWidget):
    """The choices above the preview; those that a kind has not are hidden.

    Signals:
        changed: another choice was made.
    """

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kind = _MINUTES
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 8, 13, 10)
        ground = QWidget()
        flow = FlowLayout(ground, 10)
        column.addWidget(ground)
        languages = [(one, words(f"shell.languages.{one}")) for one in LANGUAGES]
        self._language_row, self._language = self._build("language", languages, 8)
        self._language.set_value(words.language)
        self._format_row, self._format = self._build(
            "format", [("pdf", "PDF"), ("docx", "DOCX")], 5
        )
        readers = [(name, words(f"documents_screen.readers.{name}")) for name in ("all", "public")]
        self._reader_row, self._reader = self._build("readers_title", readers, 8)
        self._version_row, self._version = self._build("version", [("", "")], 15)
        for row in (self._language_row, self._format_row, self._reader_row, self._version_row):
            flow.addWidget(row)
        self._versions: Sequence[tuple[str, str]] = ()
        self.show_kind(_MINUTES)

    def show_kind(self, kind: str) -> None:
        """Show the choices of a kind of document."""
        self._kind = kind
        minutes = kind == _MINUTES
        self._language_row.setVisible(kind in _SPOKEN)
        self._format_row.setVisible(minutes)
        self._reader_row.setVisible(minutes)
        self._version_row.setVisible(minutes and len(self._versions) > 1)
        self.setVisible(kind in _SPOKEN)

    def show_versions(self, versions: Sequence[tuple[str, str]]) -> None:
        """Offer the versions (value, words) of the minutes that are shown; "" is what holds."""
        if list(versions) != list(self._versions):
            kept = self._version.value()
            self._versions = tuple(versions)
            # The box keeps a value that it doesn't know; here it must not outlive its meeting.
            self._version.set_value("")
            self._version.set_choices(versions or [("", "")])
            if kept in dict(versions):
                self._version.set_value(kept)
        self.show_kind(self._kind)

    def language(self) -> str:
        """Return the documents' language."""
        return str(self._language.value())

    def format(self) -> str:
        """Return the documents' format, "" where the kind has but one."""
        return str(self._format.value()) if self._kind == _MINUTES else ""

    def is_public(self) -> bool:
        """Whether the public version of minutes is wanted."""
        return self._kind == _MINUTES and self._reader.value() == "public"

    def version(self) -> str:
        """Return the chosen version of minutes, "" for the one that holds."""
        return str(self._version.value()) if self._kind == _MINUTES else ""

    def _build(
        self, name: str, choices: Sequence[tuple[object, str]], letters: int
    ) -> tuple[FieldRow, ChoiceBox]:
        label = self._words(f"documents_screen.{name}")
        box = ChoiceBox(label, choices)
        box.setMinimumContentsLength(letters)
        box.edited.connect(lambda _: self.changed.emit())
        return FieldRow(label, box), box

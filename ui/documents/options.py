"""How a document is printed: its language, its format, and for minutes the version and for whom."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.flow_layout import FlowLayout

_MINUTES = "minutes"
_SPOKEN = ("minutes", "attendance", "follow_ups", "responses", "matrix", "canvas", "plan")
# The formats of the kinds that have several.
_FORMATS = {"minutes": ("pdf", "docx"), "responses": ("pdf", "xlsx")}
_FORMAT_NAMES = {"pdf": "PDF", "docx": "DOCX", "xlsx": "Excel"}
_FOR_READERS = ("minutes", "responses")


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
        self._format_row, self._format = self._build("format", [("pdf", "PDF")], 5)
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
        minutes, formats = kind == _MINUTES, _FORMATS.get(kind, ())
        if formats:
            if self._format.value() not in formats:
                self._format.set_value(formats[0])
            self._format.set_choices([(name, _FORMAT_NAMES[name]) for name in formats])
        self._language_row.setVisible(kind in _SPOKEN)
        self._format_row.setVisible(bool(formats))
        self._reader_row.setVisible(kind in _FOR_READERS)
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
        return str(self._format.value()) if self._kind in _FORMATS else ""

    def is_public(self) -> bool:
        """Whether the public version is wanted."""
        return self._kind in _FOR_READERS and self._reader.value() == "public"

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

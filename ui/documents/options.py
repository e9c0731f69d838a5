"""How a document is printed: its language, its format, and for minutes the version and for whom."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.common.buttons import LinkButton
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow

_MINUTES = "minutes"
_SPOKEN = ("minutes", "attendance", "follow_ups", "matrix", "canvas", "plan")


class DocumentOptions(QWidget):
    """The choices below the list of what is exported; those that a kind has not are hidden.

    Signals:
        changed: another choice was made.
        paper_requested: the person wants to change the office's letterhead and signatures.
    """

    changed = Signal()
    paper_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kind = _MINUTES
        grid = QGridLayout(self)
        grid.setContentsMargins(13, 10, 13, 12)
        grid.setSpacing(10)
        languages = [(one, words(f"shell.languages.{one}")) for one in LANGUAGES]
        self._language_row, self._language = self._build("language", languages)
        self._language.set_value(words.language)
        self._format_row, self._format = self._build("format", [("pdf", "PDF"), ("docx", "DOCX")])
        readers = [(name, words(f"documents_screen.readers.{name}")) for name in ("all", "public")]
        self._reader_row, self._reader = self._build("readers_title", readers)
        self._version_row, self._version = self._build("version", [("", "")])
        self._paper = LinkButton(words("documents_screen.paper"))
        self._paper.clicked.connect(lambda _=False: self.paper_requested.emit())
        rows = (self._language_row, self._format_row, self._reader_row, self._version_row)
        for place, row in enumerate(rows):
            grid.addWidget(row, place // 2, place % 2)
        grid.addWidget(self._paper, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
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
        self._paper.setVisible(kind in ("minutes", "attendance", "follow_ups"))

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
        self, name: str, choices: Sequence[tuple[object, str]]
    ) -> tuple[FieldRow, ChoiceBox]:
        label = self._words(f"documents_screen.{name}")
        box = ChoiceBox(label, choices)
        box.edited.connect(lambda _: self.changed.emit())
        return FieldRow(label, box), box

"""The bar below a screen: short facts, who works here, language, theme and the palette."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.common.buttons import Button, IconButton
from ui.common.labels import ElidedLabel
from ui.common.letters import TYPE_SIZES, hold, type_size
from ui.common.theme import current_theme

HEIGHT = 28


class _QuietButton(Button):
    ink = "muted"


def _beside_writing(button: QWidget) -> None:
    """Leave the keys where somebody writes when a button is clicked that changes only looks."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class StatusBar(QFrame):
    """Facts at the left; the author, the languages, the theme and the palette at the right.

    Signals:
        author_change_requested(): the person wants to say who works here.
        language_requested(str): "id" or "en".
        theme_requested(str): "light" or "dark".
        type_size_requested(int): letters of so many percent.
        palette_requested(): the person wants to find something or run a command.
        shortcuts_requested(): the person wants to see all shortcuts.
    """

    palette_requested = Signal()
    shortcuts_requested = Signal()
    author_change_requested = Signal()
    language_requested = Signal(str)
    theme_requested = Signal(str)
    type_size_requested = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("statusBar")
        self.setAccessibleName(words("shell.status.name"))
        hold(self, fixedHeight=HEIGHT)
        self._facts = ElidedLabel("", "small")
        self._own: Sequence[str] = ()
        self._lasting = ""
        self._author = _QuietButton("", "user")
        self._author.clicked.connect(lambda _=False: self.author_change_requested.emit())
        self._theme = IconButton("", "moon")
        self._theme.clicked.connect(self._ask_theme)
        _beside_writing(self._theme)
        self._type_size = IconButton("", "a-large-small")
        self._type_size.clicked.connect(self._ask_type_size)
        _beside_writing(self._type_size)
        keys = IconButton(words("shell.status.shortcuts"), "keyboard")
        keys.clicked.connect(lambda _=False: self.shortcuts_requested.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(2)
        row.addWidget(self._facts, 1)
        row.addWidget(self._author)
        for language in LANGUAGES:
            row.addWidget(self._build_language(language))
        row.addWidget(self._theme)
        row.addWidget(self._type_size)
        row.addWidget(keys)
        row.addWidget(self._build_palette())
        self.set_author("")
        self._show_theme()

    def set_facts(self, facts: Sequence[str]) -> None:
        """Show short facts about the screen."""
        self._own = facts
        self._show_facts()

    def set_lasting_fact(self, fact: str) -> None:
        """Show a fact behind those of any screen; "" takes it away."""
        self._lasting = fact
        self._show_facts()

    def set_author(self, name: str) -> None:
        """Show who is written beside every change; "" asks for a name."""
        said = self._words("shell.status.change_author", name=name)
        self._author.setText(name or self._words("shell.status.nobody"))
        if name:
            self._author.setAccessibleName(said)
        self._author.updateGeometry()

    def step_type_size(self, step: int) -> None:
        """Ask for the next larger (1) or smaller (-1) letters, as long as there are some."""
        place = TYPE_SIZES.index(type_size()) + step
        if 0 <= place < len(TYPE_SIZES):
            self.type_size_requested.emit(TYPE_SIZES[place])

    def ask_usual_type_size(self) -> None:
        """Ask for letters of the usual size."""
        self.type_size_requested.emit(TYPE_SIZES[0])

    def focus_start(self) -> None:
        """Put the focus on the author's button."""
        self._author.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_theme()

    def _show_facts(self) -> None:
        every = [*self._own, self._lasting] if self._lasting else self._own
        self._facts.setText("     ".join(every))

    def _build_palette(self) -> Button:
        button = _QuietButton(self._words("search.palette.button"), "", "Ctrl+K")
        button.setAccessibleName(self._words("search.palette.name"))
        button.clicked.connect(lambda _=False: self.palette_requested.emit())
        return button

    def _build_language(self, language: str) -> Button:
        button = _QuietButton(language.upper())
        button.setCheckable(True)
        button.setChecked(language == self._words.language)
        _beside_writing(button)
        name = self._words(f"shell.languages.{language}")
        button.setAccessibleName(self._words("shell.status.language", language=name))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda _=False: self._ask_language(button, language))
        return button

    def _ask_language(self, button: Button, language: str) -> None:
        # The window answers by building itself anew; until then nothing has changed.
        button.setChecked(language == self._words.language)
        if language != self._words.language:
            self.language_requested.emit(language)

    def _other_theme(self) -> str:
        return "dark" if current_theme().name == "light" else "light"

    def _ask_theme(self) -> None:
        self.theme_requested.emit(self._other_theme())

    def _ask_type_size(self) -> None:
        place = TYPE_SIZES.index(type_size()) + 1
        self.type_size_requested.emit(TYPE_SIZES[place % len(TYPE_SIZES)])

    def _show_theme(self) -> None:
        other = self._other_theme()
        self._theme.set_icon("moon" if other == "dark" else "sun")
        self._theme.set_label(self._words(f"shell.status.{other}"))
        self._type_size.set_label(self._words("shell.status.type_size", n=type_size()))

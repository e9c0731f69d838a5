"""Qt's own words (its menus and dialogs) in the person's language."""

import tomllib

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from resources import FOLDER
from resources.words import Words


class QtWords(QTranslator):
    """Looks up Qt's English words in resources/i18n/<language>/qt.toml."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = FOLDER / "i18n" / language / "qt.toml"
        self._words: dict[str, str] = tomllib.loads(file.read_text("utf-8"))["words"]

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._words.get(source_text)

    def isEmpty(self) -> bool:
        return False


def install_qt_words(app: QApplication, words: Words) -> None:
    """Have Qt speak the language of `words`, in place of what it spoke before."""
    for old in app.findChildren(QtWords):
        app.removeTranslator(old)
        old.deleteLater()
    app.installTranslator(QtWords(words.language, app))

"""The text that is kept is always the one that reading all of it would give."""

from random import Random

import pytest
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from db.text import clean
from ui.common.kept_text import KeptText
from ui.common.text_edit import GrowingTextEdit

# Letters that compose with what is before them, that are two halves, that may not be kept.
PIECES = (
    "a", "kata ", "e\u0301", "\u0301", "é", "\u1100\u1161", "\u1161", "\u11a8", "\n", "satu\ndua\n",
    "\u00a0", "\u2028", "😀", "\x07", "\ufb1d\u05b4", "\u0344", "\u212b", "\u00ad", "\t", "e" * 90,
    "й", "и\u0306", "\u0306",
)  # fmt: skip


def edit(chance: Random, document: QTextDocument, pieces: tuple[str, ...]) -> None:
    """Do something to a document as typing, pasting, deleting and undo do."""
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.setPosition(chance.randint(0, last))
    if chance.random() < 0.35:
        end = min(last, cursor.position() + chance.choice((1, 2, 9)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    work = chance.random()
    if work < 0.75:
        cursor.insertText(chance.choice(pieces))
    elif work < 0.85:
        cursor.removeSelectedText()
    elif work < 0.93:
        document.undo()
    else:
        document.redo()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed_the_kept_text_is_the_whole_text_cleaned(qapp: QApplication, seed):
    chance = Random(seed)
    pieces = PIECES if seed % 2 else tuple(p for p in PIECES if p not in ("😀", "\x07"))
    document = QTextDocument()
    # Without a layout it tells of no change.
    document.documentLayout()
    kept = KeptText(document)
    for step in range(700):
        edit(chance, document, pieces)
        if chance.random() < 0.8:
            assert kept.value() == clean(document.toRawText()), step
        if step % 200 == 199:
            document.setPlainText(chance.choice(("", "Judul\nlama", "é😀")))


def test_a_paragraph_of_a_hundred_thousand_letters_is_laid_out_letter_by_letter(show):
    text = show(GrowingTextEdit("Masalah"))
    strategy = QFont.StyleStrategy
    text.set_value("kata " * 20_000)
    text.move_to_end()
    text.insertPlainText("x")
    assert text.value() == "kata " * 20_000 + "x"
    assert text.document().defaultFont().styleStrategy() == strategy.PreferNoShaping
    # Arabic letters join: they need all of it.
    text.insertPlainText("سلام")
    assert text.document().defaultFont().styleStrategy() == strategy.PreferDefault
    assert text.value().endswith("xسلام")

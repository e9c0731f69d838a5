"""The page in its window: letters that fit, a caret that stays in view, a text to write in."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication

from tests.ui.helpers import assert_all_named
from ui.common.theme import apply_theme
from ui.projector.lines import line_places
from ui.projector.page import Passage, RoomPage
from ui.projector.view import RoomView

SENTENCE = "Warga belum dapat melihat jadwal dan kapasitas layanan secara daring. "
LONG = SENTENCE * 40
RECORD = "5f1f6f1c-0c3e-4a52-9d0e-3a4f5b6c7d8e"


def page(text: str, cards: int = 0, caret: int = -1, **fields) -> RoomPage:
    card = Passage("Butir 16 · tindak lanjut", "Dinas menyusun jadwal.")
    return RoomPage(
        "4. Praktik keterbukaan", "Bilateral", "Masalah", (Passage("B. Masalah", text),),
        (card,) * cards, ("12 peserta",), 0, caret, **fields,
    )  # fmt: skip


@pytest.fixture
def view(show, indonesian):
    made = RoomView(indonesian)
    made.resize(1280, 720)
    return show(made)


def test_short_texts_are_larger_and_long_ones_scroll_at_24_points(view):
    view.show_page(page("Inisiatif belum meluas.", cards=2))
    assert view.letters() > 40
    assert [card.isVisible() for card in view._cards] == [True, True]
    middle = SENTENCE * 6
    view.show_page(page(middle, cards=2))
    assert 32 <= view.letters() < 53
    assert not view.text.reader.verticalScrollBar().maximum()
    view.show_page(page(LONG, cards=2, caret=len(LONG)))
    assert view.letters() == 32
    # The room needs the text more than the cards.
    assert [card.isVisible() for card in view._cards] == [False, False]
    bar = view.text.reader.verticalScrollBar()
    assert bar.value() > bar.maximum() - 48 > 0
    view.show_page(page(LONG, caret=0))
    assert bar.value() == 0
    assert view._caption.name.fontInfo().pixelSize() == 24
    view.show_page(page(SENTENCE * 50, cards=2))
    assert (view.letters(), view._cards[0].isVisible()) == (32, False)
    assert_all_named(view)


def test_a_text_with_cards_below_is_whole_whatever_was_shown_before(view):
    bar = view.text.reader.verticalScrollBar()
    for length in (9, 2, 7, 4, 6, 3, 5, 12, 5):
        view.show_page(page(SENTENCE * length + "Ya.", cards=2))
        if view._cards[0].isVisible():
            assert not bar.maximum(), length
            foot = view._cards[0].geometry().bottom()
            assert foot < view.foot.geometry().top(), length


def test_a_larger_display_and_another_theme_keep_what_is_marked(view, qapp):
    text = "Inisiatif belum meluas."
    marked = RoomPage("4.", "", "", (Passage("B.", text, ((10, 15),)),))
    view.resize(1920, 1080)
    view.show_page(marked)
    for theme in ("dark", "light"):
        apply_theme(qapp, theme)
        QApplication.processEvents()
        assert view.letters() == 80
        assert view._caption.name.fontInfo().pixelSize() == 36
        assert view._caption.name.font().bold()
        (mark,) = view.text.reader.extraSelections()
        assert mark.cursor.selectedText() == "belum"


def test_several_texts_stand_under_their_captions_with_the_wanted_one_in_view(view):
    passages = tuple(Passage(f"Butir {n}", f"{SENTENCE}{n}") for n in range(30))
    view.show_page(RoomPage("Butir", "", "Butir", passages, current=29, caret=5))
    last = view.text.reader.place_of(29, 0)
    assert view.text.reader.document().findBlock(last).text() == f"{SENTENCE}29"
    bottom = view.text.reader.viewport().rect().bottomLeft() - QPoint(0, 2)
    assert view.text.reader.cursorForPosition(bottom).position() >= last


def test_a_view_without_room_for_a_line_breaks_nothing(view):
    for width, height in ((40, 30), (1280, 90), (300, 200), (1280, 720)):
        view.resize(width, height)
        for text in ("", "Ya", LONG):
            view.show_page(page(text, cards=2, caret=1))
    assert view.letters() == 32


def test_a_section_that_is_gone_to_begins_at_the_top(view):
    passages = tuple(Passage(f"Bagian {n}", SENTENCE * 3) for n in range(9))
    for current in (0, 5, 3, 8):
        view.show_page(RoomPage("Kanvas", "", "Kanvas", passages, current=current))
        top = view.text.reader.cursorForPosition(QPoint(2, 2)).block().text()
        # There is nothing behind the last one that could fill the page.
        assert top == f"Bagian {current}" or current == 8
    bottom = view.text.reader.viewport().rect().bottomLeft() - QPoint(0, 4)
    last = view.text.reader.cursorForPosition(bottom).block()
    assert last == view.text.reader.document().lastBlock()


def test_no_line_is_cut_in_texts_that_are_scrolled(view):
    reader, chance = view.text.reader, Random(1)
    for _ in range(20):
        passages = tuple(
            Passage(f"Butir {n}", SENTENCE * chance.randint(1, 5) + "x" * chance.randint(0, 30))
            for n in range(chance.randint(6, 20))
        )
        for current in (len(passages) // 2, len(passages) - 1):
            end = len(passages[current].text)
            view.show_page(RoomPage("Butir", "", "Butir", passages, current=current, caret=end))
            QApplication.processEvents()
            top = reader.verticalScrollBar().value()
            foot = top + reader.viewport().height()
            lines = line_places(reader)
            assert not [one for one in lines if one[0] < top - 1 < one[1] - 2]
            assert not [one for one in lines if one[0] + 2 < foot < one[1] - 1]
            wanted = QTextCursor(reader.document())
            wanted.setPosition(reader.place_of(current, end))
            assert reader.viewport().rect().contains(reader.cursorRect(wanted).center())


def test_words_that_are_gone_stand_struck_between_the_others_and_marks_keep_their_place(view):
    text = "Inisiatif belum meluas."
    passage = Passage("B.", text, ((10, 15),), ((10, "sudah "), (15, " sangat")))
    view.show_page(RoomPage("4.", "", "", (passage,)))
    assert view.text.reader.toPlainText() == "Inisiatif sudah belum sangat meluas."
    (mark,) = view.text.reader.extraSelections()
    assert mark.cursor.selectedText() == "belum"


def test_the_last_line_of_what_is_written_is_never_cut(show, indonesian):
    view = RoomView(indonesian, writable=True)
    view.resize(1280, 720)
    show(view)
    paragraphs = "\n".join(SENTENCE * n for n in (5, 9, 2, 12, 7))
    view.show_page(page(paragraphs, record_id=RECORD, field="problem"))
    view.focus_start()
    editor = view.text.editor
    for step in (QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start):
        editor.moveCursor(step)
        for _ in range(9):
            editor.moveCursor(
                QTextCursor.MoveOperation.Up
                if step == QTextCursor.MoveOperation.End
                else QTextCursor.MoveOperation.Down
            )
            top = editor.verticalScrollBar().value()
            foot = top + editor.viewport().height()
            lines = line_places(editor)
            assert not [one for one in lines if one[0] < top - 1 < one[1] - 2]
            assert not [one for one in lines if one[0] + 2 < foot < one[1] - 1]
            assert editor.viewport().rect().contains(editor.cursorRect())
    bar = editor.verticalScrollBar()
    for action in (QAbstractSlider.SliderAction.SliderToMaximum,
                   *[QAbstractSlider.SliderAction.SliderSingleStepSub] * 40):  # fmt: skip
        bar.triggerAction(action)
    assert bar.value() == 0


def test_a_text_is_written_in_and_echoes_leave_the_caret(show, indonesian):
    view = RoomView(indonesian, writable=True)
    view.resize(1366, 690)
    show(view)
    edits, closed = [], []
    view.edited.connect(lambda *said: edits.append(said))
    view.closed.connect(lambda: closed.append(True))
    view.show_page(page("Warga tahu.", record_id=RECORD, field="problem"))
    view.focus_start()
    QTest.keyClicks(view.text.editor, "Sekarang ")
    assert edits[-1] == (RECORD, "problem", "Sekarang Warga tahu.")
    # What is stored comes back late: newer letters stand.
    view.show_page(page("Sekar Warga tahu.", record_id=RECORD, field="problem"))
    assert view.text.editor.value() == "Sekarang Warga tahu."
    assert view.text.editor.textCursor().position() == 9
    view.text.editor.insertPlainText(LONG)
    QApplication.processEvents()
    assert view.letters() == 31
    assert view.text.editor.rect().contains(view.text.editor.cursorRect().center())
    QTest.keyClick(view.text.editor, Qt.Key.Key_Tab)
    assert view.text.editor.hasFocus()
    QTest.keyClick(view.text.editor, Qt.Key.Key_Escape)
    assert closed == [True]


def test_who_may_only_read_turns_pages_and_writes_nowhere(show, indonesian):
    wishes: dict[bool, list[tuple[str, int]]] = {}
    for writable in (False, True):
        view = RoomView(indonesian, writable=writable)
        view.resize(1366, 690)
        show(view)
        said = wishes.setdefault(writable, [])
        view.writing_requested.connect(lambda place, said=said: said.append(("write", place)))
        view.step_requested.connect(lambda step, said=said: said.append(("step", step)))
        view.show_page(page("Dinas Kesehatan", record_id=RECORD, section="leads"))
        hint = indonesian(f"projector.keys.{'section' if writable else 'text'}")
        assert view.foot.keys.text() == hint
        view.focus_start()
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(view, Qt.Key.Key_Return)
        QTest.mouseClick(view.text.reader.viewport(), Qt.MouseButton.LeftButton)
    assert wishes == {False: [("step", 1)], True: [("step", 1), ("write", 0), ("write", 0)]}


def test_the_foot_says_first_what_is_wrong_then_what_happened_then_the_keys(show, indonesian):
    foot = show(RoomView(indonesian, writable=True)).foot
    foot.show_passing("Diurungkan")
    foot.show_problem("Belum tersimpan")
    foot.show_keys("text")
    assert foot.keys.text() == "Belum tersimpan"
    foot.show_problem("")
    assert foot.keys.text() == "Diurungkan"
    foot._passing.timeout.emit()
    assert foot.keys.text() == indonesian("projector.keys.text")

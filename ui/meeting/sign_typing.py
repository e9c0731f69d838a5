"""Choosing by signs while a point is typed: @ who says it, ! what it is, # what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor

from resources.words import Words
from ui.common.picks import Pick, find_picks
from ui.meeting.point_picks import PointPicks
from ui.meeting.point_text import PointText
from ui.meeting.sign_blanks import SignBlanks
from ui.meeting.sign_list import SignList
from ui.meeting.sign_undo import SignUndo
from ui.meeting.signs import ABOUT, BY, KIND, SIGNS, TypedSign, sign_before, units

_MOST = 30
# The letter is seen first, its list right after it: nobody feels that, but would the sum of both.
_LIST_MS = 12
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (*_STEPS, *_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class SignTyping(QObject):
    """Opens a list when a sign is typed at a word's start, and takes what is chosen from it.

    What is taken vanishes from the text and is told by `picks`, as if its button had been used.
    All else stays as typed. Undo gives the sign back, and what was chosen before it.
    """

    def __init__(self, words: Words, text: PointText, picks: PointPicks) -> None:
        super().__init__(text)
        self._words = words
        self._text = text
        self._picks = picks
        self._list: SignList | None = None
        # Where the sign stands that is being typed, -1 for none; Qt's count.
        self._start = -1
        self._by_key = False
        self._sign: TypedSign | None = None
        self._later = QTimer(self, singleShot=True, interval=_LIST_MS)
        self._later.timeout.connect(self._show)
        self._blanks = SignBlanks(text)
        self._undo = SignUndo(text)
        self._undo.turned.connect(picks.picked)
        text.installEventFilter(self)
        text.textChanged.connect(self._follow)
        text.cursorPositionChanged.connect(self._check_caret)

    def is_open(self) -> bool:
        """Whether the list is shown for what is typed by now."""
        if self._later.isActive():
            self._show()
        return self._is_shown()

    def _is_shown(self) -> bool:
        return self._list is not None and not self._list.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_key = event.text().isprintable() and bool(event.text())
            self._by_key |= self._start >= 0 and event.key() == Qt.Key.Key_Backspace
            return self._take_key(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _KEYS and self.is_open():
                event.accept()
                return True
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._by_key = bool(event.commitString())
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._leave()
        elif kind == QEvent.Type.Resize and self._is_shown():
            # The caret stands at its new place only when the text around it does.
            QTimer.singleShot(0, self, self._place_list)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._leave()
            return self._undo.undo()
        if event.matches(QKeySequence.StandardKey.Redo):
            self._leave()
            return self._undo.redo()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _KEYS and self.is_open():
            return self._use_list(event)
        return self._blanks.take(event)

    def _use_list(self, event: QKeyEvent) -> bool:
        shown = self._list
        assert shown is not None
        if event.key() in _STEPS and shown.offers():
            shown.step(event)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        pick = shown.marked()
        if event.key() == Qt.Key.Key_Tab:
            pick = pick or shown.first()
        if pick is None:
            # Nothing is marked: the person is not choosing, but writing.
            self._leave()
            return False
        self._take(pick)
        return True

    def _follow(self) -> None:
        """See whether a sign is being typed, and show what it may mean."""
        by_key, self._by_key = self._by_key, False
        cursor, document = self._text.textCursor(), self._text.document()
        fresh = document.characterAt(cursor.position() - 1) in SIGNS
        if not by_key or (self._start < 0 and not fresh):
            self._leave()
            return
        sign = sign_before(self._before_caret(cursor))
        begin = cursor.position() - units(sign.sign + sign.part) if sign else -1
        if sign and not sign.part:
            self._start = begin
        if sign and begin == self._start:
            self._sign = sign
            self._later.start()
        else:
            self._close_or_leave(cursor)

    def _close_or_leave(self, cursor: QTextCursor) -> None:
        """Close the list; keep the sign in mind while what follows it may still become a name."""
        begun = self._text.document().findBlock(self._start) == cursor.block()
        if begun and cursor.position() > self._start + 1:
            self._close()
        else:
            self._leave()

    def _show(self) -> None:
        self._later.stop()
        sign = self._sign
        if sign is None:
            return
        found = find_picks(self._picks.offered(sign.sign), sign.part)[:_MOST]
        marked = self._marks(sign, found)
        if sign.sign == BY and sign.part and (found or not sign.goes_on):
            found = [*found, self._as_typed(sign.part)]
        if not found and self._lacks_commitments(sign):
            said = (self._words("signs.no_commitment"), self._words("signs.choose_commitment"))
            self._open_list().show_notice(*said)
            self._place_list()
            return
        if not found:
            self._close()
            return
        label = self._picks.label(sign.sign)
        self._open_list().show_picks(label, found, marked)
        self._place_list()

    def _lacks_commitments(self, sign: TypedSign) -> bool:
        """Whether a sign finds nothing because the meeting is about no commitment yet."""
        return sign.sign == ABOUT and not sign.part and not self._picks.offered(ABOUT)

    def _marks(self, sign: TypedSign, found: list[Pick]) -> bool:
        """Whether Enter takes the first that was found, or goes on.

        A lone exclamation mark is one, and a name that goes on over a blank may be a sentence.
        """
        if not found or (sign.sign == KIND and not sign.part):
            return False
        return not sign.goes_on or found[0].text.casefold() == sign.part.casefold()

    def _as_typed(self, part: str) -> Pick:
        return Pick((part, None), self._words("signs.as_typed", text=part))

    def _take(self, pick: Pick) -> None:
        sign, start = self._sign, self._start
        if sign is None or start < 0:
            return
        self._leave()
        after = self._picks.values_of(sign.sign, pick)
        before = self._picks.shown(after)
        self._blanks.cut(start, start + units(sign.sign + sign.part))
        self._undo.note(before, after)
        self._picks.picked.emit(after)

    def _check_caret(self) -> None:
        if self._start < 0 or self._by_key:
            return
        cursor = self._text.textCursor()
        inside = self._start < cursor.position() and not cursor.hasSelection()
        if not inside or self._text.document().findBlock(self._start) != cursor.block():
            self._leave()

    def _before_caret(self, cursor: QTextCursor) -> str:
        text = cursor.block().text()
        if text.isascii():
            return text[: cursor.positionInBlock()]
        raw = text.encode("utf-16-le", "surrogatepass")[: 2 * cursor.positionInBlock()]
        return raw.decode("utf-16-le", "replace")

    def _open_list(self) -> SignList:
        if self._list is None:
            self._list = SignList(self._words, self._text.window())
            self._list.picked.connect(self._take)
            self._text.destroyed.connect(self._list.deleteLater)
        return self._list

    def _place_list(self) -> None:
        if self._list is None or not self._is_shown():
            return
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(self._start)
        place, text = self._text.cursorRect(cursor), self._text
        caret = QRect(text.viewport().mapTo(text.window(), place.topLeft()), place.size())
        self._list.place(caret, QRect(text.mapTo(text.window(), QPoint()), text.size()))

    def _close(self) -> None:
        self._later.stop()
        if self._list is not None:
            self._list.hide()

    def _leave(self) -> None:
        self._close()
        self._start, self._sign = -1, None

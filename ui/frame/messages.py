"""Where messages appear: warnings above the screen, passing news at its foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.chip import Kind
from ui.common.letters import px
from ui.common.message_bar import MessageBar

_SECONDS = 8
_MARGIN = 16
_WIDTH = 640
# What belongs to a field often stands below it: its hint, or the buttons of a point.
_ROW = 44
# More warnings than these would leave no room for what they are about.
_MOST = 3

_Action = tuple[str, Callable[[], object]] | None


class Messages(QObject):
    """Keeps the messages of a window.

    Attributes:
        bar: holds what stays; it takes no room while it is empty.

    Signals:
        told(str): something was said.
    """

    told = Signal(str)

    def __init__(self, words: Words, ground: QWidget) -> None:
        super().__init__(ground)
        self._words = words
        self._ground = ground
        self._toast: MessageBar | None = None
        self._keyed: dict[str, MessageBar] = {}
        self.bar = QWidget()
        self._column = QVBoxLayout(self.bar)
        self._column.setContentsMargins(12, 12, 12, 0)
        self._column.setSpacing(8)
        self.bar.hide()
        ground.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # It asks itself where the focus is: widgets that go are no arguments to be held.
            app.focusChanged.connect(self._place_toast)

    def show_message(self, text: str, kind: Kind, action: _Action, key: str = "") -> None:
        """Show a message where its kind belongs; the same one twice is shown once.

        With a key it takes the place of an earlier one of that key.
        """
        stays = kind in ("warning", "danger")
        message = self._build(text, kind, action, 0 if stays else _SECONDS)
        if stays:
            self._make_room(text)
            self._add_staying(message, key)
        else:
            self._show_toast(message)
        message.start()
        self.told.emit(text)

    def pin(self, key: str, text: str, kind: Kind, action: _Action) -> None:
        """Show what holds until `unpin`; nobody can close it before, and it is said once."""
        known = self._keyed.get(key)
        if known is None or known.text != text:
            message = self._build(text, kind, action, pinned=True)
            self._add_staying(message, key)
            message.start()

    def unpin(self, key: str) -> None:
        """Take away what `pin` or a message of that key has shown."""
        if key in self._keyed:
            self._keyed[key].dismiss()

    def clear(self) -> None:
        """Take all messages away but those that are pinned."""
        for message in [*self._closable(), self._toast]:
            if message is not None:
                message.dismiss()

    def stay_on_top(self) -> None:
        """Keep the passing message in view over a screen that has just come to the front."""
        if self._toast is not None:
            self._toast.raise_()

    def contains(self, widget: QWidget) -> bool:
        """Whether a widget belongs to a message."""
        toast = self._toast
        return self.bar.isAncestorOf(widget) or (toast is not None and toast.isAncestorOf(widget))

    def focus_start(self) -> None:
        """Put the focus on the latest message, if there is one."""
        messages = [*self.bar.findChildren(MessageBar), *([self._toast] if self._toast else [])]
        if messages:
            messages[-1].focus_start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_toast()
        return super().eventFilter(watched, event)

    def _build(
        self, text: str, kind: Kind, action: _Action, seconds: int = 0, pinned: bool = False
    ) -> MessageBar:
        label = action[0] if action else ""
        message = MessageBar(self._words, text, kind, label, seconds, pinned)
        if action:
            message.action_pressed.connect(lambda: action[1]())
        return message

    def _closable(self) -> list[MessageBar]:
        return [one for one in self.bar.findChildren(MessageBar) if not one.pinned]

    def _make_room(self, text: str) -> None:
        closable = self._closable()
        for old in closable:
            if old.text == text or old in closable[: 1 - _MOST]:
                old.dismiss()

    def _add_staying(self, message: MessageBar, key: str) -> None:
        if key:
            self.unpin(key)
            self._keyed[key] = message
        message.dismissed.connect(lambda: self._drop(message))
        self._column.addWidget(message)
        self.bar.show()
        message.show()

    def _drop(self, message: MessageBar) -> None:
        self._keyed = {key: one for key, one in self._keyed.items() if one is not message}
        self._column.removeWidget(message)
        message.setParent(None)
        self.bar.setVisible(self._column.count() > 0)

    def _show_toast(self, message: MessageBar) -> None:
        if self._toast is not None:
            self._toast.dismiss()
        self._toast = message
        message.dismissed.connect(self._forget_toast)
        message.setParent(self._ground)
        self._place_toast()
        message.show()
        message.raise_()

    def _forget_toast(self) -> None:
        if self._toast is self.sender():
            self._toast = None

    def _place_toast(self) -> None:
        if self._toast is None:
            return
        room = self._ground.rect()
        width = min(_WIDTH, room.width() - 2 * _MARGIN, self._toast.sizeHint().width() + 16)
        height = self._toast.heightForWidth(width)
        height = height if height > 0 else self._toast.sizeHint().height()
        left = (room.width() - width) // 2
        place = QRect(left, room.height() - height - _MARGIN, width, height)
        if self._is_written_in(place):
            place.moveTop(_MARGIN)
        self._toast.setGeometry(place)

    def _is_written_in(self, place: QRect) -> bool:
        """Tell whether a place covers the field with the focus: news must not hide typing."""
        field = QApplication.focusWidget()
        if field is None or not self._ground.isAncestorOf(field):
            return False
        top = field.mapTo(self._ground, QPoint(0, 0))
        written = QRect(top, field.size()).adjusted(0, 0, 0, px(_ROW))
        return isinstance(field, QLineEdit | QTextEdit) and place.intersects(written)

"""A date, typed or picked from a calendar."""

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from resources.day_counting import NoSuchDayError
from resources.day_words import read_day
from resources.words import Words
from ui.common import dates
from ui.common.buttons import IconButton
from ui.common.letters import px
from ui.common.parsed_field import ParsedField


class DateField(ParsedField):
    """A date, kept as 2018-08-24, shown as 24 Agustus 2018. F4 or Alt+Down opens a calendar.

    Days may be said in words, too: `besok`, `21 Sep`, `next Friday`. They count from the
    reference day, and only when the field is left: until then more may follow.
    """

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            label,
            dates.parse_date,
            lambda value: dates.format_date(words, str(value)),
            "common.date.problem",
            parent=parent,
        )
        self._reference = ""
        self.line.setPlaceholderText(words("common.date.hint"))
        self._button = IconButton(words("common.date.calendar", label=label), "calendar-days")
        self._button.clicked.connect(lambda _=False: self.open_calendar())
        self.row.addWidget(self._button)
        opens = QAction(self.line)
        opens.setShortcuts([QKeySequence("F4"), QKeySequence("Alt+Down")])
        opens.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        opens.triggered.connect(self.open_calendar)
        self.line.addAction(opens)

    def set_reference(self, day: str) -> None:
        """Let words for days count from this day; "" is today."""
        self._reference = day

    def open_calendar(self) -> None:
        """Show a calendar below the field; Escape closes it."""
        popup = CalendarPopup(self.words, str(self.value()), self)
        popup.calendar.activated.connect(lambda day: self._pick(popup, day))
        popup.calendar.clicked.connect(lambda day: self._pick(popup, day))
        popup.show_below(self.line)

    def _understand_left(self, text: str) -> object:
        try:
            return self._understand(text)
        except ValueError:
            return read_day(text, dates.day_or_today(self._reference))

    def _problem_of(self, error: ValueError) -> str:
        return "common.date.no_such_day" if isinstance(error, NoSuchDayError) else self._problem

    def _pick(self, popup: "CalendarPopup", day: QDate) -> None:
        popup.close()
        self.choose(day.toString(Qt.DateFormat.ISODate))
        self.line.setFocus()


class CalendarPopup(QFrame):
    """A calendar in the person's language, weeks beginning on Monday."""

    def __init__(self, words: Words, value: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendarPopup")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(words.language))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setFixedSize(px(296), px(262))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # Qt paints weekends red, which would read as a warning.
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        date = QDate.fromString(value, Qt.DateFormat.ISODate)
        if date.isValid():
            self.calendar.setSelectedDate(date)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def show_below(self, widget: QWidget) -> None:
        """Open under a widget, within its screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() + self.height() > room.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        self.move(place)
        self.show()
        self.calendar.setFocus()

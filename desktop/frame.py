"""What stands around the screens: the plan's name, where the data lies, what waits."""

import datetime as dt

from PySide6.QtCore import QObject

from db.backup import last_backup
from desktop.parts import Parts
from desktop.waiting import Waiting
from ui.common.dates import format_date, format_time
from ui.shell import Shell


class Frame(QObject):
    """Keeps the sidebar telling the truth."""

    def __init__(self, parts: Parts, waiting: Waiting, shell: Shell) -> None:
        super().__init__(shell)
        self._words = parts.words
        self._store = parts.store
        self._waiting = waiting
        self._shell = shell
        waiting.changed.connect(self._show)
        parts.store.replaced.connect(self._show_footer)
        self._show()
        self._show_footer()

    def _show(self) -> None:
        plan = self._waiting.plan()
        self._shell.set_plan_name(plan.name if plan else "")
        self._shell.set_badge("home", self._waiting.answers + len(self._waiting.differing))
        self._shell.set_badge("followups", self._waiting.overdue)
        self._shell.set_badge("responses", self._waiting.unanswered)

    def _show_footer(self) -> None:
        path = self._store.workspace.path
        if path is None:
            self._shell.set_footer([self._words("home.frame.server")])
            return
        backup = last_backup(path)
        when = self._when(backup.stat().st_mtime) if backup else self._words("home.frame.no_backup")
        self._shell.set_footer([self._words("home.frame.offline"), when])

    def _when(self, timestamp: float) -> str:
        moment = dt.datetime.fromtimestamp(timestamp)
        if moment.date() == dt.date.today():
            time = format_time(self._words, moment.strftime("%H:%M"))
            return self._words("home.frame.backup_today", time=time)
        date = format_date(self._words, moment.date().isoformat())
        return self._words("home.frame.backup", date=date)

"""One of several filters side by side."""

from ui.common.buttons import Button


class FilterButton(Button):
    """A small button that stays chosen; in a group of them the arrow keys choose the next."""

    ink = "muted"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.toggled.connect(self._ink_over)

    def _ink_over(self, checked: bool) -> None:
        self.ink = "accent_text" if checked else "muted"
        self.update()

"""The three columns of a canvas; where room is tight, the guide takes the rail's place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import Words
from ui.canvas.guide import GuidePanel
from ui.canvas.rail import SectionRail
from ui.common.buttons import IconButton
from ui.common.letters import hold, px

_RAIL, _GUIDE = 230, 286
# Below this there is room for one of them beside the cards.
_ROOM_FOR_BOTH = 880


class CanvasColumns(QObject):
    """Lays out the rail, the cards and the guide, and leads from one to the other.

    Alt+1 goes to the sections, Alt+3 to the guide; where only one of them has room, it comes
    into view then, and a button in its head leads to the other.

    Signals:
        turned(): one of them was gone to.
    """

    turned = Signal()

    def __init__(
        self, words: Words, canvas: QWidget, rail: SectionRail, cards: QWidget, guide: GuidePanel
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._rail, self._guide = canvas, rail, guide
        self._guide_wanted = False
        hold(rail, fixedWidth=_RAIL)
        hold(guide, fixedWidth=_GUIDE)
        row = QHBoxLayout(canvas)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(rail)
        row.addWidget(cards, 1)
        row.addWidget(guide)
        self._to_guide = self._add_button(rail, words("canvas.rail.to_guide"), "info", True)
        self._to_rail = self._add_button(guide, words("canvas.guide.to_rail"), "list-checks", False)
        for keys, guiding in (("Alt+1", False), ("Alt+3", True)):
            shortcut = QShortcut(QKeySequence(keys), canvas)
            shortcut.activated.connect(lambda g=guiding: self.turn_to(guide=g))

    def fit(self) -> None:
        """Show what the canvas has room for."""
        both = self.has_both()
        self._guide.setVisible(both or self._guide_wanted)
        self._rail.setVisible(both or not self._guide_wanted)
        self._to_guide.setVisible(not both)
        self._to_rail.setVisible(not both)

    def has_both(self) -> bool:
        """Whether there is room for the rail and the guide."""
        return self._canvas.width() >= px(_ROOM_FOR_BOTH)

    def guides(self) -> bool:
        """Whether the guide is in view."""
        return self.has_both() or self._guide_wanted

    def turn_to(self, guide: bool) -> None:
        """Go to the guide, or to the sections."""
        self._guide_wanted = guide
        shown: QWidget = self._guide if guide else self._rail
        # What is about to hide must not hand the focus to just any neighbour.
        shown.show()
        self._guide.focus_start() if guide else self._rail.focus_start()
        self.turned.emit()

    def _add_button(
        self, card: SectionRail | GuidePanel, label: str, icon: str, guide: bool
    ) -> IconButton:
        button = IconButton(label, icon)
        button.clicked.connect(lambda _=False: self.turn_to(guide=guide))
        card.add_head_widget(button)
        button.hide()
        return button

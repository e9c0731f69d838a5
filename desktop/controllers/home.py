"""The home screen's controller."""

from desktop.controllers.base import Controller
from desktop.parts import Parts
from ui.home.screen import HomeScreen


class HomeController(Controller):
    """Fills the home screen: plans, meetings, and what waits."""

    key = "home"
    kinds = ("plans", "meetings", "points", "follow_ups", "commitments")

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, HomeScreen(parts.words))

    def refresh(self) -> None:
        pass

"""The home screen."""

from ui.common.screen import Screen


class HomeScreen(Screen):
    def title(self) -> str:
        return self.words("shell.screens.home")

"""The commands that the palette offers: of the screen in front, from anywhere, of the window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.controllers.base import Controller
from desktop.parts import Parts
from desktop.turning import name_step
from resources.words import LANGUAGES
from ui.common.letters import TYPE_SIZES, type_size
from ui.common.screen import ScreenAction
from ui.common.theme import THEMES, current_theme

_SCREEN_ICON = "chevron-right"


@dataclass(frozen=True)
class Command:
    """Something that can be done now.

    Attributes:
        name: what it is called: its label, or that of the menu that it is a choice of. Whoever
            types but the choice's own words may as well look for a record.
    """

    action: ScreenAction
    name: str


def list_commands(parts: Parts, controllers: Sequence[Controller]) -> list[Command]:
    """Return what can be done now, the nearest first; each once, none that asks further."""
    here = parts.place.screen
    nearest = [
        action
        for controller in controllers
        if controller.key == here
        for action in controller.screen.header_actions()
    ]
    anywhere = [action for controller in controllers for action in controller.commands()]
    every = [
        *nearest, *_turns(parts), *_screens(parts, controllers), *anywhere, *_settings(parts),
    ]  # fmt: skip
    single = [one for action in every if action.enabled for one in _choices(parts, action)]
    return list({one.action.label: one for one in reversed(single)}.values())[::-1]


def _choices(parts: Parts, action: ScreenAction) -> Iterator[Command]:
    """Give an action, or one for each entry of the menu that it opens."""
    if not action.choices:
        yield Command(action, action.label)
    for place, choice in enumerate(action.choices):
        if choice is not None:
            words, run = choice
            name, _, keys = words.partition("\t")
            key = "search.palette.commands.choice"
            # "More" says nothing of what stands below it.
            menu = "" if action.key == "more" else action.label
            label = parts.words(key, action=menu, choice=name) if menu else name
            chosen = replace(
                action, key=f"{action.key}-{place}", label=label, run=run, choices=(), shortcut=keys
            )
            yield Command(chosen, menu or name)


def _turns(parts: Parts) -> Iterator[ScreenAction]:
    words, window = parts.words, parts.window
    steps = (
        ("undo", parts.store.can_undo(), window.undo_requested, "undo-2", "Ctrl+Z"),
        ("redo", parts.store.can_redo(), window.redo_requested, "redo-2", "Ctrl+Y"),
    )
    for key, change, wish, icon, shortcut in steps:
        if change is not None:
            what = name_step(parts.store, words, change)
            label = words(f"search.palette.commands.{key}", what=what)
            yield ScreenAction(key, label, wish.emit, icon, shortcut)


def _screens(parts: Parts, controllers: Sequence[Controller]) -> Iterator[ScreenAction]:
    """Give the way to every screen but the one in front."""
    for number, controller in enumerate(controllers, 1):
        if controller.key != parts.place.screen:
            screen = parts.words(f"shell.screens.{controller.key}")
            label = parts.words("search.palette.commands.go", screen=screen)
            go = partial(parts.place.go, controller.key)
            yield ScreenAction(f"go-{controller.key}", label, go, _SCREEN_ICON, f"Ctrl+{number}")


def _settings(parts: Parts) -> Iterator[ScreenAction]:
    words, shell = parts.words, parts.window.shell
    who = shell.author_change_requested.emit
    yield ScreenAction("who", words("search.palette.commands.who"), who, "user")
    for language in LANGUAGES:
        if language != words.language:
            name = words(f"shell.languages.{language}")
            label = words("search.palette.commands.language", language=name)
            switch = partial(shell.language_requested.emit, language)
            yield ScreenAction(f"language-{language}", label, switch, "languages")
    for theme in THEMES:
        if theme != current_theme().name:
            icon = "moon" if theme == "dark" else "sun"
            switch = partial(shell.theme_requested.emit, theme)
            yield ScreenAction(f"theme-{theme}", words(f"shell.status.{theme}"), switch, icon)
    for percent in TYPE_SIZES:
        if percent != type_size():
            resize = partial(shell.type_size_requested.emit, percent)
            label = words("shell.type_size", n=percent)
            yield ScreenAction(f"type-size-{percent}", label, resize, "a-large-small")
    room = parts.window.projector_requested.emit
    yield ScreenAction("projector", words("projector.button"), room, "projector", "F5")
    sheet = words("shortcuts.title")
    yield ScreenAction("shortcuts", sheet, shell.show_shortcuts, "keyboard", "F1")

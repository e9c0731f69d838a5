"""Help and mistakes of usage in the language that was asked for; Typer speaks English only."""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from resources.words import Words


class WordedCommand(TyperCommand):
    """A command whose help has its headings in the run's language."""

    def get_help(self, ctx: Any) -> str:
        return _relabel(super().get_help(ctx), ctx.obj.words)


class WordedGroup(TyperGroup):
    """A group of commands whose help has its headings in the run's language."""

    def get_help(self, ctx: Any) -> str:
        return _relabel(super().get_help(ctx), ctx.obj.words)


def word_help(command: Any, words: Words) -> None:
    """Put words in the place of the keys that stand as help texts, all the way down."""
    for entry in (command, *command.params):
        if getattr(entry, "help", None):
            entry.help = words(f"cli.help.{entry.help}")
    for below in getattr(command, "commands", {}).values():
        word_help(below, words)


def explain(error: typer.TyperException, words: Words) -> str:
    """Return one sentence about a mistake of usage: what is wrong and where help is."""
    key, name = _mistake(error)
    return words("cli.usage.sentence", what=words(f"cli.usage.{key}", name=name))


def _mistake(error: Any) -> tuple[str, str]:
    """Return the sentence's key and the option, value or command that it is about."""
    kind = type(error).__name__
    if kind == "UsageMistake":
        return error.key, ""
    if kind in ("NoSuchOption", "BadOptionUsage"):
        return ("unknown_option" if kind == "NoSuchOption" else "value_missing"), error.option_name
    if kind in ("MissingParameter", "BadParameter"):
        return ("missing" if kind == "MissingParameter" else "value_unknown"), _name(error.param)
    quoted = re.search(r"'(.*)'|\(([^()]*)\)$", error.format_message())
    name = next((part for part in quoted.groups() if part is not None), "") if quoted else ""
    if not isinstance(error.ctx.command, TyperGroup):
        return "too_much", name
    return ("unknown_command", name) if name else ("no_command", "")


def _name(parameter: Any) -> str:
    return parameter.opts[0] if parameter.opts[0].startswith("-") else parameter.metavar


def _relabel(text: str, words: Words) -> str:
    for english, own in words.table("cli.labels").items():
        text = text.replace(english, own)
    return text

"""The official forms of a commitment as data: one TOML file each under forms/.

A file says which sections a form has, in which order, under which label, and what helps a
person to fill them. The printed table and the canvas on screen read the same file; adding a
form is adding a file.
"""

from functools import cache
from pathlib import Path

from resources import FOLDER
from resources.form import Form
from resources.form_file import FormError, read_form

FALLBACK_FORM = "ogi-2020"


def form_names() -> tuple[str, ...]:
    """Return the names of all forms that there is a file for."""
    # Asked for every row of long lists: a pattern would cost twice as much.
    files = (FOLDER / "forms").iterdir()
    return tuple(sorted(file.stem for file in files if file.suffix == ".toml"))


def load_form(name: str) -> Form:
    """Return a form, or the usual one where nobody knows it or its file cannot be used."""
    return usable_form(name)[0]


def usable_form(name: str) -> tuple[Form, FormError | None]:
    """Return a form as `load_form` does, and why the form's own file cannot be used.

    The usual form is `ogi-2020`, or the first whose file can be read. Raises FormError when
    there is none.
    """
    names = form_names()
    wanted = name if name in names else FALLBACK_FORM
    problem: FormError | None = None
    for candidate in sorted(names, key=lambda known: (known != wanted, known != FALLBACK_FORM)):
        try:
            return _read_once(FOLDER / "forms" / f"{candidate}.toml"), problem
        except FormError as error:
            problem = problem or error
    raise problem or FormError(f"{wanted}.toml", "")


def form_title(name: str, language: str) -> str:
    """Return what a form is called in lists; its bare name where nobody knows more."""
    form = load_form(name)
    return form.title(language) if form.name == (name or FALLBACK_FORM) else name


@cache
def _read_once(file: Path) -> Form:
    return read_form(file)

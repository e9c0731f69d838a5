"""What can go wrong that a person can mend, as keys and values that resources/i18n words."""

from typing import Any


class RembukError(Exception):
    """A refusal that a person can act on; nothing has changed when it is raised.

    Attributes:
        key: names the sentence under `errors.` in resources/i18n, for instance "file_not_zip".
        values: what the sentence names: a path, a list, a record's id, a field.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class WorkspaceError(RembukError):
    """The workspace cannot be opened, read or written."""


class SessionFileError(RembukError):
    """A session file is refused."""


class FieldValueError(RembukError):
    """A value does not fit its field."""


class CommandError(RembukError):
    """A command's precondition does not hold: something frozen, exported or gone."""


class ExportError(RembukError):
    """A document cannot be made or written."""

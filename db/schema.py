"""The shape of the database: made new, recognised, brought up to date, or refused."""

import datetime as dt
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from db import models
from db.backup import back_up
from db.engine import APPLICATION_ID, sqlite_path
from db.errors import WorkspaceError
from db.search import index

HEAD = "0008"
"""The newest migration; a test holds it against the files."""

_HEADER = b"SQLite format 3\x00"
MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(engine: Engine, now: dt.datetime) -> None:
    """Make the database ready for this version of the program.

    An empty one is created, an older one migrated after a backup; a newer or foreign one is
    refused with a WorkspaceError and not touched.
    """
    _refuse_foreign(engine)
    version = read_version(engine)
    if version == HEAD:
        index.bring_up_to_date(engine)
        return
    if version is None:
        _create(engine)
        return
    if version not in known_versions():
        raise WorkspaceError("workspace_newer", path=_name(engine))
    back_up(engine, "upgrade", now)
    migrate(engine, HEAD)


def check_readable(engine: Engine) -> None:
    """Refuse, with a WorkspaceError, what this version of the program cannot read as it stands."""
    _refuse_foreign(engine)
    version = read_version(engine)
    if version is not None and version not in known_versions():
        raise WorkspaceError("workspace_newer", path=_name(engine))
    if version != HEAD:
        raise WorkspaceError("workspace_older", path=_name(engine))


def read_version(engine: Engine) -> str | None:
    """Return the migration that the database stands at, None when it is empty."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise WorkspaceError("workspace_not_ours", path=_name(engine))
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if version is None:
        raise WorkspaceError("workspace_damaged", path=_name(engine))
    return version


def known_versions() -> tuple[str, ...]:
    """Return the migrations that this program has, oldest first."""
    return tuple(
        sorted(file.stem.split("_")[0] for file in (MIGRATIONS / "versions").glob("0*.py"))
    )


def migrate(engine: Engine, target: str) -> None:
    """Run the migrations up to `target` and the new version in one transaction."""
    from alembic import command  # slow to import and hardly ever needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(writing=True).connect() as connection:
        # With foreign keys on, rebuilding a parent table deletes its children silently; the
        # pragma is ignored inside a transaction, so it goes before and through the driver.
        _set_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                # Its triggers would stand in the way of tables that are rebuilt.
                index.remove(connection)
                command.upgrade(config, target)
                if target == HEAD:
                    index.build(connection)
                _check_foreign_keys(connection)
        finally:
            _set_foreign_keys(connection, "ON")


def _create(engine: Engine) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        models.METADATA.create_all(connection)
        index.build(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{HEAD}')")
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _refuse_foreign(engine: Engine) -> None:
    path = sqlite_path(engine)
    header = b"" if path is None else _read_header(path)
    if not header:
        return
    if header != _HEADER:
        raise WorkspaceError("workspace_not_ours", path=str(path))
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise WorkspaceError("workspace_damaged", path=str(path))
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
            raise WorkspaceError("workspace_not_ours", path=str(path))


def _read_header(path: Path) -> bytes:
    """Return a file's first bytes; none for a file that is missing or empty."""
    try:
        # Only an ordinary file: a pipe would wait for ever.
        if path.exists() and not path.is_file():
            raise WorkspaceError("workspace_cannot_open", path=str(path))
        with path.open("rb") as file:
            return file.read(len(_HEADER))
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise WorkspaceError("workspace_cannot_open", path=str(path)) from error


def _set_foreign_keys(connection: Connection, state: str) -> None:
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute(f"PRAGMA foreign_keys={state}")


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise WorkspaceError("workspace_damaged", path=_name(connection.engine))


def _name(engine: Engine) -> str:
    return str(sqlite_path(engine) or engine.url.render_as_string(hide_password=True))

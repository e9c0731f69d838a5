"""Revisions that came in a session file are known to be somebody's: no autosave writes them."""

from collections.abc import Iterable
from itertools import islice

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_AT_ONCE = 900


def upgrade() -> None:
    with op.batch_alter_table("revisions") as revisions:
        revisions.add_column(
            sa.Column("received", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("revisions") as revisions:
        revisions.alter_column("received", server_default=None)
    _mark_received()


def _mark_received() -> None:
    revisions = sa.table("revisions", sa.column("id"), sa.column("received"))
    receipts = sa.table("receipts", sa.column("brought", sa.JSON()))
    brought: Iterable[dict[str, list[str]]] = op.get_bind().scalars(sa.select(receipts.c.brought))
    for lists in tuple(brought):
        ids = iter(lists.get("revisions", []))
        while batch := list(islice(ids, _AT_ONCE)):
            change = sa.update(revisions).where(revisions.c.id.in_(batch))
            op.execute(change.values(received=sa.true()))

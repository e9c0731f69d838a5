"""An organisation remembers of which others somebody said that they only resemble it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("organisations") as organisations:
        organisations.add_column(
            sa.Column("other_than", sa.JSON(), nullable=False, server_default="[]")
        )
    with op.batch_alter_table("organisations") as organisations:
        organisations.alter_column("other_than", server_default=None)

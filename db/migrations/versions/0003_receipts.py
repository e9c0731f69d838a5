"""What undoing an import has to know: what left this machine, what was here before."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("receipts") as receipts:
        receipts.add_column(sa.Column("awaited", sa.JSON(), nullable=False, server_default="[]"))
        receipts.add_column(
            sa.Column("exported", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("receipts") as receipts:
        receipts.alter_column("awaited", server_default=None)
        receipts.alter_column("exported", server_default=None)

"""Points name the changes of a commitment that they tell of; what is not to be told is noted."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("points") as points:
        points.add_column(sa.Column("changes", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("points") as points:
        points.alter_column("changes", server_default=None)
    op.create_table(
        "dismissals",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_dismissals_meeting_id"), "dismissals", ["meeting_id"])
    op.create_index("ix_revisions_meeting_id", "revisions", ["meeting_id", "entity"])
    op.create_index("ix_revisions_point_id", "revisions", ["point_id"])

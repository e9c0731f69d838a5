"""Each field of a canvas says whether it is agreed, disputed, or waits for somebody's word."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_TEXTS = ("canvas_field", "state", "organisation")


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("commitment_id", sa.String(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        sa.Column("organisation_id", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitments.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_agreements_commitment_id"), "agreements", ["commitment_id"])

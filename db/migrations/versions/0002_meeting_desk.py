"""What a meeting desk notes: real hours, how decisions came about, letters, an office's paper."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TEXTS = {
    "meetings": ("began", "ended"),
    "attendances": ("named",),
    "points": ("consensus", "objection_by", "objection", "answered_on", "visibility"),
}
# The empty paper as the record writes it; a migration must not follow the models.
_SIGNATURE = '{"name": "", "title": "", "rank": "", "nip": ""}'
_PAPER = (
    f'{{"logo": "", "note_taker": {_SIGNATURE}, "chair": {_SIGNATURE},'
    ' "chair_signs": "", "sections": []}'
)


def upgrade() -> None:
    for table, names in _TEXTS.items():
        _add(table, [sa.Column(n, sa.String(), nullable=False, server_default="") for n in names])
    _add("plans", [sa.Column("paper", sa.JSON(), nullable=False, server_default=_PAPER)])
    with op.batch_alter_table("points", recreate="always") as points:
        points.add_column(sa.Column("carries_id", sa.String(), nullable=True))
        points.create_foreign_key(
            "carries", "follow_ups", ["carries_id"], ["id"], initially="DEFERRED", deferrable=True
        )
    op.create_table(
        "confirmations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("commitment_id", sa.String(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitments.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_confirmations_commitment_id"), "confirmations", ["commitment_id"])


def _add(table: str, columns: list[sa.Column[str]]) -> None:
    """Add columns that older records leave empty, without a default in the schema itself."""
    with op.batch_alter_table(table) as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        for column in columns:
            batch.alter_column(column.name, server_default=None)
